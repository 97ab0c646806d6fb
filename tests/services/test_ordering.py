"""Imports in a process of their own, and what passes between the two."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader import bootstrap
from summit_reader.bootstrap import open_services
from summit_reader.domain.errors import (
    Cancelled,
    EmptyFile,
    FileProblem,
    FileTooLarge,
    MissingFile,
    SummitError,
)
from summit_reader.domain.file_errors import UnknownFormat
from summit_reader.domain.importing import Failure, Imported, ImportOrder, ImportReport
from summit_reader.domain.progress import CancelToken, Progress
from summit_reader.services import ordering
from summit_reader.services.ordering import order_in, order_line, report_fields

NAMES = st.text(st.characters(codec=None), min_size=1)


@given(
    st.builds(
        ImportOrder,
        st.lists(NAMES).map(tuple),
        st.text(),
        st.none() | st.dates(),
        st.sampled_from(["", "html"]),
    )
)
def test_an_order_arrives_as_it_was_given(order: ImportOrder) -> None:
    assert order_in(order_line(order)) == order


@pytest.mark.parametrize(
    "error",
    [EmptyFile("a.txt"), FileTooLarge("b.txt", size=20, limit=16), FileProblem("c {d}.txt")],
)
def test_a_reason_arrives_as_it_was_given(error: FileProblem) -> None:
    done = ImportReport((Imported("a", 1, "A", "The Tide", 2, 3),), (Failure(error.path, error),))
    told = report_fields(done)
    failure = ordering._failure(told["failed"][0])
    assert (type(failure.error), str(failure.error)) == (type(error), str(error))
    assert tuple(Imported(**each) for each in told["imported"]) == done.imported


def test_a_reason_nobody_knows_is_still_a_reason() -> None:
    failure = ordering._failure({"path": "a.txt", "problem": "Unheard", "facts": {}})
    assert isinstance(failure.error, FileProblem)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    open_services(tmp_path / "library", create=True).close()
    return tmp_path / "library"


def test_a_process_of_its_own_takes_texts_in(library: Path, tmp_path: Path) -> None:
    for number in range(3):
        text = f"Catch {number}\n\nA herring came in. “It weighs {number},” said Ada Byrne.\n"
        (tmp_path / f"{number}.txt").write_text(text)
    told: list[Progress] = []
    order = ImportOrder(
        (str(tmp_path / "?.txt"), str(tmp_path / "none")), "Le Monde", date(2019, 4, 25), "text"
    )
    with closing(open_services(library)) as services:
        done = services.importing.import_order(order, told.append)
        assert [Path(one.name).name for one in done.imported] == ["0.txt", "1.txt", "2.txt"]
        assert [type(one.error) for one in done.failed] == [MissingFile]
        assert services.searching.search("herring").total == 3
        assert {text.metadata.outlet.country for text in services.reading.texts()} == {"FR"}
        assert services.reading.article(1).metadata.published == date(2019, 4, 25)
    assert told[0].total == 4


def test_what_the_process_cannot_do_is_told(library: Path) -> None:
    with closing(open_services(library)) as services, pytest.raises(UnknownFormat, match="scroll"):
        services.importing.import_order(ImportOrder(("a.txt",), format="scroll"))


def test_it_is_given_up_on_request(library: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Catch\n\nA herring came in.\n")
    token = CancelToken()
    with closing(open_services(library)) as services:
        with pytest.raises(Cancelled):
            services.importing.import_order(
                ImportOrder((str(tmp_path / "a.txt"),)), lambda _: token.cancel(), token
            )
        assert all(finding.ok for finding in services.upkeep.findings())


def test_without_a_process_it_is_done_here(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "program", lambda *_: ["/no/such/program"])
    (tmp_path / "a.txt").write_text("Catch\n\nA herring came in.\n")
    with closing(open_services(library)) as services:
        done = services.importing.import_order(ImportOrder((str(tmp_path / "a.txt"),)))
    assert len(done.imported) == 1


def test_errors_survive_being_sent() -> None:
    import pickle  # noqa: PLC0415 - what a pool of processes does

    sent: SummitError = FileTooLarge("b.txt", size=20, limit=16)
    back = pickle.loads(pickle.dumps(sent))  # noqa: S301 - our own
    assert (type(back), str(back), back.facts) == (FileTooLarge, str(sent), sent.facts)
