"""Hand-outs as PDF files."""

from __future__ import annotations

import os
import re
import sys

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from summit_reader.export.paper import Paper
from summit_reader.gui.export.paper_document import PRINTED, lay_out
from summit_reader.services.printing import paper_in

_TIMES = re.compile(
    rb"""(?<=Date\ \(D:) [0-9]{14} | (?<=Date=") [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}""", re.VERBOSE
)
_NO_TIME = {14: b"20000101000000", 19: b"2000-01-01T00:00:00"}
"""What stands in for a moment, by its length: no offset in the file may move."""
_RESOLUTION = 300


def pdf_of(paper: Paper) -> bytes:
    """The paper as a PDF on A4 with numbered pages; a QGuiApplication must be there."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(paper.title)
    writer.setCreator("Summit Reader")
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(page_layout(paper))
    identity = f"{paper.title}\0{paper.markup}".encode()
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), identity))
    document = QTextDocument()
    lay_out(document, paper, PRINTED)
    document.print_(writer)
    del writer  # it writes the end of the file when it goes
    content = bytes(buffer.data().data())
    buffer.close()
    # Two exports of the same are the same bytes: the moment they were made at is left out.
    return _TIMES.sub(lambda found: _NO_TIME[len(found.group())], content)


def page_layout(paper: Paper) -> QPageLayout:
    """A4, upright or on its side; the document itself keeps 2 cm to the edges."""
    side = QPageLayout.Orientation.Landscape if paper.is_wide else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), side, QMarginsF(0, 0, 0, 0))


def print_standard_input() -> int:
    """Write a PDF of the paper on standard input to standard output; the exit code.

    What `print_in_process` of the services starts.
    """
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # there may be no screen, and none is needed
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    with open(0, "rb", closefd=False) as requests, open(1, "wb", closefd=False) as answers:
        answers.write(pdf_of(paper_in(requests.read())))
    del app
    return 0
