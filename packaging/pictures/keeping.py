"""The library and its outlets, settings, help, and trouble."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from pictures.material import coast
from pictures.screens import Sitting
from pictures.studio import Studio, until
from summit_reader.domain.backup import BackupReason
from summit_reader.domain.errors import LibraryBusy, LibraryDamaged
from summit_reader.domain.narrowing import Attribute, Trait
from summit_reader.gui.articles.bin_dialog import BinDialog
from summit_reader.gui.articles.facts_dialog import FactsDialog
from summit_reader.gui.backups.dialog import BackupsDialog
from summit_reader.gui.endings import EndNotice
from summit_reader.gui.errors import show_error
from summit_reader.gui.help.window import HelpWindow
from summit_reader.gui.keys.dialog import KeysDialog
from summit_reader.gui.narrowing.period import PeriodDialog
from summit_reader.gui.outlets.card import OutletCardDialog
from summit_reader.gui.palette.palette import Palette
from summit_reader.gui.preferences.dialog import PreferencesDialog

KEEPING = Sitting("The library, settings and help", coast)


def _choose_outlet(studio: Studio, name: str) -> None:
    view = studio.window.rooms.sidebar.outlet_view
    rows = range(view.model().rowCount())
    row = next(at for at in rows if str(view.model().index(at, 0).data()).startswith(name))
    view.setCurrentIndex(view.model().index(row, 0))
    view.setFocus()


def _until_narrowed(studio: Studio) -> None:
    until(lambda: (now := studio.window.contents) and now.narrowing, "what is left")
    studio.rest()


@KEEPING.screen("outlet-card", "All that is known and said of an outlet")
def outlet_card(studio: Studio) -> QWidget:
    _choose_outlet(studio, "Harbour Post")
    studio.window.outlets.show_card()
    return studio.shown(OutletCardDialog)


@KEEPING.screen("filter", "What the library can be narrowed by")
def filter_(studio: Studio) -> QPixmap:
    studio.do("filter")
    until(QApplication.activePopupWidget, "the menu")
    return studio.whole()


@KEEPING.screen("filtered", "Some outlets and months only, in every room")
def filtered(studio: Studio) -> QWidget:
    studio.window.session.filters.add(Trait(Attribute.COUNTRY, "GB"))
    studio.window.session.filters.add(Trait(Attribute.COUNTRY, "US"))
    _until_narrowed(studio)
    return studio.window


@KEEPING.screen("period", "Between two days")
def period(studio: Studio) -> QWidget:
    dialog = PeriodDialog(date(2026, 3, 1), date(2026, 4, 30), studio.window)
    dialog.open()
    return dialog


@KEEPING.screen("outlets-grouped", "Outlets grouped by their country")
def outlets_grouped(studio: Studio) -> QWidget:
    studio.window.rooms.sidebar.outlets.group((Attribute.COUNTRY, ""))
    studio.rest()
    return studio.window


@KEEPING.screen("outlet-delete", "An outlet is to be deleted")
def outlet_delete(studio: Studio) -> QPixmap:
    _choose_outlet(studio, "Polityka")
    return studio.caught(lambda: _asked(studio, "delete_outlet"))


@KEEPING.screen("facts", "The facts of a text")
def facts(studio: Studio) -> QWidget:
    studio.do("articles")
    until(lambda: studio.window.shelf.flow.page.model.rows, "the texts")
    studio.do("edit_article")
    return studio.shown(FactsDialog)


@KEEPING.screen("bin", "The bin")
def bin_(studio: Studio) -> QWidget:
    ids = [text.article_id for text in studio.services.reading.texts()]
    studio.services.shelving.delete(ids[-2:])
    studio.do("bin")
    dialog = studio.shown(BinDialog)
    until(lambda: dialog.model.rows, "what lies in the bin")
    return dialog


@KEEPING.screen("backups", "Backups, and what going back would change")
def backups(studio: Studio) -> QWidget:
    studio.window.session.write(lambda s: s.backing_up.back_up(BackupReason.HAND), lambda _: None)
    studio.rest()
    studio.do("backups")
    dialog = studio.shown(BackupsDialog)
    until(dialog.restore.isEnabled, "what it would change")
    return dialog


@KEEPING.screen("damaged", "A damaged library, and the way back")
def damaged(studio: Studio) -> QWidget:
    studio.window.backups.offer(
        LibraryDamaged(studio.services.library, reason="the file is cut short")
    )
    return studio.shown(QMessageBox)


@KEEPING.screen("error", "Something went wrong")
def error(studio: Studio) -> QWidget:
    problem = LibraryBusy(Path("Coast"))
    problem.__cause__ = OSError("database is locked")
    return show_error(problem, studio.window)


@KEEPING.screen("crash", "Something that nobody thought of went wrong")
def crash(studio: Studio) -> QWidget:
    return show_error(ValueError("seven"), studio.window)


@KEEPING.screen("end-notice", "The last run ended unexpectedly")
def end_notice(studio: Studio) -> QWidget:
    window = studio.window
    studio.do("points")
    notice = EndNotice(window.look, "Fatal Python error")
    window.rooms.put_above(notice)
    until(notice.isVisible, "the notice")
    return window


@KEEPING.screen("palette", "Every command by its name")
def palette(studio: Studio) -> QPixmap:
    for notice in studio.window.findChildren(EndNotice):
        notice.close()
    studio.do("palette")
    dialog = studio.shown(Palette)
    studio.type(dialog.field, "pin")
    return studio.whole()


@KEEPING.screen("keys", "The keys")
def keys(studio: Studio) -> QWidget:
    studio.do("keys")
    return studio.shown(KeysDialog)


@KEEPING.screen("help", "Help")
def help_(studio: Studio) -> QWidget:
    studio.do("help")
    return studio.shown(HelpWindow)


def _settings(studio: Studio, page: int) -> QWidget:
    studio.do("preferences")
    dialog = studio.shown(PreferencesDialog)
    dialog.tabs.setCurrentIndex(page)
    return dialog


@KEEPING.screen("settings-reading", "Settings: reading")
def settings_reading(studio: Studio) -> QWidget:
    return _settings(studio, 0)


@KEEPING.screen("settings-keys", "Settings: keys")
def settings_keys(studio: Studio) -> QWidget:
    return _settings(studio, 1)


@KEEPING.screen("settings-language", "Settings: language")
def settings_language(studio: Studio) -> QWidget:
    return _settings(studio, 2)


@KEEPING.screen("settings-import", "Settings: import")
def settings_import(studio: Studio) -> QWidget:
    return _settings(studio, 3)


@KEEPING.screen("settings-network", "Settings: network")
def settings_network(studio: Studio) -> QWidget:
    return _settings(studio, 4)


@KEEPING.screen("about", "About the program")
def about(studio: Studio) -> QPixmap:
    return studio.caught(studio.window.actions_["about"].trigger)


@KEEPING.screen("menu-compare", "A menu")
def menu(studio: Studio) -> QPixmap:
    bar = studio.window.menuBar()
    action = studio.window.actions_.menus["&Compare"].menuAction()
    at = bar.mapToGlobal(bar.actionGeometry(action).bottomLeft())
    studio.window.actions_.menus["&Compare"].popup(at)
    return studio.whole()


def _asked(studio: Studio, name: str) -> None:
    studio.window.actions_[name].trigger()
