from __future__ import annotations

import bz2
import gzip
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.intake.sizes import unpacked_size

CONTENT = b"A herring came in.\n" * 5_000


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (CONTENT, len(CONTENT)),
        (lzma.compress(CONTENT), len(CONTENT)),
        (gzip.compress(CONTENT), len(CONTENT)),
        (lzma.compress(CONTENT)[:-20], 0),
        (b"", 0),
    ],
    ids=["plain", "xz", "gzip", "torn", "empty"],
)
def test_a_file_says_how_much_it_holds(tmp_path: Path, content: bytes, size: int) -> None:
    (tmp_path / "file").write_bytes(content)
    assert unpacked_size(tmp_path / "file") == size


def test_what_does_not_say_is_as_large_as_it_is(tmp_path: Path) -> None:
    packed = bz2.compress(CONTENT)
    (tmp_path / "file").write_bytes(packed)
    assert unpacked_size(tmp_path / "file") == len(packed)


def test_what_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert unpacked_size(tmp_path / "none") == 0
    assert unpacked_size(tmp_path) == 0


@given(st.binary(max_size=40))
def test_whatever_a_file_says_it_is_only_a_number(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    path = tmp_path_factory.mktemp("sizes") / "file"
    path.write_bytes(b"\xfd7zXZ\0" + tail + (b"\1\0\0\0" + b"\0\0" + b"YZ")[-12:])
    assert unpacked_size(path) >= 0
