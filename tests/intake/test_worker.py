from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from summit_reader.domain.file_errors import BreaksReader, PageTooLarge, TakesTooLong
from summit_reader.intake.worker import Worker, worker
from tests.intake import worker_tasks as tasks


@pytest.fixture
def one() -> Iterator[Worker]:
    one = Worker()
    yield one
    one.close()


def pid(one: Worker) -> int:
    told: dict[str, int] = one.run(tasks.process, b"", "a.html")
    return told["pid"]


def test_bytes_and_options_get_there_and_the_answer_comes_back(one: Worker) -> None:
    assert one.run(tasks.process, b"x" * 3_000_000, "a.html")["size"] == 3_000_000
    assert one.run(tasks.echo, "é\n“\0”".encode(), "a.html") == "é\n“\0”"
    assert one.run(tasks.echo, b"\xe9", "a.html", charset="latin-1") == "é"


def test_one_process_reads_many_files(one: Worker) -> None:
    assert pid(one) == pid(one)


def test_what_takes_too_long_is_ended_and_the_next_file_read(one: Worker) -> None:
    before = pid(one)
    one.deadline = 0.2
    with pytest.raises(TakesTooLong, match=r"“a\.html”"):
        one.run(tasks.hang, b"", "a.html")
    one.deadline = 30
    assert pid(one) != before


def test_a_crash_costs_one_file(one: Worker) -> None:
    with pytest.raises(BreaksReader, match=r"“a\.html”"):
        one.run(tasks.vanish, b"", "a.html")
    assert one.run(tasks.echo, b"next", "b.html") == "next"


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not limit memory")
def test_memory_has_an_end(one: Worker) -> None:
    with pytest.raises(BreaksReader):
        one.run(tasks.swell, b"", "a.html")
    assert one.run(tasks.echo, b"next", "b.html") == "next"


def test_what_a_library_prints_is_no_answer(one: Worker) -> None:
    assert one.run(tasks.babble, b"", "a.html") == "quiet"
    assert one.run(tasks.echo, b"next", "b.html") == "next"


def test_depth_has_an_end(one: Worker) -> None:
    with pytest.raises(BreaksReader):
        one.run(tasks.dig, b"", "a.html")


def test_a_refusal_names_the_file_and_its_reason(one: Worker) -> None:
    with pytest.raises(PageTooLarge, match=r"“a\.html” has 3 MB .* 2 MB"):
        one.run(tasks.refuse, b"", "a.html")


def test_a_defect_is_logged_and_costs_one_file(
    one: Worker, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(BreaksReader):
        one.run(tasks.stumble, b"", "a.html")
    assert "a defect" in caplog.text
    assert one.run(tasks.echo, b"next", "b.html") == "next"


def test_threads_take_turns(one: Worker) -> None:
    texts = [f"text {number}" for number in range(40)]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda text: one.run(tasks.echo, text.encode(), text), texts))
    assert answers == texts


def test_a_closed_worker_leaves_no_process_and_starts_another(one: Worker) -> None:
    before = pid(one)
    process = one.process
    one.close()
    assert process is not None
    assert process.returncode == 0
    assert pid(one) != before


def test_an_idle_process_is_ended() -> None:
    one = Worker(idle=0.01)
    one.run(tasks.echo, b"", "a.html")
    process = one.process
    if process is not None:  # else it was ended already
        assert process.wait(30) == 0
    one.close()


def test_a_program_has_one_worker() -> None:
    assert worker() is worker()
