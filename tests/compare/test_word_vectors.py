from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from summit_reader.compare.word_vectors import (
    PIECES,
    WIDTH,
    UnreadableVectors,
    WordVectors,
    unit,
    vectors_at,
)
from summit_reader.shipped import resources_folder

SHIPPED = resources_folder() / "vectors"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED, tmp_path / "vectors")
    return tmp_path / "vectors"


def nearness(vectors: WordVectors, one: str, other: str) -> float:
    first, second = unit(vectors.of([one, other]))
    return float(first @ second)


def test_words_used_alike_are_near(vectors: WordVectors) -> None:
    assert nearness(vectors, "nuclear", "atomic") > nearness(vectors, "nuclear", "harvest") + 0.2


def test_accents_and_case_make_no_difference(vectors: WordVectors) -> None:
    one, other = vectors.of(["Café", "cafe"])
    assert np.array_equal(one, other)
    assert one.any()


@pytest.mark.parametrize("word", ["", "\u2603\u2603", "\ud800", "x" * 100_000])
def test_a_strange_word_is_no_trouble(vectors: WordVectors, word: str) -> None:
    assert vectors.of(["peace", word]).shape == (2, WIDTH)
    assert vectors.of(["peace", word])[0].any()


def test_no_words_have_no_rows(vectors: WordVectors) -> None:
    assert vectors.of([]).shape == (0, WIDTH)


def test_a_truncated_file_is_refused(copied: Path) -> None:
    path = copied / "static256_i8.npy"
    path.write_bytes(path.read_bytes()[:1_000_000])
    with pytest.raises(UnreadableVectors, match="damaged or of another version"):
        vectors_at(copied)


def test_a_missing_file_is_refused(copied: Path) -> None:
    (copied / "vocab.txt").unlink()
    with pytest.raises(UnreadableVectors, match="cannot be read"):
        vectors_at(copied)


def test_vectors_of_another_vocabulary_are_refused() -> None:
    rows, scales = np.zeros((3, WIDTH), np.int8), np.ones(3, np.float32)
    with pytest.raises(UnreadableVectors, match="2 pieces"):
        WordVectors(rows, scales, ["a", "b"])


def test_the_licence_and_the_checksums_ship_with_them() -> None:
    assert "Apache License" in (SHIPPED / "LICENSE").read_text(encoding="utf-8")
    notice = (SHIPPED / "NOTICE").read_text(encoding="utf-8")
    assert "all-MiniLM-L6-v2" in notice
    for name in ("static256_i8.npy", "static256_scales.npy", "vocab.txt"):
        assert sha256((SHIPPED / name).read_bytes()).hexdigest() in notice
    pieces = (SHIPPED / "vocab.txt").read_text(encoding="utf-8").split("\n")
    assert len(pieces) == PIECES + 1
