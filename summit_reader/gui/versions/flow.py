"""From a take to the other versions of its statement."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from summit_reader.bootstrap import Services
from summit_reader.domain.collation import Version
from summit_reader.domain.comparison import Source
from summit_reader.domain.take import Take
from summit_reader.gui.look import Look
from summit_reader.gui.session import LibrarySession
from summit_reader.gui.versions.dialog import VersionsDialog

Found = tuple[Source, list[tuple[Version, Source]]]


def show_versions(
    session: LibrarySession,
    look: Look,
    take: Take,
    *,
    open_pair: Callable[[Take, Take], None],
    say_none: Callable[[], None],
    parent: QWidget,
) -> None:
    """Look for other versions of the take and show them; `say_none` is called if there is none."""

    def ask(services: Services) -> Found:
        versions = services.collating.versions(take.id)
        texts = {each.take.article_id for each in versions} | {take.article_id}
        sources = {text: services.reading.source(text) for text in texts}
        listed = [(each, sources[each.take.article_id]) for each in versions]
        return sources[take.article_id], listed

    def show(found: Found) -> None:
        source, versions = found
        if not versions:
            say_none()
            return
        dialog = VersionsDialog(look, take, source, versions, parent)
        dialog.pair_asked.connect(open_pair)
        dialog.open()

    session.read(ask, show)
