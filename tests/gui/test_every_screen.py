"""Every screen there is a picture of: heard by a screen reader, followed by the keyboard."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRect, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QMenuBar,
    QWidget,
)

import summit_reader.gui
from pictures.looks import LOOKS, Look
from pictures.screens import Sitting
from pictures.sittings import SITTINGS
from summit_reader.gui.resources import resource
from summit_reader.gui.translation import Language, speak
from summit_reader.gui.widgets.focus_ring import OWN
from tests.gui.clipping import PseudoLanguage, clipped
from tests.gui.test_accessible_walk import silent
from tests.gui.walking import walk

AROUND = 4
"""Pixels around a control that may show that it has the focus."""
GUI = Path(summit_reader.gui.__file__).parent
SEEN: dict[str, set[type[QWidget]]] = {}
"""The kinds of dialogs that each sitting came to."""


@pytest.mark.parametrize("sitting", SITTINGS, ids=lambda sitting: sitting.title)
def test_every_screen_is_heard_and_shows_its_focus(
    sitting: Sitting, tmp_path: Path, qapp: QApplication
) -> None:
    found: set[str] = set()
    met = SEEN.setdefault(sitting.title, set())
    tried: set[object] = set()

    def visit(name: str, window: QWidget) -> None:
        met.add(type(window))
        found.update(f"{name}: {said}" for said in silent(window))
        for control in controls(window):
            kind = (type(control), control.accessibleName(), type(window))
            if kind not in tried:
                tried.add(kind)
                if not shows_focus(control):
                    found.add(f"{name}: {type(control).__name__} “{kind[1]}” shows no focus")

    walk(sitting, LOOKS[0], tmp_path, visit)
    assert not found, "\n".join(sorted(found))


@pytest.fixture
def _from_the_right(qapp: QApplication) -> Iterator[None]:
    language = PseudoLanguage()
    qapp.installTranslator(language)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.removeTranslator(language)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("_from_the_right")
@pytest.mark.parametrize("sitting", SITTINGS, ids=lambda sitting: sitting.title)
def test_every_screen_has_room_for_its_words(sitting: Sitting, tmp_path: Path) -> None:
    look = Look("pseudo", "", direction=Qt.LayoutDirection.LeftToRight)
    found: set[str] = set()

    def visit(name: str, window: QWidget) -> None:
        found.update(f"{name}: {said}" for said in clipped(window))

    walk(sitting, look, tmp_path, visit)
    assert not found, "\n".join(sorted(found))


class Noting(QTranslator):
    """Asked before the catalogue, says nothing, and notes what that will not know."""

    def __init__(self) -> None:
        super().__init__()
        self.missing: set[str] = set()
        self._known: dict[str, str] = json.loads(resource("translations/de.json"))

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False

    def translate(
        self,
        context: bytes | QByteArray | str,
        sourceText: bytes | QByteArray | str,  # noqa: N803  # Qt's name
        disambiguation: bytes | QByteArray | str | None = None,  # noqa: ARG002  # as above
        n: int = -1,  # noqa: ARG002  # as above
    ) -> str | None:
        source = str(sourceText)
        # What Qt says itself has translations of its own.
        is_ours = not str(context).startswith("Q") and any(map(str.isalpha, source))
        if is_ours and source not in self._known:
            self.missing.add(source)
        return None


@pytest.mark.parametrize("sitting", SITTINGS, ids=lambda sitting: sitting.title)
def test_every_screen_speaks_german(sitting: Sitting, tmp_path: Path, qapp: QApplication) -> None:
    noting = Noting()

    def visit(name: str, window: QWidget) -> None:
        # Once more, so that it is asked before the catalogue of the window that is new.
        qapp.removeTranslator(noting)
        qapp.installTranslator(noting)

    walk(sitting, next(one for one in LOOKS if one.name == "german"), tmp_path, visit)
    qapp.removeTranslator(noting)
    speak(qapp, Language.ENGLISH)
    assert noting.missing == set()


def controls(window: QWidget) -> list[QWidget]:
    """What the Tab key can come to and what is in sight."""
    return [
        one
        for one in [window, *window.findChildren(QWidget)]
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.window() is window
        and one.isVisible()
        and one.isEnabled()
        and one.focusProxy() is None
        and not one.property(OWN)
        and not isinstance(one, QMenuBar)
    ]


def shows_focus(control: QWidget) -> bool:
    """Whether it looks different with the focus; a list without rows has nowhere to show it."""
    if isinstance(control, QAbstractItemView) and not (
        control.model() is not None and control.model().rowCount()
    ):
        return True
    before = QApplication.focusWidget()
    window = control.window()
    window.activateWindow()
    elsewhere = next(iter(one for one in controls(window) if one is not control), None)
    if elsewhere is not None:
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    control.clearFocus()
    without = around(control)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    if not control.isEnabled():
        return True  # the page was filled in the meantime, with nothing
    if isinstance(control, QAbstractItemView) and not control.currentIndex().isValid():
        control.setCurrentIndex(control.model().index(0, 0))
    with_focus = around(control)
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)
    return without != with_focus


def around(control: QWidget) -> QImage:
    """What a control looks like, with a little of what is around it."""
    QApplication.processEvents()
    window = control.window()
    place = QRect(control.mapTo(window, control.rect().topLeft()), control.size())
    return window.grab(place.adjusted(-AROUND, -AROUND, AROUND, AROUND)).toImage()


def _made(kind: type) -> Iterator[type]:
    """What comes of a class and is no ground for others."""
    kinds: list[type] = kind.__subclasses__()
    for each in kinds:
        yield from _made(each)
    if not kinds:
        yield kind


def test_every_dialog_is_on_a_screen() -> None:
    """A dialog that is made has a picture, and so is heard, measured and looked at."""
    if len(SEEN) < len(SITTINGS):
        pytest.skip("only after all sittings")
    for module in pkgutil.walk_packages(summit_reader.gui.__path__, "summit_reader.gui."):
        importlib.import_module(module.name)
    made = {kind for kind in _made(QDialog) if kind.__module__.startswith("summit_reader.gui")}
    assert made <= {kind for kinds in SEEN.values() for kind in kinds}


def test_every_page_is_on_a_screen() -> None:
    """As many pages are handed to the window as the screens of the pictures come to."""
    calls = sum(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "add_page"
        for path in GUI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )
    pages = {"grid", "stories", "coverage", "board", "articles", "inbox"}
    names = {screen.name for sitting in SITTINGS for screen in sitting.screens}
    assert pages <= names
    assert calls == len(pages)
