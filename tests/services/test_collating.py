from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.collation import Tie, Verdict
from summit_reader.domain.importing import Imported
from summit_reader.domain.take import Take
from summit_reader.index.errors import BrokenIndex
from summit_reader.index.memory import MemoryIndex
from summit_reader.services.collating import _phrases
from summit_reader.store.errors import NoSuchTake, NoSuchText

Paste = Callable[..., Imported]

WHOLE = (
    "“We will close the old harbour for good, as everybody has known for years, and nobody will "
    "pay for another crane,” said Ada Byrne, the mayor of the town."
)
CUT = "“We will close the old harbour for good … and nobody will pay,” said Ada Byrne, a sailor."
ALTERED = "“They will close the old harbour for good,” said Tom Reed, who owns a boat."
ELSEWHERE = "“The harbour has had its day,” said Ada Byrne, who likes music."


@pytest.fixture
def library(services: Services, paste: Paste) -> Services:
    """One statement in three articles, and something else by the same speaker in a fourth."""
    for number, quote in enumerate((WHOLE, CUT, ALTERED, ELSEWHERE), 1):
        paste(f"Headline number {number}\n\n{quote}\n", f"Outlet {number}")
    return services


def take_in(services: Services, article_id: int) -> Take:
    (take,) = services.reading.takes_in(article_id)
    return take


def test_the_same_words_come_first_then_the_same_speaker(library: Services) -> None:
    versions = library.collating.versions(take_in(library, 1).id)
    assert [(each.take.article_id, each.tie) for each in versions] == [
        (2, Tie.SAME_WORDS),
        (3, Tie.SAME_WORDS),
        (4, Tie.SAME_SPEAKER),
    ]
    cut, altered, other = versions
    assert cut.collation.verdict is Verdict.TRIMMED
    assert cut.collation.left_out_of_second == (
        "as everybody has known for years",
        "for another crane",
    )
    assert altered.collation.changes == (("We", "They"),)
    assert other.collation.verdict is Verdict.DIFFERENT
    assert other.runs == ()


def test_the_run_is_where_the_take_has_it(library: Services) -> None:
    take = take_in(library, 1)
    (cut, *_) = library.collating.versions(take.id)
    assert [run.of(take.text) for run in cut.runs] == ["We will close the old harbour for good"]


def test_pairs_are_found_among_articles(library: Services) -> None:
    pairs = library.collating.shared([1, 2, 4])
    assert [(each.first.article_id, each.second.article_id) for each in pairs] == [(1, 2)]
    assert len(library.collating.shared([1, 2, 3, 4])) == 3
    assert library.collating.shared([]) == library.collating.shared([99]) == ()


def test_a_take_is_held_against_a_text(library: Services) -> None:
    check = library.collating.check
    cut = take_in(library, 2).id
    assert check(cut, 2).verdict is Verdict.VERBATIM
    assert check(cut, 1).verdict is Verdict.TRIMMED
    assert check(cut, 4).verdict is Verdict.DIFFERENT


def test_what_is_not_there_cannot_be_checked(library: Services) -> None:
    with pytest.raises(NoSuchTake):
        library.collating.versions(99)
    with pytest.raises(NoSuchTake):
        library.collating.check(99, 1)
    with pytest.raises(NoSuchText):
        library.collating.check(1, 99)


def test_a_broken_index_is_mended_and_asked_again(
    library: Services, index: MemoryIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = index.search
    answers: Iterator[object] = iter([BrokenIndex(Path("index"), "damaged")])

    def breaking(*arguments: object, **options: object) -> object:
        for error in answers:
            raise error  # type: ignore[misc]  # the one error above
        return search(*arguments, **options)  # type: ignore[arg-type]  # passed on as given

    monkeypatch.setattr(index, "search", breaking)
    assert len(library.collating.versions(take_in(library, 1).id)) == 3


@pytest.mark.parametrize("length", [6, 7, 8, 30, 119, 120])
def test_any_run_of_six_words_holds_a_phrase_that_is_looked_for(length: int) -> None:
    words = [f"w{number}" for number in range(length)]
    phrases = _phrases(" ".join(words))
    for at in range(length - 5):
        run = f" {' '.join(words[at : at + 6])} "
        assert any(f" {phrase} " in run for phrase in phrases)


def test_few_words_and_very_many_are_no_trouble() -> None:
    assert _phrases("only five words are here") == []
    assert len(_phrases("never the same word again " * 5_000)) <= 60
