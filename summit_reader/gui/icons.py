"""Icons by what they are for, drawn in a colour role of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from summit_reader.gui.resources import resource
from summit_reader.gui.theme import Theme
from summit_reader.gui.tokens import tokens

SIZE = 18

DIRECTED = frozenset({"previous", "next", "carried_by"})
"""Icons that point to where reading goes on, or comes from."""


class Icons:
    """Renders the shipped outlines; pixmaps are kept until the theme changes.

    What stands on buttons grows with `scale`, the text scale of the interface.
    """

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        self.theme, self._scale = theme, scale
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        theme.changed.connect(self._pixmaps.clear)

    def put(self, target: QAction | QAbstractButton, name: str, role: str = "ink") -> None:
        """Give `target` the icon `name`, now and after every change of theme."""
        for before in target.findChildren(_Icon, options=Qt.FindChildOption.FindDirectChildrenOnly):
            before.setParent(None)
            before.deleteLater()
        _Icon(target, self, name, role)

    def icon(self, name: str, role: str = "ink", *, greyed: bool = False) -> QIcon:
        """An icon in the colours now in force, with a grey one for what can be disabled."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        side = round(SIZE * self._scale)
        icon = QIcon(self.pointing(name, role, side, ratio))
        if greyed:
            icon.addPixmap(self.pointing(name, "ink3", side, ratio), QIcon.Mode.Disabled)
        return icon

    def pointing(self, name: str, role: str, size: int, ratio: float) -> QPixmap:
        """As `pixmap`, pointing the other way where the window is read from the right."""
        pixmap = self.pixmap(name, role, size, ratio)
        if name not in DIRECTED or not QGuiApplication.isRightToLeft():
            return pixmap
        return pixmap.transformed(QTransform.fromScale(-1, 1))

    def pixmap(self, name: str, role: str, size: int, ratio: float) -> QPixmap:
        """The outline `name` in the colour `role`, `size` logical pixels square."""
        key = (name, role, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(name, role, size, ratio)
        return self._pixmaps[key]

    def _drawn(self, name: str, role: str, size: int, ratio: float) -> QPixmap:
        outline = resource(f"icons/{tokens().icons.get(name, name)}.svg")
        colour = self.theme.colour(role).name().encode()
        renderer = QSvgRenderer(QByteArray(outline.replace(b"currentColor", colour)))
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap


class _Icon(QObject):
    """Lives as long as what it stands on, and redraws it when the theme changes."""

    def __init__(
        self, target: QAction | QAbstractButton, icons: Icons, name: str, role: str
    ) -> None:
        super().__init__(target)
        self._target, self._icons, self._name, self._role = target, icons, name, role
        icons.theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        greyed = isinstance(self._target, QAction)
        self._target.setIcon(self._icons.icon(self._name, self._role, greyed=greyed))
