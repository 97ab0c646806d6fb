from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summit_reader.compare.passage_vectors import (
    NOTHING,
    Directions,
    Manifest,
    PassageVectors,
    UnfitVectors,
    create,
    extend,
)
from summit_reader.compare.word_vectors import WIDTH, Matrix

VERSION = "v"


def toward(*axes: int) -> Matrix:
    """A row for each of the axes, along it."""
    rows = np.zeros((len(axes), WIDTH), np.float32)
    rows[np.arange(len(axes)), axes] = 3
    return rows


STOCK: Directions = {1: ([0, 2], toward(0, 1)), 4: ([1], toward(2))}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create(tmp_path / "vectors", VERSION, 7, [STOCK])
    return tmp_path / "vectors"


def test_the_nearest_are_found(folder: Path) -> None:
    kept = PassageVectors(folder, VERSION)
    (direction,) = toward(1) + 0.1 * toward(0)
    assert kept.near(direction, 5) == [(1, 2), (1, 0)]
    assert kept.near(direction, 1) == [(1, 2)]
    assert kept.articles() == {1, 4}
    assert kept.manifest.change == 7


def test_likeness_is_told_of_places(folder: Path) -> None:
    kept = PassageVectors(folder, VERSION)
    (direction,) = toward(1) / 3
    found = kept.likeness(direction, [(4, 1), (1, 2), (1, 1), (99, 0)])
    assert found.round(2).tolist() == [0, 1, 0, 0]
    assert kept.likeness(direction, []).tolist() == []


def test_what_changes_later_hides_what_was_there(folder: Path) -> None:
    manifest = Manifest.read(folder, VERSION)
    manifest = extend(folder, manifest, 8, {1: ([0], toward(5)), 9: ([0, 1], toward(6, 7))})
    manifest = extend(folder, manifest, 9, {1: ([3], toward(8)), 4: NOTHING})
    kept = PassageVectors(folder, VERSION)
    assert kept.manifest == manifest
    assert kept.articles() == {1, 9}
    for axis, places in ((0, []), (5, []), (2, []), (8, [(1, 3)]), (7, [(9, 1)])):
        assert kept.near(toward(axis)[0], 5) == places
    assert kept.likeness(toward(8)[0], [(1, 0), (1, 3), (9, 0)]).round(1).tolist() == [0, 3, 0]


def test_an_article_may_be_written_twice_with_more(folder: Path) -> None:
    manifest = Manifest.read(folder, VERSION)
    for change, numbers in ((8, [0, 1]), (9, [2, 3])):
        manifest = extend(folder, manifest, change, {4: (numbers, toward(*numbers))})
    kept = PassageVectors(folder, VERSION)
    assert kept.near(toward(1)[0], 5) == [(1, 2)]
    assert kept.near(toward(3)[0], 5) == [(4, 3)]


def test_what_a_killed_process_left_is_overwritten(folder: Path) -> None:
    manifest = Manifest.read(folder, VERSION)
    for path in folder.glob("*.rows"):
        path.write_bytes(path.read_bytes() + b"x" * 700)
    for path in folder.glob("*.keys"):
        path.write_bytes(path.read_bytes() + b"x" * 30)
    assert PassageVectors(folder, VERSION).articles() == {1, 4}
    extend(folder, manifest, 8, {2: ([0], toward(9))})
    assert PassageVectors(folder, VERSION).near(toward(9)[0], 5) == [(2, 0)]


@pytest.mark.parametrize("suffix", ["keys", "rows"])
@pytest.mark.parametrize("kept", [0, 20])
def test_a_file_that_is_cut_short_is_not_read(folder: Path, suffix: str, kept: int) -> None:
    (path,) = folder.glob(f"*.{suffix}")
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(UnfitVectors, match="cut short"):
        PassageVectors(folder, VERSION)


def test_keys_out_of_order_are_not_read(folder: Path) -> None:
    (path,) = folder.glob("*.keys")
    path.write_bytes(bytes(reversed(path.read_bytes())))
    with pytest.raises(UnfitVectors, match="damaged"):
        PassageVectors(folder, VERSION)


@pytest.mark.parametrize(
    "change",
    [
        {"version": "other"},
        {"format": 99},
        {"rows": -1},
        {"rows": 1},
        {"rows": "x"},
        {"name": "../../else"},
        {"name": 3},
        {"more": 1},
    ],
)
def test_a_manifest_of_something_else_is_not_read(folder: Path, change: dict[str, object]) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change), encoding="utf-8")
    with pytest.raises(UnfitVectors):
        PassageVectors(folder, VERSION)


@pytest.mark.parametrize("text", ["", "[]", "{", "\x00", '"x"'])
def test_a_manifest_that_is_none(folder: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(UnfitVectors):
        PassageVectors(folder, VERSION)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnfitVectors):
        PassageVectors(tmp_path / "nowhere", VERSION)


def test_making_them_anew_clears_away_what_was_there(folder: Path) -> None:
    before = set(folder.iterdir())
    old = PassageVectors(folder, VERSION)
    create(folder, VERSION, 8, [{2: ([0], toward(3))}])
    assert len(set(folder.iterdir())) == 3
    assert len(before & set(folder.iterdir())) == 1
    assert PassageVectors(folder, VERSION).articles() == {2}
    assert old.near(toward(0)[0], 1) == [(1, 0)]  # whoever has them open goes on


def test_what_fails_half_way_leaves_what_was_there(folder: Path) -> None:
    before = sorted(folder.iterdir())

    def failing() -> object:
        yield {1: ([0], toward(1))}
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - its own
        create(folder, VERSION, 8, failing())  # type: ignore[arg-type] # as a generator
    assert sorted(folder.iterdir()) == before
    assert PassageVectors(folder, VERSION).manifest.change == 7


def test_an_empty_library_has_none(tmp_path: Path) -> None:
    create(tmp_path, VERSION, 0, [])
    kept = PassageVectors(tmp_path, VERSION)
    assert kept.near(toward(0)[0], 5) == []
    assert kept.likeness(toward(0)[0], [(1, 0)]).tolist() == [0]
    assert kept.articles() == frozenset()


LATER = st.lists(
    st.dictionaries(st.integers(0, 5), st.sets(st.integers(0, 4), max_size=3), max_size=3),
    max_size=5,
)


@settings(max_examples=50)
@given(
    first=st.dictionaries(st.integers(0, 5), st.sets(st.integers(0, 4), min_size=1)), later=LATER
)
def test_what_is_kept_is_what_was_said_last(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[int, set[int]],
    later: list[dict[int, set[int]]],
) -> None:
    folder = tmp_path_factory.mktemp("vectors")
    said = dict(first)
    manifest = create(folder, VERSION, 1, [{key: _some(first[key]) for key in sorted(first)}])
    for change, articles in enumerate(later, 2):
        manifest = extend(folder, manifest, change, {k: _some(v) for k, v in articles.items()})
        said |= articles
    kept = PassageVectors(folder, VERSION)
    everything = np.ones(WIDTH, np.float32)
    expected = {(article, number) for article, numbers in said.items() for number in numbers}
    assert set(kept.near(everything, 100)) == expected
    assert kept.articles() == {article for article, _ in expected}


def _some(numbers: set[int]) -> tuple[list[int], Matrix]:
    return sorted(numbers), toward(*sorted(numbers))
