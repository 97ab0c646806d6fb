"""How long from the command to the first window with its panes, and where the time goes.

    python benchmarks/start.py [RUNS] [LIBRARY]

Runs of the program and of a bare PySide6 window are interleaved: both meet the same machine. Times
are milliseconds on the wall from just before the process is made, medians after one warm-up; the
clock is the system's monotonic one, which parent and child share. Linux and macOS only. Without a
LIBRARY it is the sample's window that is measured.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
RUNS = 5
LEAST, AIM = 600, 350
MB = 1024 * 1024

BARE = """
import time, json
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(json.dumps({"first paint": time.monotonic()}), flush=True)
            QTimer.singleShot(0, app.quit)
            watched.removeEventFilter(self)
        return False
app = QApplication([])
label = QLabel("Summit Reader")
first = First()
label.installEventFilter(first)
label.resize(1280, 800)
label.show()
app.exec()
"""

PROGRAM = """
import json, os, sys, time
marks = {"python": time.monotonic()}
def mark(name):
    marks.setdefault(name, time.monotonic())
import PySide6.QtWidgets
mark("PySide6 imported")
from summit_reader.__main__ import main
from summit_reader.gui import app
mark("window code imported")
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from summit_reader.gui.reading.pane import ReadingPane
busy = {"since": None, "longest": 0.0}
kept = []
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            mark("first paint")
            watched.removeEventFilter(self)
            QTimer.singleShot(0, lambda: watch_turns())
        return False
def watch_turns():
    # A heartbeat every millisecond: whatever keeps the thread longer shows as a gap.
    beat = QTimer()
    beat.setTimerType(Qt.TimerType.PreciseTimer)
    def gap():
        now = time.monotonic()
        if busy["since"] is not None and now - busy["since"] > busy["longest"]:
            busy["longest"] = now - busy["since"]
        busy["since"] = now
    beat.timeout.connect(gap)
    beat.start(1)
    kept.append(beat)
def finish():
    rollup = "/proc/self/smaps_rollup"
    with open(rollup if os.path.exists(rollup) else os.devnull) as lines:
        pss = next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    print(json.dumps(marks | {"pss": pss, "longest": busy["longest"]}), flush=True)
    window[0].close()
window, first = [], First()
made = app.make_window
def make_window(*arguments):
    mark("application made")
    window.append(made(*arguments))
    mark("window built")
    window[0].rooms.preview.installEventFilter(first)
    window[0].session.opened.connect(lambda: mark("library open"))
    def ready(view):
        mark("first point shown")
        QTimer.singleShot(1000, finish)
    window[0].desk.point_shown.connect(ready)
    def filled():
        mark("lists filled")
        if not window[0].contents.points:  # no point will be shown
            QTimer.singleShot(1000, finish)
    window[0].filled.connect(filled)
    return window[0]
app.make_window = make_window
sys.exit(main(["--library", sys.argv[1]]))
"""


def launched(script: str, *arguments: str, home: str) -> dict[str, float]:
    """What a child process reported, its times counted from just before it was made."""
    # A machine that keeps no byte code compiles everything at each start, which nobody's does.
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    surroundings |= {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "HOME": home}
    if not os.environ.get("DISPLAY") and sys.platform != "darwin":
        surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    answer = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=CHECKOUT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    report = json.loads(answer.stdout.splitlines()[-1])
    sizes = {"pss", "longest"}
    return {
        name: value if name in sizes else (value - began) * 1000 for name, value in report.items()
    }


def installed_size() -> float:
    """Megabytes of everything the virtual environment's site-packages hold, with the project."""
    folders = [Path(entry) for entry in sys.path if entry.endswith("site-packages")]
    folders += [CHECKOUT / name for name in ("summit_reader", "resources", "seeds")]
    files = (file for folder in folders for file in folder.rglob("*"))
    return sum(file.stat().st_size for file in files if file.is_file()) / MB


def main() -> int:
    """Measure, print, and say whether the least that is asked for is reached."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    home = tempfile.mkdtemp(prefix="summit-bench-")
    try:
        library = sys.argv[2] if len(sys.argv) > 2 else str(Path(home) / "Sample")  # noqa: PLR2004
        if not Path(library).exists():
            subprocess.run(
                [sys.executable, "-m", "summit_reader", "sample", library],
                cwd=CHECKOUT,
                check=True,
                capture_output=True,
            )
        bare, program = [], []
        for number in range(runs + 1):
            one, two = launched(BARE, home=home), launched(PROGRAM, library, home=home)
            if number:
                bare.append(one)
                program.append(two)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    first = statistics.median(run["first paint"] for run in program)
    floor = statistics.median(run["first paint"] for run in bare)
    print(f"first window, median of {runs} interleaved runs after a warm-up")
    print(f"  bare PySide6 window   {floor:6.0f} ms")
    print(f"  Summit Reader         {first:6.0f} ms   {first / floor:.2f} times the bare window")
    print(
        f"  least {LEAST} ms, aim {AIM} ms: {'reached' if first <= LEAST else 'MISSED'}, "
        f"{'reached' if first <= AIM else 'missed'}"
    )
    print("where the time goes (ms since the command, median)")
    names = [name for name in program[0] if name not in {"pss", "longest"}]
    before = 0.0
    for name in sorted(names, key=lambda name: program[0][name]):
        at = statistics.median(run[name] for run in program)
        print(f"  {at:6.0f}  (+{at - before:4.0f})  {name}")
        before = at
    longest = statistics.median(run["longest"] for run in program) * 1000
    print(f"longest gap between heartbeats of 1 ms after the first paint: {longest:.0f} ms")
    print(f"idle memory: {statistics.median(run['pss'] for run in program) / 1024:.0f} MB PSS")
    print(
        f"installed size: {installed_size():.0f} MB (test tools included where they are installed)"
    )
    return 0 if first <= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
