"""Hostile PDFs and texts."""

from __future__ import annotations

import codecs
from io import BytesIO

from pypdf import PdfReader, PdfWriter

from summit_reader.domain.errors import BinaryFile, EmptyFile, UndecodableFile
from summit_reader.domain.file_errors import (
    ArchiveTooLarge,
    BreaksReader,
    DamagedFile,
    EncryptedFile,
    PicturesOnly,
    TakesTooLong,
    UnsupportedFormat,
)
from tests.data.documents import (
    HEADLINE,
    PROSE,
    pdf_of,
    pdf_of_contents,
    pdf_of_objects,
    printed,
)
from tests.data.hostile.kinds import Kind

TEXT = "\n\n".join(PROSE)
PAGE = [(72.0, 760.0, 20.0, HEADLINE), *printed(PROSE)]
SHOWN = b"BT /F1 10 Tf 72 700 Td (%s) Tj ET" % PROSE[0].encode()
BREAKDOWN = (DamagedFile, BreaksReader, TakesTooLong, PicturesOnly, ArchiveTooLarge)


def _locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_of([PAGE]))))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _pages(kids: bytes, count: int, *others: bytes) -> bytes:
    return pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
            *others,
        ]
    )


def _form_in_itself() -> bytes:
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>"
    )
    return _pages(
        b"3 0 R",
        1,
        b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
        form + b" /Length 5 >>\nstream\n/X Do\nendstream",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
    )


PAPERS = (
    Kind("pdf cut short", lambda: pdf_of([PAGE] * 3)[:900], BREAKDOWN),
    Kind("pdf of nothing but its mark", lambda: b"%PDF-1.7\n", BREAKDOWN),
    Kind("pdf without its table", lambda: pdf_of([PAGE]).partition(b"xref")[0], BREAKDOWN),
    Kind("pdf below a megabyte of junk", lambda: b"\0" * 2**20 + pdf_of([PAGE]), (BinaryFile,)),
    Kind("pdf below a little junk", lambda: b"\n\n\n" + pdf_of([PAGE]), holds=PROSE[0]),
    Kind("pdf with a password", _locked, (EncryptedFile,)),
    Kind("pdf of pictures", lambda: pdf_of_contents([b"0 0 99 99 re f"] * 3), (PicturesOnly,)),
    Kind("pdf whose pages hold themselves", lambda: _pages(b"2 0 R", 1), BREAKDOWN),
    Kind("pdf that says it has a billion pages", lambda: _pages(b"", 10**9), BREAKDOWN),
    Kind("pdf of 3,500 pages", lambda: pdf_of_contents([SHOWN] * 3_500), (ArchiveTooLarge,)),
    Kind("pdf with a page that is none", lambda: _pages(b"9 0 R", 1), BREAKDOWN),
    Kind("pdf with a form in itself", _form_in_itself, BREAKDOWN),
    Kind("pdf of 100,000 brackets", lambda: _pages(b"[" * 100_000, 1), BREAKDOWN),
    Kind(
        "pdf with a stream of 80 MB",
        lambda: pdf_of_contents([SHOWN + b" " * 80_000_000]),
        BREAKDOWN,
    ),
    Kind(
        "pdf of a million words on a page",
        lambda: pdf_of_contents([b"BT /F1 9 Tf 9 9 Td " + b"(x) Tj " * 1_000_000 + b"ET"]),
        BREAKDOWN,
        needs_deadline=True,
    ),
    Kind(
        "pdf with a date of the year 1",
        lambda: pdf_of([PAGE], {"CreationDate": "D:00010101000000Z"}),
        holds=PROSE[0],
    ),
    Kind(
        "pdf with odd properties",
        lambda: pdf_of([PAGE], {"Title": "x" * 100_000, "Author": "\\"}),
        holds=PROSE[0],
    ),
    Kind("nothing but a byte order mark", lambda: codecs.BOM_UTF8, (EmptyFile,)),
    Kind(
        "utf-16 of an odd length",
        lambda: codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le") + b"x",
        (UndecodableFile,),
    ),
    Kind("utf-16 without its mark", lambda: TEXT.encode("utf-16-be"), holds=PROSE[0]),
    Kind("utf-32", lambda: TEXT.encode("utf-32"), holds=PROSE[0]),
    Kind(
        "nuls among the letters",
        lambda: TEXT.encode().replace(b"bridge", b"bri\0dge"),
        (BinaryFile,),
    ),
    Kind("a nul in a long text", lambda: (TEXT * 20).encode() + b"\0", holds=PROSE[0]),
    Kind(
        "utf-8 with stray bytes of windows",
        lambda: TEXT.encode() + b"\ncaf\xe9 \x97 so",
        holds="café — so",
    ),
    Kind("halves of characters", lambda: TEXT.encode() + b"\n\xed\xa0\x80", holds=PROSE[0]),
    Kind("utf-7", lambda: TEXT.encode("utf-7"), holds="The mayor of Norwick"),
    Kind(
        "text that runs backwards",
        lambda: TEXT.encode() + "\n\u202etxt\u202c".encode(),
        holds=PROSE[0],
    ),
    Kind(
        "accents without end", lambda: TEXT.encode() + "\u0301".encode() * 200_000, holds=PROSE[0]
    ),
    Kind("a line of 5 MB", lambda: b"word " * 2**20, holds="word word"),
    Kind("a million lines", lambda: b"word\n" * 10**6, holds="word"),
    Kind(
        "random bytes",
        lambda: bytes((7 * n * n + n // 3) % 256 for n in range(100_000)),
        (BinaryFile, UndecodableFile),
    ),
    Kind(
        "rich text",
        lambda: b"{\\rtf1\\ansi " + TEXT.encode("cp1252", "ignore") + b"}",
        (UnsupportedFormat,),
    ),
    Kind("a picture", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", (PicturesOnly,)),
    Kind(
        "markdown of open brackets", lambda: b"# a\n\n[b](http://c)\n\n" + b"[" * 10**6, holds="a"
    ),
    Kind("markdown of stars", lambda: b"# a\n\n[b](http://c)\n\n" + b"*" * 10**6 + b"a", holds="a"),
    Kind(
        "markdown of pictures", lambda: b"# a\n\n[b](http://c)\n\n" + b"![](" * 250_000, holds="a"
    ),
    Kind(
        "markdown of quotes in quotes",
        lambda: b"# a\n\n[b](http://c)\n\n" + b"> " * 500_000,
        holds="a",
    ),
    Kind(
        "markdown of ticks and tildes",
        lambda: b"# a\n\n[b](http://c)\n\n" + b"`~_" * 300_000,
        holds="a",
    ),
    Kind(
        "front matter without end",
        lambda: b"---\ntitle: a\n" + b"key: value\n" * 50_000,
        holds="key: value",
    ),
    Kind(
        "front matter of one long key",
        lambda: b"---\n" + b"k" * 10**6 + b":\n---\n" + TEXT.encode(),
        holds=PROSE[0],
    ),
    Kind(
        "a day of the year 1",
        lambda: b"---\ntitle: A day\ndate: 0001-01-01\n---\n" + TEXT.encode(),
        holds=PROSE[0],
    ),
)
