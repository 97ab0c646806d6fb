"""What a search found, counted by fields, and what is said where it found nothing."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from summit_reader.bootstrap import Services
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.search import (
    ArticleHits,
    Facet,
    FacetCount,
    FacetField,
    Hit,
    Obstacle,
    SearchResults,
    Snippet,
)
from summit_reader.domain.spans import Span
from summit_reader.gui.look import Look
from summit_reader.gui.search.facets_pane import FacetsPane
from summit_reader.gui.search.pane import ResultsPane
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.wording import facet_value

FACETS = (
    Facet(
        FacetField.OUTLET,
        (FacetCount("AFP", 3, "outlet:AFP"), FacetCount("The Week", 2, 'outlet:"The Week"')),
        2,
    ),
    Facet(FacetField.ROLE, (FacetCount("expert", 2, "role:expert"),), 1),
)


def spoken(pane: FacetsPane) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [pane.model.index(row).data(role) for row in range(pane.model.rowCount())]


def test_a_ticked_value_is_one_the_query_asks_for(look: Look) -> None:
    pane = FacetsPane(look)
    pane.show_results(SearchResults("flour outlet:AFP", 3, (), facets=FACETS))
    assert spoken(pane) == [
        "Outlet: AFP, 3 texts, chosen",
        "Outlet: The Week, 2 texts",
        "Role: Expert, 2 texts",
    ]


@pytest.mark.parametrize(
    ("query", "row", "narrowed"),
    [
        ("flour", 0, "flour outlet:AFP"),
        ("flour", 1, 'flour outlet:"The Week"'),
        ("flour outlet:AFP aid", 0, "flour aid"),
    ],
)
def test_a_tick_writes_its_words_into_the_query(
    look: Look, qtbot: QtBot, query: str, row: int, narrowed: str
) -> None:
    pane = FacetsPane(look)
    qtbot.addWidget(pane)
    pane.show_results(SearchResults(query, 3, (), facets=FACETS))
    heard: list[str] = []
    pane.narrowed.connect(heard.append)
    pane.view.setCurrentIndex(pane.model.index(row))
    QTest.keyClick(pane.view, Qt.Key.Key_Space)
    assert heard == [narrowed]


def test_nothing_found_says_which_part_is_to_blame(look: Look, qtbot: QtBot) -> None:
    pane = ResultsPane(look)
    qtbot.addWidget(pane)
    obstacle = Obstacle(Span(0, 8), "zeppelin", 3)
    pane.show_results(SearchResults("zeppelin flour", 0, (), obstacles=(obstacle,)))
    texts = " ".join(label.text() for label in pane.findChildren(Label))
    assert "Without “zeppelin” there would be 3 texts." in texts


def test_a_suggestion_is_one_click_away(look: Look, qtbot: QtBot, sample: Services) -> None:
    pane = ResultsPane(look)
    qtbot.addWidget(pane)
    heard: list[str] = []
    pane.query_chosen.connect(heard.append)
    pane.show_results(SearchResults("fluor", 0, (), suggestion="flour"))
    button = next(b for b in pane.findChildren(type(pane._suggestion)) if "flour" in b.text())
    button.click()
    assert heard == ["flour"]


def test_values_are_said_as_a_reader_would(look: Look) -> None:
    assert facet_value(FacetField.MONTH, "2019-04") == "April 2019"
    assert facet_value(FacetField.MONTH, "") == "No date in file"
    assert facet_value(FacetField.LANGUAGE, "de") == "German"
    assert facet_value(FacetField.ROLE, "unnamed") == "Unnamed voice"
    assert facet_value(FacetField.OUTLET, "AFP") == "AFP"


def found(total: int, **facts: Any) -> SearchResults:
    outlet = OutletRef(1, "The Tide", "GB")
    hit = Hit(7, Span(0, 4), outlet, Snippet("Harbour", ()), 1.0)
    articles = (ArticleHits(7, outlet, "Harbour", 1.0, (hit,)),)
    return SearchResults("harbour", total, articles, **facts)


def told(pane: ResultsPane) -> list[str]:
    return [label.text() for label in pane.findChildren(Label)]


def test_the_count_is_of_all_that_was_found_and_not_of_what_is_listed(look: Look) -> None:
    pane = ResultsPane(look)
    pane.show_results(found(1), has_more=False)
    assert "1 hit in 1 outlet, 1 text" in told(pane)
    pane.show_results(found(292), has_more=True)
    assert "292 texts" in told(pane)
    pane.show_counts(SearchResults("harbour", 292, (), facets=(Facet(FacetField.OUTLET, (), 37),)))
    assert "292 texts, 37 outlets" in told(pane)


def test_a_count_that_was_cut_short_says_so(look: Look) -> None:
    pane = ResultsPane(look)
    pane.show_results(found(292, is_at_least=True), has_more=True)
    assert "At least 292 texts" in told(pane)
