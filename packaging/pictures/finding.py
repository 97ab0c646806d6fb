"""Searching, the grid, stories, coverage, pairs and differences."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from pictures.material import coast
from pictures.screens import Sitting
from pictures.studio import Studio, until
from summit_reader.domain.narrowing import Attribute, Trait
from summit_reader.gui.grid.model import Place
from summit_reader.gui.grid.outlets import OutletChoice
from summit_reader.gui.people.dialog import PeopleDialog
from summit_reader.gui.search.live import COUNT_MS
from summit_reader.gui.stories.choice import StoryChoice
from summit_reader.gui.widgets.sides import Side

FINDING = Sitting("Finding and overview", coast)


@FINDING.screen("right-and-left", "Texts of both directions side by side")
def right_and_left(studio: Studio) -> QWidget:
    studio.show_text("المجلس", Side.B)
    studio.show_text("Ferry line", Side.A)
    return studio.window


@FINDING.screen("same-point", "What two texts have on the same")
def same_point(studio: Studio) -> QWidget:
    studio.show_text("Islanders of", Side.B)
    studio.show_text("Ferry line", Side.A)
    window = studio.window
    studio.do("same_point")
    pairs = window.rooms.pairs
    until(lambda: pairs.view.model().rowCount() > 0, "the pairs")
    studio.rest()
    studio.press(window.rooms.pairs.view, Qt.Key.Key_Return)
    pane = window.rooms.pair.panes[Side.A]
    until(pane.target, "the pair")
    studio.rest()
    return window


@FINDING.screen("differences", "What differs between two texts")
def differences(studio: Studio) -> QWidget:
    studio.do("differences")
    dialog = studio.window.compare.differences.dialog
    until(lambda: dialog is not None and bool(dialog.table.toPlainText()), "the differences")
    if dialog is None:
        raise LookupError
    return dialog


@FINDING.screen("search", "Results while one types", chief=True)
def search(studio: Studio) -> QWidget:
    window = studio.window
    window.actions_["same_point"].setChecked(False)
    studio.do("points")
    window.open_pair(studio.services.comparing.points()[0].point.id)
    studio.rest()
    studio.type(window.field, "sanctions")
    until(lambda: window.rooms.results.model.rowCount() > 0, "results")
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    pane = window.rooms.pair.panes[Side.A]
    until(lambda: pane.content is not None and bool(pane.content.hits), "the hit")
    _counted(studio)
    return window


def _counted(studio: Studio) -> None:
    """Wait for the facets: they are counted when nobody has typed for a moment."""
    moment = QDeadlineTimer(3 * COUNT_MS)
    until(moment.hasExpired, "the moment")
    studio.rest()


@FINDING.screen("search-1024", "Results in a window of 1024 × 700")
def search_1024(studio: Studio) -> QWidget:
    studio.resize(1024, 700)
    return studio.window


@FINDING.screen("search-offers", "Names offered while one types")
def search_offers(studio: Studio) -> QPixmap:
    studio.resize(1280, 800)
    studio.window.field.clear()
    studio.type(studio.window.field, "speaker:la")
    _counted(studio)
    return studio.whole()


@FINDING.screen("search-fault", "A search that cannot be read")
def search_fault(studio: Studio) -> QPixmap:
    studio.window.field.clear()
    studio.type(studio.window.field, "date:2019-13 flour")
    _counted(studio)
    return studio.whole()


@FINDING.screen("nothing", "Nothing found, and what to do about it")
def nothing_found(studio: Studio) -> QWidget:
    studio.window.field.clear()
    studio.type(studio.window.field, "zebra outlet:Polityka")
    _counted(studio)
    return studio.window


@FINDING.screen("similar", "Nothing but similar words, and what may have been meant")
def similar(studio: Studio) -> QWidget:
    studio.window.field.clear()
    studio.type(studio.window.field, "snactions outlet:Polityka")
    _counted(studio)
    return studio.window


@FINDING.screen("people", "Everybody who speaks")
def people(studio: Studio) -> QWidget:
    studio.window.field.clear()
    studio.window.search.leave()
    studio.do("people")
    dialog = studio.shown(PeopleDialog)
    studio.type(dialog.filter, "lankov")
    return dialog


@FINDING.screen("grid", "Points against outlets", chief=True)
def grid(studio: Studio) -> QWidget:
    studio.do("grid")
    page = studio.window.pages.grid.page
    until(lambda: page.model.rowCount() > 0, "the grid")
    point = page.model.row(0).point.id
    for outlet in ("Polityka", "South China Morning Post"):
        page.view.setCurrentIndex(page.model.index_of(Place(point, outlet)))
        QTest.keyClick(page.view, Qt.Key.Key_Space)
    studio.rest()
    return studio.window


@FINDING.screen("grid-outlets", "Which outlets have a column")
def grid_outlets(studio: Studio) -> QWidget:
    studio.window.pages.grid.page.outlets.click()
    return studio.shown(OutletChoice)


@FINDING.screen("stories", "Stories, and why their texts belong together")
def stories(studio: Studio) -> QWidget:
    studio.do("stories")
    texts = studio.window.pages.stories.page.texts.rows
    until(lambda: bool(texts.rows) and bool(texts.rows[0].reason), "the reasons")
    studio.rest()
    return studio.window


@FINDING.screen("story-choice", "Merging two stories")
def story_choice(studio: Studio) -> QWidget:
    studio.do("merge_story")
    return studio.shown(StoryChoice)


@FINDING.screen("coverage", "Coverage over time")
def coverage(studio: Studio) -> QWidget:
    studio.do("coverage")
    until(lambda: studio.window.pages.coverage.page.model.rowCount() > 0, "the picture")
    studio.rest()
    return studio.window


@FINDING.screen("articles", "All texts")
def articles(studio: Studio) -> QWidget:
    studio.do("articles")
    page = studio.window.shelf.flow.page
    until(lambda: page.model.rows, "the texts")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    studio.rest()
    return studio.window


@FINDING.screen("articles-filtered", "Texts of some outlets only")
def articles_filtered(studio: Studio) -> QWidget:
    filters = studio.window.session.filters
    filters.add(Trait(Attribute.COUNTRY, "NO"))
    filters.add(Trait(Attribute.LABEL, "left", "leaning"))
    studio.rest()
    return studio.window
