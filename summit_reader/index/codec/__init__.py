"""A Whoosh codec whose postings are columns: numpy arrays, mapped into memory, read in place.

    from whoosh.index import create_in
    from summit_reader.index.codec import ColumnarWriter, PrintedText

    index = create_in(folder, Schema(body=PrintedText(), day=NUMERIC(sortable=True)))
    writer = ColumnarWriter(index)
    writer.add_document(body=["words", "in", "order"], day=7)
    writer.commit()

Schema, table of contents, lock, segments, reader and query objects stay Whoosh's, and its matchers
run over the same postings. `index.writer(codec=ColumnarCodec())` works as well, at Whoosh's speed.
"""

from __future__ import annotations

from summit_reader.index.codec.codec import ColumnarCodec
from summit_reader.index.codec.families import Families
from summit_reader.index.codec.forms import FormsPhrase, WordForms, forms_of
from summit_reader.index.codec.sections import VERSION, WrongFormat
from summit_reader.index.codec.text import PrintedText
from summit_reader.index.codec.tokens import PADDING, Tokens, Words
from summit_reader.index.codec.writer import MOST_SEGMENTS, ColumnarWriter

__all__ = [
    "MOST_SEGMENTS",
    "PADDING",
    "VERSION",
    "ColumnarCodec",
    "ColumnarWriter",
    "Families",
    "FormsPhrase",
    "PrintedText",
    "Tokens",
    "WordForms",
    "Words",
    "WrongFormat",
    "forms_of",
]
