"""The segment as Whoosh's table of contents names it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.codec.base import Segment

DOCUMENTS = ".documents"
POSTINGS = ".postings"


class ColumnarSegment(Segment):  # type: ignore[misc]  # Whoosh ships no types
    """Two files, and the numbers of the documents that were deleted since they were written."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self._documents = 0
        self._deleted: set[int] = set()

    def codec(self) -> Any:
        """The codec that reads this segment."""
        from summit_reader.index.codec.codec import ColumnarCodec  # noqa: PLC0415 - it names us

        return ColumnarCodec()

    def should_assemble(self) -> bool:
        """Never: the files are mapped one by one."""
        return False

    def doc_count_all(self) -> int:
        """How many documents there are, deleted ones included."""
        return self._documents

    def set_doc_count(self, doccount: int) -> None:
        """Set when the segment is written."""
        self._documents = doccount

    def deleted_count(self) -> int:
        """How many are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> frozenset[int]:
        """Those that are deleted."""
        return frozenset(self._deleted)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Mark a document deleted, or take the mark away."""
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Whether it is deleted."""
        return docnum in self._deleted


def segment_path(storage: Any, segment: Segment, suffix: str) -> Path:
    """Where a file of the segment lies.

    Raises:
        TypeError: if the storage is not a folder; memory cannot be mapped.
    """
    folder = getattr(storage, "folder", None)
    if folder is None:
        message = f"the columnar codec needs files in a folder, not a {type(storage).__name__}"
        raise TypeError(message)
    return Path(folder, segment.make_filename(suffix))
