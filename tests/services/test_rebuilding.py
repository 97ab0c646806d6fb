"""Rebuilding while the library is in use, in this process and in one of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from io import StringIO
from pathlib import Path
from threading import Event

import pytest

from summit_reader import bootstrap
from summit_reader.bootstrap import Services, open_services
from summit_reader.domain.errors import Cancelled, LibraryReadOnly, SummitError
from summit_reader.domain.importing import Imported
from summit_reader.domain.progress import CancelToken, Progress, Report, silent
from summit_reader.index.memory import MemoryIndex
from summit_reader.index.port import IndexBatch
from summit_reader.index.whoosh_index import open_index
from summit_reader.services import building
from summit_reader.services.building import ProcessFailed, build_in_process, tell
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import outbox
from summit_reader.store.database import Database

Paste = Callable[..., Imported]
COMMENTED = """Harbour to close for good

The town council met in a crowded hall on Monday evening to talk about the old harbour.

2 comments
Tom Reed says:
Where will the walrus go?
Ann Lee says:
High time.
"""
LATE = "The harbour, the end of it all."


def last_change(database: Database) -> int:
    with database.read() as work:
        return outbox.last(work)


class MeddledIndex(MemoryIndex):
    """Something else happens just before a replacement takes effect, or a batch begins."""

    def __init__(self) -> None:
        super().__init__()
        self.before_swap: Callable[[], object] | None = None
        self.before_batch: Callable[[], object] | None = None

    @contextmanager
    def replacement(self, change: int) -> Iterator[IndexBatch]:
        with super().replacement(change) as batch:
            yield batch
            meddle, self.before_swap = self.before_swap, None
            if meddle is not None:
                meddle()

    @contextmanager
    def batch(self, change: int) -> Iterator[IndexBatch]:
        meddle, self.before_batch = self.before_batch, None
        if meddle is not None:
            meddle()
        with super().batch(change) as batch:
            yield batch


@pytest.fixture
def meddled(stocked: Services, database: Database, paste: Paste) -> MeddledIndex:
    for number in range(3):
        paste(f"The harbour, part {number}. It goes on and on.", "The Tide")
    index = MeddledIndex()
    Upkeep(database, index).catch_up()
    return index


def test_what_comes_in_while_a_rebuild_goes_on_is_found_before_and_after(
    meddled: MeddledIndex, database: Database, paste: Paste
) -> None:
    upkeep = Upkeep(database, meddled)
    found: list[int] = []

    def come_in() -> None:
        paste(LATE, "The Tide")
        upkeep.catch_up()
        found.append(meddled.search("end").total)

    meddled.before_swap = come_in
    upkeep.rebuild()
    assert found == [1]
    assert meddled.search("end").total == 1
    assert meddled.change() == last_change(database)


def test_changes_meant_for_the_index_before_a_swap_reach_the_one_after_it(
    meddled: MeddledIndex, database: Database, paste: Paste
) -> None:
    stale = MemoryIndex()
    Upkeep(database, stale).catch_up()
    paste("The harbour, the beginning.", "The Tide")
    upkeep = Upkeep(database, meddled)
    upkeep.catch_up()
    paste(LATE, "The Tide")

    def swap() -> None:
        # A rebuild that was begun two changes ago takes effect.
        meddled._articles, meddled._change = stale._articles, stale._change

    meddled.before_batch = swap
    upkeep.catch_up()
    assert meddled.article_ids() == set(range(1, 8))
    assert meddled.change() == last_change(database)


def test_who_asks_for_a_rebuild_during_another_gets_that_one(
    stocked: Services, database: Database
) -> None:
    begun, go_on, builds = Event(), Event(), []

    def build(report: Report, token: CancelToken) -> int:
        builds.append(1)
        begun.set()
        go_on.wait()
        return plain.build(report, token)

    index = MemoryIndex()
    plain, upkeep = Upkeep(database, index), Upkeep(database, index, build, bulk=0)
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(upkeep.rebuild)
        begun.wait()
        assert upkeep.catch_up() == 0  # an import does not wait for it
        given_up = CancelToken()
        given_up.cancel()
        with pytest.raises(Cancelled):
            upkeep.rebuild(token=given_up)
        second = threads.submit(upkeep.rebuild)
        go_on.set()
        assert (first.result(), second.result()) == (2, 2)
    assert len(builds) <= 2
    assert upkeep.is_up_to_date()


def test_a_long_rebuild_is_left_alone_if_so_asked(stocked: Services, database: Database) -> None:
    upkeep = Upkeep(database, MemoryIndex(), bulk=0)
    assert upkeep.catch_up(bulk=False) == 0
    assert not upkeep.is_up_to_date()
    assert upkeep.catch_up() == 2


def test_without_a_process_of_its_own_the_index_is_built_here(
    stocked: Services, database: Database
) -> None:
    def fails(report: Report, token: CancelToken) -> int:
        raise ProcessFailed

    index = MemoryIndex()
    assert Upkeep(database, index, fails, bulk=0).rebuild() == 2
    assert index.search("harbour").total == 2


def test_what_the_process_tells_is_told(stocked: Services, database: Database) -> None:
    def fails(report: Report, token: CancelToken) -> int:
        raise LibraryReadOnly(Path("index"), reason="the disk is full")

    upkeep = Upkeep(database, MemoryIndex(), fails, bulk=0)
    with pytest.raises(LibraryReadOnly):
        upkeep.rebuild()
    assert upkeep.catch_up() == 0


# --- what the process says ------------------------------------------------------------------------


def echoing(*lines: object, then: str = "") -> list[str]:
    said = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return [sys.executable, "-c", f"print({said!r}, flush=True)\n{then}"]


def test_progress_is_heard() -> None:
    told: list[Progress] = []
    command = echoing({"done": 1, "total": 2, "item": "“Flour”"}, "half a li", {"result": 2})
    assert build_in_process(command, told.append, CancelToken()) == 2
    assert told == [Progress(1, 2, "“Flour”")]


def test_a_problem_arrives_as_it_was() -> None:
    said = StringIO()

    def build(report: Report, token: CancelToken) -> int:
        report(Progress(0, 1, "Flour"))
        raise LibraryReadOnly(Path("index"), reason="{the disk} is full")

    assert tell(build, said) == 1
    with pytest.raises(SummitError) as caught:
        build_in_process(echoing(said.getvalue()), silent, CancelToken())
    assert type(caught.value) is LibraryReadOnly
    assert str(caught.value) == str(LibraryReadOnly("index", reason="{the disk} is full"))


def test_a_defect_is_not_taken_for_success(caplog: pytest.LogCaptureFixture) -> None:
    said = StringIO()

    def build(report: Report, token: CancelToken) -> int:
        raise ZeroDivisionError

    assert tell(build, said) == 1
    with pytest.raises(ProcessFailed):
        build_in_process(echoing(said.getvalue()), silent, CancelToken())
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    "command", [["/no/such/program"], echoing(), echoing(then="import os; os._exit(7)")]
)
def test_a_process_that_says_nothing_has_failed(command: list[str]) -> None:
    with pytest.raises(ProcessFailed):
        build_in_process(command, silent, CancelToken())


def test_a_process_that_waits_is_stopped_on_request() -> None:
    token = CancelToken()
    command = echoing(
        {"done": 0, "total": 2, "item": ""}, then="import threading; threading.Event().wait()"
    )
    with pytest.raises(Cancelled):
        build_in_process(command, lambda _: token.cancel(), token)


def test_a_keyboard_interrupt_ends_the_process() -> None:
    def interrupt(_: Progress) -> None:
        raise KeyboardInterrupt

    command = echoing(
        {"done": 0, "total": 2, "item": ""}, then="import threading; threading.Event().wait()"
    )
    with pytest.raises(KeyboardInterrupt):
        build_in_process(command, interrupt, CancelToken())


def test_nobody_listens_any_more() -> None:
    class Closed(StringIO):
        def write(self, _: str, /) -> int:
            raise BrokenPipeError

    steps: list[int] = []

    def build(report: Report, token: CancelToken) -> int:
        for step in range(100):
            report(Progress(step, 100))
            steps.append(step)
        return 100

    assert tell(build, Closed()) == 1
    assert steps == []


# --- the real one ---------------------------------------------------------------------------------


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with closing(open_services(tmp_path / "library", create=True)) as services:
        for number in range(12):
            text = f"Catch {number}\n\nA herring came in.\n"
            services.importing.import_text(text, f"catch {number}")
    return tmp_path / "library"


def opened(library: Path, stack: list[Callable[[], object]]) -> tuple[Upkeep, Database]:
    database, index = Database.open(library), open_index(library / "index")
    stack += [database.close, index.close]
    build = partial(build_in_process, bootstrap.program(bootstrap.BUILD_INDEX, library))
    return Upkeep(database, index, build, bulk=0), database


@pytest.fixture
def upkeep(library: Path) -> Iterator[Upkeep]:
    """Builds even the smallest index in a process of its own."""
    stack: list[Callable[[], object]] = []
    yield opened(library, stack)[0]
    for close in stack:
        close()


def segments(library: Path) -> set[str]:
    return {path.name for path in (library / "index").glob("*.postings")}


def test_our_own_program_builds_the_index(library: Path, upkeep: Upkeep) -> None:
    before, told = segments(library), list[Progress]()
    assert upkeep.rebuild(told.append) == 12
    assert told[0].total == 12
    assert len(segments(library)) == 1
    assert not segments(library) & before
    assert all(finding.ok for finding in upkeep.findings())
    assert not (library / "index" / "new").exists()


def test_the_process_reads_texts_as_this_one_does(library: Path) -> None:
    with closing(open_services(library)) as services:
        services.importing.import_text(COMMENTED, "commented")
    # Not through `Upkeep`, which builds the index itself where the process fails.
    assert (
        build_in_process(bootstrap.program(bootstrap.BUILD_INDEX, library), silent, CancelToken())
        == 13
    )
    with closing(open_services(library)) as services:
        (found,) = services.searching.search("walrus in:comments").articles
    assert found.hits[0].comment


def test_stopped_halfway_the_old_index_is_in_use(library: Path, upkeep: Upkeep) -> None:
    before, token = segments(library), CancelToken()
    with pytest.raises(Cancelled):
        upkeep.rebuild(lambda _: token.cancel(), token)
    assert segments(library) == before
    assert all(finding.ok for finding in upkeep.findings())
    assert not (library / "index" / "new").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_killed_halfway_it_is_built_without_the_process(
    library: Path, upkeep: Upkeep, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, processes = building._started, list[subprocess.Popen[str]]()

    def noted(command: Sequence[str]) -> subprocess.Popen[str]:
        processes.append(started(command))
        return processes[-1]

    def shoot(_: Progress) -> None:
        if processes[-1].poll() is None:
            processes[-1].send_signal(signal.SIGKILL)

    monkeypatch.setattr(building, "_started", noted)
    assert upkeep.rebuild(shoot) == 12
    assert [process.returncode for process in processes] == [-signal.SIGKILL]
    assert all(finding.ok for finding in upkeep.findings())
    assert not (library / "index" / "new").exists()


def test_the_library_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(SummitError, match="is not a Summit Reader library"):
        build_in_process(
            bootstrap.program(bootstrap.BUILD_INDEX, tmp_path / "none"), silent, CancelToken()
        )
