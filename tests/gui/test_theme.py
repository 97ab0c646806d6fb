import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QProgressBar,
    QPushButton,
    QScrollBar,
    QStyle,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from summit_reader.gui.icons import Icons
from summit_reader.gui.look import Look
from summit_reader.gui.theme import Theme, ThemeChoice


def test_the_palette_is_that_of_the_theme(qapp: QApplication) -> None:
    theme = Theme()
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.SEPIA, ThemeChoice.CONTRAST):
        theme.choose(qapp, choice)
        assert theme.name == choice.value
        base = qapp.palette().color(QPalette.ColorRole.Base)
        assert base == theme.colour("paper")


@pytest.mark.parametrize("kind", [QCheckBox, QComboBox, QProgressBar, QPushButton, QScrollBar])
def test_nothing_moves(qapp: QApplication, qtbot: QtBot, kind: type[QWidget]) -> None:
    Theme().choose(qapp, ThemeChoice.LIGHT)
    widget = kind()
    qtbot.addWidget(widget)
    widget.show()
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    assert widget.style().styleHint(hint, None, widget) == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)


def test_following_a_system_that_says_nothing_is_light(qapp: QApplication) -> None:
    theme = Theme()
    theme.choose(qapp, ThemeChoice.SYSTEM)
    assert theme.name == "light"


def test_widgets_hear_of_a_change(qapp: QApplication) -> None:
    theme = Theme()
    heard: list[str] = []
    theme.changed.connect(lambda: heard.append(theme.name))
    theme.choose(qapp, ThemeChoice.DARK)
    assert heard == ["dark"]


def test_an_icon_is_redrawn_in_the_new_ink(qapp: QApplication) -> None:
    theme = Theme()
    icons = Icons(theme)
    button = QToolButton()
    icons.put(button, "pin")

    def darkest() -> int:
        image = button.icon().pixmap(18, 18).toImage()
        pixels = [image.pixelColor(x, y) for x in range(18) for y in range(18)]
        return min(pixel.lightness() for pixel in pixels if pixel.alpha() > 200)

    light = darkest()
    theme.choose(qapp, ThemeChoice.DARK)
    assert darkest() > light + 100


def test_faces_come_from_the_shipped_families(look: Look) -> None:
    assert look.type.font("read").families()[0] == "Summit Serif"
    assert look.type.font("ui").families()[0] == "Summit Sans"


def test_reading_size_is_held_between_its_limits(look: Look) -> None:
    look.type.set_reading_size(400)
    assert look.type.reading_size == 32
    look.type.set_reading_size(1)
    assert look.type.reading_size == 12
    assert look.type.font("read").pixelSize() == 12
