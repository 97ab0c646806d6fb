"""Light and dark: which colours are in force, and how Qt is told."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from summit_reader.gui.tokens import tokens


class ThemeChoice(StrEnum):
    """What the reader chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    SEPIA = "sepia"
    CONTRAST = "contrast"


class Theme(QObject):
    """The colours in force. Widgets ask `colour(role)` when they paint, and so never keep one."""

    changed = Signal()

    def __init__(self, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__()
        self._colours: dict[str, QColor] = {}
        self._use(choice)

    @property
    def name(self) -> str:
        """The palette in force: light, dark, sepia or contrast."""
        return self._name

    @property
    def choice(self) -> ThemeChoice:
        """What was asked for."""
        return self._choice

    def colour(self, role: str) -> QColor:
        """The colour of a role of the tokens file, such as `ink2`."""
        return self._colours[role]

    def follow(self, app: QApplication) -> None:
        """Put the choice in force, and keep to the system's scheme where that is the choice."""
        app.styleHints().colorSchemeChanged.connect(lambda _: self._on_scheme_changed(app))
        self._apply(app)

    def choose(self, app: QApplication, choice: ThemeChoice) -> None:
        """Put the chosen colours in force, everywhere and at once."""
        self._use(choice)
        self._apply(app)
        self.changed.emit()

    def palette(self) -> QPalette:
        """The colours as Qt's roles."""
        palette = QPalette()
        for role, token in tokens().qpalette.items():
            if role == "disabled_text":
                continue
            if (colour_role := getattr(QPalette.ColorRole, role, None)) is not None:
                palette.setColor(colour_role, self._colours[token])
        faint = self._colours[tokens().qpalette["disabled_text"]]
        for text_role in (
            QPalette.ColorRole.WindowText,
            QPalette.ColorRole.Text,
            QPalette.ColorRole.ButtonText,
        ):
            palette.setColor(QPalette.ColorGroup.Disabled, text_role, faint)
        return palette

    def style_sheet(self) -> str:
        """Rules for tool buttons, fields, scroll bars and cards; all else is Fusion's."""
        colours = {role: colour.name() for role, colour in self._colours.items()}
        return STYLE.format(**colours)

    def _on_scheme_changed(self, app: QApplication) -> None:
        if self._choice is ThemeChoice.SYSTEM and system_scheme() != self._name:
            self.choose(app, self._choice)

    def _apply(self, app: QApplication) -> None:
        app.setPalette(self.palette())
        app.setStyleSheet(self.style_sheet())

    def _use(self, choice: ThemeChoice) -> None:
        self._choice = choice
        self._name = system_scheme() if choice is ThemeChoice.SYSTEM else choice.value
        palette = tokens().palettes[self._name]
        self._colours = {role: QColor(value) for role, value in palette.items()}


def system_scheme() -> str:
    """Either "dark" or "light", as the system says; light where it says nothing."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


STYLE = """
QToolBar {{ background: {window}; border: none; border-bottom: 1px solid {rule};
            padding: 4px 12px 4px 8px; spacing: 4px; }}
QToolBar::separator {{ width: 1px; background: {rule}; margin: 6px 8px; }}
QMenuBar {{ background: {window}; border: none; }}
QToolButton {{ border: none; border-radius: 5px; padding: 5px 9px; color: {ink}; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:checked {{ background: {select}; }}
QToolButton:disabled {{ color: {ink3}; }}
QToolButton:focus {{ border: 2px solid {focus}; padding: 3px 7px; }}
QToolButton[chip="true"] {{ border: 1px solid {rule_strong}; background: {paper};
    padding: 3px 8px; }}
QToolButton[chip="true"]:hover {{ background: {hover}; }}
QToolButton[chip="true"]:focus {{ border: 2px solid {focus}; padding: 2px 7px; }}
QToolButton::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit {{ background: {paper}; color: {ink}; border: 1px solid {rule_strong};
    border-radius: 5px; padding: 5px 8px; selection-background-color: {solid};
    selection-color: {on_solid}; placeholder-text-color: {ink3}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {focus}; padding: 4px 7px; }}
QPushButton {{ background: {paper}; color: {ink}; border: 1px solid {rule_strong};
    border-radius: 5px; padding: 5px 14px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 4px 13px; }}
QPushButton:default {{ background: {solid}; color: {on_solid}; border: 1px solid {solid}; }}
QPushButton:default:focus {{ border: 3px double {on_solid}; padding: 3px 12px; }}
QPushButton:disabled, QPushButton:default:disabled {{ background: {window}; color: {ink3};
    border: 1px solid {rule}; }}
QPushButton[flat="true"] {{ background: transparent; border: none; text-decoration: underline;
    text-align: left; padding: 5px 0; }}
QPushButton[flat="true"]:focus {{ border: 2px solid {focus}; }}
QLabel[role="ink"] {{ color: {ink}; }}
QLabel[role="ink2"] {{ color: {ink2}; }}
QLabel[role="on_solid"] {{ color: {on_solid}; }}
QListView, QTextBrowser, QTableView {{ border: none; outline: none; }}
QTableView {{ background: {paper}; }}
QHeaderView {{ background: {window}; border: none; }}
QListView[ground="window"] {{ background: {window}; }}
QListView[ground="paper_alt"] {{ background: {paper_alt}; }}
QTextBrowser {{ background: {paper}; color: {ink};
    selection-background-color: {solid}; selection-color: {on_solid}; }}
QListView[ground="paper"] {{ background: {paper}; }}
QFrame[below="true"] {{ background: {paper}; border: 1px solid {rule_strong};
    border-radius: 5px; }}
QListWidget {{ background: {paper}; border: 1px solid {rule}; }}
QToolButton[compact="true"] {{ padding: 4px 5px; }}
QToolButton[compact="true"]:focus {{ padding: 2px 3px; }}
QStatusBar QToolButton {{ padding: 0px 6px; }}
QStatusBar QToolButton:focus {{ padding: 0px 4px; }}
QPlainTextEdit[compact="true"] {{ padding: 1px 4px; }}
QPlainTextEdit[compact="true"]:focus {{ padding: 0px 3px; }}
QPlainTextEdit[page="true"] {{ border: none; border-radius: 0; padding: 2px; }}
QPlainTextEdit[page="true"]:focus {{ border: 2px solid {focus}; padding: 0; }}
QPlainTextEdit[bare="true"] {{ border: 1px solid {paper}; padding: 1px 0; }}
QPlainTextEdit[bare="true"]:focus {{ border: 2px solid {focus}; padding: 0; }}
QTableView[ground="paper_alt"] {{ background: {paper_alt}; }}
QSplitter::handle {{ background: {rule}; }}
QStatusBar {{ background: {window}; border-top: 1px solid {rule}; color: {ink2}; }}
QStatusBar::item {{ border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {rule_strong}; border-radius: 3px; min-height: 32px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {rule_strong}; border-radius: 3px; min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolTip {{ background: {solid}; color: {on_solid}; border: none; padding: 4px; }}
"""
