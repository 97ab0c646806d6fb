"""Which frames come late while the window is used during an import and a rebuild, and why.

    python benchmarks/frames.py [--texts N]

Which frame counts as late, `beats` says.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent.parent))

from beats import Beats, opened_window, report, until

from summit_reader.bootstrap import Services, make_sample
from summit_reader.domain.progress import CancelToken
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.widgets.sides import Side

WORDS = 5000


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=300)
    count = parser.parse_args().texts
    with tempfile.TemporaryDirectory(prefix="summit-frames-") as place:
        home = Path(place)
        make_sample(home / "Library")
        with opened_window(home, home / "Library", sample=True) as window:
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


if __name__ == "__main__":
    main()
