"""What is asked before something is deleted."""

from __future__ import annotations

from summit_reader.domain.shelf import Binned, Deletion
from summit_reader.gui.wording import counted, takes_counted, texts_counted, tr


def deletion_question(gone: Deletion) -> str:
    """The question that names what is deleted, with what goes along."""
    its = counted(gone.takes, "its {n} take", "its {n} takes")
    if gone.is_outlet and gone.texts:
        texts = counted(gone.texts, "its {n} text", "its {n} texts")
        asked = tr("Delete outlet {name}, {texts} and {takes}?")
        return asked.format(name=gone.name, texts=texts, takes=its)
    if gone.is_outlet:
        return tr("Delete outlet {name} and {takes}?").format(name=gone.name, takes=its)
    if gone.texts == 1:
        return tr("Delete “{name}” and {takes}?").format(name=gone.name, takes=its)
    their = counted(gone.takes, "their {n} take", "their {n} takes")
    return tr("Delete {texts} and {takes}?").format(texts=texts_counted(gone.texts), takes=their)


def deletion_detail(gone: Deletion) -> str:
    """What becomes of what hangs on it."""
    parts = []
    if gone.on_points:
        parts.append(
            counted(gone.on_points, "{n} take leaves its point.", "{n} takes leave their points.")
        )
    if gone.pinned:
        parts.append(
            counted(gone.pinned, "{n} clipping keeps its copy.", "{n} clippings keep their copies.")
        )
    parts.append(tr("It all stays in the bin until you empty that."))
    return " ".join(parts)


def binned_line(binned: Binned) -> str:
    """What came into the bin with a text or an outlet."""
    takes = takes_counted(binned.takes)
    return takes if binned.article_id else f"{texts_counted(binned.texts)}, {takes}"
