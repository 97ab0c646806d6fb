"""The shipped fonts and icons are whole, and are the ones the tokens name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QRawFont,
)
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TOKENS = tomllib.loads((RESOURCES / "themes" / "tokens.toml").read_text(encoding="utf-8"))
FONTS = sorted((RESOURCES / "fonts").glob("*.ttf"))
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
CUTS = {
    "Summit Serif": {(400, False), (400, True), (600, False), (700, False)},
    "Summit Display": {(600, False)},
    "Summit Sans": {(400, False), (500, False), (600, False), (700, False)},
}
SAMPLES = {
    "Latin": "Aé“”–…€№",
    "Latin extended": "őłŘąțğ",
    "Vietnamese": "ếẫỹ₫",
    "Cyrillic": "ЖжяЁ",
    "Greek": "Αθώς",
}


def name_of(path: Path) -> str:
    return path.name


@pytest.fixture
def families(qapp: QGuiApplication) -> None:
    for path in FONTS:
        assert QFontDatabase.addApplicationFont(str(path)) >= 0, path


@pytest.mark.usefixtures("families")
@pytest.mark.parametrize("family", CUTS)
def test_a_family_groups_its_cuts(family: str) -> None:
    cuts = {
        (QFontDatabase.weight(family, style), QFontDatabase.italic(family, style))
        for style in QFontDatabase.styles(family)
    }
    assert cuts == CUTS[family]


def test_the_tokens_ask_for_the_shipped_families_first() -> None:
    first = {TOKENS["font"][face][0] for face in ("serif", "display", "sans")}
    assert first == CUTS.keys()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("script", SAMPLES)
@pytest.mark.parametrize("path", FONTS, ids=name_of)
def test_a_font_has_the_letters_of_its_scripts(path: Path, script: str) -> None:
    font = QRawFont(str(path), 16)
    assert [sign for sign in SAMPLES[script] if not font.supportsCharacter(ord(sign))] == []


@pytest.mark.usefixtures("families")
def test_ligatures_survived_the_joining() -> None:
    font = QFont("Summit Serif")
    font.setPixelSize(100)
    joined = QFontMetricsF(font).horizontalAdvance("ffi")
    font.setFeature(QFont.Tag("liga"), 0)
    assert QFontMetricsF(font).horizontalAdvance("ffi") != joined


def test_every_icon_of_the_tokens_is_there_and_no_other() -> None:
    named = {*TOKENS["icon"]["name"].values()}
    named |= {cell["icon"] for cell in TOKENS["empty_cell"].values()}
    assert {path.stem for path in ICONS} == named | {"pin-filled", "summit-reader"}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("path", ICONS, ids=name_of)
def test_an_icon_draws_something(path: Path) -> None:
    image = QImage(18, 18, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    drawn = [QColor.fromRgba(image.pixel(x, y)).alpha() for x in range(18) for y in range(18)]
    assert any(drawn)


@pytest.mark.parametrize(
    "path", [path for path in ICONS if path.stem != "summit-reader"], ids=name_of
)
def test_an_icon_takes_the_colour_and_line_of_the_theme(path: Path) -> None:
    svg = path.read_text(encoding="utf-8")
    fill = "currentColor" if path.stem.endswith("-filled") else "none"
    fills = re.findall(r'\bfill="([^"]*)"', svg)
    assert fills[0] == fill
    assert set(fills) <= {"none", "currentColor"}
    assert set(re.findall(r'\bstroke="([^"]*)"', svg)) == {"currentColor"}
    assert re.findall(r'stroke-width="([^"]*)"', svg) == [str(TOKENS["icon"]["stroke"])]
