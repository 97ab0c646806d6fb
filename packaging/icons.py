"""Build `resources/icons` from Lucide: the icons named in the tokens, and the pin filled in.

    python packaging/icons.py

Needs npm; the result is committed. The application's own icon, summit-reader.svg, is drawn by hand
and left alone. Lines are thinned from 2 to the 1.75 of the tokens, which sits better beside Inter
at 18 px; colour stays `currentColor`, for the window puts in the colour of its theme.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import tomllib
from pathlib import Path

from npm import unpacked

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
ICONS = RESOURCES / "icons"
TOKENS = RESOURCES / "themes" / "tokens.toml"
LUCIDE = "lucide-static@1.62.0"

FILLED = {"pin": "pin-filled"}
"""Icons that also come filled: a state must differ by more than its tint."""


def drawn(svg: str, *, stroke: float, filled: bool = False) -> str:
    """One line of SVG from Lucide's layout of one attribute a line, without its class names."""
    svg = re.sub(r"<!--[^>]*-->", "", svg)
    svg = re.sub(r'\s+class="[^"]*"', "", svg)
    svg = re.sub(r'stroke-width="[^"]*"', f'stroke-width="{stroke}"', svg)
    if filled:
        svg = svg.replace('fill="none"', 'fill="currentColor"')
    svg = re.sub(r"\s+", " ", svg)
    return svg.replace("> <", "><").replace(" />", "/>").replace(" >", ">").strip() + "\n"


def main() -> None:
    """Fetch, redraw, write."""
    icon = tomllib.loads(TOKENS.read_text(encoding="utf-8"))["icon"]
    with tempfile.TemporaryDirectory() as folder:
        lucide = unpacked(LUCIDE, Path(folder))
        for name in sorted(set(icon["name"].values())):
            svg = (lucide / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            (ICONS / f"{name}.svg").write_text(drawn(svg, stroke=icon["stroke"]), encoding="utf-8")
            if name in FILLED:
                filled = drawn(svg, stroke=icon["stroke"], filled=True)
                (ICONS / f"{FILLED[name]}.svg").write_text(filled, encoding="utf-8")
        shutil.copyfile(lucide / "LICENSE", ICONS / "LICENSE")


if __name__ == "__main__":
    main()
