"""The best of many, and forms of a word of which some are far rarer than others."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.fields import ID, Schema
from whoosh.index import create_in

from summit_reader.index.analyzer import stem
from summit_reader.index.codec import ColumnarWriter, Families, PrintedText
from summit_reader.index.evaluator.hits import Gathered, best
from summit_reader.index.evaluator.segments import SegmentView
from summit_reader.index.evaluator.words import FormsNode, Weighting


@given(
    st.integers(0, 2_000),
    st.integers(0, 6),
    st.sampled_from([3, 1_000_000]),
    st.randoms(use_true_random=False),
)
def test_the_best_are_those_of_all_in_order(
    size: int, count: int, different: int, chance: Random
) -> None:
    keys = np.array([chance.randrange(different) for _ in range(size)], np.float32)
    expected = sorted(range(size), key=lambda place: (-keys[place], place))[:count]
    assert best(keys, count).tolist() == expected


@pytest.mark.parametrize("rarer", [["sanctioned"], ["sanctioned", "sanctioning"], []])
def test_rare_forms_count_like_all_forms(tmp_path: Path, rarer: list[str]) -> None:
    index = create_in(
        str(tmp_path), Schema(language=ID(), words=PrintedText(Families("language", stem)))
    )
    writer = ColumnarWriter(index)
    for number in range(300):
        words = ["sanctions"] * (number % 3)
        if number % 40 < 2:
            words += rarer
        writer.add_document(language="en", words=words)
    writer.commit()
    with index.reader() as reader:
        postings = SegmentView(reader).field("words")
        assert postings is not None
        forms = [(postings.terms.find(word.encode()), None, 0) for word in ["sanctions", *rarer]]
        node = FormsNode(postings, forms, Weighting(1.0, np.ones(300, np.float32)))
        everything = node.all()
        gathered = Gathered(300)
        node.gather(gathered)
        assert everything.scores is not None
        assert gathered.hits().documents.tolist() == everything.documents.tolist()
        assert gathered.hits().scored().tolist() == pytest.approx(everything.scores.tolist())
        assert len(everything) == (200 if not rarer else 205)
