"""Build `resources/fonts` from Literata and Inter as npm's @fontsource packages carry them.

    uv run --with "fonttools[woff]==4.68.0" packaging/fonts.py

Needs npm and, for reading WOFF2, fontTools with Brotli; neither is a dependency of the project,
for the result is committed. The web packages cut each weight into scripts; a window wants one file
per weight, so the scripts are joined again. The families are renamed, because Qt mixes an Inter of
ours with an Inter installed on the system and the weights jump; neither licence reserves its name.
The same input gives the same bytes.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from npm import unpacked

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
SCRIPTS = ("latin", "latin-ext", "vietnamese", "cyrillic", "greek")
LITERATA = "@fontsource/literata@5.3.0"
LITERATA_VARIABLE = "@fontsource-variable/literata@5.3.0"
INTER = "@fontsource/inter@5.3.0"

# A reading window sets no vertical text, and a style table would still speak of the old family.
UNUSED_TABLES = ["STAT", "vhea", "vmtx"]

REGULAR, BOLD, ITALIC = 1 << 6, 1 << 5, 1 << 0  # OS/2.fsSelection
MAC_BOLD, MAC_ITALIC = 1 << 0, 1 << 1  # head.macStyle

FAMILY, STYLE, UNIQUE_ID, FULL_NAME, POSTSCRIPT_NAME = 1, 2, 3, 4, 6
COPYRIGHT, VERSION, LICENCE, LICENCE_URL = 0, 5, 13, 14
TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE = 16, 17
KEPT_NAMES = {COPYRIGHT, VERSION, LICENCE, LICENCE_URL}
LICENCE_TEXT = (
    "This Font Software is licensed under the SIL Open Font License, Version 1.1. "
    "This license is available with a FAQ at https://openfontlicense.org"
)
WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)


@dataclass(frozen=True)
class Cut:
    """One file to be made: `source` is the name of a script's file, `axes` freezes a variable."""

    package: str
    source: str
    family: str
    style: str
    weight: int
    axes: tuple[tuple[str, float], ...] = ()

    @property
    def italic(self) -> bool:
        """Whether the letters slant."""
        return "Italic" in self.style

    @property
    def file_name(self) -> str:
        """Family and style without blanks, as PostScript names a font."""
        return f"{self.family}-{self.style}".replace(" ", "")


def _literata(style: str, weight: int, shape: str = "normal") -> Cut:
    source = f"literata-{{script}}-{weight}-{shape}"
    return Cut(LITERATA, source, "Summit Serif", style, weight)


def _inter(style: str, weight: int) -> Cut:
    return Cut(INTER, f"inter-{{script}}-{weight}-normal", "Summit Sans", style, weight)


CUTS = (
    _literata("Regular", 400),
    _literata("Italic", 400, "italic"),
    _literata("SemiBold", 600),
    _literata("Bold", 700),
    Cut(
        LITERATA_VARIABLE,
        "literata-{script}-standard-normal",
        "Summit Display",
        "SemiBold",
        600,
        (("opsz", 36), ("wght", 600)),
    ),
    _inter("Regular", 400),
    _inter("Medium", 500),
    _inter("SemiBold", 600),
    _inter("Bold", 700),
)


def joined(cut: Cut, package: Path, workshop: Path) -> TTFont:
    """The scripts of `cut` in one TrueType font."""
    parts = []
    for script in SCRIPTS:
        web_font = package / "files" / f"{cut.source.format(script=script)}.woff2"
        font = TTFont(web_font, recalcTimestamp=False)
        if cut.axes:
            font = instantiateVariableFont(font, dict(cut.axes))
        font.flavor = None
        parts.append(str(workshop / f"{cut.file_name}-{script}.ttf"))
        font.save(parts[-1])
    font = Merger(options=Options(drop_tables=UNUSED_TABLES)).merge(parts)
    # The merger dates its work to this second; the letters are as old as the packages'.
    drawn = TTFont(parts[0])["head"]
    font["head"].created, font["head"].modified = drawn.created, drawn.modified
    font.recalcTimestamp = False
    return font


def rename(font: TTFont, cut: Cut) -> None:
    """Give `font` the family of `cut`, and keep whose work it is and under which licence.

    Records 1 and 2 know four styles only; a weight beyond them is a family of its own there, and
    16 and 17 tie it to the rest.
    """
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES]
    names.setName(LICENCE_TEXT, LICENCE, *WINDOWS_UNICODE_ENGLISH)
    basic = cut.style in {"Regular", "Italic", "Bold"}
    given = {
        FAMILY: cut.family if basic else f"{cut.family} {cut.style}",
        STYLE: cut.style if basic else "Regular",
        UNIQUE_ID: f"{names.getDebugName(VERSION)};{cut.file_name}",
        FULL_NAME: f"{cut.family} {cut.style}",
        POSTSCRIPT_NAME: cut.file_name,
        TYPOGRAPHIC_FAMILY: cut.family,
        TYPOGRAPHIC_STYLE: cut.style,
    }
    for number, text in given.items():
        names.setName(text, number, *WINDOWS_UNICODE_ENGLISH)


def set_style(font: TTFont, cut: Cut) -> None:
    """State weight and slope of `cut` where the systems look for them."""
    bold = cut.style == "Bold"
    os2, head = font["OS/2"], font["head"]
    os2.usWeightClass = cut.weight
    os2.fsSelection &= ~(REGULAR | BOLD | ITALIC)
    os2.fsSelection |= (BOLD * bold | ITALIC * cut.italic) or REGULAR
    head.macStyle = MAC_BOLD * bold | MAC_ITALIC * cut.italic


def build(cut: Cut, package: Path, workshop: Path) -> None:
    """Write the font file of `cut` into `resources/fonts`."""
    font = joined(cut, package, workshop)
    rename(font, cut)
    set_style(font, cut)
    font.save(FONTS / f"{cut.file_name}.ttf")


def licence(packages: dict[str, Path]) -> str:
    """The text of the licence under the copyright lines of both families."""
    literata, inter = (
        (packages[name] / "LICENSE").read_text(encoding="utf-8") for name in (LITERATA, INTER)
    )
    copyrights = [text.split(")", 1)[0] + ")" for text in (literata, inter)]
    return "\n".join(copyrights) + "\n\n" + literata.split("\n", 1)[1].lstrip()


def main() -> None:
    """Fetch, join, rename, write."""
    with tempfile.TemporaryDirectory() as folder:
        workshop = Path(folder)
        packages = {name: unpacked(name, workshop) for name in (LITERATA, LITERATA_VARIABLE, INTER)}
        for cut in CUTS:
            build(cut, packages[cut.package], workshop)
        (FONTS / "OFL.txt").write_text(licence(packages), encoding="utf-8")


if __name__ == "__main__":
    main()
