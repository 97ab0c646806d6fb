"""Every list model, judged by Qt's own tester; the library's values come from the sample."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from summit_reader.bootstrap import Services
from summit_reader.domain.grouping import Grouping
from summit_reader.domain.narrowing import Attribute
from summit_reader.domain.point import Absence
from summit_reader.gui.board.model import ClippingModel
from summit_reader.gui.search.model import HitListModel
from summit_reader.gui.sidebar.outlets import OutletListModel
from summit_reader.gui.sidebar.points import PointListModel
from summit_reader.gui.sidebar.saved import SavedSearchModel
from summit_reader.gui.takes.model import AbsentRow, TakeListModel, TakeRow
from summit_reader.gui.widgets.list_model import ListModel
from summit_reader.gui.widgets.rows import VALUE
from summit_reader.gui.widgets.sides import Side

Judge = Callable[[QAbstractItemModel], None]


@pytest.fixture
def judge(qapp: QApplication) -> Iterator[Judge]:
    """Lets Qt's own tester watch a model; the tester goes before the model does."""
    testers: list[QAbstractItemModelTester] = []
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    yield lambda model: testers.append(QAbstractItemModelTester(model, fatal))
    for tester in testers:
        shiboken6.delete(tester)


def spoken(model: QAbstractItemModel) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


@pytest.fixture
def point_id(sample: Services) -> int:
    return sample.comparing.points()[0].point.id


def test_points(judge: Judge, sample: Services) -> None:
    model = PointListModel()
    judge(model)
    model.show(sample.comparing.points())
    assert model.index(0).data() == "Will Russia pay?"
    assert spoken(model)[0] == "Will Russia pay? 9 takes · 6 outlets"
    last = sample.comparing.points()[-1].point.id
    assert model.row_of(last) == 5
    assert model.row_of(-1) is None


def test_outlets_and_their_filter(judge: Judge, sample: Services) -> None:
    model = OutletListModel()
    judge(model)
    model.show(sample.reading.outlets())
    model.narrow("WEEK")
    assert [model.index(row).data() for row in range(model.rowCount())] == ["The Week (GB)"]
    model.narrow("")
    model.group((Attribute.COUNTRY, ""))
    rows = [model.index(row).data() for row in range(model.rowCount())]
    assert rows[0] == "GB · 5"
    assert "The Week (GB)" in rows[1:6]
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable
    model.narrow("polity")
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "PL · 1",
        "Polityka (PL)",
    ]
    model.group(None)
    assert model.rowCount() == 1


def test_saved_searches(judge: Judge, sample: Services) -> None:
    model = SavedSearchModel()
    judge(model)
    model.show(sample.searching.saved())
    assert spoken(model) == ["flour OR aid, 3 texts"]


def test_takes_name_an_outlet_once(judge: Judge, sample: Services, point_id: int) -> None:
    model = TakeListModel()
    judge(model)
    model.show_point(sample.comparing.view(point_id))
    rows = [model.index(row).data(VALUE) for row in range(model.rowCount())]
    takes = [row for row in rows if isinstance(row, TakeRow)]
    led = [row.take.outlet.name for row in takes if row.leads]
    assert len(led) == len(set(led)) == 6
    assert led[:2] == ["Polityka", "South China Morning Post"]


def test_takes_say_why_the_others_are_not_here(
    judge: Judge, sample: Services, point_id: int
) -> None:
    model = TakeListModel()
    model.show_point(sample.comparing.view(point_id))
    rows = [model.index(row).data(VALUE) for row in range(model.rowCount())]
    absent = {
        row.absent.outlet.name: row.absent.absence for row in rows if isinstance(row, AbsentRow)
    }
    assert absent["World Politics Review"] is Absence.CUT
    assert absent["Turun Sanomat"] is Absence.EXCERPT_ONLY


def test_the_panes_are_marked_in_the_list(judge: Judge, sample: Services, point_id: int) -> None:
    model = TakeListModel()
    judge(model)
    view = sample.comparing.view(point_id)
    model.show_point(view)
    model.mark_sides({view.takes[1].take.id: Side.B})
    sides = [model.index(row).data(VALUE).side for row in range(3)]
    assert sides == [None, Side.B, None]
    assert spoken(model)[1].endswith("shown in pane B")


def test_hits_are_grouped_by_whose_words_they_are(judge: Judge, sample: Services) -> None:
    model = HitListModel()
    judge(model)
    results = sample.searching.search("sanctions")
    model.show([results], Grouping.OUTLET)
    outlets = [row.hit.outlet.name for row in model.rows]
    runs = [name for at, name in enumerate(outlets) if at == 0 or outlets[at - 1] != name]
    assert len(runs) == len(set(runs))
    assert {"Deutsche Welle", "Polityka", "World Politics Review"} <= set(outlets)
    assert model.rowCount() == sum(row.group for row in model.rows)


def test_hits_are_grouped_by_article(judge: Judge, sample: Services) -> None:
    model = HitListModel()
    judge(model)
    results = sample.searching.search("sanctions")
    model.show([results], Grouping.OUTLET)
    model.show([results], Grouping.ARTICLE)
    led = [(row.hit.article_id, row.group) for row in model.rows if row.group]
    assert led == [(one.article_id, len(one.hits)) for one in results.articles]


def test_the_next_page_leaves_what_is_above_it_alone(judge: Judge, sample: Services) -> None:
    model = HitListModel()
    judge(model)
    pages = [sample.searching.search("kim", 2, first=first) for first in (0, 2, 4)]
    model.show(pages[:1], Grouping.OUTLET, has_more=True)
    before = list(model.rows)
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.show(pages, Grouping.OUTLET)
    assert model.rows[: len(before)] == before
    assert inserted == [(len(before), model.rowCount() - 1)]
    assert not model.canFetchMore(QModelIndex())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 8), max_size=8), st.lists(st.integers(0, 8), max_size=8))
def test_a_list_changes_as_little_as_it_can(
    judge: Judge, before: list[int], after: list[int]
) -> None:
    model = ListModel[int]()
    judge(model)
    model.reset(before)
    kept = {
        value: QPersistentModelIndex(model.index(before.index(value)))
        for value in before
        if before.count(value) == 1 and after.count(value) == 1
    }
    told: list[int] = []
    model.rowsInserted.connect(lambda _, first, last: told.append(last - first + 1))
    model.change(after)
    assert model.rows == after
    for value, index in kept.items():
        assert index.isValid()
        assert index.row() == after.index(value)
    new = sum((Counter(after) - Counter(before)).values())
    assert sum(told) == new


def test_a_dropped_card_asks_to_be_moved(judge: Judge, sample: Services, point_id: int) -> None:
    board = sample.pinning.current()
    for number, entry in enumerate(sample.comparing.view(point_id).takes[:3]):
        board = sample.pinning.pin(board.id, f"clipping-{number}", entry.take.id, number % 2)
    model = ClippingModel()
    judge(model)
    model.show(board.clippings)
    asked: list[tuple[str, int]] = []
    model.move_asked.connect(lambda clipping, place: asked.append((clipping, place)))
    data = model.mimeData([model.index(0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, model.index(-1))
    data = model.mimeData([model.index(2)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, model.index(-1))
    assert asked == [("clipping-0", 2), ("clipping-2", 0)]
