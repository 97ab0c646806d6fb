"""The pairs a segment names are all there are, whatever it was made of."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from whoosh.fields import ID, Schema
from whoosh.index import FileIndex, create_in
from whoosh.reading import SegmentReader

from summit_reader.index.codec import ColumnarCodec, ColumnarWriter, PrintedText
from summit_reader.index.codec.terms import Pairs

COMMON = ("is", "the")
SCHEMA = Schema(key=ID(), words=PrintedText(common=COMMON))
TEXT = st.lists(st.sampled_from([*COMMON, "flour", ""]), max_size=8)


def pairs_of(index: FileIndex) -> tuple[SegmentReader, Pairs | None]:
    reader = index.reader()
    return reader, reader._terms.pairs("words")  # the only way to a segment's pairs


@given(
    st.lists(st.lists(TEXT, min_size=1, max_size=4), min_size=1, max_size=3),
    st.integers(0, 1),
)
def test_pairs_of_what_was_merged_and_not_deleted(
    segments: list[list[list[str]]], gone: int
) -> None:
    with TemporaryDirectory() as folder:
        index = create_in(folder, SCHEMA)
        for texts in segments:
            writer = ColumnarWriter(index)
            for words in texts:
                writer.add_document(words=words)
            writer.commit(merge=False)
        left = [words for texts in segments for words in texts]
        writer = ColumnarWriter(index)
        for number in range(gone):
            writer.delete_document(number)
        left = left[gone:]
        writer.commit(optimize=True)
        if not any(word for words in left for word in words):
            return
        reader, pairs = pairs_of(index)
        with reader:
            assert pairs is not None
            assert pairs.common == {b"is", b"the"}
            found = {
                (term.decode(), document)
                for number, term in enumerate(
                    pairs.postings.terms.between(0, len(pairs.postings.terms))
                )
                for document in pairs.postings.holding(number, number + 1).tolist()
            }
            assert found == {
                (f"{one} {two}", document)
                for document, words in enumerate(left)
                for one, two in pairwise(words)
                if one in COMMON and two in COMMON
            }


def test_no_pairs_where_a_part_came_without(tmp_path: Path) -> None:
    index = create_in(str(tmp_path), SCHEMA)
    writer = ColumnarWriter(index)
    writer.add_document(words=["is", "the"])
    writer.commit(merge=False)
    stock = index.writer(codec=ColumnarCodec(), compound=False)
    stock.add_document(words=["the", "is"])
    stock.commit(merge=False)
    ColumnarWriter(index).commit(optimize=True)
    reader, pairs = pairs_of(index)
    with reader:
        assert pairs is None
