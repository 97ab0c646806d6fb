from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import BinaryFile, EmptyFile, FileProblem, UndecodableFile
from summit_reader.intake.plain_text import PlainTextReader, decoded

PATH = Path("text.txt")
TEXT = "Lidové noviny: “Kim – 한국 – 😀”\nline two"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
    ids=[
        "utf-8",
        "utf-8-bom",
        "utf-16-le",
        "utf-16-be",
        "le without mark",
        "be without mark",
        "utf-32-le",
        "utf-32-be",
    ],
)
def test_unicode_in_all_its_encodings(content: bytes) -> None:
    assert decoded(content, PATH) == TEXT


@pytest.mark.parametrize(
    "text",
    ["“Ça va,” she said – ‘naïve’, for €5 …", "Le Président à Genève", "plain", "50° and ½"],
)
def test_what_windows_programs_save(text: str) -> None:
    assert decoded(text.encode("cp1252"), PATH) == text


def test_a_stray_byte_of_windows_in_utf_8_spoils_nothing() -> None:
    content = "Genève – “naïve”, déjà vu\n".encode() + b"caf\xe9 \x96 so\n" + "à Liège".encode()
    assert decoded(content, PATH) == "Genève – “naïve”, déjà vu\ncafé – so\nà Liège"


def test_a_declared_code_page_is_believed_unless_the_bytes_say_otherwise() -> None:
    text = "Встреча прошла во Владивостоке"
    assert decoded(text.encode("koi8-r"), PATH, "KOI8-R") == text
    assert decoded(text.encode(), PATH, "koi8-r") == text
    assert decoded("Ça va".encode("cp1252"), PATH, "no such thing") == "Ça va"


def test_a_nul_among_thousands_of_letters_is_dropped() -> None:
    assert decoded(b"word " * 400 + b"\0end", PATH) == "word " * 400 + "end"


def test_all_line_ends_become_one() -> None:
    assert decoded(b"one\r\ntwo\rthree\nfour\r\r\nfive", PATH) == "one\ntwo\nthree\nfour\n\nfive"


def test_letters_with_loose_accents_are_joined() -> None:
    assert decoded("Lidove\u0301".encode(), PATH) == "Lidové"


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"text with a \0 in it",
        bytes(range(1, 32)) * 4,
        codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"),
    ],
    ids=["png", "nul", "controls", "nul in utf-16"],
)
def test_what_is_not_text(content: bytes) -> None:
    with pytest.raises(BinaryFile):
        decoded(content, PATH)


@pytest.mark.parametrize(
    "content",
    [
        "Встреча прошла во Владивостоке".encode("koi8-r"),
        "会谈在海参崴举行，双方没有签署协议。".encode("gb18030"),
        codecs.BOM_UTF16_LE + b"odd",
        codecs.BOM_UTF8 + b"\xff\xff",
    ],
    ids=["koi8-r", "gb18030", "odd utf-16", "broken utf-8"],
)
def test_what_cannot_be_told(content: bytes) -> None:
    with pytest.raises(UndecodableFile):
        decoded(content, PATH)


@pytest.mark.parametrize(
    "content", [b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_BE, "\u200b \ufeff\u00a0".encode()]
)
def test_blanks_are_no_text(content: bytes) -> None:
    with pytest.raises(EmptyFile):
        decoded(content, PATH)


@given(st.text())
def test_utf_8_comes_back_in_normal_form(text: str) -> None:
    try:
        result = decoded(text.encode(), PATH)
    except (BinaryFile, EmptyFile):
        return
    assert "\r" not in result
    assert unicodedata.is_normalized("NFC", result)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_file_problem(content: bytes) -> None:
    try:
        text = decoded(content, PATH)
    except FileProblem as problem:
        text = str(problem.path)
    assert text.strip()


def test_the_reader_keeps_the_bytes_and_the_hints() -> None:
    hints = Hints(carrier="a blog")
    (raw,) = PlainTextReader().read("name", b"one\r\ntwo", hints)
    assert (raw.name, raw.raw, raw.media_type) == ("name", b"one\r\ntwo", "text/plain")
    assert (raw.source_text, raw.hints) == ("one\ntwo", hints)
