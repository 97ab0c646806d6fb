"""The page of an import: what was offered on the left, the text in the middle, its facts beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.article import Hints
from summit_reader.domain.importing import Failure
from summit_reader.domain.preview import IntakeRules, Preview
from summit_reader.domain.spans import Span
from summit_reader.gui.intake.file_list import FileDelegate, FileModel, FileRow, State
from summit_reader.gui.intake.found import FoundPanel
from summit_reader.gui.intake.found_wording import head_line
from summit_reader.gui.intake.preview_rows import PreviewModel, rows_of
from summit_reader.gui.intake.preview_view import PreviewDelegate, PreviewView
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.widgets.rows import VALUE, RowView
from summit_reader.gui.widgets.sizing import open_at
from summit_reader.gui.wording import counted, error_sentence, texts_counted

LIST_WIDTH = 258
NARROW_LIST = 200
NARROW = 1120


class PreviewDialog(QDialog):
    """Shows what would come in. Nothing is kept unless it is asked for.

    `import_asked` gives the rows to take in, `revise_asked` a row with what the reader says of it,
    `toggle_asked` a row and the place of a removed part.
    """

    import_asked = Signal(object)
    revise_asked = Signal(object, object)
    toggle_asked = Signal(object, object)
    trust_asked = Signal(str, bool)
    site_asked = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._rules = IntakeRules()
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, (NARROW, parent.height()))
        self.resize(self.size().expandedTo(parent.size()))
        self.files = FileModel(self)
        self.file_view = RowView("window")
        self.file_view.setModel(self.files)
        self.file_view.setItemDelegate(FileDelegate(self.file_view, look))
        self.file_view.setAccessibleName(self.tr("Files"))
        self.rows = PreviewModel(self)
        self.view = PreviewView()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(PreviewDelegate(self.view, look))
        self.view.setAccessibleName(self.tr("Preview"))
        self.found = FoundPanel(look)
        self._count, self._facts = Label(look, "micro", "ink2"), ElidedLabel(look, "micro", "ink2")
        self._offered = ElidedLabel(look, "micro", "ink2")
        self._note = Label(look, "micro", "ink2")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.skip = QPushButton(self.tr("Skip this text"))
        self.one = QPushButton(self.tr("Import this text"))
        self.everything = QPushButton()
        self._arrange()
        self._connect()
        self._choose_nothing()

    def show_offered(self, text: str) -> None:
        """Say what was offered."""
        self._offered.setText(text)

    def show_rules(self, rules: IntakeRules, outlets: Sequence[str]) -> None:
        """Know what holds from now on, and which outlets there are."""
        self._rules = rules
        self.found.show_outlets(list(outlets))
        self._show_chosen()

    def keep_rules(self, rules: IntakeRules) -> None:
        """Know what holds from now on."""
        self._rules = rules

    def add(self, found: Preview | Failure) -> None:
        """List another text, or what could not be read."""
        self.files.change([*self.files.rows, FileRow(len(self.files.rows), found)])
        if not self.file_view.currentIndex().isValid():
            self.file_view.setCurrentIndex(self.files.index(0))
        self._count_waiting()

    def put(self, row: FileRow) -> None:
        """Show a row anew; what is chosen stays chosen."""
        rows = list(self.files.rows)
        rows[row.number] = row
        self.files.change(rows)
        if self._current() == row:
            self._show_chosen()
        self._count_waiting()

    def mark(self, rows: Sequence[FileRow], state: State) -> None:
        """Note what became of these, and go on to the next that waits; at the end, close."""
        for row in rows:
            self.put(replace(self.files.rows[row.number], state=state))
        waiting = [row for row in self.files.rows if row.waits]
        if not waiting:
            self.accept()
            return
        current = self.file_view.currentIndex().row()
        after = [row for row in waiting if row.number > current]
        self.file_view.setCurrentIndex(self.files.index((after or waiting)[0].number))

    def hold(self, busy: bool) -> None:  # noqa: FBT001  # the Qt way of a setter
        """Take no orders while one is being carried out."""
        for button in (self.skip, self.one, self.everything):
            button.setEnabled(not busy)
        if not busy:
            self._count_waiting()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = LIST_WIDTH if self.width() >= self._look.type.px(NARROW) else NARROW_LIST
        room = self.width() // 4
        self.file_view.setFixedWidth(min(self._look.type.px(width), room))
        self.found.fit(self.width() // 3)

    def _current(self) -> FileRow | None:
        row = self.file_view.currentIndex().data(VALUE)
        return row if isinstance(row, FileRow) else None

    def _on_chosen(self, _: QModelIndex) -> None:
        self.rows.clear()
        self._show_chosen()
        self.view.scrollToTop()

    def _show_chosen(self) -> None:
        row = self._current()
        preview = row.preview if row is not None else None
        if row is None or preview is None:
            self._choose_nothing()
            if row is not None and isinstance(row.found, Failure):
                self.view.set_placeholder(error_sentence(row.found.error))
                self.view.viewport().update()
            return
        self._facts.setText(head_line(preview))
        self.rows.change(rows_of(preview))
        self.found.show_preview(preview, self._rules)
        self.skip.setEnabled(row.waits)
        self.one.setEnabled(row.waits)

    def _choose_nothing(self) -> None:
        self._facts.setText("")
        self.view.set_placeholder(self.tr("Reading…"))
        self.rows.clear()
        self.found.show_nothing()
        self.skip.setEnabled(False)
        self.one.setEnabled(False)

    def _count_waiting(self) -> None:
        waiting = sum(row.waits for row in self.files.rows)
        self._count.setText(str(len(self.files.rows)))
        self.everything.setText(counted(waiting, "Import {n} text", "Import {n} texts"))
        self.everything.setEnabled(bool(waiting))
        kept = sum(row.state is State.IMPORTED for row in self.files.rows)
        none = self.tr("Nothing is kept until you import.")
        some = self.tr("{0} imported.").format(texts_counted(kept))
        self._note.setText(some if kept else none)

    def _ask(self, rows: Sequence[FileRow]) -> None:
        wanted = [row for row in rows if row.waits]
        if wanted:
            self.import_asked.emit(wanted)

    def _chosen(self) -> list[FileRow]:
        row = self._current()
        return [row] if row is not None else []

    def _on_toggled(self, place: Span) -> None:
        for row in self._chosen():
            self.toggle_asked.emit(row, place)

    def _on_edited(self, hints: Hints) -> None:
        row = self._current()
        if row is not None:
            self.revise_asked.emit(row, hints)

    def _connect(self) -> None:
        self.file_view.selectionModel().currentChanged.connect(lambda now, _: self._on_chosen(now))
        self.file_view.activated.connect(lambda _: self._ask(self._chosen()))
        self.view.toggled.connect(self._on_toggled)
        self.found.edited.connect(self._on_edited)
        self.found.trusted.connect(self.trust_asked)
        self.found.settled.connect(self.site_asked)
        self.cancel.clicked.connect(self.reject)
        self.skip.clicked.connect(lambda: self.mark(self._chosen(), State.SKIPPED))
        self.one.clicked.connect(lambda: self._ask(self._chosen()))
        self.everything.clicked.connect(lambda: self._ask(self.files.rows))
        # Enter in the list takes in the chosen text alone.
        every = QShortcut(QKeySequence("Ctrl+Return"), self)
        every.activated.connect(self.everything.click)
        keys = every.key().toString(QKeySequence.SequenceFormat.NativeText)
        self.everything.setToolTip(self.tr("All that wait ({0})").format(keys))

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        page.addWidget(self._rule())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._left())
        splitter.addWidget(self._middle())
        splitter.addWidget(self.found)
        splitter.setStretchFactor(1, 1)
        page.addWidget(splitter, 1)
        page.addWidget(self._rule())
        page.addWidget(self._foot())
        self.everything.setDefault(True)
        for button in (self.cancel, self.skip, self.one):
            button.setAutoDefault(False)  # Enter in a field must not press them

    def _rule(self) -> QWidget:
        rule = Ground(self._look, "rule")
        rule.setFixedHeight(1)
        return rule

    def _head(self) -> QWidget:
        head = Ground(self._look, "window")
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(12)
        title = Label(self._look, "head")
        title.setText(self.tr("Import"))
        line.addWidget(title)
        line.addWidget(self._offered, 1)
        return head

    def _left(self) -> QWidget:
        left = Ground(self._look, "window")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 10, 0, 0)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 0)
        heading = Label(self._look, "caps", "ink2")
        heading.setText(self.tr("Files"))
        line.addWidget(heading)
        line.addStretch(1)
        line.addWidget(self._count)
        column.addLayout(line)
        column.addWidget(self.file_view, 1)
        return left

    def _middle(self) -> QWidget:
        middle = Ground(self._look, "paper")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(18, 12, 18, 8)
        line.setSpacing(10)
        title = Label(self._look, "uib")
        title.setText(self.tr("Preview"))
        line.addWidget(title)
        line.addWidget(self._facts, 1)
        column.addLayout(line)
        column.addWidget(self._rule())
        column.addWidget(self.view, 1)
        return middle

    def _foot(self) -> QWidget:
        foot = Ground(self._look, "window")
        line = QHBoxLayout(foot)
        line.setContentsMargins(16, 9, 16, 9)
        line.setSpacing(8)
        line.addWidget(self._note)
        line.addStretch(1)
        for button in (self.cancel, self.skip, self.one, self.everything):
            line.addWidget(button)
        return foot
