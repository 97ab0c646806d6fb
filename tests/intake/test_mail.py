from __future__ import annotations

import pytest

from summit_reader.domain.article import RawArticle
from summit_reader.domain.errors import EmptyFile, FileProblem
from summit_reader.domain.importing import Failure
from summit_reader.intake.reader import articles_in, reader_of
from tests.data.documents import HEADLINE, PROSE, mail_of, word_of, word_paragraph

STORIES = (
    ("Old bridge stays open", "https://gazette.example/bridge", PROSE[0]),
    ("Council has no money for a new one", "https://gazette.example/council", PROSE[1]),
    ("Engineers warn of weak arches", "https://gazette.example/arches", PROSE[2]),
)
HTML = "text/html; charset=utf-8"


def articles(content: bytes) -> list[RawArticle]:
    return [item for item in articles_in(content, "file") if isinstance(item, RawArticle)]


def digest(heading: str = "<h2><a href='{url}'>{headline}</a></h2>") -> bytes:
    inside = "".join(
        heading.format(url=url, headline=headline)
        + f"<p>{prose}</p><p><a href='{url}'>Read more</a></p>"
        for headline, url, prose in STORIES
    )
    return f"<html><body><p>Good morning.</p>{inside}<p>Unsubscribe</p></body></html>".encode()


def test_a_letter_is_an_article_by_its_sender_with_its_date_and_zone() -> None:
    content = mail_of(
        "\r\n\r\n".join(PROSE).encode("koi8-r", "replace"),
        "text/plain; charset=koi8-r",
        From="=?utf-8?Q?Zo=C3=AB_Roe?= <zoe@roe.example>",
        Subject=f"Fwd: Re: {HEADLINE}",
    )
    (article,) = articles(content)
    assert article.raw == content
    assert article.imprint.headline == HEADLINE
    assert article.imprint.authors == ("Zoë Roe",)
    assert article.imprint.outlet == ""
    assert article.imprint.published is not None
    assert article.imprint.published.isoformat() == "2024-11-25T08:30:00+05:30"
    assert article.source_text.startswith(f"{HEADLINE}\n\n{PROSE[0]}")


def test_what_went_to_many_is_from_an_outlet() -> None:
    content = mail_of(PROSE[0].encode(), List_Unsubscribe="<https://gazette.example/off>")
    (article,) = articles(content)
    assert (article.imprint.outlet, article.imprint.authors) == ("The Norwick Gazette", ())


def test_of_alternatives_the_mark_up_is_read() -> None:
    body = (
        b"--b\r\nContent-Type: text/plain\r\n\r\nplain words\r\n"
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        b"<div style='display:none'>preview</div><table><tr><td>"
        + PROSE[1].encode()
        + b"</td></tr></table><script>x()</script>\r\n--b--"
    )
    (article,) = articles(mail_of(body, "multipart/alternative; boundary=b"))
    assert article.source_text == f"{HEADLINE}\n\n{PROSE[1]}"


@pytest.mark.parametrize(
    "heading",
    [
        "<h2><a href='{url}'>{headline}</a></h2>",
        "<p><a href='{url}'>{headline}</a></p>",
        "<div><b>{headline}</b></div>",
    ],
    ids=["headings", "links", "bold lines"],
)
def test_a_digest_of_clear_structure_is_several_articles(heading: str) -> None:
    found = articles(mail_of(digest(heading), HTML, List_Id="<news.gazette.example>"))
    assert [one.imprint.headline for one in found] == [headline for headline, _, _ in STORIES]
    assert [one.imprint.url for one in found] == [url for _, url, _ in STORIES]
    assert found[1].source_text.startswith(f"{STORIES[1][0]}\n\n{STORIES[1][2]}")
    assert {one.imprint.outlet for one in found} == {"The Norwick Gazette"}
    assert [one.name for one in found] == ["file#1", "file#2", "file#3"]


def test_what_the_editors_say_above_a_digest_is_an_article_of_theirs() -> None:
    letter = f"<p>{' '.join(PROSE * 2)}</p>".encode()
    first, *others = articles(mail_of(letter + digest(), HTML))
    assert len(others) == len(STORIES)
    assert (first.imprint.headline, first.imprint.url) == (HEADLINE, "")


def test_a_letter_with_links_stays_one_article() -> None:
    body = "".join(f"<h2>{one[0]}</h2><p>{one[2]}</p>" for one in STORIES)
    assert len(articles(mail_of(body.encode(), HTML))) == 1


def test_addresses_that_count_clicks_are_unwrapped() -> None:
    wrapped = digest().replace(
        b"https://gazette.example/bridge",
        b"https://click.example/?u=https%3A%2F%2Fgazette.example%2Fbridge",
    )
    assert articles(mail_of(wrapped, HTML))[0].imprint.url == "https://gazette.example/bridge"


def test_what_is_attached_and_can_be_read_is_read() -> None:
    document = word_of(word_paragraph(PROSE[2]))
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    body = (
        b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + PROSE[0].encode()
        + b"\r\n--b\r\nContent-Type: "
        + kind
        + b'\r\nContent-Disposition: attachment; filename="../bridge.docx"\r\n\r\n'
        + document
        + b"\r\n--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--"
    )
    letter, attached = articles(mail_of(body, "multipart/mixed; boundary=b"))
    assert letter.source_text.endswith(PROSE[0])
    assert (attached.name, attached.source_text) == ("file/bridge.docx", PROSE[2])


def test_each_message_of_a_mailbox_is_read_and_a_bad_one_stops_no_other() -> None:
    envelope = b"From news@gazette.example Mon Nov 25 08:30:00 2024\n"
    messages = [
        mail_of(PROSE[0].encode() + b"\n\n>From here on, all is well in 2024\n"),
        mail_of(b""),
        mail_of(PROSE[1].encode(), Subject="Another"),
    ]
    content = b"\n".join(envelope + one.replace(b"\r\n", b"\n") for one in messages)
    assert reader_of(content).format == "mbox"
    first, bad, last = articles_in(content, "box")
    assert isinstance(first, RawArticle)
    assert first.source_text.endswith("From here on, all is well in 2024")
    assert isinstance(bad, Failure)
    assert isinstance(bad.error, EmptyFile)
    assert str(bad.path) == "box#2"
    assert isinstance(last, RawArticle)
    assert last.imprint.headline == "Another"


@pytest.mark.parametrize(
    "content", [b"From: a sentence\n\nthat begins so", b"Note: this is text\nTo: be continued"]
)
def test_a_text_that_begins_like_a_message_is_none(content: bytes) -> None:
    assert reader_of(content).format in {"text", "eml"}
    try:
        assert articles(content)
    except FileProblem:
        pytest.fail("a text was taken for a message")
