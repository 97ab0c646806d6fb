"""The article in a page: what the worker does with the page's bytes."""

from __future__ import annotations

from typing import Any

from summit_reader.domain.file_errors import NoArticleFound, PageTooLarge
from summit_reader.intake.files import MEBIBYTE
from summit_reader.intake.pages.body import paragraphs_of
from summit_reader.intake.pages.dating import published
from summit_reader.intake.pages.encoding import decoded_page
from summit_reader.intake.pages.imprint import imprint_of
from summit_reader.intake.pages.linked_data import linked_article
from summit_reader.intake.pages.markup import page_of
from summit_reader.intake.pages.meta import head_of
from summit_reader.intake.worker import UNNAMED

MARKUP_LIMIT = 2 * MEBIBYTE
"""Characters of mark-up beyond which looking for the article takes unboundedly long."""


def extracted(content: bytes, charset: str = "", url: str = "") -> dict[str, Any]:
    """The paragraphs of the article in a page, and what the page states of it, as JSON has it.

    `charset` is what the server declared, `url` where the page was found.

    Raises:
        PageTooLarge: if more mark-up is left than can be read, scripts and pictures aside.
        NoArticleFound: if there is none.
    """
    page = page_of(decoded_page(content, charset))
    if len(page.markup) > MARKUP_LIMIT:
        raise PageTooLarge(
            UNNAMED, size=-(-len(page.markup) // MEBIBYTE), limit=MARKUP_LIMIT // MEBIBYTE
        )
    tree = _parsed(page.markup)
    head = head_of(tree)
    linked = linked_article(page.linked_data, url or head.canonical)
    stated = imprint_of(head, linked, url) | {"published": published(tree, head, linked, url)}
    headings = (stated["headline"], linked.headline, head.title, *head.headings[:1])
    paragraphs = paragraphs_of(tree, headings, linked.body)
    if not paragraphs:
        raise NoArticleFound(UNNAMED)
    return {"paragraphs": paragraphs} | stated


def _parsed(markup: str) -> Any:  # noqa: ANN401 - lxml has no types
    from lxml import html  # noqa: PLC0415 - the worker's to load, and not before the first page
    from lxml.etree import LxmlError  # noqa: PLC0415 - as above

    # libxml2 refuses to look things up by itself, and stops at depths nobody writes.
    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return html.document_fromstring(markup or "<p/>", parser=parser)
    except (LxmlError, ValueError) as error:
        raise NoArticleFound(UNNAMED) from error
