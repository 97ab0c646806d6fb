"""Hostile messages, mailboxes, tables, bibliographies and web archives."""

from __future__ import annotations

import gzip
import json

from summit_reader.domain.errors import BinaryFile, EmptyFile, FileTooLarge
from summit_reader.domain.file_errors import (
    DamagedFile,
    MostRowsUnreadable,
    NestedTooDeep,
    NoTextAttached,
    NoTextColumn,
    NoTextInRow,
    NothingInside,
    UnreadableRow,
)
from tests.data.documents import PROSE, mail_of
from tests.data.hostile.kinds import Kind

TEXT = "\r\n\r\n".join(PROSE).encode()
MEBIBYTE = 2**20


def _multiparts(depth: int) -> bytes:
    opening = "".join(
        f"Content-Type: multipart/mixed; boundary=b{number}\r\n\r\n--b{number}\r\n"
        for number in range(depth)
    )
    return (
        b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        + opening.encode()
        + b"Content-Type: text/plain\r\n\r\n"
        + TEXT
    )


def _parts(count: int) -> bytes:
    part = b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n"
    return mail_of(part * count + b"--b--", "multipart/mixed; boundary=b")


def _attached(name: str, content: bytes) -> bytes:
    body = (
        b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + TEXT + b"\r\n--b\r\n"
        b"Content-Type: text/html\r\nContent-Disposition: attachment; filename="
        + name.encode()
        + b"\r\n\r\n"
        + content
        + b"\r\n--b--"
    )
    return mail_of(body, "multipart/mixed; boundary=b")


def _forwarded(depth: int) -> bytes:
    content = mail_of(TEXT, "text/plain; charset=utf-8")
    for _ in range(depth):
        content = mail_of(content, "message/rfc822")
    return content


def _rows(*rows: object) -> bytes:
    return b"\n".join(
        one if isinstance(one, bytes) else json.dumps(one).encode("utf-8") for one in rows
    )


GOOD = {"title": "A row", "text": PROSE[0], "outlet": "The Norwick Gazette"}
CSV = b"title,text,date\n"
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/a\r\n"
    b"WARC-Date: 2024-11-25T08:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n"
)

LETTERS = (
    Kind("mail of 2,000 parts in parts", lambda: _multiparts(2_000), (DamagedFile,)),
    Kind("mail of 10,000 parts", lambda: _parts(10_000), (DamagedFile,)),
    Kind("mail to brackets", lambda: mail_of(TEXT, To="(" * 5_000), holds=PROSE[0]),
    Kind("mail from brackets", lambda: mail_of(TEXT, From="((((<" * 2_000), holds=PROSE[0]),
    Kind(
        "mail with a header of 3 MB",
        lambda: mail_of(TEXT, Subject="x" * 3 * MEBIBYTE),
        holds=PROSE[0],
    ),
    Kind(
        "mail in an unknown encoding",
        lambda: mail_of(TEXT, "text/plain; charset=x-none"),
        holds=PROSE[0],
    ),
    Kind(
        "mail whose encoding is a codec of bytes",
        lambda: mail_of(TEXT, "text/plain; charset=hex"),
        holds=PROSE[0],
    ),
    Kind(
        "mail in base64 that is none",
        lambda: mail_of(b"\xff!!??" * 99, Content_Transfer_Encoding="base64"),
        (EmptyFile, DamagedFile),
    ),
    Kind(
        "mail without its boundary",
        lambda: mail_of(TEXT, "multipart/mixed"),
        (EmptyFile, DamagedFile),
    ),
    Kind("mail without a body", lambda: mail_of(b""), (EmptyFile,)),
    Kind(
        "mail with bytes in its headers",
        lambda: mail_of(TEXT, Subject="Br\udcfccke"),
        holds="Brücke",
    ),
    Kind(
        "mail with broken encoded words",
        lambda: mail_of(TEXT, Subject="=?utf-8?B?////?= =?x?Q?=ZZ?="),
        holds=PROSE[0],
    ),
    Kind(
        "mail of the year 1",
        lambda: mail_of(TEXT, Date="Mon, 01 Jan 0001 00:00:00 +0000"),
        holds=PROSE[0],
    ),
    Kind(
        "mail of the year 9999",
        lambda: mail_of(TEXT, Date="Fri, 31 Dec 9999 23:59:59 -2359"),
        holds=PROSE[0],
    ),
    Kind("mail of no day", lambda: mail_of(TEXT, Date="yesterday, 99:99 (" * 50), holds=PROSE[0]),
    Kind(
        "mail with a path for a name",
        lambda: _attached("../../etc/out.html", b"<p>x</p>"),
        holds=PROSE[0],
    ),
    Kind("mail with a kind that is none", lambda: mail_of(TEXT, '////;;=="\\'), holds=PROSE[0]),
    Kind("mail in mail, five times", lambda: _forwarded(5), (NestedTooDeep,)),
    Kind(
        "mail of tables in tables",
        lambda: mail_of(b"<table><tr><td>" * 3_000 + TEXT, "text/html; charset=utf-8"),
        (EmptyFile,),
    ),
    Kind(
        "mail of a megabyte of links",
        lambda: mail_of(b"<a href=http://a.example>b</a>" * 35_000, "text/html"),
        holds="b",
    ),
    Kind(
        "mailbox of 20,000 envelopes",
        lambda: b"From a Mon Nov 25 08:30:00 2024\nA: b\n\n" * 20_000,
        (EmptyFile,),
    ),
    Kind(
        "mailbox with a message of 40 MB",
        lambda: b"From a Mon Nov 25 08:30:00 2024\nA: b\n\n" + b"x\n" * 20 * MEBIBYTE,
        (FileTooLarge,),
    ),
    Kind(
        "mailbox of junk",
        lambda: b"From a\nA: b\n\n\0\1\2\3",
        (NothingInside, EmptyFile, BinaryFile),
    ),
    Kind(
        "csv with an open mark",
        lambda: CSV + b'"open,' + b"a,b\n" * 50_000,
        (NoTextInRow, UnreadableRow),
    ),
    Kind(
        "csv with a cell of 5 MB",
        lambda: CSV + b'T,"' + b"word " * MEBIBYTE + b'",2024-01-01\n',
        holds="word word",
    ),
    Kind(
        "csv with a cell of 20 MB",
        lambda: CSV + b'T,"' + b"word\n" * 4 * MEBIBYTE + b'",\n',
        (UnreadableRow, NoTextInRow, MostRowsUnreadable),
    ),
    Kind(
        "csv with nuls",
        lambda: CSV + b"A\0B," + TEXT.splitlines()[0].replace(b",", b"") + b",\0\n",
        holds="bridge",
    ),
    Kind(
        "csv of 10,000 columns",
        lambda: b"title,text" + b",c" * 10_000 + b"\n" + b"A,b b b" + b",c" * 10_000,
        (UnreadableRow,),
    ),
    Kind(
        "csv with ragged rows",
        lambda: CSV + b"a\nb,c,d,e\n\n,,,\nA,Some text,2024-01-02\n",
        (NoTextInRow, UnreadableRow),
        holds="Some text",
    ),
    Kind(
        "csv of the year 1",
        lambda: CSV + b"A,Some text here,0001-01-01\nB,More text,99999-99-99\n",
        holds="More text",
    ),
    Kind("csv of formulas", lambda: CSV + b"=1+1,=cmd|' /C calc'!A0 and so on,\n", holds="=cmd"),
    Kind(
        "csv in utf-16",
        lambda: (CSV.decode() + f"T,{PROSE[0]},\n").encode("utf-16"),
        holds="bridge",
    ),
    Kind(
        "rows nested 100,000 deep",
        lambda: _rows(GOOD, b'{"text":' + b"[" * 100_000, GOOD),
        (UnreadableRow,),
        holds=PROSE[0],
    ),
    Kind(
        "rows with halves of characters",
        lambda: _rows(GOOD | {"text": "half \ud83d of it"}),
        holds="half \ufffd of it",
    ),
    Kind(
        "rows with numbers without end",
        lambda: _rows(GOOD, b'{"text":' + b"9" * 100_000 + b"}", GOOD),
        (UnreadableRow, NoTextInRow),
        holds=PROSE[0],
    ),
    Kind(
        "rows of the wrong types",
        lambda: _rows(
            GOOD, {"text": {"a": [1]}}, {"text": None}, [1], {"text": ["a b", 2, None]}, b"NaN"
        ),
        (NoTextInRow, UnreadableRow),
        holds="a b",
    ),
    Kind(
        "rows that are cut short",
        lambda: _rows(GOOD, b'{"text": "abc'),
        (UnreadableRow,),
        holds=PROSE[0],
    ),
    Kind(
        "a row of 20 MB",
        lambda: _rows(GOOD, b'{"text":"' + b"x" * 20 * MEBIBYTE + b'"}', GOOD),
        (UnreadableRow,),
        holds=PROSE[0],
    ),
    Kind(
        "json that is cut short",
        lambda: b"[" + _rows(GOOD) + b",{",
        (UnreadableRow,),
        holds=PROSE[0],
    ),
    Kind("json nested 100,000 deep", lambda: b'[{"text":' + b"[" * 100_000, (UnreadableRow,)),
    Kind(
        "json of a million numbers",
        lambda: b'[{"a":1},' + b"1," * 10**6 + b"1]",
        (UnreadableRow, NoTextColumn),
    ),
    Kind(
        "packed rows that break off", lambda: gzip.compress(_rows(GOOD, GOOD))[:-9], (DamagedFile,)
    ),
    Kind(
        "bibtex that names foreign files",
        lambda: b"@article{a, title={T}, file={:/etc/passwd:text/plain}}",
        (NoTextAttached,),
    ),
    Kind(
        "bibtex of open braces",
        lambda: b"@article{a, title=" + b"{" * 200_000,
        (NothingInside, DamagedFile),
    ),
    Kind(
        "bibtex of commands",
        lambda: b"@article{a, title={" + b"\\'" * 50_000 + b"}}",
        (NoTextAttached, NothingInside),
    ),
    Kind(
        "ris without an end",
        lambda: b"TY  - NEWS\n" + b"AU  - Roe, Jane\n" * 100_000,
        (NoTextAttached,),
    ),
    Kind(
        "csl nested 100,000 deep",
        lambda: b'[{"type":"article","URL":"x","issued":' + b"[" * 100_000,
        (DamagedFile,),
    ),
    Kind(
        "csl with days that are none",
        lambda: json.dumps(
            [{"type": "article", "title": "T", "issued": {"date-parts": [[0, 99, "x"]]}}]
        ).encode(),
        (NoTextAttached,),
    ),
    Kind(
        "warc that lies about a length",
        lambda: WARC % 10**12 + b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x",
        holds="x",
    ),
    Kind("warc cut short", lambda: (WARC % 500)[:150], (DamagedFile, NothingInside)),
    Kind("warc of nothing", lambda: b"WARC/1.0\r\n\r\n", (DamagedFile, NothingInside)),
)
