"""One side of the pair: a header and a text, framed when commands go to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Take
from summit_reader.gui.apart.sections import ApartSections
from summit_reader.gui.look import Look
from summit_reader.gui.reading.aside import Aside
from summit_reader.gui.reading.browser import ArticleBrowser
from summit_reader.gui.reading.content import PaneContent
from summit_reader.gui.reading.finding import FindBar
from summit_reader.gui.reading.header import PaneHeader
from summit_reader.gui.reading.hits import TextHits
from summit_reader.gui.reading.marking import marks_of, positions_of
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import Label
from summit_reader.gui.widgets.sides import Side
from summit_reader.gui.wording import tr

FRAME, TOP_BAR = 2, 4


class ReadingPane(Ground):
    """Shows a `PaneContent`; `focused` tells that the reader turned to it.

    `leaving` is told while the article is still there that another one comes, or none.
    """

    focused = Signal(object)
    outlet_chosen = Signal(object, int)
    take_stepped = Signal(object, int)
    pin_toggled = Signal(object)
    read_on = Signal(object, bool)
    level_asked = Signal()
    leaving = Signal()
    take_clicked = Signal(object, int)
    menu_asked = Signal(object, QPoint)

    def __init__(self, side: Side, look: Look, actions: list[QAction], pin: QAction) -> None:
        super().__init__(look, "paper")
        self.side = side
        self.content: PaneContent | None = None
        self._outlets: tuple[OutletRef, ...] = ()
        self._listens = False
        self._quotes_open = False
        self._levelled = False
        self.header = PaneHeader(side, look, actions, pin)
        self.browser = ArticleBrowser(look)
        self._empty = _empty(look)
        self._aside = Aside(look, self.browser)
        self.find_bar = FindBar(look, side.name)
        self.apart = ApartSections(look, side.name)
        self.hits = TextHits(self.browser, self.find_bar, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.browser)
        # In a low window the text gives way, and not the lines that say whose it is.
        self._stack.setMinimumHeight(1)
        self._rule = _rule()
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
        self.browser.read_on.connect(self._on_read)
        self.browser.take_clicked.connect(lambda id_: self.take_clicked.emit(self.side, id_))
        self.browser.menu_asked.connect(lambda at: self.menu_asked.emit(self.side, at))
        self.browser.focused.connect(lambda: self.focused.emit(self.side))
        self.header.outlet_chosen.connect(lambda id_: self.outlet_chosen.emit(self.side, id_))
        self.header.take_stepped.connect(lambda by: self.take_stepped.emit(self.side, by))
        self.header.pin.clicked.connect(lambda: self.pin_toggled.emit(self.side))
        self.hits.moved.connect(self._on_moved)
        header = (self.header.outlet, self.header.pin, self.header.more)
        for part in (self._empty, self.find_bar.field, *header, *self.apart.stops):
            part.installEventFilter(self)
        look.type.changed.connect(self._on_type_changed)
        look.theme.changed.connect(self._on_type_changed)
        look.names.changed.connect(self._on_names_changed)
        self.set_listening(False)

    def show_content(self, content: PaneContent, outlets: tuple[OutletRef, ...]) -> None:
        """Show an article at its take; it is laid out anew only if it is another one."""
        shown = self.browser.shown
        if shown is None or shown.article != content.article:
            self._leave()
            self.browser.show_article(content.article)
        self.content, self._outlets = content, outlets
        # Where nothing is left to be level with, a resize must not scroll to the top.
        self._levelled = self._levelled and content.take is not None
        self.header.show()
        self._rule.show()
        self.header.show_content(content, outlets)
        self._stack.setCurrentWidget(self.browser)
        self._mark()
        self.browser.setAccessibleDescription(content.article.title)

    def clear_content(self) -> None:
        """Show nothing."""
        self._leave()
        self.content = None
        self._levelled = False
        self.say("")
        self.header.hide()
        self._rule.hide()
        self.find_bar.hide()
        self.apart.clear()
        self.browser.clear_article()
        self._stack.setCurrentWidget(self._empty)

    @property
    def is_level(self) -> bool:
        """Whether what the pane is there to show stands where `level` put it."""
        return self._levelled

    def level(self, y: int | None = None, *, padded: bool = False) -> None:
        """Bring the take, or the hit, to the level that the panes share, `y` px below their top.

        Where there is neither, go to where the pane was left in the article, else to its beginning.
        """
        target = self.target()
        if target is not None:
            self.browser.scroll_to(target.start, y, padded=padded)
        elif (line := self._place_kept()) is not None:
            self.browser.scroll_to(line, 0)
        else:
            self.browser.verticalScrollBar().setValue(0)
        self._levelled = True

    @property
    def stop(self) -> QWidget:
        """What the focus goes to: the text, or the line that says that there is none."""
        return self.browser if self.content is not None else self._empty

    def target(self) -> Span | None:
        """Document positions of what the pane is there to show."""
        shown, content = self.browser.shown, self.content
        if shown is None or content is None:
            return None
        positions = self._positions(content.take) if content.take is not None else []
        if content.take is None and content.at is not None:
            positions = shown.positions(content.at)
        return positions[0] if positions else None

    def top_place(self) -> int | None:
        """The document position at the top of what is in sight; None where nothing is shown."""
        if self.browser.shown is None:
            return None
        return self.browser.cursorForPosition(QPoint(0, TOP_BAR)).position()

    def show_top(self, position: int) -> None:
        """Show the line at a document position at the top, and stay there."""
        self.browser.scroll_to(position, 0)
        self._levelled = False

    def place_left(self) -> int | None:
        """The place in the source text at the top of what is in sight; None at the beginning."""
        return self.place_at(TOP_BAR) if not self.browser.at_start else None

    def reading_place(self) -> int | None:
        """The place in the source text that stands on the level; None where there is no text."""
        return self.place_at(self.browser.level_height())

    def place_at(self, y: int) -> int | None:
        """The place in the source text that stands `y` px below the top of the viewport."""
        shown = self.browser.shown
        at = self.browser.cursorForPosition(QPoint(0, y)).position()
        found = shown.source_spans(Span(at, at + 1)) if shown is not None else ()
        return found[0].start if found else None

    def height_of(self, source: Span) -> int | None:
        """Where a stretch of the source text begins, in px below the top of the viewport."""
        positions = self._shown_at(source)
        return self.browser.height_of(positions[0].start) if positions else None

    def show_level(self, source: Span, y: int) -> None:
        """Scroll until a stretch of the source text begins at that height, padded if need be."""
        if positions := self._shown_at(source):
            self.browser.scroll_to(positions[0].start, y, padded=True)
            self._levelled = False

    def go_to(self, source: Span) -> None:
        """Show a stretch of the source text at the top; panes locked to this one follow."""
        if positions := self._shown_at(source):
            self.browser.scroll_to(positions[0].start, 0)
            self._on_moved()

    def share(self) -> float:
        """How much of the text lies above what is in sight, from 0 to 1."""
        return self.browser.share()

    def show_share(self, share: float) -> None:
        """Go that far into the text."""
        self.browser.show_share(share)
        self._levelled = False

    def say(self, text: str) -> None:
        """Say something at the foot of the text without moving it; nothing for an empty text."""
        self._aside.say(text)

    @property
    def said(self) -> str:
        """What is being said there."""
        return self._aside.text

    def show_near(self, source: Span) -> None:
        """Show where a stretch of the source text stands, or would, and stay there."""
        if (shown := self.browser.shown) is not None:
            before = [one for one in shown.article.passages if one.source.start <= source.start]
            positions = shown.positions(before[-1].source) if before else []
            if positions:
                self.browser.scroll_to(positions[0].start)
                self._levelled = False

    def open_find(self) -> None:
        """Ask for words to find in this text."""
        if self.content is not None:
            self.hits.open_field()

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
        self._empty.setAccessibleName(f"{name.format(self.side.name)}. {self._empty.text()}")
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

    def take_named(self, take_id: int) -> Take | None:
        """The take with this id, if it stands in the text on show."""
        content = self.content
        if content is None:
            return None
        shown = (content.take,) if content.take is not None else ()
        return next((take for take in (*content.others, *shown) if take.id == take_id), None)

    def take_at_cursor(self) -> Take | None:
        """The take that the cursor stands in, the innermost of several."""
        shown, content = self.browser.shown, self.content
        if shown is None or content is None:
            return None
        at = self.browser.textCursor().position()
        around = [
            (len(positions), take.id)
            for take in content.others
            for positions in self._positions(take)
            if positions.start <= at < positions.end
        ]
        return self.take_named(min(around)[1]) if around else None

    def selection(self) -> tuple[Span, ...]:
        """The source stretches of the words that are selected."""
        shown, cursor = self.browser.shown, self.browser.textCursor()
        if shown is None:
            return ()
        return shown.source_spans(Span(cursor.selectionStart(), cursor.selectionEnd()))

    def cursor_place(self) -> int | None:
        """The offset in the source text at which the cursor, or the selection, begins."""
        shown, at = self.browser.shown, self.browser.textCursor().selectionStart()
        found = shown.source_spans(Span(at, at + 1)) if shown is not None else ()
        return found[0].start if found else None

    def place_of(self, take: Take) -> QRect:
        """Where the take's words begin on the screen, as far as they are in sight."""
        view = self.browser.viewport()
        positions = self._positions(take)
        lines = [] if not positions else [self.browser.visible_rect_of(positions[0]).toRect()]
        inside = lines[0].intersected(view.rect()) if lines else QRect()
        if inside.isEmpty():
            inside = QRect(view.rect().topLeft(), QSize(view.width(), 1))
        return QRect(view.mapToGlobal(inside.topLeft()), inside.size())

    def open_quotes(self, opened: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Tint the words of every take, or mark them in the margin alone."""
        self._quotes_open = opened
        self._mark()

    def _leave(self) -> None:
        if self.content is not None:
            self.leaving.emit()

    def _positions(self, take: Take) -> list[Span]:
        shown = self.browser.shown
        return positions_of(take, shown) if shown is not None else []

    def _place_kept(self) -> int | None:
        place = self.content.place if self.content is not None else None
        positions = self._shown_at(Span(place, place + 1)) if place is not None else []
        return positions[0].start if positions else None

    def _shown_at(self, source: Span) -> list[Span]:
        shown = self.browser.shown
        return shown.positions(source) if shown is not None else []

    def _on_moved(self) -> None:
        self._levelled = False
        self.read_on.emit(self.side, False)

    def _on_resized(self) -> None:
        if self._levelled:
            self.level_asked.emit()

    def _on_read(self, alone: bool) -> None:  # noqa: FBT001  # a signal's argument
        # The reader reads on from here: a resize must not take the place away.
        self._levelled = False
        self.read_on.emit(self.side, alone)

    def _mark(self) -> None:
        shown, content = self.browser.shown, self.content
        if shown is None or content is None:
            return
        marks = marks_of(content, shown, self.side, opened=self._quotes_open)
        self.browser.set_marks(marks)
        self.hits.show_content(content, self.target())

    def _on_names_changed(self) -> None:
        if self.content is not None:
            place = self.top_place()
            self.header.show_content(self.content, self._outlets)
            self.browser.relayout()
            self._mark()
            if not self._levelled and place is not None:
                self.show_top(place)

    def _on_type_changed(self) -> None:
        if self.content is not None:
            place = self.place_left()
            self.browser.relayout()
            self._mark()
            if self._levelled:
                self.level_asked.emit()
            elif place is not None and (lines := self._shown_at(Span(place, place + 1))):
                self.show_top(lines[0].start)


def _empty(look: Look) -> Label:
    label = Label(look, "lead", "ink2", wrapped=True)
    label.setText(tr("Nothing here yet. Ctrl+Enter on a take or a hit opens it here."))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setContentsMargins(40, 0, 40, 0)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return label


def _rule() -> QFrame:
    rule = QFrame()
    rule.setFrameShape(QFrame.Shape.HLine)
    rule.setFrameShadow(QFrame.Shadow.Plain)
    rule.setForegroundRole(QPalette.ColorRole.Mid)
    rule.hide()
    return rule
