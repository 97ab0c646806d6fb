"""What the program is."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from summit_reader import __version__
from summit_reader.gui.wording import tr


def about(parent: QWidget) -> None:
    """Name, version, what it is for, whose work it stands on."""
    QMessageBox.about(
        parent,
        tr("About Summit Reader"),
        tr(
            "<p><b>Summit Reader {version}</b></p>"
            "<p>What outlets say on the same point, side by side at the sentence. "
            "Offline, on your own disk, without an account.</p>"
            "<p>MIT licence. Made with Qt (LGPL), SQLAlchemy, Whoosh, the typefaces Literata and "
            "Inter (OFL) and Lucide icons (ISC).</p>"
        ).format(version=__version__),
    )
