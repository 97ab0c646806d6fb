"""One side of the pair: a header and a text, framed when commands go to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.spans import Span
from summit_reader.gui.apart.sections import ApartSections
from summit_reader.gui.look import Look
from summit_reader.gui.reading.browser import ArticleBrowser
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.reading.finding import FindBar
from summit_reader.gui.reading.header import PaneHeader
from summit_reader.gui.reading.marks import Mark
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sides import Side

FRAME, TOP_BAR = 2, 4


class ReadingPane(Ground):
    """Shows a `PaneContent`; `focused` tells that the reader turned to it."""

    focused = Signal(object)
    outlet_chosen = Signal(object, int)
    take_stepped = Signal(object, int)
    pin_toggled = Signal(object)

    def __init__(self, side: Side, look: Look, actions: list[QAction], pin: QAction) -> None:
        super().__init__(look, "paper")
        self.side = side
        self.content: PaneContent | None = None
        self._listens = False
        self._levelled = False
        self.header = PaneHeader(side, look, actions, pin)
        self.browser = ArticleBrowser(look)
        self._empty = Label(look, "lead", "ink2", wrapped=True)
        self._empty.setText(
            self.tr("Nothing here yet. Ctrl+Enter on a take or a hit opens it here.")
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(40, 0, 40, 0)
        self.find_bar = FindBar(look, side.name)
        self.apart = ApartSections(look, side.name)
        self._hits: list[Span] = []
        self._hit = -1
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.browser)
        self._rule = QFrame()
        self._rule.setFrameShape(QFrame.Shape.HLine)
        self._rule.setFrameShadow(QFrame.Shadow.Plain)
        self._rule.setForegroundRole(QPalette.ColorRole.Mid)
        self._rule.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(FRAME, TOP_BAR, FRAME, FRAME)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._rule)
        column.addWidget(self._stack, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.apart)
        self.header.hide()
        self.browser.resized.connect(self._on_resized)
        self.browser.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.browser.focused.connect(lambda: self.focused.emit(self.side))
        self.header.outlet_chosen.connect(lambda id_: self.outlet_chosen.emit(self.side, id_))
        self.header.take_stepped.connect(lambda by: self.take_stepped.emit(self.side, by))
        self.header.pin.clicked.connect(lambda: self.pin_toggled.emit(self.side))
        self.find_bar.stepped.connect(self.step_hit)
        self.find_bar.typed.connect(self._on_find_typed)
        self.find_bar.left.connect(self.leave_find)
        for part in (self.find_bar.field, self.header.outlet, self.header.pin, self.header.more):
            part.installEventFilter(self)
        for stop in self.apart.stops:
            stop.installEventFilter(self)
        look.type.changed.connect(self._on_type_changed)
        look.theme.changed.connect(self._on_type_changed)
        self.set_listening(False)

    def show_content(self, content: PaneContent, outlets: tuple[OutletRef, ...]) -> None:
        """Show an article at its take; it is laid out anew only if it is another one."""
        shown = self.browser.shown
        if shown is None or shown.article != content.article:
            self.browser.show_article(content.article)
        self.content = content
        self.header.show()
        self._rule.show()
        self.header.show_content(content, outlets)
        self._stack.setCurrentWidget(self.browser)
        self._mark()
        self.browser.setAccessibleDescription(content.article.title)

    def clear_content(self) -> None:
        """Show nothing."""
        self.content = None
        self.header.hide()
        self._rule.hide()
        self.find_bar.hide()
        self.apart.clear()
        self.browser.clear_article()
        self._stack.setCurrentWidget(self._empty)

    def level(self) -> None:
        """Bring the take, or the hit, to the level that both panes share."""
        target = self.target()
        if target is not None:
            self.browser.scroll_to(target.start)
        else:
            self.browser.verticalScrollBar().setValue(0)
        self._levelled = True

    def target(self) -> Span | None:
        """Document positions of what the pane is there to show."""
        shown, content = self.browser.shown, self.content
        if shown is None or content is None:
            return None
        source = content.take.anchor.segments[0] if content.take else content.at
        positions = shown.positions(source) if source is not None else []
        return positions[0] if positions else None

    def show_near(self, source: Span) -> None:
        """Show where a stretch of the source text stands, or would, and stay there."""
        if (shown := self.browser.shown) is not None:
            before = [one for one in shown.article.passages if one.source.start <= source.start]
            positions = shown.positions(before[-1].source) if before else []
            if positions:
                self.browser.scroll_to(positions[0].start)
                self._levelled = False

    def open_find(self) -> None:
        """Ask for words to find in this text; a selection is taken for them."""
        if self.content is not None:
            selected = self.browser.textCursor().selectedText()
            if selected and "\u2029" not in selected:
                self.find_bar.field.setText(selected)
            self.find_bar.open_field()
            self._on_find_typed(self.find_bar.field.text())

    def step_hit(self, by: int) -> None:
        """Go to the next or previous marked place, round the ends."""
        if self._hits:
            self._show_hit((self._hit + by) % len(self._hits))

    def leave_find(self) -> None:
        """Take the marks of hits away, and go back to the text."""
        self._hits, self._hit = [], -1
        self.browser.set_hits([])
        self.find_bar.field.clear()
        self.find_bar.hide()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.apart.fit_in(self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.side)
        return super().eventFilter(watched, event)

    def set_listening(self, listening: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Mark this pane as the one that commands go to: bar, frame, filled letter, name."""
        self._listens = listening
        self.header.badge.set_filled(listening)
        name = self.tr("Pane {0}, focused") if listening else self.tr("Pane {0}")
        self.setAccessibleName(name.format(self.side.name))
        self.browser.setAccessibleName(name.format(self.side.name))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._listens:
            return
        painter = QPainter(self)
        colour = self._look.theme.colour(self.side.role)
        painter.fillRect(0, 0, self.width(), TOP_BAR, colour)
        painter.setPen(QPen(colour, FRAME, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _on_find_typed(self, words: str) -> None:
        if not self.find_bar.field.isVisible():
            return
        self._hits = self.browser.occurrences(words)
        if self._hits:
            at = self.browser.cursorForPosition(QPoint(0, 0)).position()
            below = (n for n, hit in enumerate(self._hits) if hit.start >= at)
            self._show_hit(next(below, 0))
        else:
            self._hit = -1
            self.browser.set_hits([])
            self.find_bar.show_found(0, 0)

    def _show_hit(self, number: int) -> None:
        self._hit = number
        self.browser.set_hits(self._hits, number)
        self.browser.scroll_to(self._hits[number].start)
        self._levelled = False
        if self.find_bar.field.isVisible():
            self.find_bar.show_found(number + 1, len(self._hits))
        else:
            self.find_bar.show_hits(number + 1, len(self._hits))

    def _on_resized(self) -> None:
        if self._levelled:
            self.level()

    def _on_scrolled(self) -> None:
        # The reader reads on from here: a resize must not take the place away.
        self._levelled = False

    def _mark(self) -> None:
        shown, content = self.browser.shown, self.content
        if shown is None or content is None:
            return
        marks: list[Mark] = []
        current = content.take
        for take in content.others:
            if current is not None and take.id == current.id:
                continue
            if current is not None and _overlap(take.anchor.segments, current.anchor.segments):
                continue
            marks.extend(
                Mark(positions, None)
                for segment in take.anchor.segments
                for positions in shown.positions(segment)
            )
        if current is not None:
            marks.extend(
                Mark(positions, self.side)
                for segment in current.anchor.segments
                for positions in shown.positions(segment)
            )
        elif content.at is not None and not content.hits:
            marks.extend(Mark(positions, self.side) for positions in shown.positions(content.at))
        self.browser.set_marks(marks)
        self._hits = [positions for hit in content.hits for positions in shown.positions(hit)]
        target = self.target()
        inside = (n for n, hit in enumerate(self._hits) if target and hit.start >= target.start)
        self._hit = next(inside, 0) if self._hits else -1
        self.browser.set_hits(self._hits)
        if self._hits:
            self.find_bar.show_hits(self._hit + 1, len(self._hits))
        else:
            self.find_bar.hide()

    def _on_type_changed(self) -> None:
        if self.content is not None:
            self.browser.relayout()
            self._mark()
            self.level()


def _overlap(one: tuple[Span, ...], two: tuple[Span, ...]) -> bool:
    return any(a.overlaps(b) for a in one for b in two)
