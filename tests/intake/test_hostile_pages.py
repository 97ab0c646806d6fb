"""Pages made to hang, swell or crash what reads them; each ends as an article or as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from summit_reader.domain.article import RawArticle
from summit_reader.domain.errors import FileProblem
from summit_reader.intake.pages import html, mhtml
from summit_reader.intake.reader import all_of, articles_in
from summit_reader.intake.worker import MEMORY, Worker
from tests.intake.saved_pages import LINKED, STORM, page, read

HEAD = b"<!doctype html><html><head><title>T</title></head><body><article>"
TEXT = b"".join(f"<p>{text}</p>".encode() for text in STORM)
ENTITIES = b"".join(b'<!ENTITY a%d "&a%d;&a%d;">' % (n + 1, n, n) for n in range(40))
MESSAGE = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n"
NESTED = (
    b"\n--b%d\nContent-Type: multipart/mixed; boundary=b%d\n" % (n, n + 1) for n in range(3_000)
)

Make = Callable[[], bytes]
KINDS: dict[str, Make] = {
    "a hundred thousand paragraphs": lambda: HEAD + b"<p>A paragraph of prose.</p>" * 100_000,
    "as many, but short": lambda: HEAD + b"<p>x" * 100_000,
    "twenty thousand nested boxes": lambda: HEAD + b"<div>" * 20_000 + TEXT + b"</div>" * 20_000,
    "boxes never closed": lambda: HEAD + b"<div>" * 200_000 + TEXT,
    "three thousand nested tables": lambda: HEAD + b"<table><tr><td>" * 3_000 + TEXT,
    "nested quotations": lambda: HEAD + b"<blockquote>" * 50_000 + TEXT,
    "nested lists": lambda: HEAD + b"<ul><li>" * 30_000 + TEXT,
    "a line of 20 MB": lambda: HEAD + b"a" * 20_000_000,
    "a word of nearly 2 MB": lambda: HEAD + b"<p>" + b"a" * 1_900_000,
    "blanks of nearly 2 MB": lambda: HEAD + b"<p>" + b" " * 1_900_000 + b"</p>" + TEXT,
    "quotation marks only": lambda: HEAD + b"<p>" + b'"' * 1_900_000,
    "openings of tags only": lambda: HEAD + b"<" * 1_000_000,
    "ampersands only": lambda: HEAD + b"<p>" + b"&" * 500_000,
    "scripts never closed": lambda: HEAD + TEXT + b"<script>" * 250_000,
    "drawings never closed": lambda: HEAD + b"<svg>" * 250_000 + TEXT,
    "frames never closed": lambda: HEAD + b"<iframe>" * 250_000 + TEXT,
    "comments never closed": lambda: HEAD + TEXT + b"<!--" * 400_000,
    "attributes without end": lambda: HEAD + b"<p " + b"a=b " * 250_000 + b">" + TEXT,
    "an attribute never closed": lambda: HEAD + b'<p style="' + b"x" * 1_900_000,
    "meta elements": lambda: b"<html>" + b"<meta name=author content=x>" * 40_000 + TEXT,
    "links only": lambda: HEAD + b'<a href="x">y</a>' * 60_000,
    "an entity bomb": lambda: b"<!DOCTYPE html [" + ENTITIES + b"]><html><body>&a40;" + TEXT,
    "external entities": lambda: (
        b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hosts">]><html><body>&x;' + TEXT
    ),
    "an embedded file of 15 MB": lambda: (
        HEAD + b"<img src='data:image/png;base64," + b"A" * 15_000_000 + b"'>" + TEXT
    ),
    "a page that moves on": lambda: (
        b'<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">' + HEAD + TEXT
    ),
    "links to devices": lambda: (
        HEAD + b'<link rel=stylesheet href="file:///dev/zero"><img src="file:///dev/zero">'
        b'<script src="file:///etc/passwd"></script><base href="file:///">' + TEXT
    ),
    "linked data nested deep": lambda: (
        b'<html><script type="application/ld+json">' + b'{"a":' * 100_000 + b"</script>" + TEXT
    ),
    "linked data without end": lambda: (
        b'<html><script type="application/ld+json">[' + b'{"@type":"Article"},' * 90_000
        + b"{}]</script>" + TEXT
    ),
    "linked data of 3 MB": lambda: (
        b'<html><script type="application/ld+json">{"@type":"Article","headline":"'
        + b"x" * 3_000_000 + b'"}</script>' + TEXT
    ),
    "a byte of every kind": lambda: HEAD + bytes(range(256)) * 400 + TEXT,
    "UTF-8 cut in the middle": lambda: HEAD + TEXT + "é".encode()[:1] * 10_000,
    "UTF-16 of half pairs": lambda: "<html><p>".encode("utf-16") + b"\x00\xd8" * 9_999,
    "NULs between": lambda: b"\0".join(HEAD.split()) + b"\0" * 10_000 + TEXT,
    "directions turned round": lambda: HEAD + "<p>\u202e\u2066\u200b</p>".encode() * 9_000 + TEXT,
    "a page and nothing else": lambda: b"<!doctype html>",
    "a message of messages": lambda: MESSAGE + b"".join(NESTED),
    "a message without its parts": lambda: MESSAGE + b"\nContent-Type: text/html\n",
    "an address without end": lambda: MESSAGE + b"From: " + b"(" * 5_000 + b"\n\n--b0\n\n<html>",
}  # fmt: skip


@pytest.fixture(scope="module")
def one() -> Iterator[Worker]:
    one = Worker()
    yield one
    one.close()


@pytest.fixture
def hasty(one: Worker, monkeypatch: pytest.MonkeyPatch) -> Worker:
    """Gives up sooner than the program does; what hangs is known by then."""
    for module in (html, mhtml):
        monkeypatch.setattr(module, "worker", lambda: one)
    monkeypatch.setattr(one, "deadline", 1.5)
    return one


def outcome(content: bytes) -> RawArticle | FileProblem:
    try:
        return next(all_of(articles_in(content, "page")))
    except FileProblem as problem:
        return problem


@pytest.mark.parametrize("kind", KINDS)
def test_it_ends_as_an_article_or_as_a_sentence(kind: str, hasty: Worker) -> None:
    told = outcome(KINDS[kind]())
    if isinstance(told, RawArticle):
        assert told.source_text.encode()
        assert "\0" not in told.source_text
        assert "localhost" not in told.source_text
    else:
        assert "“page”" in str(told)
    hasty.deadline = 60  # a new process may have to be started first
    assert "mayor" in read(page()).source_text


@pytest.mark.parametrize("tenth", range(10))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_page_cut_anywhere(tenth: int, encoding: str) -> None:
    whole = page(*STORM, linked=LINKED, title="Ferry stops in the storm", encoding=encoding)
    told = outcome(whole[: len(whole) * tenth // 10])
    assert told.source_text.encode() if isinstance(told, RawArticle) else "“page”" in str(told)


@pytest.mark.parametrize(
    "harmless", ["an entity bomb", "external entities", "links to devices", "a page that moves on",
                 "an embedded file of 15 MB", "linked data nested deep", "drawings never closed"]
)  # fmt: skip
def test_the_article_is_read_in_spite_of_it(harmless: str) -> None:
    assert STORM[1] in next(all_of(articles_in(KINDS[harmless](), "page"))).source_text


def test_the_process_may_hold_half_a_gigabyte() -> None:
    assert MEMORY == 500 * 2**20
