"""Which frames come late while a board of many clippings is scrolled and put in another order.

    python benchmarks/board.py [--cards N]

Which frame counts as late, `beats` says.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer

sys.path.insert(0, str(Path(__file__).parent.parent))

from beats import Beats, opened_window, report, until
from frames import texts

from summit_reader.bootstrap import make_sample, open_services
from summit_reader.gui.main_window import MainWindow

CARDS = 500
A_TEXT = 8
"""Takes of each text that is written for this."""
STEPS = 60
PAUSE_MS = 60
SETTLED_MS = 3_000
UNDONE = 10
"""Of so many steps one is taken back."""


def filled(library: Path, scratch: Path, cards: int) -> None:
    """The sample with a board of so many clippings."""
    make_sample(library)
    scratch.mkdir()
    texts(scratch, cards // A_TEXT + 1)
    services = open_services(library)
    try:
        services.importing.import_paths(sorted(scratch.iterdir()))
        board = services.pinning.new_comparison("Many")
        ids = [
            take.id
            for outlet in services.reading.outlets()
            for take in services.reading.takes_by(outlet.outlet.id)
        ]
        for number, take_id in enumerate(ids[:cards]):
            services.pinning.pin(board.id, f"card-{number}", take_id, number % 2)
    finally:
        services.close()


def use(window: MainWindow, beats: Beats) -> int:
    """Scroll through the board, then move cards about; how many steps that were."""
    view = window.pages.board.page.view
    bar, before = view.verticalScrollBar(), window.board.comparison

    def step(name: str) -> None:
        beats.step = name
        pause = QDeadlineTimer(PAUSE_MS)
        until(pause.hasExpired)

    for number in range(STEPS):
        bar.setValue(bar.maximum() * number // STEPS)
        step("scrolling")
    bar.setValue(0)
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    for number in range(STEPS):
        window.actions_["row_down"].trigger()
        step("moving a card down")
        if number % UNDONE == UNDONE - 1:
            window.board.stack.undo()
            step("taking it back")
    if window.board.comparison == before:
        message = "no card was moved"
        raise RuntimeError(message)
    return 2 * STEPS + STEPS // UNDONE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=CARDS)
    cards = parser.parse_args().cards
    with tempfile.TemporaryDirectory(prefix="summit-board-") as place:
        home = Path(place)
        filled(home / "Library", home / "Texts", cards)
        with opened_window(home, home / "Library", sample=False) as window:
            until(lambda: window.board.comparison is not None and window.board.comparison.cards)
            window.actions_["board"].trigger()
            until(lambda: window.pages.board.page.view.model().rowCount() > 0)
            opening = QDeadlineTimer(SETTLED_MS)  # what fills the other lists is not measured here
            until(opening.hasExpired)
            beats = Beats()
            print(f"steps on a board of {cards}: {use(window, beats)}")
            beats.stop()
            report(beats)


if __name__ == "__main__":
    main()
