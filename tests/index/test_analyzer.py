from __future__ import annotations

import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.index.analyzer import (
    LONGEST_WORD,
    placed,
    stem,
    stem_language,
    terms,
    word_spans,
    words,
)
from summit_reader.index.schema import SCHEMA, WORDS

# What news prose is made of, and what folding changes the length of.
AWKWARD = st.text(
    st.sampled_from("aeïİIıßﬁﬀ½…ﷺŉйЙи\u0306\u0301\u00ad\u200b'’ʼs.-,1 0\xa0東京がｶﾞÅΐς\ud800\0K")
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lidové", ["lidove"]),
        ("Lidove\u0301", ["lidove"]),
        ("Kim's Kim’s Kimʼs KIM", ["kim"] * 4),
        ("leaders’ ’tis", ["leaders", "tis"]),
        ("U.S. US u.s. U.S", ["us"] * 4),
        ("the U.S.’s view", ["the", "us", "view"]),
        ("e.g. A. Lankov", ["eg", "a", "lankov"]),
        ("Jong-un Jong Un Jong‑un", ["jong", "un"] * 3),
        ("100,000 100000 100.000 100\xa0000 100’000", ["100000"] * 5),
        ("2,017,100 and 2017,100 or 1.5", ["2017100", "and", "2017", "100", "or", "1", "5"]),
        ("co\u00adop\u200berate", ["cooperate"]),
        ("ﬁnal ŒUVRE Straße", ["final", "oeuvre", "strasse"]),
        ("Łódź Yıldız İstanbul", ["lodz", "yildiz", "istanbul"]),
        ("российский и\u0306од", ["российский", "йод"]),
        ("東京です", ["東", "京", "で", "す"]),
        ("snake_case", ["snake", "case"]),
        ("\ud800\0\x1f … —", []),
        ("x" * 500, ["x" * LONGEST_WORD]),
    ],
)  # fmt: skip
def test_terms(text: str, expected: list[str]) -> None:
    expected = [unicodedata.normalize("NFKD", word) if "で" in word else word for word in expected]
    assert [word.replace("\u3099", "") for word in terms(text)] == [
        word.replace("\u3099", "") for word in expected
    ]


def test_words_stand_where_they_are_printed() -> None:
    text = "“Cafe\u0301s” of İzmir: U.S. ﬁrst, Kim’s 100,000."
    printed = [word.span.of(text) for word in words(text)]
    assert printed == ["Cafe\u0301s", "of", "İzmir", "U.S.", "ﬁrst", "Kim’s", "100,000"]


@given(AWKWARD | st.text())
def test_words_are_the_terms_in_order_and_inside_the_text(text: str) -> None:
    found = words(text)
    assert [word.text for word in found] == terms(text)
    starts = [word.span.start for word in found]
    assert starts == sorted(starts)
    for word in found:
        assert 0 <= word.span.start < word.span.end <= len(text)
        assert word.text in terms(word.span.of(text))


@given(AWKWARD | st.text())
def test_folding_a_folded_word_changes_nothing(text: str) -> None:
    for word in terms(text):
        assert terms(word) in ([word], list(word))


@given(st.text("Aéïİıßﬁ½Йи́ёùŉ’s .-1,0ő"))
def test_composed_and_decomposed_text_read_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert terms(composed) == terms(unicodedata.normalize("NFD", composed))


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en", "en"), ("EN-gb", "en"), ("pt_BR", "pt"), ("nb", "no"), ("nn-NO", "no"), ("", ""),
     ("xx", ""), ("english", ""), ("ja", ""), ("\ud800", ""), ("deu", "deu")],
)  # fmt: skip
def test_stem_language(tag: str, language: str) -> None:
    assert stem_language(tag) == language


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("sanctions", "sanction", "en"),
        ("Verhandlungen", "Verhandlung", "de"),
        ("négociations", "négociation", "fr"),
        ("sanciones", "sanción", "es"),
        ("российский", "российского", "ru"),
        ("neuvottelut", "neuvottelu", "fi"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str, language: str) -> None:
    assert stem(terms(one)[0], language) == stem(terms(other)[0], language)


def test_without_a_stemmer_a_word_is_its_own_stem() -> None:
    assert stem("summits", "") == "summits"


def test_the_schema_pickles() -> None:
    restored = pickle.loads(pickle.dumps(SCHEMA))  # noqa: S301 - our own bytes
    assert restored.names() == SCHEMA.names()
    assert restored[WORDS] == SCHEMA[WORDS]


@given(AWKWARD | st.text(), st.integers(0, 8))
def test_places_of_words_without_their_forms(text: str, most: int) -> None:
    assert word_spans(text, most) == [(start, end) for _, start, end in placed(text)[:most]]
    assert [form for form, _, _ in placed(text)] == terms(text)
