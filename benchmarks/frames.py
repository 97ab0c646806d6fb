"""Which frames come late while the window is used during an import and a rebuild, and why.

    python benchmarks/frames.py [--texts N]

A heartbeat of the GUI thread runs every 4 ms. A gap of more than 33 ms between two beats is a late
frame; it is ours if this thread, or this process, was computing for that long meanwhile: what a
busy machine takes away does not count. A second thread looks every 4 ms where a late one stands.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent.parent))

from summit_reader.bootstrap import Services, make_sample
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.app import SWITCH_INTERVAL, application, make_window
from summit_reader.gui.collecting import Collector
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.settings import Settings
from summit_reader.gui.widgets.sides import Side

LATE = 0.033
BEAT_MS = 4
LINES = 6
WAIT_MS = 180_000
WORDS = 5000


class Beats:
    """The gaps between the beats of the GUI thread, by the step that was being taken."""

    def __init__(self) -> None:
        self.step = ""
        self.late: list[tuple[str, float, float, float]] = []
        self.stacks: Counter[tuple[str, str]] = Counter()
        self.beside: Counter[str] = Counter()
        self._gui = threading.get_ident()
        self._last = self._now()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start(BEAT_MS)
        self._looking = True
        threading.Thread(target=self._look, daemon=True).start()

    @staticmethod
    def _now() -> tuple[float, float, float]:
        return time.perf_counter(), time.thread_time(), time.process_time()

    def beat(self) -> None:
        """Note the gap since the last beat, if it is late and ours."""
        now = self._now()
        wall, gui, process = (b - a for a, b in zip(self._last, now, strict=True))
        if wall > LATE and process > LATE:
            self.late.append((self.step, wall, gui, process))
        self._last = now

    def stop(self) -> None:
        """Measure no more."""
        self._looking = False
        self._timer.stop()

    def _look(self) -> None:
        while self._looking:
            time.sleep(BEAT_MS / 1000)
            if time.perf_counter() - self._last[0] > LATE:
                for thread, frame in sys._current_frames().items():  # noqa: SLF001 - its only way
                    stack = " < ".join(_ours(frame)[:LINES])
                    if thread == self._gui:
                        self.stacks[self.step, stack] += 1
                    elif stack:
                        self.beside[stack] += 1


def _ours(frame: FrameType | None) -> list[str]:
    """Where our own code stands, the innermost first; the thread goes on meanwhile."""
    places = []
    with suppress(AttributeError):  # a frame that ended while it was looked at
        while frame is not None:
            code = frame.f_code
            if "summit_reader" in code.co_filename:
                places.append(f"{Path(code.co_filename).name}:{frame.f_lineno} {code.co_name}")
            frame = frame.f_back
    return places


@cache
def _looking() -> tuple[QEventLoop, QTimer]:
    # Made once: what watches the threads holds their frames, and would destroy what is theirs.
    look = QTimer()
    look.start(BEAT_MS)
    return QEventLoop(), look


def until(seen: Callable[[], object]) -> None:
    """Let the window work until something is seen; between events its thread sleeps, as ever."""
    (loop, look), deadline = _looking(), QDeadlineTimer(WAIT_MS)

    def quit_if_seen() -> None:
        if seen() or deadline.hasExpired():
            loop.quit()

    look.timeout.connect(quit_if_seen)
    loop.exec()
    look.timeout.disconnect(quit_if_seen)
    if deadline.hasExpired():
        raise TimeoutError


def texts(folder: Path, count: int) -> None:
    """`count` texts with takes, and one long one, written for this measurement."""
    for number in range(count):
        quotations = "\n\n".join(
            f"“The harbour of district {number} will cost {year} million,” said Ada Byrne, mayor. "
            "The council met in a crowded hall and talked until late at night about the bill."
            for year in range(2010, 2018)
        )
        (folder / f"{number}.txt").write_text(f"Harbour {number}\n\n{quotations}\n")


def drive(window: MainWindow) -> Iterator[str]:
    """One step of a reader after the other; named before it is taken."""
    rooms = window.rooms
    for word in itertools.cycle(("harbour", "sanctions", "mayor council", "flour")):
        for letter in word:
            yield "typing"
            QTest.keyClicks(window.field, letter)
        for _ in range(4):
            yield "stepping through results"
            QTest.keyClick(window.field, Qt.Key.Key_Down)
        yield "opening"
        QTest.keyClick(window.field, Qt.Key.Key_Return)
        bar = rooms.pair.panes[Side.A].browser.verticalScrollBar()
        for _ in range(6):
            yield "scrolling"
            bar.setValue((bar.value() + 60) % max(bar.maximum(), 1))
        yield "leaving the search"
        window.search.leave()
        for name in ("next_outlet", "next_point", "same_point", "pin"):
            yield name.replace("_", " ")
            window.actions_[name].trigger()
        yield "grid"
        window.actions_["grid"].trigger()
        yield "back from the grid"
        rooms.show_work()


def use(window: MainWindow, beats: Beats, busy: Callable[[], bool]) -> int:
    """Take steps while `busy`; how many were taken."""
    for taken, step in enumerate(drive(window)):
        if not busy():
            return taken
        beats.step = step
        pause = QDeadlineTimer(40)
        until(pause.hasExpired)
    return 0


def long_text(window: MainWindow, folder: Path, beats: Beats) -> None:
    """How long an article of 5,000 words keeps the GUI thread, opened five times."""
    path = folder / "long.txt"
    sentence = "The council of the harbour met again on Monday and talked until late at night. "
    path.write_text("A long report\n\n" + "\n\n".join([sentence * 6] * (WORDS // 84 + 1)))
    done: list[int] = []
    window.session.write(
        lambda s: s.importing.import_paths([path]).imported[0].article_id, done.append
    )
    until(lambda: done)
    beats.step = "opening 5,000 words"
    pane, spent = window.rooms.pair.panes[Side.A], []
    for _ in range(5):
        before, gui = pane.content, time.thread_time()
        window.open_text(done[0], False)  # noqa: FBT003 - a slot of a signal
        until(lambda before=before: pane.content is not before and pane.content is not None)
        QApplication.processEvents()
        spent.append((time.thread_time() - gui) * 1000)
        other = window.desk.view.takes[0].take if window.desk.view else None
        if other is not None:
            before = pane.content
            window.open_take(other, False)  # noqa: FBT003 - as above
            until(lambda before=before: pane.content is not before)
    print(
        f"opening {WORDS} words: {' '.join(f'{each:.0f}' for each in spent)} ms of the GUI thread"
    )


def rebuild(window: MainWindow) -> list[int]:
    """Start a rebuild beside everything; what is in the list then says that it is done."""
    done: list[int] = []

    def work(services: Services, token: CancelToken) -> int:
        return services.upkeep.rebuild(token=token)

    window.session.build(work, done.append, lambda _: done.append(0))
    return done


def report(beats: Beats) -> None:
    print(f"late frames of ours (over {LATE * 1000:.0f} ms): {len(beats.late)}")
    for step, wall, gui, process in sorted(beats.late, key=lambda each: -each[2])[:20]:
        print(
            f"  {step:26} {wall * 1000:5.0f} ms, of which {gui * 1000:4.0f} the GUI thread, "
            f"{process * 1000:4.0f} the process"
        )
    print("where a late GUI thread stood (samples)")
    for (step, stack), count in beats.stacks.most_common(20):
        print(f"  {count:4} {step}: {stack or 'in Qt or waiting'}")
    print("what other threads were at meanwhile (samples)")
    for stack, count in beats.beside.most_common(20):
        print(f"  {count:4} {stack}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=300)
    count = parser.parse_args().texts
    sys.setswitchinterval(SWITCH_INTERVAL)
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="summit-frames-") as place:
        home, app = Path(place), application()
        make_sample(home / "Library")
        store = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
        window = make_window(app, Settings(store))
        collector = Collector(window.session.precedence)
        window.show()
        window.open_library(home / "Library", sample=True)
        until(lambda: window.desk.view is not None and window.board.comparison is not None)
        beats = Beats()
        (home / "Texts").mkdir()
        texts(home / "Texts", count)
        imported: list[object] = []
        window.importing.finished.connect(imported.append)
        window.importing.import_names([str(home / "Texts")])
        print(f"steps during an import of {count}: {use(window, beats, lambda: not imported)}")
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()
        done = rebuild(window)
        print(f"steps during a rebuild: {use(window, beats, lambda: not done)}")
        long_text(window, home, beats)
        beats.stop()
        report(beats)
        window.close()
        collector.release()


if __name__ == "__main__":
    main()
