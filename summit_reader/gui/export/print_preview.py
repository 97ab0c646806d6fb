"""The pages of a hand-out as the printer will make them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QComboBox, QGraphicsView, QLineEdit, QWidget

from summit_reader.export.paper import Paper
from summit_reader.gui.export.paper_document import PRINTED, lay_out
from summit_reader.gui.export.printing import page_layout
from summit_reader.gui.widgets.sizing import open_at

SIZE = (900, 780)


class PrintPreview(QPrintPreviewDialog):
    """Shows the pages; printing starts from here."""

    def __init__(self, paper: Paper, parent: QWidget) -> None:
        # Qt does not keep the printer alive, and would draw on one that is gone.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(paper.title)
        self._printer.setPageLayout(page_layout(paper))
        super().__init__(self._printer, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, SIZE)
        self._name_parts()
        self._document = QTextDocument(self)
        lay_out(self._document, paper, PRINTED)
        self.paintRequested.connect(self._print)

    def _name_parts(self) -> None:
        """Qt leaves the field of the page and the pages themselves without a name."""
        for field in self.findChildren(QLineEdit):
            if not isinstance(field.parent(), QComboBox):
                field.setAccessibleName(self.tr("Page"))
        for zoom in self.findChildren(QComboBox):
            zoom.setAccessibleName(self.tr("Size on the screen"))
        for pages in self.findChildren(QGraphicsView):
            pages.setAccessibleName(self.tr("Pages"))

    def _print(self, printer: QPrinter) -> None:
        self._document.print_(printer)
