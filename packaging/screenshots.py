"""Pictures of every screen in every look into docs/pictures, and the page that shows them.

    python packaging/screenshots.py [--folder DIR] [--look NAME] [--screen WORD]

Drives the real window on fresh libraries, on a screen that is nowhere to be seen. Each look has
a process of its own; two draw at a time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))
# Not on the screen there may be: its size, its fonts and its scale would be in the pictures.
SCREEN = Path(__file__).resolve().parent / "pictures" / "screen.json"
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"

from PySide6.QtGui import QPixmap  # noqa: E402

from pictures.index_page import file_name, index_page  # noqa: E402
from pictures.looks import LOOKS, Look  # noqa: E402
from pictures.material import staged, wire  # noqa: E402
from pictures.saving import save  # noqa: E402
from pictures.screens import Screen, Sitting  # noqa: E402
from pictures.sittings import SITTINGS  # noqa: E402
from pictures.studio import Studio  # noqa: E402

AT_ONCE = 2


def main() -> int:
    """Take the pictures; 1 if one could not be taken."""
    parser = argparse.ArgumentParser(description="Draw the pictures of the documentation.")
    parser.add_argument("--folder", type=Path, default=CHECKOUT / "docs" / "pictures")
    parser.add_argument("--look", choices=[look.name for look in LOOKS])
    parser.add_argument("--screen", default="", help="only screens with this in their name")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.look:
        look = next(one for one in LOOKS if one.name == asked.look)
        return draw(look, asked.folder, asked.screen)
    if not asked.screen:
        for old in [*asked.folder.glob("*.webp"), *asked.folder.glob("*.png")]:
            old.unlink()
    commands = [
        [sys.executable, __file__, "--folder", str(asked.folder), "--look", look.name,
         "--screen", asked.screen]
        for look in LOOKS
    ]  # fmt: skip
    with ThreadPoolExecutor(AT_ONCE) as drawing:
        codes = list(drawing.map(subprocess.call, commands))
    page = index_page(asked.folder, SITTINGS, LOOKS)
    (asked.folder / "README.md").write_text(page, encoding="utf-8")
    return max(codes)


def draw(look: Look, folder: Path, word: str) -> int:
    """Draw the screens with that word in their name in one look; 1 if one could not be drawn."""
    # Always the same place: paths are to be read on some of the screens.
    scratch = Path(tempfile.gettempdir()) / f"summit-reader-{look.name}"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    failed = 0
    try:
        with staged(wire()):
            studio = Studio(look, scratch)
            for sitting in SITTINGS:
                if any(word in screen.name for screen in sitting.screens):
                    failed += sat(studio, sitting, folder, word)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return int(failed > 0)


def sat(studio: Studio, sitting: Sitting, folder: Path, word: str) -> int:
    """Take the screens of a sitting one after another; how many could not be taken."""
    library = None
    if sitting.library is not None:
        library = studio.scratch / str(SITTINGS.index(sitting)) / "Summit"
        sitting.library(library)
    failed = 0
    with studio.open(library):
        for screen in sitting.screens:
            try:
                picture = _taken(studio, screen)
            except Exception:  # noqa: BLE001  # the other screens are wanted all the same
                traceback.print_exc()
                print(f"NOT TAKEN: {screen.name} in {studio.look.name}", file=sys.stderr)
                failed += 1
            else:
                if word in screen.name and (screen.is_chief or not studio.look.few):
                    path = folder / file_name(screen.name, studio.look)
                    save(picture.toImage(), path)
                    print(path)
            studio.tidy()
    return failed


def _taken(studio: Studio, screen: Screen) -> QPixmap:
    shown = screen.take(studio)
    if isinstance(shown, QPixmap):
        return shown
    studio.rest()
    return shown.grab()


if __name__ == "__main__":
    sys.exit(main())
