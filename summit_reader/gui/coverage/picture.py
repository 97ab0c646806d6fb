"""The picture as a file: PNG for slides, SVG for print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QPointF,
    QRectF,
    QSaveFile,
    QSize,
    Qt,
)
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from summit_reader.domain.hand_out_errors import ExportProblem
from summit_reader.gui.coverage.model import TimelineModel
from summit_reader.gui.coverage.painting import NAME, TimelinePainter
from summit_reader.gui.coverage.wording import amount
from summit_reader.gui.wording import tr

MARGIN = 24
SHARPNESS = 2
"""Pixels of a PNG for each of the window."""

LARGEST = 16_000
"""Pixels that a side of a PNG may have; a longer table is drawn less sharp."""


class Picture:
    """The whole table under its title, as large as it needs to be."""

    def __init__(self, model: TimelineModel, painter: TimelinePainter, title: str) -> None:
        self._model, self._painter, self._title = model, painter, title

    @property
    def size(self) -> QSize:
        """Width and height in the pixels of the window."""
        type_, columns = self._painter.look.type, len(self._model.timeline.stretches)
        table = type_.px(NAME) + columns * self._painter.cell_width + self._painter.undated_width
        tall = self._painter.head_height + self._model.rowCount() * self._painter.lane_height
        title = self._title_block(max(table, type_.px(520)))
        width = max(table, type_.px(520)) + 2 * MARGIN
        foot = type_.line_height("micro")
        return QSize(width, round(2 * MARGIN + title + 12 + tall + 12 + foot))

    def write(self, path: Path) -> None:
        """Write it to `path`, wholly or not at all; its suffix, .svg or .png, chooses the format.

        Raises:
            ExportProblem: if the file cannot be written.
        """
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        if path.suffix.casefold() == ".svg":
            self._draw_svg(buffer)
        else:
            QImageWriter(buffer, QByteArray(b"png")).write(self._drawn())
        buffer.close()
        file = QSaveFile(str(path))
        fine = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) == content.size()
        if not fine or not file.commit():
            raise ExportProblem(path=path, reason=file.errorString())

    def draw(self, painter: QPainter) -> None:
        """Draw it from the origin of `painter`."""
        look, table = self._painter.look, self._painter
        size = self.size
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), size.toSizeF()), look.theme.colour("paper"))
        width = size.width() - 2 * MARGIN
        block = table.blocks.block(self._title, "point", width, lines=3)
        painter.setPen(look.theme.colour("ink"))
        block.layout.draw(painter, QPointF(MARGIN, MARGIN))
        top = MARGIN + block.height + 12
        name = look.type.px(NAME)
        columns = range(self._model.columnCount())
        rights = [name + MARGIN]
        for column in columns:
            undated = self._model.is_undated(column)
            rights.append(rights[-1] + (table.undated_width if undated else table.cell_width))
            head = QRectF(rights[-2], top, rights[-1] - rights[-2], table.head_height)
            table.paint_stretch(painter, head, self._model, column)
        top += table.head_height
        most = self._model.timeline.most
        for row in range(self._model.rowCount()):
            lane = self._model.lane(row)
            box = QRectF(MARGIN, top, name, table.lane_height)
            table.paint_lane(painter, box.adjusted(-14, 0, 0, 0), lane.name, lane.total)
            for column in columns:
                left, right = rights[column], rights[column + 1]
                cell = QRectF(left, top, right - left, table.lane_height)
                count = len(self._model.covered(self._model.index(row, column)))
                undated = self._model.is_undated(column)
                table.paint_cell(painter, cell, count, most, undated=undated)
            top += table.lane_height
        painter.setFont(look.type.font("micro"))
        painter.setPen(look.theme.colour("ink2"))
        foot = QRectF(MARGIN, top + 12, width, look.type.line_height("micro"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, tr("Striped: the text has no date."))

    def description(self) -> str:
        """What the picture shows, in words."""
        lanes = (self._model.lane(row) for row in range(self._model.rowCount()))
        return ". ".join(
            f"{lane.name}: {amount([one for cell in (*lane.cells, lane.undated) for one in cell])}"
            for lane in lanes
        )

    def _title_block(self, width: float) -> float:
        return self._painter.blocks.block(self._title, "point", width, lines=3).height

    def _draw_svg(self, device: QIODevice) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(device)
        generator.setSize(self.size)
        generator.setViewBox(QRectF(QPointF(0, 0), self.size.toSizeF()))
        generator.setTitle(self._title)
        generator.setDescription(self.description())
        painter = QPainter(generator)
        self.draw(painter)
        painter.end()

    def _drawn(self) -> QImage:
        size = self.size
        sharpness = min(SHARPNESS, LARGEST / max(size.width(), size.height(), 1))
        image = QImage((size.toSizeF() * sharpness).toSize(), QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(sharpness)
        image.setText("Title", self._title)
        image.setText("Description", self.description())
        painter = QPainter(image)
        self.draw(painter)
        painter.end()
        return image
