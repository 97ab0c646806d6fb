"""The codec keeps what it is given: numbers beyond every narrow width, deletions, merges, files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as q
from whoosh.fields import ID, KEYWORD, NUMERIC, STORED, TEXT, Schema
from whoosh.index import FileIndex, create_in, open_dir
from whoosh.reading import SegmentReader

from summit_reader.index.analyzer import stem
from summit_reader.index.codec import (
    MOST_SEGMENTS,
    ColumnarCodec,
    ColumnarWriter,
    Families,
    PrintedText,
    WrongFormat,
    forms_of,
    inverted,
    merging,
    sections,
)
from summit_reader.index.codec.postings import FieldPostings

SCHEMA = Schema(
    key=ID(stored=True),
    language=ID(),
    tags=KEYWORD,
    day=NUMERIC(sortable=True),
    outlet=ID(sortable=True),
    plain=TEXT,
    words=PrintedText(Families("language", stem)),
    kept=STORED(),
)
Document = dict[str, Any]


@pytest.fixture
def index(tmp_path: Path) -> FileIndex:
    return create_in(str(tmp_path), SCHEMA)


def add(index: FileIndex, *documents: Document, **arguments: Any) -> None:
    writer = ColumnarWriter(index)
    for each in documents:
        writer.add_document(**each)
    writer.commit(**arguments)


def found(index: FileIndex, query: q.Query) -> list[str]:
    with index.searcher() as searcher:
        return sorted(searcher.stored_fields(number)["key"] for number in query.docs(searcher))


def places(index: FileIndex, word: str) -> dict[str, list[int]]:
    """Where `word` stands, by key, as Whoosh's own matcher reads it."""
    with index.searcher() as searcher:
        matcher = searcher.postings("words", word)
        result = {}
        while matcher.is_active():
            key = searcher.stored_fields(matcher.id())["key"]
            result[key] = matcher.value_as("positions")
            assert matcher.weight() == len(result[key])
            matcher.next()
        return result


def test_positions_and_frequencies_beyond_every_width(index: FileIndex) -> None:
    many = ["flour"] * 70_000
    far = (
        [""] * 254 + ["oil", "oil"] + [""] * 65_277 + ["oil", "oil", "oil"] + [""] * 5_000 + ["oil"]
    )
    add(index, {"key": "many", "words": many}, {"key": "far", "words": far})
    for _ in range(2):
        assert places(index, "flour") == {"many": list(range(70_000))}
        assert places(index, "oil") == {"far": [254, 255, 65_533, 65_534, 65_535, 70_536]}
        add(index, optimize=True)
    with index.reader() as reader:
        assert reader.doc_field_length(0, "words") == 70_000
        assert reader.field_length("words") == 70_006
        assert reader.frequency("words", "flour") == 70_000


def test_documents_beyond_a_chunk_of_numbers(index: FileIndex, monkeypatch: Any) -> None:
    monkeypatch.setattr(inverted, "WORDS_A_RUN", 50_000)
    writer = ColumnarWriter(index)
    for number in range(140_000):
        marked = number in {0, 65_535, 65_536, 139_999}
        writer.add_document(words=["all", "rare"] if marked else ["all"])
    writer.commit()
    with index.reader() as reader:
        postings: FieldPostings = reader._terms.fields["words"]
        everything, rare = postings.terms.find(b"all"), postings.terms.find(b"rare")
        np.testing.assert_array_equal(postings.holding(everything, everything + 1), range(140_000))
        wanted = [0, 65_535, 65_536, 139_999]
        np.testing.assert_array_equal(postings.holding(rare, rare + 1), wanted)
        asked = np.array([1, 65_535, 65_537, 139_999], np.uint32)
        at, _ = postings.find(rare, asked)
        assert at.tolist() == [1, 3]
        assert postings.find(everything, asked)[0].tolist() == [0, 1, 2, 3]


WORDS = st.lists(st.sampled_from(["", "summit", "summits", "žatec", "kim", "z", "𐍈"]), max_size=9)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=4),
    st.sets(st.integers(0, 19)),
    st.integers(1, 8),
)
def test_runs_blocks_and_merges_change_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    segments: list[list[list[str]]],
    deleted: set[int],
    bound: int,
) -> None:
    folder = tmp_path_factory.mktemp("index")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inverted, "WORDS_A_RUN", bound)
        patch.setattr(merging, "WORDS_A_BLOCK", bound)
        index = create_in(str(folder), SCHEMA)
        texts: dict[str, list[str]] = {}
        for words in segments:
            fresh = {str(len(texts) + number): each for number, each in enumerate(words)}
            add(index, *({"key": k, "words": w} for k, w in fresh.items()), merge=False)
            texts |= fresh
        writer = ColumnarWriter(index)
        for number in sorted(deleted & set(range(len(texts)))):
            writer.delete_document(number)
            del texts[str(number)]
        writer.commit(merge=False)
        for _ in range(2):
            for word in {word for words in texts.values() for word in words if word}:
                expected = {
                    key: [place for place, each in enumerate(words) if each == word]
                    for key, words in texts.items()
                    if word in words
                }
                assert places(index, word) == expected
            add(index, optimize=True)
    with index.reader() as reader:
        assert reader.doc_count() == len(texts)
        lengths = [reader.doc_field_length(n, "words", 0) for n in reader.all_doc_ids()]
        assert sorted(lengths) == sorted(len(list(filter(None, w))) for w in texts.values())
    shutil.rmtree(folder)


def test_columns_and_stored_fields_survive_a_merge(index: FileIndex) -> None:
    first = [{"key": str(n), "day": n, "outlet": f"o{n % 3}", "kept": [n]} for n in range(6)]
    add(index, *first, merge=False)
    add(index, {"key": "x", "day": 9, "outlet": "a"}, {"key": "none"}, merge=False)
    writer = ColumnarWriter(index)
    for number in (0, 2, 3):
        writer.delete_document(number)
    writer.commit(optimize=True)
    with index.reader() as reader:
        rows = [
            (
                fields["key"],
                fields.get("kept"),
                reader.column_reader("day")[number],
                reader.column_reader("outlet")[number],
            )
            for number, fields in reader.iter_docs()
        ]
    nothing = SCHEMA["day"].column_type.default_value()
    assert sorted(rows, key=lambda row: row[0])[:-2] == [
        ("1", [1], 1, "o1"), ("4", [4], 4, "o1"), ("5", [5], 5, "o2")
    ]  # fmt: skip
    assert ("x", None, 9, "a") in rows
    (missing,) = [row for row in rows if row[0] == "none"]
    assert missing[3] == ""
    assert missing[2] == SCHEMA["day"].from_column_value(nothing)


def test_a_stock_writer_may_use_the_codec(tmp_path: Path) -> None:
    documents: list[Document] = [
        {"key": "1", "plain": "the quick brown fox", "tags": "a b", "words": ["kim", "", "kim"]},
        {"key": "2", "plain": "a quick quick fox", "tags": "b", "day": 3},
    ]
    index = create_in(str(tmp_path), SCHEMA)
    writer = index.writer(codec=ColumnarCodec(), compound=False)
    for each in documents:
        writer.add_document(**each)
    writer.commit()
    assert found(index, q.Phrase("plain", ["quick", "fox"])) == ["2"]
    assert found(index, q.Term("tags", "b")) == ["1", "2"]
    assert found(index, q.FuzzyTerm("plain", "quikc", maxdist=2)) == ["1", "2"]
    assert places(index, "kim") == {"1": [0, 2]}


@pytest.mark.parametrize("field", [TEXT(chars=True), TEXT(vector=True), ID(field_boost=2.0)])
def test_what_cannot_be_kept_is_refused(tmp_path: Path, field: Any) -> None:
    index = create_in(str(tmp_path), Schema(text=field))
    writer = ColumnarWriter(index)
    with pytest.raises((TypeError, ValueError)):
        writer.add_document(text="flour")
    writer.cancel()


def test_a_document_that_fails_leaves_nothing(index: FileIndex) -> None:
    writer = ColumnarWriter(index)
    with pytest.raises(ValueError, match="not a number"):
        writer.add_document(key="bad", outlet="CNN", day="not a number", words=["flour"])
    writer.add_document(key="good", words=["oil"])
    writer.commit()
    assert found(index, q.Every()) == ["good"]
    with index.reader() as reader:
        assert not reader.has_column("outlet") or reader.column_reader("outlet")[0] == ""


def test_forms_are_those_of_the_documents_language(index: FileIndex) -> None:
    add(
        index,
        {"key": "1", "language": "en", "words": ["sanctions", "nouvelle"]},
        {"key": "2", "language": "fr", "words": ["sanctions", "nouvelles"]},
        {"key": "3", "words": ["sanctioned"]},
    )
    with index.reader() as reader:
        assert forms_of(reader, "words", "sanction") == [("sanctions", 2)]
        assert forms_of(reader, "words", "sanctioned") == [("sanctions", 2), ("sanctioned", 1)]
        assert forms_of(reader, "words", "unheard") == []


def test_never_more_than_so_many_segments(index: FileIndex) -> None:
    for number in range(40):
        add(index, {"key": str(number), "words": ["flour"]})
        with index.reader() as reader:
            assert len(reader.leaf_readers()) <= MOST_SEGMENTS
    assert len(found(index, q.Term("words", "flour"))) == 40


def test_another_version_is_refused(tmp_path: Path, index: FileIndex, monkeypatch: Any) -> None:
    add(index, {"key": "1", "words": ["flour"]})
    monkeypatch.setattr(sections, "VERSION", sections.VERSION + 1)
    with pytest.raises(WrongFormat, match="version"):
        open_dir(str(tmp_path)).reader()


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def garbled(content: bytes) -> bytes:
    return content[:-60] + bytes(60)


@pytest.mark.parametrize("damage", [cut, garbled, lambda _: b"", lambda _: b"x" * 500])
@pytest.mark.parametrize("suffix", ["documents", "postings"])
def test_damage_is_refused(
    tmp_path: Path, index: FileIndex, suffix: str, damage: Callable[[bytes], bytes]
) -> None:
    add(index, {"key": "1", "words": ["flour"]})
    (path,) = tmp_path.glob(f"*.{suffix}")
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(WrongFormat):
        index.reader()


def maps(folder: Path) -> Sequence[str]:
    """What of `folder` is mapped into this process, where the system shows it."""
    shown = Path("/proc/self/maps")
    if not shown.exists():
        return []
    return [line for line in shown.read_text().splitlines() if str(folder) in line]


def test_a_closed_reader_maps_nothing(tmp_path: Path, index: FileIndex) -> None:
    add(index, {"key": "1", "words": ["flour"], "day": 1, "outlet": "CNN"}, merge=False)
    add(index, {"key": "2", "words": ["flour"]}, optimize=True)
    assert maps(tmp_path) == []
    reader: SegmentReader = index.reader()
    assert reader.has_column("outlet")
    assert reader.postings("words", "flour").is_active()
    reader.close()
    assert maps(tmp_path) == []


def test_a_cancelled_writer_leaves_no_file(tmp_path: Path, index: FileIndex) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    writer = ColumnarWriter(index)
    writer.add_document(key="1", words=["flour"])
    writer.cancel()
    assert {path.name for path in tmp_path.iterdir()} - before <= {"MAIN_WRITELOCK"}
