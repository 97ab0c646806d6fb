"""A heartbeat of the GUI thread, and what kept it from beating in time.

A gap of more than 33 ms between two beats of 4 ms is a late frame; it is ours if this thread, or
this process, was computing for that long meanwhile: what a busy machine takes away does not count.
A second thread looks every 4 ms where a late one stands.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, Qt, QTimer

sys.path.insert(0, str(Path(__file__).parent.parent))

from summit_reader.gui.app import SWITCH_INTERVAL, application, make_window
from summit_reader.gui.collecting import Collector
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.settings import Settings

LATE = 0.033
BEAT_MS = 4
LINES = 6
WAIT_MS = 180_000


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


@contextmanager
def opened_window(home: Path, library: Path, *, sample: bool) -> Iterator[MainWindow]:
    """The program's window on a library, as it is started; its settings lie in `home`."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    store = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    window = make_window(application(), Settings(store))
    collector = Collector(window.session.precedence)
    window.show()
    window.open_library(library, sample=sample)
    try:
        yield window
    finally:
        window.close()
        collector.release()


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
