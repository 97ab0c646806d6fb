from __future__ import annotations

import pytest

from summit_reader.domain.file_errors import NoArticleFound, PageTooLarge
from summit_reader.intake.pages.html import HtmlReader
from summit_reader.intake.reader import reader_of
from tests.intake.saved_pages import LINKED, STORM, page, read


def test_the_article_without_what_surrounds_it() -> None:
    raw = read(page(title="Ferry stops in the storm"))
    assert raw.source_text.split("\n\n") == ["Ferry stops in the storm", *STORM]
    assert raw.media_type == "text/html"
    assert raw.raw == page(title="Ferry stops in the storm")


def test_a_paragraph_that_was_passed_over_is_put_back() -> None:
    aside = '<div class="x"><div><div><p>{}</p></div></div></div>'
    markup = page().decode().replace(f"<p>{STORM[1]}</p>", aside.format(STORM[1]))
    assert STORM[1] in read(markup.encode()).source_text.split("\n\n")


@pytest.mark.parametrize(
    "teaser",
    [
        '<p><a href="/2">Ten ferries that never came back from the sea</a></p>',
        '<p>Read also: <a href="/2">Ten ferries that never came back from the sea</a></p>',
        '<ul><li><a href="/2">Ten ferries that never came back</a></li></ul>',
        '<div class="teaser related">Ten ferries that never came back from the sea.</div>',
    ],
)
def test_what_leads_to_other_stories_is_left_out(teaser: str) -> None:
    markup = page().decode().replace(f"<p>{STORM[1]}</p>", f"<p>{STORM[1]}</p>{teaser}")
    assert read(markup.encode()).source_text == read(page()).source_text


def test_a_sentence_with_a_link_stays() -> None:
    linked = f'The ferry has <a href="/f">stopped before</a>. {STORM[0]}'
    assert "stopped before" in read(page(linked, *STORM)).source_text


def test_what_stands_there_twice_is_told_once() -> None:
    raw = read(page(*STORM, STORM[3], title="Ferry stops in the storm"))
    assert raw.source_text.count(STORM[3]) == 1


def test_what_the_articles_data_lack_is_no_part_of_it() -> None:
    longer = (*STORM, *(f"{text[:-1]}, once more." for text in STORM))
    shown = (*longer[:4], "What comes next", *longer[4:], "Our readers liked this very much.")
    assert read(page(*shown)).source_text.endswith("very much.")
    text = read(page(*shown, linked=LINKED | {"articleBody": " ".join(longer)})).source_text
    assert text.endswith(longer[-1])
    assert "What comes next" in text


@pytest.mark.parametrize(
    "opening",
    ["<!doctype html>", "\n\n<HTML>", "<!-- saved from url=(0020)https://t.example/ -->\n<html>",
     '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">', "<p>Text</p>",
     "\ufeff<html>", "<div>", "A warning<br>\n<!DOCTYPE html>"],
)  # fmt: skip
def test_pages_are_known_by_how_they_begin(opening: str) -> None:
    assert isinstance(reader_of(opening.encode()), HtmlReader)
    assert isinstance(reader_of(opening.encode("utf-16")), HtmlReader)


@pytest.mark.parametrize(
    "text",
    ["A text about <p> and <html>-free prose", "",
     "<rss version='2.0'>", "<?xml version='1.0'?><feed>", "<opml>", "< html",
     "1 < 2", "<https://t.example>", "<3 ferries"],
)  # fmt: skip
def test_other_texts_are_no_pages(text: str) -> None:
    assert not HtmlReader().accepts(text.encode())


@pytest.mark.parametrize(
    "content", [b"<html></html>", b"<!doctype html>", b"<p></p>", b"<html><p>"]
)
def test_a_page_without_an_article(content: bytes) -> None:
    with pytest.raises(NoArticleFound, match=r"“page\.html”"):
        read(content)


def test_a_page_with_pictures_inside_is_as_small_as_its_text() -> None:
    picture = "data:image/png;base64," + "A" * 3_000_000
    markup = page(title="Ferry stops in the storm").decode()
    saved = markup.replace(
        "<h1>", f'<style>body {{background: url("{picture}")}}</style><img src="{picture}"><h1>'
    )
    assert read(saved.encode()).source_text == read(markup.encode()).source_text


def test_a_page_that_is_too_large_even_so() -> None:
    with pytest.raises(PageTooLarge, match=r"3 MB .* 2 MB"):
        read(page("a" * 2_200_000))
