"""The program with its window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from summit_reader import __version__
from summit_reader.bootstrap import data_folder
from summit_reader.gui.collecting import Collector
from summit_reader.gui.endings import EndLog, EndNotice
from summit_reader.gui.errors import UnexpectedErrors
from summit_reader.gui.first_window import FirstWindow
from summit_reader.gui.look import Look
from summit_reader.gui.main_window import MainWindow
from summit_reader.gui.scaled_style import NAME, ScaledStyle, style_for
from summit_reader.gui.settings import Settings
from summit_reader.gui.system_text import system_text_scale
from summit_reader.gui.theme import Theme, ThemeChoice
from summit_reader.gui.translation import remembered_language, speak
from summit_reader.gui.typography import ReadingStyle, Typography
from summit_reader.gui.widgets.focus_ring import FocusRing

SWITCH_INTERVAL = 0.0005
"""Seconds after which a busy thread hands over to the one that paints; Python's own is 5 ms."""

NO_SCREEN = (
    "There is no screen here to open a window on. Start from a desktop, set DISPLAY, "
    "or use the commands: summit-reader --help lists them.\n"
)


def run(library: Path | None, *, sample: bool, take: int | None = None) -> int:
    """Open the window on `library`, else on the last one or the sample; returns the exit code.

    `take` is shown once the library is open.
    """
    if not has_screen():
        sys.stderr.write(NO_SCREEN)
        return 2
    sys.setswitchinterval(SWITCH_INTERVAL)
    app = application()
    first = log = None
    if not sample:  # a throw-away sample has a window of its own
        first = FirstWindow(data_folder())
        if not first.is_first() and first.hand_over(library, take):
            return 0
        if first.is_first():
            log = EndLog(data_folder())
    window = make_window(app, Settings())
    collector = Collector(window.session.precedence)
    errors = UnexpectedErrors(window, window.rooms.strip.keep_texts)
    if log is not None and (report := log.begin()):
        window.rooms.put_above(EndNotice(window.look, report))
    window.show()
    if first is not None:
        first.asked.connect(window.come_forward)
        QTimer.singleShot(0, first.listen)
    QTimer.singleShot(0, window, lambda: window.setWindowIcon(window_icon(window.look)))
    # The window first: the library's imports take longer than everything up to here.
    QTimer.singleShot(0, window, lambda: window.open_library(library, sample=sample, take=take))
    code = app.exec()
    errors.release()
    collector.release()
    if log is not None:
        log.end()
    if first is not None:
        first.close()
    return code


def has_screen() -> bool:
    """Whether a window can be opened here; Qt itself would end the program without a word."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def application() -> QApplication:
    """The one application object, set up but without a window."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("summit-reader")
    app.setApplicationDisplayName("Summit Reader")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("summit-reader")
    app.setStyle(NAME)
    for effect in (
        Qt.UIEffect.UI_AnimateMenu,
        Qt.UIEffect.UI_FadeMenu,
        Qt.UIEffect.UI_AnimateCombo,
        Qt.UIEffect.UI_AnimateTooltip,
        Qt.UIEffect.UI_FadeTooltip,
    ):
        # Nothing moves: a reader's eye goes where something does.
        app.setEffectEnabled(effect, False)
    return app


def make_window(app: QApplication, settings: Settings) -> MainWindow:
    """A window in the remembered look, with no library open yet."""
    # Text that the system has large is large here too, whatever the reader adds.
    type_ = Typography(max(settings.text_scale, system_text_scale()))
    theme = Theme(remembered_theme(settings))
    type_.set_reading_size(settings.reading_size)
    type_.set_reading_style(remembered_style(settings))
    app.setFont(type_.font("ui"))
    if type_.scale != 1 or isinstance(app.style(), ScaledStyle):
        app.setStyle(style_for(type_.scale))
    speak(app, remembered_language(settings.language))
    # Without a style sheet yet: with one, every widget put into another is worked out anew.
    app.setStyleSheet("")
    window = MainWindow(Look(theme, type_), settings)
    window.session.precedence.watch(window)
    FocusRing(window.look, app, window)
    theme.follow(app)
    return window


def window_icon(look: Look) -> QIcon:
    """The program's sign, in the sizes that task bars ask for."""
    icon = QIcon()
    for size in (16, 32, 48, 128):
        icon.addPixmap(look.icons.pixmap("summit-reader", "ink", size, 1.0))
    return icon


def remembered_style(settings: Settings) -> ReadingStyle:
    """How the reader likes running text to be set."""
    return ReadingStyle(settings.reading_family, settings.line_spacing, settings.measure)


def remembered_theme(settings: Settings) -> ThemeChoice:
    """What the reader chose last; the system's where that is unknown."""
    try:
        return ThemeChoice(settings.theme)
    except ValueError:
        return ThemeChoice.SYSTEM
