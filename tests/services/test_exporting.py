from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Metadata
from summit_reader.domain.comparison import Clipping, Comparison, Source
from summit_reader.domain.hand_out_errors import (
    ExportProblem,
    PrintingFailed,
    UnknownComparison,
    UnknownHandOutFormat,
    UnknownListFormat,
)
from summit_reader.domain.outlet import OutletProfile, OutletRef
from summit_reader.domain.point import (
    DecidedBy,
    Decision,
    Point,
    PointSummary,
    PointTake,
    PointView,
)
from summit_reader.domain.search import SearchResults
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Take, TakeKind, Voice, VoiceKind
from summit_reader.export.formats import Format
from summit_reader.export.paper import Paper
from summit_reader.services.exporting import (
    Exporting,
)
from summit_reader.store.errors import NoSuchComparison, NoSuchText

WORDS = "Things are so bad that Kim has asked Russia for 100,000 tonnes of flour."
TAKE = Take(
    id=14,
    article_id=1,
    kind=TakeKind.PRESS_REVIEW,
    role=Role.EDITORIAL,
    origin=Origin.CATALOGUE,
    anchor=Anchor.of(WORDS, (Span(0, len(WORDS)),)),
    outlet=OutletRef(2, "Polityka", "PL"),
    chain=(Voice("Polityka", VoiceKind.OUTLET),),
    segments=(WORDS,),
    headline="Kim begging for flour",
)
SOURCE = Source(1, "What do they want?", Metadata(OutletProfile("eurotopics")))
CITATION = (
    "Polityka (PL), “Kim begging for flour”, quoted in eurotopics, “What do they want?”, n.d."
)
BOARD = Comparison(5, "Who pays?", "", (Clipping("one", TAKE, SOURCE, 0, 0),))


class Shelf:
    """One take, one text, one board."""

    def take(self, take_id: int) -> Take:
        return {14: TAKE, 15: replace(TAKE, id=15)}[take_id]

    def source(self, article_id: int) -> Source:
        return {1: SOURCE}[article_id]

    def article(self, article_id: int) -> NoReturn:
        raise NoSuchText(article_id)

    def fingerprints(self, article_ids: Sequence[int]) -> dict[int, str]:
        return {article_id: f"print-{article_id}" for article_id in article_ids}

    def library_id(self) -> str:
        return "5e0f8c2e-6b0a-4d0b-9d3a-0c7e5f1a2b3c"

    def comparisons(self) -> tuple[Comparison, ...]:
        return (BOARD,)


@pytest.fixture
def exporting() -> Exporting:
    shelf = Shelf()
    return Exporting(shelf, shelf, _no_printer)


def _no_printer(_: Paper) -> NoReturn:
    raise PrintingFailed(reason="there is no printer here")


def markdown(exporting: Exporting) -> str:
    return exporting.rendered(BOARD, Format.MARKDOWN).decode("utf-8")


def test_a_citation_names_the_whole_chain(exporting: Exporting) -> None:
    assert exporting.citation(14) == CITATION


def test_quotations_for_the_clipboard(exporting: Exporting) -> None:
    one = f"“{WORDS}”\n— {CITATION}"
    assert exporting.quotations([14, 15]) == f"{one}\n\n{one}"
    assert exporting.quotations([]) == ""


@pytest.mark.parametrize("name", ["board.md", "board.MARKDOWN"])
def test_a_name_in_md_makes_markdown(exporting: Exporting, tmp_path: Path, name: str) -> None:
    exporting.write(BOARD, tmp_path / name)
    assert (tmp_path / name).read_text("utf-8") == markdown(exporting)


@pytest.mark.parametrize("name", ["board.html", "board.HTM"])
def test_a_name_in_html_makes_a_page(exporting: Exporting, tmp_path: Path, name: str) -> None:
    exporting.write(BOARD, tmp_path / name)
    assert (tmp_path / name).read_text("utf-8") == exporting.rendered(BOARD, Format.HTML).decode()


@pytest.mark.parametrize("name", ["board.xls", "board", ".md"])
def test_another_name_is_refused(exporting: Exporting, tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownHandOutFormat, match=r"\.html, \.docx"):
        exporting.write(BOARD, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_an_unknown_comparison_is_said_to_be(exporting: Exporting) -> None:
    with pytest.raises(NoSuchComparison):
        exporting.comparison(6)


@pytest.mark.parametrize("name", ["Who pays?", " who PAYS? ", "5"])
def test_a_comparison_is_found_by_name_or_number(exporting: Exporting, name: str) -> None:
    assert exporting.comparison_named(name) == BOARD


def test_a_wrong_name_is_answered_with_the_right_ones(exporting: Exporting) -> None:
    with pytest.raises(UnknownComparison, match=r"“Who pays”.*“Who pays\?”"):
        exporting.comparison_named("Who pays")


def test_an_older_file_is_replaced_whole(exporting: Exporting, tmp_path: Path) -> None:
    path = tmp_path / "board.md"
    path.write_text("older and much longer\n" * 1000)
    exporting.write(BOARD, path)
    assert path.read_text("utf-8") == markdown(exporting)
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_older_file_and_nothing_beside_it(
    exporting: Exporting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "board.md"
    path.write_text("older")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportProblem, match="No space left"):
        exporting.write(BOARD, path)
    assert path.read_text() == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_a_sentence(exporting: Exporting, tmp_path: Path) -> None:
    with pytest.raises(ExportProblem, match="No such file"):
        exporting.write(BOARD, tmp_path / "nowhere" / "board.md")


def test_a_folder_is_not_replaced(exporting: Exporting, tmp_path: Path) -> None:
    (tmp_path / "board.md").mkdir()
    with pytest.raises(ExportProblem):
        exporting.write(BOARD, tmp_path / "board.md")
    assert (tmp_path / "board.md").is_dir()


def test_a_name_no_system_takes_is_a_sentence(exporting: Exporting, tmp_path: Path) -> None:
    for name in ("nul\0.md", "x" * 5000 + ".md"):
        with pytest.raises(ExportProblem):
            exporting.write(BOARD, tmp_path / name)


def test_a_link_keeps_leading_where_it_led(exporting: Exporting, tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_text("older")
    link = tmp_path / "link.md"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("no links for this user")
    exporting.write(BOARD, link)
    assert link.is_symlink()
    assert target.read_text("utf-8") == markdown(exporting)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_a_hand_out_can_be_read_by_whom_the_folder_is_for(
    exporting: Exporting, tmp_path: Path
) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.touch()
    exporting.write(BOARD, tmp_path / "board.md")
    assert stat.S_IMODE((tmp_path / "board.md").stat().st_mode) == stat.S_IMODE(
        ordinary.stat().st_mode
    )


def test_a_point_goes_out_like_a_comparison(exporting: Exporting, tmp_path: Path) -> None:
    summary = PointSummary(Point(1, "Will Russia pay?", 0, None), 1, 1, 1)
    on_point = PointTake(TAKE, Decision.ACCEPTED, DecidedBy.CATALOGUE)
    point = exporting.of_point(PointView(summary, (on_point,), ()))
    exporting.write(point, tmp_path / "point.md")
    text = (tmp_path / "point.md").read_text("utf-8")
    assert text.startswith("# Will Russia pay?\n")
    assert f"1. {CITATION}" in text


@pytest.mark.parametrize(("suffix", "begins"), [(".csv", "article_id,"), (".JSON", '{\n  "query"')])
def test_a_list_of_results_is_written_in_the_format_its_name_says(
    tmp_path: Path, suffix: str, begins: str
) -> None:
    path = tmp_path / f"results{suffix}"
    Exporting(Shelf(), Shelf(), _no_printer).write_results(SearchResults("kim", 0, ()), path)
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_list_without_a_known_ending_leaves_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "results.xls"
    path.write_text("mine")
    with pytest.raises(UnknownListFormat, match=r"\.csv or \.json"):
        Exporting(Shelf(), Shelf(), _no_printer).write_results(SearchResults("kim", 0, ()), path)
    assert path.read_text() == "mine"
