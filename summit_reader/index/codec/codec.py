"""The codec: what Whoosh asks for, made of columns."""

from __future__ import annotations

from typing import Any

from whoosh.codec.base import Automata, Codec, Segment
from whoosh.filedb.filestore import Storage

from summit_reader.index.codec.documents import Documents, DocumentsWriter
from summit_reader.index.codec.inverted import PostingsWriter
from summit_reader.index.codec.segment import (
    DOCUMENTS,
    POSTINGS,
    ColumnarSegment,
    segment_path,
)
from summit_reader.index.codec.terms import Terms


class ColumnarCodec(Codec):  # type: ignore[misc]  # Whoosh ships no types
    """Hand it to any Whoosh writer, `index.writer(codec=ColumnarCodec())`, or use `ColumnarWriter`.

    It keeps terms, documents, frequencies and positions. It keeps no vectors, no characters and no
    weights other than frequencies, and refuses fields that ask for them.
    """

    length_stats = False
    """Whoosh need not tell a posting's writer the length of its document."""

    def per_document_writer(self, storage: Storage, segment: Segment) -> DocumentsWriter:
        """What writes the segment's documents."""
        return DocumentsWriter(segment_path(storage, segment, DOCUMENTS))

    def field_writer(self, storage: Storage, segment: Segment) -> PostingsWriter:
        """What writes the segment's postings."""
        return PostingsWriter(segment_path(storage, segment, POSTINGS))

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Any:
        """Refuse: only vectors are written this way."""
        raise NotImplementedError

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> Any:
        """Refuse: only vectors are read this way."""
        raise NotImplementedError

    def automata(self, storage: Storage, segment: Segment) -> Automata:
        """What finds words within an edit distance, by Whoosh's own means."""
        return Automata()

    def terms_reader(self, storage: Storage, segment: Segment) -> Terms:
        """The segment's terms and postings."""
        return Terms(segment_path(storage, segment, POSTINGS), segment.doc_count_all())

    def per_document_reader(self, storage: Storage, segment: Segment) -> Documents:
        """The segment's documents."""
        return Documents(segment_path(storage, segment, DOCUMENTS), segment)

    def supports_columns(self) -> bool:
        """Whoosh asks whether there may be columns."""
        return True

    def new_segment(self, storage: Storage, indexname: str) -> ColumnarSegment:
        """An empty segment."""
        return ColumnarSegment(indexname)
