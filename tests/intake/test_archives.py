from __future__ import annotations

import builtins
import gzip
import sys
from pathlib import Path
from typing import Any

import pytest

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.file_errors import (
    ExtraMissing,
    NestedTooDeep,
    NoTextAttached,
    OutsideFolder,
)
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.archives.web_archive import WebArchiveReader
from summit_reader.intake.reader import articles_at, articles_in, reader_of
from tests.data.documents import HEADLINE, PROSE, mail_of, word_of, word_paragraph, zip_of

TEXT = "\n\n".join(PROSE)
BIBTEX = """@article{{roe2024,
  title = {{{{Old}} bridge: {{\\"U}}ber Norwick}},
  author = {{Roe, Jane and Doe, John}},
  journaltitle = {{The Norwick Gazette}},
  date = {{2024-11-25}},
  url = {{https://gazette.example/bridge}},
  file = {{Full Text:{file}:text/plain}},
}}
"""
RIS = """TY  - NEWS
TI  - {title}
AU  - Roe, Jane
T2  - The Norwick Gazette
DA  - 2024/11/25/
UR  - https://gazette.example/bridge
L1  - {file}
ER  -
"""
CSL = (
    '[{{"id": "roe", "type": "article-newspaper", "title": "{title}",'
    ' "author": [{{"family": "Roe", "given": "Jane"}}],'
    ' "container-title": "The Norwick Gazette", "issued": {{"date-parts": [[2024, 11, 25]]}},'
    ' "URL": "https://gazette.example/bridge", "attachments": [{{"path": "{file}"}}]}}]'
)


def names_and_texts(items: list[Item]) -> list[tuple[str, str]]:
    return [(one.name, one.source_text) for one in items if isinstance(one, RawArticle)]


def test_every_file_of_an_archive_is_read_by_its_own_reader() -> None:
    content = zip_of(
        {
            "a/one.txt": PROSE[0],
            "a/two.docx": word_of(word_paragraph(PROSE[1])),
            "three.zip": zip_of({"letter.eml": mail_of(PROSE[2].encode())}),
            "bad.txt": b"\0\1\2",
            "page_files/style.css": "p {}",
            "__MACOSX/._one.txt": "junk",
            "empty.txt": "",
        }
    )
    items = list(articles_in(content, "all.zip"))
    assert names_and_texts(items) == [
        ("all.zip/a/one.txt", PROSE[0]),
        ("all.zip/a/two.docx", PROSE[1]),
        ("all.zip/three.zip/letter.eml", f"{HEADLINE}\n\n{PROSE[2]}"),
    ]
    (failure,) = [one for one in items if isinstance(one, Failure)]
    assert str(failure.path) == "all.zip/bad.txt"


def test_names_in_an_archive_are_names_and_lead_nowhere() -> None:
    names = ["../../out.txt", "/etc/out.txt", "C:\\out.txt", "a\u202eb\n.txt"]
    found = names_and_texts(list(articles_in(zip_of(dict.fromkeys(names, TEXT)), "all.zip")))
    assert [name for name, _ in found] == [
        "all.zip/out.txt",
        "all.zip/etc/out.txt",
        "all.zip/out.txt",
        "all.zip/a\u202eb .txt",
    ]


def test_what_lies_too_deep_is_said_and_not_opened() -> None:
    content = zip_of({"a.txt": TEXT})
    for _ in range(3):
        content = zip_of({"inner.zip": content, "beside.txt": PROSE[0]})
    items = list(articles_in(content, "all.zip"))
    assert len(names_and_texts(items)) == 3
    (failure,) = [one for one in items if isinstance(one, Failure)]
    assert isinstance(failure.error, NestedTooDeep)


@pytest.mark.parametrize(
    ("name", "template"), [("all.bib", BIBTEX), ("all.ris", RIS), ("all.json", CSL)]
)
def test_an_entry_tells_the_facts_of_the_text_attached_to_it(
    tmp_path: Path, name: str, template: str
) -> None:
    (tmp_path / "files" / "12").mkdir(parents=True)
    (tmp_path / "files" / "12" / "text.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / name
    path.write_text(template.format(file="files/12/text.txt", title="Old bridge: Über Norwick"))
    (article,) = articles_at(path)
    assert isinstance(article, RawArticle)
    assert article.source_text == f"Old bridge: Über Norwick\n\n{TEXT}"
    imprint = article.imprint
    assert imprint.outlet == "The Norwick Gazette"
    assert imprint.authors[0] == "Jane Roe"
    assert str(imprint.published) == "2024-11-25"
    assert imprint.url == "https://gazette.example/bridge"


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ("../secret.txt", OutsideFolder),
        ("link.txt", OutsideFolder),
        ("/etc/hostname", OutsideFolder),
        ("file:///etc/hostname", OutsideFolder),
        ("", NoTextAttached),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_an_entry_names_no_file_outside_its_folder(
    tmp_path: Path, file: str, problem: type[Exception]
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    path = folder / "all.ris"
    path.write_text(RIS.format(file=file, title="T"))
    (failure,) = articles_at(path)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, problem)
    assert str(failure.path) == f"{path}#entry 1"


def test_an_entry_that_came_without_its_folder_opens_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "text.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    (failure,) = articles_in(RIS.format(file="text.txt", title="T").encode(), "Pasted text")
    assert isinstance(failure, Failure)
    assert "no text attached" in str(failure.error)


def web_archive(*pages: tuple[str, str, bytes]) -> bytes:
    records = []
    for number, (address, status, content) in enumerate(pages):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n\r\n".encode() + content
        fields = (
            "WARC/1.0",
            "WARC-Type: response",
            f"WARC-Target-URI: {address}",
            "WARC-Date: 2024-11-25T08:30:00Z",
            f"WARC-Record-ID: <urn:uuid:{number}>",
            "Content-Type: application/http; msgtype=response",
            f"Content-Length: {len(answer)}",
        )
        records.append("\r\n".join(fields).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n")
    return b"".join(records)


class ReadsAsText:
    """Takes each page for a text."""

    def __call__(self, content: bytes, name: str, hints: Hints) -> Any:
        yield RawArticle(name, content, "text/html", content.decode(), hints)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_each_page_of_a_web_archive_is_an_article_with_its_address(pack: Any) -> None:
    pytest.importorskip("warcio")
    content = web_archive(
        ("https://gazette.example/a", "200 OK", b"one"),
        ("https://gazette.example/gone", "404 Not Found", b"gone"),
        ("https://gazette.example/b", "200 OK", b"two"),
    )
    assert reader_of(pack(content)).format == ("warc" if pack is bytes else "compressed")
    items = list(WebArchiveReader(ReadsAsText()).read("web.warc", content, Hints()))
    assert [one.imprint.url for one in items if isinstance(one, RawArticle)] == [
        "https://gazette.example/a",
        "https://gazette.example/b",
    ]


def test_without_its_library_a_web_archive_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def without(name: str, *arguments: Any, **named: Any) -> Any:
        if name.startswith("warcio"):
            raise ImportError(name)
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExtraMissing, match="pip install"):
        list(articles_in(b"WARC/1.0\r\n", "web.warc"))
