"""From the pane that listens to the details of its text, and to its original."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QFileDialog

from summit_reader.domain.article import Article
from summit_reader.domain.details import ArticleDetails
from summit_reader.gui.details.dialog import DetailsDialog
from summit_reader.gui.details.original import Browsing, web_address

if TYPE_CHECKING:
    from summit_reader.gui.main_window import MainWindow


class DetailsFlow(QObject):
    """Shows what is known of the text in the pane that listens, and leads to its original."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._browsing = Browsing(window)

    def show(self) -> None:
        """Open the window with the details."""
        article = self._article()
        if article is not None:
            self._window.session.read(lambda s: s.describing.details(article.id), self._show)

    def open_original(self) -> None:
        """Ask whether to open the original in the browser."""
        article = self._article()
        if article is not None:
            self._ask_browser(article)

    def _article(self) -> Article | None:
        content = self._window.rooms.pair.focused_pane.content
        if content is None:
            self._window.toast.say(self.tr("Open a text first."))
            return None
        return content.article

    def _show(self, details: ArticleDetails) -> None:
        dialog = DetailsDialog(self._window.look, details, self._window)
        dialog.save_asked.connect(lambda: self._ask_place(details))
        dialog.browser_asked.connect(lambda: self._ask_browser(details.article))
        dialog.open()

    def _ask_browser(self, article: Article) -> None:
        window = self._window
        address: QUrl | None = web_address(article.metadata.url)
        if window.look.names.hides(article.outlet):
            window.toast.say(self.tr("The address would tell the outlet: reveal it first."))
        elif address is None:
            window.toast.say(self.tr("The file of this text names no address on the web."))
        else:
            self._browsing.ask(address)

    def _ask_place(self, details: ArticleDetails) -> None:
        window = self._window
        folder = Path(window.settings.last_folder or Path.home())
        name = Path(details.name).name or str(details.article.id)
        chosen, _ = QFileDialog.getSaveFileName(
            window, self.tr("Save original"), str(folder / name)
        )
        if chosen:
            window.settings.last_folder = str(Path(chosen).parent)
            self.save(details.article.id, Path(chosen))

    def save(self, article_id: int, path: Path) -> None:
        """Put the original bytes of an article there."""
        said = self.tr("The original is at {0}.").format(path)
        self._window.session.read(
            lambda s: s.describing.save_original(article_id, path),
            lambda _: self._window.toast.say(said),
        )
