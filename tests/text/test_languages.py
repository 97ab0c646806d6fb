from __future__ import annotations

from pathlib import Path

import pytest

from summit_reader.intake.languages import languages_at
from summit_reader.text.languages import Language, Languages, languages

FOLDER = Path(__file__).parents[2] / "resources" / "languages"

ESPERANTO = """
code = "eo"
name = "Esperanto"
stop_words = "la kaj de en ne estas al por kiu mi li sed kun"
capitalised_nouns = false
[cues]
stating = ["diri diras diris"]
bare = ""
that = "ke"
sources = ["laŭ"]
[pronouns]
masculine = "li"
[words]
determiners = "la"
openers = "la"
months = "januaro februaro"
[people]
official = "prezidanto"
[bodies]
public = "registaro"
"""


@pytest.fixture
def two(tmp_path: Path) -> Languages:
    english = (FOLDER / "en.toml").read_text(encoding="utf-8")
    (tmp_path / "zz.toml").write_text(english, encoding="utf-8")
    (tmp_path / "eo.toml").write_text(ESPERANTO, encoding="utf-8")
    return languages_at(tmp_path)


def test_a_language_is_a_file(two: Languages) -> None:
    esperanto = two.named("eo")
    assert esperanto.cues["diris"].states
    assert esperanto.titles == {"prezidanto"}
    assert esperanto.months == ("januaro", "februaro")


def test_english_comes_first_and_stands_in(two: Languages) -> None:
    assert two.known[0].code == "en"
    assert two.named("tlh").code == "en"
    assert two.named("eo-XX").code == "eo"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ship was in the harbour and it had to wait for the tide.", "en"),
        ("Das Schiff lag im Hafen und musste auf die Flut warten, die nicht kam.", "de"),
        ("Le navire était dans le port et il fallait attendre la marée qui ne venait pas.", "fr"),
        ("Abc def.", ""),
        ("", ""),
    ],
)
def test_a_text_tells_its_language(text: str, code: str) -> None:
    assert languages().told_from(text) == code


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_the_files_are_whole(path: Path) -> None:
    (found,) = (one for one in languages().known if one.code == path.stem)
    assert isinstance(found, Language)
    assert len(found.months) == 12
    assert found.cues
    assert found.people.masculine_first_names
    assert found.boilerplate["paywall"]


def test_verbs_know_what_they_carry() -> None:
    cues = languages().named("en").cues
    assert cues["said"].bare
    assert not cues["called"].states
    assert cues["claims"].doubtful
    assert cues["adding"].participle


def test_countries_and_months_of_all_languages() -> None:
    assert languages().country("Czech Republic") == "CZ"
    assert languages().country("Österreich") == "AT"
    assert languages().country("Atlantis") == ""
    assert languages().months()["märz"] == 3
    assert languages().months()["août"] == 8
