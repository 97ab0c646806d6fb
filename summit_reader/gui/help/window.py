"""The window of the help: the topics at one side, the chosen one at the other, a search above."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from summit_reader.gui.help.topics import Topic, found
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.filter_field import FilterField
from summit_reader.gui.widgets.sizing import open_at

SIZE = (760, 560)
LIST_WIDTH = 220
BELOW = 12
_NAME = Qt.ItemDataRole.UserRole


class Page(QTextBrowser):
    """Shows a topic. It fetches nothing and opens nothing but other topics."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None


class HelpWindow(QDialog):
    """Stays beside the work: it is no modal dialog, and Esc closes it."""

    def __init__(self, look: Look, topics: tuple[Topic, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._topics = look, topics
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        open_at(self, SIZE)
        self.field = FilterField(self.tr("Search the help"), self._narrow)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Topics"))
        self.list.setSpacing(3)
        self.list.setFixedWidth(look.type.px(LIST_WIDTH))
        self.page = Page()
        self.page.setAccessibleName(self.tr("Topic"))
        self.page.setOpenLinks(False)
        self.page.setFont(look.type.font("read"))
        self.page.document().setDocumentMargin(look.type.px(20))
        self.page.anchorClicked.connect(lambda url: self.show_topic(url.path()))
        row = QHBoxLayout()
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addLayout(row, 1)
        self.field.returnPressed.connect(self.page.setFocus)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self._narrow("")
        self.field.setFocus()

    @property
    def topic(self) -> str:
        """The name of the topic in sight; empty if no topic has what is searched for."""
        return str(self.list.currentIndex().data(_NAME) or "")

    def show_topic(self, name: str) -> None:
        """Turn to a topic, whatever is searched for."""
        if name not in {topic.name for topic in self._topics}:
            return
        self.field.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def _narrow(self, text: str) -> None:
        here = self.topic
        self.list.clear()
        names = []
        for topic in found(text, self._topics):
            item = QListWidgetItem(topic.title)
            item.setData(_NAME, topic.name)
            self.list.addItem(item)
            names.append(topic.name)
        if text.strip() or here not in names:
            self.list.setCurrentRow(0)
        else:
            self.list.setCurrentRow(names.index(here))
        self._show()

    def _show(self) -> None:
        text = next((one.text for one in self._topics if one.name == self.topic), "")
        if text:
            self.page.setMarkdown(text)
            self._space_out()
        else:
            self.page.setPlainText(self.tr("No topic has these words."))

    def _space_out(self) -> None:
        """Put room below each paragraph: Markdown leaves none."""
        below = self._look.type.px(BELOW)
        block = self.page.document().begin()
        while block.isValid():
            format_ = block.blockFormat()
            format_.setBottomMargin(below)
            QTextCursor(block).setBlockFormat(format_)
            block = block.next()
