from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.intake.encodings import codec_named, storable, text_of

RUSSIAN = "Встреча прошла во Владивостоке"


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("UTF-8", "utf-8"),
        (' "latin-1" ', "cp1252"),
        ("us-ascii", "cp1252"),
        ("gb2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("Shift_JIS", "cp932"),
        ("utf-7", None),
        ("hex", None),
        ("rot13", None),
        ("", None),
        ("\0", None),
        ("a" * 5_000, None),
    ],
)
def test_a_declared_encoding_is_what_browsers_take_it_for(label: str, codec: str | None) -> None:
    assert codec_named(label) == codec


@pytest.mark.parametrize("codec", ["koi8-r", "cp1251", "iso-8859-5", "utf-8", "utf-16"])
def test_declared_bytes_become_the_letters_they_stand_for(codec: str) -> None:
    assert text_of(RUSSIAN.encode(codec), codec) == RUSSIAN


def test_a_declaration_that_is_wrong_is_not_believed() -> None:
    assert text_of("Genève".encode(), "iso-8859-1") == "Genève"
    assert text_of("Genève".encode("cp1252"), "utf-8") == "Genève"
    assert text_of("会谈".encode("iso-2022-jp", "ignore"), "iso-2022-jp") == "会談"[:1]


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "koi8-r", "utf-16", "cp1252"]))
def test_any_bytes_become_text_that_can_be_stored(content: bytes, declared: str) -> None:
    text = text_of(content, declared)
    assert text.encode("utf-8").decode("utf-8") == text
    assert unicodedata.is_normalized("NFC", text)


@given(st.text(st.characters(codec=None)))
def test_stored_text_is_stored_as_it_is(text: str) -> None:
    once = storable(text)
    assert storable(once) == once
    assert "\r" not in once
    assert "\0" not in once
