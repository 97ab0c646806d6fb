from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from summit_reader import bootstrap, shipped
from summit_reader.bootstrap import Services, make_sample, open_services, remove_sample
from summit_reader.domain.errors import LibraryExists, NoSample, NotALibrary
from summit_reader.domain.importing import LibrarySummary
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.point import Absence

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample library, closed; tests that change it take a copy."""
    folder = tmp_path_factory.mktemp("libraries") / "Sample library"
    make_sample(folder)
    return folder


@pytest.fixture
def sample(built: Path) -> Iterator[Services]:
    with closing(open_services(built)) as services:
        yield services


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_importing_it_loads_nothing_heavy() -> None:
    program = (
        "import sys, summit_reader.bootstrap;"
        "print([name for name in ('sqlalchemy', 'alembic', 'whoosh', 'platformdirs', 'PySide6',"
        " 'summit_reader.store.database', 'summit_reader.text.articles') if name in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


def test_opening_loads_neither_alembic_nor_the_window(built: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from summit_reader.bootstrap import open_services;"
        "open_services(Path(sys.argv[1])).close();"
        "print([name for name in ('alembic', 'PySide6', 'rich') if name in sys.modules])"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program, str(built)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.strip() == "[]"


def test_the_folders_lie_where_they_should() -> None:
    assert bootstrap.default_library().parent == bootstrap.sample_library().parent
    assert bootstrap.default_library() != bootstrap.sample_library()
    assert (shipped.resources_folder() / "outlets.toml").is_file()


def test_a_library_is_made_where_there_is_nothing(tmp_path: Path) -> None:
    place = tmp_path / "My press"
    with pytest.raises(NotALibrary):
        open_services(place)
    with closing(open_services(place, create=True)) as services:
        assert services.reading.summary() == LibrarySummary("My press", 0, 0, 0, is_sample=False)
        assert not services.is_sample
        services.importing.import_text("The quay will be sold. Everybody knows it.", "pasted")
    with closing(open_services(place, create=True)) as services:
        assert services.searching.search("quay").total == 1
    assert names(tmp_path) == {"My press"}


def test_no_library_is_made_where_there_is_something(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada")
    with pytest.raises(NotALibrary):
        open_services(tmp_path, create=True)
    assert names(tmp_path) == {"letter.txt"}


def test_closing_twice_is_closing(built: Path, tmp_path: Path) -> None:
    place = Path(shutil.copytree(built, tmp_path / "copy"))
    services = open_services(place)
    services.close()
    services.close()
    assert {name for name in names(place) if name.startswith("library")} == {"library.db"}


@pytest.mark.parametrize("harm", ["deleted", "emptied", "cut"])
def test_a_broken_index_is_made_anew(built: Path, tmp_path: Path, harm: str) -> None:
    place = Path(shutil.copytree(built, tmp_path / "copy"))
    for path in (place / "index").iterdir():
        content = path.read_bytes()
        if harm == "deleted":
            path.unlink()
        else:
            path.write_bytes(b"" if harm == "emptied" else content[: len(content) // 2])
    with closing(open_services(place)) as services:
        assert all(finding.ok for finding in services.upkeep.findings())
        assert services.searching.search("flour").total == 1


def test_the_sample_is_whole(sample: Services) -> None:
    summary = sample.reading.summary()
    assert sample.is_sample
    assert summary.is_sample
    assert summary.texts == 5
    assert all(finding.ok for finding in sample.upkeep.findings())
    assert [(one.query, one.total > 0) for one in sample.searching.saved()] == [
        ("flour OR aid", True)
    ]


def test_every_point_of_the_sample_has_its_pair(sample: Services) -> None:
    summaries = sample.comparing.points()
    assert [one.point.question for one in summaries] == [
        "Will Russia pay?",
        "Results or just optics?",
        "What does Putin want?",
        "Where is China?",
        "A message to Trump after Hanoi?",
        "Denuclearisation: who said what?",
    ]
    assert sum(one.takes for one in summaries) == 38
    for summary in summaries:
        view = sample.comparing.view(summary.point.id)
        assert summary.point.first_pair is not None
        left, right = (sample.reading.take(number) for number in summary.point.first_pair)
        assert left.outlet != right.outlet
        assert {left.id, right.id} <= {one.take.id for one in view.takes}
        assert view.takes[0].take.outlet == left.outlet


def test_the_first_pair_of_all(sample: Services) -> None:
    pair = sample.comparing.points()[0].point.first_pair
    assert pair is not None
    left, right = (sample.reading.take(number) for number in pair)
    assert (left.outlet.name, left.via) == ("Polityka", "eurotopics")
    assert "100,000 tonnes of flour" in left.text
    assert right.outlet.name == "South China Morning Post"
    assert right.speaker is not None
    assert right.speaker.name == "Andrei Lankov"


def test_silence_is_told_from_what_is_not_here(sample: Services) -> None:
    view = sample.comparing.view(sample.comparing.point_named("will russia pay").id)
    absent = {one.outlet.name: (one.absence, one.carries) for one in view.absent}
    assert absent["World Politics Review"] == (Absence.CUT, 0)
    assert absent["Turun Sanomat"] == (Absence.EXCERPT_ONLY, 0)
    assert absent["The Week"] == (Absence.SILENT, 3)
    assert absent["eurotopics"] == (Absence.SILENT, 1)


def test_takes_are_found_by_point_and_alias(sample: Services) -> None:
    (one,) = sample.comparing.takes_of("will russia pay", "CBS")
    assert one.take.outlet.name == "CBS News"


def test_what_a_paper_says_in_a_review_is_the_papers(sample: Services) -> None:
    hits = [hit for one in sample.searching.search("tonnes").articles for hit in one.hits]
    assert {(hit.outlet.name, hit.via) for hit in hits} == {("Polityka", "eurotopics")}


def test_the_sample_shows_no_readers_comments(sample: Services) -> None:
    for text in sample.reading.texts():
        article = sample.reading.article(text.article_id)
        assert PassageKind.COMMENT not in {passage.kind for passage in article.passages}


def test_a_sample_is_not_made_over_something(built: Path, tmp_path: Path) -> None:
    with pytest.raises(LibraryExists):
        make_sample(built)
    with pytest.raises(LibraryExists):
        make_sample(tmp_path.parent)


def test_a_sample_that_is_not_finished_is_not_there(tmp_path: Path) -> None:
    def give_up(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_sample(tmp_path / "Sample library", give_up)
    assert names(tmp_path) == set()


def test_the_sample_can_be_removed_and_made_again(built: Path, tmp_path: Path) -> None:
    place = Path(shutil.copytree(built, tmp_path / "copy"))
    remove_sample(place)
    assert names(tmp_path) == set()
    with pytest.raises(NotALibrary):
        remove_sample(place)


def test_only_the_sample_is_removed(tmp_path: Path) -> None:
    open_services(tmp_path / "mine", create=True).close()
    remove_sample(tmp_path / "mine")
    open_services(tmp_path / "mine").close()


def test_a_copy_without_texts_offers_no_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path)
    monkeypatch.setattr(shipped, "_CHECKOUT", tmp_path)
    assert shipped.seeds_folder() is None
    with pytest.raises(NoSample):
        make_sample(tmp_path / "Sample library")
    assert names(tmp_path) == set()


def test_an_installed_copy_has_its_own_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "_PACKAGE", tmp_path)
    for name in ("_resources", "_seeds"):
        (tmp_path / name).mkdir()
    assert shipped.resources_folder() == tmp_path / "_resources"
    assert shipped.seeds_folder() == tmp_path / "_seeds"
