from __future__ import annotations

from pathlib import Path

import pytest

from summit_reader.bootstrap import Services, open_services
from summit_reader.domain.article import Hints

TEXT = """Rain over the harbour

“We will not close the port,” said Ada Quill, the harbour master.

The Daily Example reports that “the cranes stand still”.
"""


@pytest.fixture
def library(tmp_path: Path) -> Services:
    return open_services(tmp_path / "Library", create=True)


def imported(library: Services) -> int:
    return library.importing.import_text(TEXT, "harbour", Hints()).imported[0].article_id


def test_a_text_and_its_own_takes_go_to_the_outlet(library: Services) -> None:
    article_id = imported(library)
    library.correcting.set_outlet(article_id, "  The Harbour   Post ", "nl")
    article = library.reading.article(article_id)
    assert (article.outlet.name, article.outlet.country) == ("The Harbour Post", "NL")
    quill = next(t for t in library.reading.takes_in(article_id) if t.speaker is not None)
    assert quill.outlet.name == "The Harbour Post"
    assert [voice.name for voice in quill.chain] == ["Ada Quill", "The Harbour Post"]
    library.close()


def test_an_alias_of_the_register_means_its_outlet(library: Services) -> None:
    outlet = library.correcting.set_outlet(imported(library), "SCMP")
    assert (outlet.name, outlet.country) == ("South China Morning Post", "HK")
    library.close()


def test_it_survives_a_second_import(library: Services) -> None:
    article_id = imported(library)
    library.correcting.set_outlet(article_id, "The Harbour Post")
    assert imported(library) == article_id
    assert library.reading.article(article_id).outlet.name == "The Harbour Post"
    library.close()


def test_a_blank_name_changes_nothing(library: Services) -> None:
    article_id = imported(library)
    before = library.reading.article(article_id)
    with pytest.raises(ValueError, match="name"):
        library.correcting.set_outlet(article_id, "   ")
    assert library.reading.article(article_id) == before
    library.close()
