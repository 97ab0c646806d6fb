"""Between the picture and the rest: fills it off the GUI thread, opens what a cell holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from summit_reader.bootstrap import Services
from summit_reader.domain.hand_out_errors import ExportProblem
from summit_reader.domain.narrowing import Narrowing
from summit_reader.domain.point import Point
from summit_reader.domain.story import Story
from summit_reader.domain.timeline import Covered, LaneKind, Timeline
from summit_reader.export.filename import suggested_name
from summit_reader.gui.coverage.page import CoveragePage
from summit_reader.gui.coverage.picture import Picture
from summit_reader.gui.coverage.wording import cell_tip
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.settings import Settings
from summit_reader.gui.tasks import Latest
from summit_reader.gui.widgets.notices import Toast
from summit_reader.gui.widgets.page_heads import fill_choices
from summit_reader.gui.wording import tr, unmarked

TEXTS = 0
EVERY_POINT = -1


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is counted: texts, takes on every point, or on the point with this id; and of what."""

    counted: int = TEXTS
    by: LaneKind = LaneKind.OUTLETS
    story: int | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    timeline: Timeline
    points: tuple[Point, ...]
    stories: tuple[Story, ...]
    story: Story | None


class CoverageFlow(QObject):
    """What is counted and by what holds while the library is open."""

    opened = Signal(object, bool)
    failed = Signal(object)

    def __init__(
        self, session: LibrarySession, look: Look, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self.page = CoveragePage(look)
        self._toast = Toast(look, self.page)
        self._latest = Latest()
        self._wanted = _Wanted()
        self._found: _Found | None = None
        self.page.view.opened.connect(self._on_opened)
        self.page.export_asked.connect(self._export)
        self.page.scopes.aboutToShow.connect(self._list_scopes)
        self.page.counts.aboutToShow.connect(self._list_counted)
        self.page.lanes.aboutToShow.connect(self._list_lanes)

    def refresh(self) -> None:
        """Fill the picture anew."""
        asked = partial(_found, self._wanted, self._session.filters.narrowing)
        self._latest.replace(self._session.read(asked, self._show))

    def forget(self) -> None:
        """Take back every choice: another library is open."""
        self._wanted, self._found = _Wanted(), None

    def focus(self) -> None:
        """Put the focus on the picture."""
        self.page.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write(self, path: Path) -> None:
        """Write the picture to a file; its suffix chooses the format."""
        picture = Picture(self.page.model, self.page.view.drawing, self._title())
        try:
            picture.write(path)
        except ExportProblem as error:
            self.failed.emit(error)
        else:
            self._toast.say(tr("Written to {0}.").format(path))

    def _show(self, found: _Found) -> None:
        self._found = found
        scope = found.story.title if found.story is not None else tr("Whole library")
        self.page.show_timeline(found.timeline, scope, self._counted(), self._wanted.by)

    def _counted(self) -> str:
        if self._wanted.counted == TEXTS:
            return tr("Texts")
        points = self._found.points if self._found is not None else ()
        here = (point.question for point in points if point.id == self._wanted.counted)
        return next(here, tr("Takes on every point"))

    def _title(self) -> str:
        scope = self._found.story.title if self._found and self._found.story else ""
        parts = (tr("Coverage over time"), self._counted(), scope)
        return " · ".join(part for part in parts if part)

    def _want(self, counted: int, by: LaneKind, story: int | None) -> None:
        self._wanted = _Wanted(counted, by, story)
        self.refresh()

    def _list_scopes(self) -> None:
        stories = self._found.stories if self._found is not None else ()
        choices: list[tuple[int | None, str]] = [(None, tr("Whole library"))]
        choices += [(story.id, story.title) for story in stories]
        wanted = self._wanted
        fill_choices(self.page.scopes, choices, wanted.story,
              lambda story: self._want(wanted.counted, wanted.by, story))  # fmt: skip

    def _list_counted(self) -> None:
        points = self._found.points if self._found is not None else ()
        choices = [(TEXTS, tr("Texts")), (EVERY_POINT, tr("Takes on every point"))]
        choices += [(point.id, point.question) for point in points]
        wanted = self._wanted

        def choose(counted: int) -> None:
            # Texts are on no point: their lanes are outlets.
            by = LaneKind.OUTLETS if counted == TEXTS else wanted.by
            self._want(counted, by, wanted.story)

        fill_choices(self.page.counts, choices, wanted.counted, choose)

    def _list_lanes(self) -> None:
        wanted = self._wanted
        choices = [(LaneKind.OUTLETS, tr("By outlet")), (LaneKind.POINTS, tr("By point"))]

        def choose(by: LaneKind) -> None:
            texts = wanted.counted == TEXTS and by is LaneKind.POINTS
            self._want(EVERY_POINT if texts else wanted.counted, by, wanted.story)

        fill_choices(self.page.lanes, choices, wanted.by, choose)

    def _on_opened(self, covered: Sequence[Covered], across: bool) -> None:  # noqa: FBT001
        if len(covered) == 1:
            self.opened.emit(covered[0], across)
            return
        menu = QMenu(self.page.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in covered:
            line = cell_tip([each])
            shown = menu.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, 420)
            action = menu.addAction(unmarked(shown))
            action.triggered.connect(lambda _=False, each=each: self.opened.emit(each, across))
        view = self.page.view
        menu.setActiveAction(menu.actions()[0])
        below = view.visualRect(view.currentIndex()).bottomLeft()
        menu.popup(view.viewport().mapToGlobal(below))

    def _export(self) -> None:
        folder = Path(self._settings.last_folder or Path.home())
        name, kind = QFileDialog.getSaveFileName(
            self.page,
            tr("Export the picture"),
            str(folder / suggested_name(self._title(), ".png")),
            tr("Picture (*.png);;Drawing (*.svg)"),
        )
        if name:
            path = Path(name)
            if path.suffix.casefold() not in {".png", ".svg"}:
                path = path.with_name(path.name + (".svg" if "svg" in kind else ".png"))
            self._settings.last_folder = str(path.parent)
            self.write(path)


def _found(wanted: _Wanted, narrowing: Narrowing | None, services: Services) -> _Found:
    stories = services.gathering.stories()
    story = next((each for each in stories if each.id == wanted.story), None)
    inside = [each.source.article_id for each in story.articles] if story is not None else None
    if wanted.counted == TEXTS:
        timeline = services.charting.texts(inside, narrowing)
    else:
        point = wanted.counted if wanted.counted != EVERY_POINT else None
        timeline = services.charting.takes(wanted.by, inside, point, narrowing)
    points = tuple(summary.point for summary in services.comparing.points())
    return _Found(timeline, points, stories, story)
