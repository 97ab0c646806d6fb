"""Hostile archives, and documents that are archives."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import zipfile
from io import BytesIO

from summit_reader.domain.errors import EmptyFile
from summit_reader.domain.file_errors import (
    ArchiveTooLarge,
    DamagedFile,
    EncryptedFile,
    NestedTooDeep,
    NothingInside,
    UnsupportedFormat,
)
from tests.data.documents import (
    HEADLINE,
    LONG,
    PROSE,
    chapter_of,
    epub_of,
    odt_of,
    word_of,
    word_paragraph,
    zip_of,
)
from tests.data.hostile.kinds import Kind

TEXT = "\n\n".join(PROSE)
MEBIBYTE = 2**20

ENTITY_BOMB = (
    '<!DOCTYPE x [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in zip("abcdefgh", "bcdefghi"))  # noqa: B905 - pairs
    + "]>"
)
EXTERNAL_ENTITY = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _zeros(size: int) -> bytes:
    stream = BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("text.txt", "w") as inside,
    ):
        for _ in range(size // MEBIBYTE):
            inside.write(b" " * MEBIBYTE)
    return stream.getvalue()


def _lying_about_size() -> bytes:
    packed = _zeros(64 * MEBIBYTE)
    at = packed.rfind(b"PK\x01\x02")
    return packed[: at + 24] + struct.pack("<L", 1_000) + packed[at + 28 :]


def _nested(depth: int) -> bytes:
    content = zip_of({"text.txt": TEXT})
    for number in range(depth):
        content = zip_of({f"{number}.zip": content})
    return content


def _one_file_listed_often(count: int) -> bytes:
    """An archive whose list names the same packed bytes many times."""
    packed = zip_of({"text.txt": b"a" * 20 * MEBIBYTE})
    start = packed.rfind(b"PK\x01\x02")
    end = packed.rfind(b"PK\x05\x06")
    entry = packed[start:end]
    listed = entry * count
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listed), start, 0)
    return packed[:start] + listed + tail


def _with_flag() -> bytes:
    packed = bytearray(zip_of({"text.txt": TEXT}))
    packed[6] |= 1
    packed[packed.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(packed)


def _with_method() -> bytes:
    packed = bytearray(zip_of({"text.txt": TEXT}))
    packed[8] = 99
    packed[packed.rfind(b"PK\x01\x02") + 10] = 99
    return bytes(packed)


def _with_link() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        link = zipfile.ZipInfo("link.txt")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        packed.writestr(link, "/etc/passwd")
    return stream.getvalue()


def _twice() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(zipfile.ZipInfo("a.txt"), PROSE[0])
        entry = zipfile.ZipInfo("b.txt")
        packed.writestr(entry, PROSE[1])
    return stream.getvalue().replace(b"b.txt", b"a.txt")


def _document(mark_up: str) -> bytes:
    return zip_of({"[Content_Types].xml": "<Types/>", "word/document.xml": mark_up})


def _word(body: str, doctype: str = "") -> bytes:
    return _document(f'{doctype}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')


def _broken(content: bytes) -> bytes:
    middle = len(content) // 3
    return (
        content[:middle]
        + bytes(255 - byte for byte in content[middle : middle + 40])
        + content[middle + 40 :]
    )


def _packed_often(times: int) -> bytes:
    content = TEXT.encode()
    for _ in range(times):
        content = gzip.compress(content)
    return content


def _locked_odt() -> bytes:
    return odt_of("", **{"META-INF__manifest": "<m><encryption-data/></m>"})


def _notes_in_notes(depth: int) -> str:
    opening = "<text:note><text:note-body><text:p>"
    closing = "</text:p></text:note-body></text:note>"
    return f"<text:p>{PROSE[0]}{opening * depth}end{closing * depth}</text:p>"


ARCHIVES = (
    Kind("zip of 80 MB of blanks in 80 kB", lambda: _zeros(80 * MEBIBYTE), (ArchiveTooLarge,)),
    Kind("zip that lies about a size", _lying_about_size, (DamagedFile, ArchiveTooLarge)),
    Kind("zip in zip in zip in zip", lambda: _nested(4), (NestedTooDeep,)),
    Kind("zip in zip, as allowed", lambda: _nested(2), holds=PROSE[0]),
    Kind("zip whose names lead out", lambda: zip_of({"../../out.txt": TEXT}), holds=PROSE[0]),
    Kind("zip whose names are absolute", lambda: zip_of({"C:\\out.txt": TEXT}), holds=PROSE[0]),
    Kind("zip with odd names", lambda: zip_of({"a\u202etxt.exe\n.txt": TEXT}), holds=PROSE[0]),
    Kind("zip with a password", _with_flag, (EncryptedFile,)),
    Kind("zip packed in no known way", _with_method, (DamagedFile,)),
    Kind("zip cut short", lambda: zip_of({"a.txt": TEXT * 50})[:-40], (DamagedFile,)),
    Kind("zip with a broken middle", lambda: _broken(zip_of({"a.txt": TEXT * 90})), (DamagedFile,)),
    Kind(
        "zip of 25,000 files",
        lambda: zip_of({f"{number}.txt": "x" for number in range(25_000)}, zipfile.ZIP_STORED),
        (ArchiveTooLarge,),
    ),
    Kind("zip of one file listed often", lambda: _one_file_listed_often(100), (ArchiveTooLarge,)),
    Kind("zip with a link", _with_link, (NothingInside,)),
    Kind("zip with a name twice", _twice, holds=PROSE[0]),
    Kind("zip of nothing", lambda: zip_of({}), (NothingInside,)),
    Kind(
        "zip of what systems leave",
        lambda: zip_of({"__MACOSX/._a.txt": "x", ".DS_Store": "x", "Thumbs.db": "x"}),
        (NothingInside,),
    ),
    Kind("spreadsheet", lambda: zip_of({"xl/workbook.xml": "<x/>"}), (UnsupportedFormat,)),
    Kind("gzip bomb", lambda: gzip.compress(b" " * 80 * MEBIBYTE), (ArchiveTooLarge,)),
    Kind("xz bomb", lambda: lzma.compress(b" " * 80 * MEBIBYTE, preset=0), (ArchiveTooLarge,)),
    Kind("bzip2 bomb", lambda: bz2.compress(b" " * 80 * MEBIBYTE), (ArchiveTooLarge,)),
    Kind("gzip cut short", lambda: gzip.compress(TEXT.encode() * 50)[:-20], (DamagedFile,)),
    Kind("gzip of gzip of gzip", lambda: _packed_often(5), (NestedTooDeep,)),
    Kind(
        "docx with an entity bomb",
        lambda: _word(word_paragraph("&i;"), ENTITY_BOMB),
        (DamagedFile,),
    ),
    Kind(
        "docx with an external entity",
        lambda: _word(word_paragraph("&x;"), EXTERNAL_ENTITY),
        (DamagedFile,),
    ),
    Kind(
        "docx nested 100,000 deep",
        lambda: _word("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000),
        (DamagedFile,),
    ),
    Kind(
        "docx of 80 MB of blanks",
        lambda: word_of(word_paragraph(" " * 80 * MEBIBYTE)),
        (ArchiveTooLarge,),
    ),
    Kind("docx without text", lambda: word_of(""), (EmptyFile,)),
    Kind("docx cut short", lambda: word_of(word_paragraph(TEXT))[:-30], (DamagedFile,)),
    Kind(
        "docx with broken properties",
        lambda: word_of(word_paragraph(PROSE[0]), docProps__core="<broken"),
        holds=PROSE[0],
    ),
    Kind("docx of 200,000 empty paragraphs", lambda: word_of("<w:p/>" * 200_000), (EmptyFile,)),
    Kind(
        "docx of 60,000 paragraphs",
        lambda: word_of(word_paragraph(PROSE[2]) * 60_000),
        holds=PROSE[2],
    ),
    Kind(
        "docx before 2007",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        (UnsupportedFormat,),
    ),
    Kind(
        "odt with a million blanks",
        lambda: odt_of(f'<text:p>{PROSE[0]}<text:s text:c="999999999"/></text:p>'),
        holds=PROSE[0],
    ),
    Kind("odt with a password", _locked_odt, (EncryptedFile,)),
    Kind(
        "odt without its content",
        lambda: zip_of({"mimetype": "application/vnd.oasis.opendocument.text"}),
        (DamagedFile,),
    ),
    Kind("odt of notes in notes", lambda: odt_of(_notes_in_notes(60)), holds=PROSE[0]),
    Kind(
        "epub that reads outside itself",
        lambda: epub_of({"../../../etc/passwd": "x"}, spine=["../../../etc/passwd"]),
        (EmptyFile, DamagedFile),
    ),
    Kind(
        "epub without its contents",
        lambda: zip_of({"mimetype": "application/epub+zip"}),
        (DamagedFile,),
    ),
    Kind(
        "epub that repeats a chapter",
        lambda: epub_of({"a": chapter_of(HEADLINE, LONG)}, spine=["a"] * 100_000),
        holds=LONG[0],
    ),
    Kind(
        "epub with locked chapters",
        lambda: epub_of(
            {"a": "x"}, **{"META-INF__encryption.xml": '<e><CipherReference URI="OEBPS/a"/></e>'}
        ),
        (EncryptedFile,),
    ),
    Kind(
        "epub nested 50,000 deep",
        lambda: epub_of({"a": "<div>" * 50_000 + chapter_of(HEADLINE, LONG)}),
        (EmptyFile,),
    ),
    Kind(
        "epub with a chapter of 20 MB",
        lambda: epub_of({"a": "<p>x</p>" * 2_500_000, "b": chapter_of(HEADLINE, LONG)}),
        (ArchiveTooLarge,),
        holds=LONG[0],
    ),
    Kind(
        "epub with an entity bomb",
        lambda: epub_of({"a": ENTITY_BOMB + chapter_of(HEADLINE, (*LONG, "&i;"))}),
        holds=LONG[0],
    ),
)
