from __future__ import annotations

from base64 import encodebytes

import pytest

from summit_reader.domain.file_errors import NoArticleFound
from summit_reader.intake.pages.mhtml import MhtmlReader
from summit_reader.intake.reader import reader_of
from tests.intake.saved_pages import page, read

MESSAGE = """From: <Saved by Blink>
Snapshot-Content-Location: https://tide.example/ferry
Subject: Ferry stops
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="line"

--line
Content-Type: text/html; charset={charset}
Content-Transfer-Encoding: {coding}
Content-Location: https://tide.example/ferry

{body}
--line
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--line--
"""


def message(body: bytes, charset: str = "utf-8") -> bytes:
    coded = encodebytes(body).decode()
    return MESSAGE.format(charset=charset, coding="base64", body=coded).encode()


def test_a_page_saved_with_all_that_belongs_to_it() -> None:
    content = message(page(title="Ferry stops in the storm"))
    assert isinstance(reader_of(content), MhtmlReader)
    raw = read(content, name="page.mhtml")
    assert raw.source_text == read(page(title="Ferry stops in the storm")).source_text
    assert (raw.imprint.url, raw.media_type) == ("https://tide.example/ferry", "multipart/related")
    assert raw.raw == content


def test_the_message_says_how_the_page_is_encoded() -> None:
    first = "Паром остановлен из-за шторма, сообщила в понедельник администрация порта города."
    content = message(page(first, first + " 1", first + " 2", encoding="cp1251"), "windows-1251")
    assert first in read(content).source_text


def test_a_message_that_was_sent_is_no_page() -> None:
    sent = b"Received: by x\nTo: jane@t.example\n" + MESSAGE.replace("Snapshot-", "X-").encode()
    sent = sent.replace(b"From: <Saved by Blink>", b"From: Max <max@t.example>")
    assert not MhtmlReader().accepts(sent)


def test_a_message_without_a_page() -> None:
    with pytest.raises(NoArticleFound):
        read(message(b"").replace(b"text/html; charset", b"image/gif; charset"))
