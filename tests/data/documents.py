"""Small documents of every format, made here, so that no foreign text lies in the project."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO

PROSE = (
    "The mayor of Norwick said on Monday that the old bridge would stay open until spring.",
    "“We have looked at every stone of it,” she told the council, “and none of them is loose.”",
    "Engineers who examined the bridge in autumn had warned that two of its arches were weak.",
)
HEADLINE = "Old bridge of Norwick stays open"
LONG = tuple(f"{one} {PROSE[2]}" for one in PROSE)

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"

Line = tuple[float, float, float, str]
"""x, y, size and text of a line on a page."""


def zip_of(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of `files` in their order; a file called “mimetype” is not packed."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as packed:
        for name, content in files.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else method
            packed.writestr(zipfile.ZipInfo(name), content, kind)
    return stream.getvalue()


def word_of(body: str, **others: str) -> bytes:
    """A Word document with this mark-up in its body; `others` are further files, “_” for “/”."""
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }
    return zip_of(files | {name.replace("__", "/") + ".xml": text for name, text in others.items()})


def word_paragraph(text: str, style: str = "") -> str:
    """A paragraph of a Word document."""
    stated = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{stated}<w:r><w:t>{text}</w:t></w:r></w:p>"


def word_notes(kind: str, notes: Mapping[str, str]) -> str:
    """The file of the footnotes or endnotes of a Word document."""
    inside = "".join(
        f'<w:{kind} w:id="{key}">{word_paragraph(text)}</w:{kind}>' for key, text in notes.items()
    )
    return f'<w:{kind}s xmlns:w="{_WORD}">{inside}</w:{kind}s>'


def odt_of(body: str, meta: str = "", **others: str) -> bytes:
    """An OpenDocument text with this mark-up in its body."""
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f'<office:document-content xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}">'
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>"
        ),
        "meta.xml": (
            f'<office:document-meta xmlns:office="{_OFFICE}"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">'
            f"<office:meta>{meta}</office:meta></office:document-meta>"
        ),
    }
    return zip_of(files | {name.replace("__", "/") + ".xml": text for name, text in others.items()})


def epub_of(
    chapters: Mapping[str, str],
    title: str = "The Norwick Almanac",
    stated: str = "",
    spine: Sequence[str] | None = None,
    **others: str,
) -> bytes:
    """A book with these chapters, by their file names; `spine` is the order of reading."""
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in spine or list(chapters))
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            "<container><rootfiles>"
            '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
        ),
        "OEBPS/content.opf": (
            '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            f"<dc:title>{title}</dc:title>{stated}</metadata>"
            f"<manifest>{items}</manifest><spine>{order}</spine></package>"
        ),
    }
    files |= {f"OEBPS/{name}": text for name, text in chapters.items()}
    return zip_of(files | {name.replace("__", "/"): text for name, text in others.items()})


def chapter_of(heading: str, paragraphs: Sequence[str]) -> str:
    """A chapter of a book."""
    inside = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"<html><head><title>x</title></head><body><h1>{heading}</h1>{inside}</body></html>"


def pdf_of(pages: Sequence[Sequence[Line]], properties: Mapping[str, str] | None = None) -> bytes:
    """A PDF that prints these lines."""
    contents = []
    for lines in pages:
        shown = (
            b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (size, x, y, _escaped(text))
            for x, y, size, text in lines
        )
        contents.append(b"\n".join(shown))
    return pdf_of_contents(contents, properties)


def pdf_of_contents(
    contents: Sequence[bytes], properties: Mapping[str, str] | None = None
) -> bytes:
    """A PDF whose pages have these streams of operators."""
    count = len(contents)
    page_ids = [4 + 2 * number for number in range(count)]
    kids = b" ".join(b"%d 0 R" % each for each in page_ids)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (page_ids[number] + 1)
        )
        packed = zlib.compress(content)
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
        )
    entries = b" ".join(
        b"/%s (%s)" % (key.encode(), _escaped(value)) for key, value in (properties or {}).items()
    )
    objects.append(b"<< %s >>" % entries)
    return pdf_of_objects(objects, info=len(objects))


def pdf_of_objects(objects: Sequence[bytes], info: int = 0) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    written = bytearray(b"%PDF-1.5\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    written += b"trailer\n<< /Size %d /Root 1 0 R" % (len(objects) + 1)
    written += (b" /Info %d 0 R" % info if info else b"") + b" >>\n"
    written += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(written)


def _escaped(text: str) -> bytes:
    for mark in "\\()":
        text = text.replace(mark, f"\\{mark}")
    return text.encode("cp1252")


def printed(paragraphs: Sequence[str], *, x: float = 72, top: float = 700) -> list[Line]:
    """The lines of paragraphs, ten points high, 60 letters wide, the first of each indented."""
    lines: list[Line] = []
    for paragraph in paragraphs:
        words, line = paragraph.split(), ""
        rows = []
        for word in words:
            if len(line) + len(word) > 60:
                rows.append(line)
                line = ""
            line = f"{line} {word}".strip()
        rows.append(line)
        for number, row in enumerate(rows):
            lines.append((x + (12 if number == 0 else 0), top, 10, row))
            top -= 12
    return lines


def mail_of(body: bytes, kind: str = "text/plain; charset=utf-8", **headers: str) -> bytes:
    """A message with these headers, “_” for “-”, and this body."""
    stated = {
        "From": "The Norwick Gazette <news@gazette.example>",
        "Subject": HEADLINE,
        "Date": "Mon, 25 Nov 2024 08:30:00 +0530",
        "MIME-Version": "1.0",
        "Content-Type": kind,
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in stated.items() if value)
    return lines.encode("utf-8", "surrogateescape") + b"\r\n" + body
