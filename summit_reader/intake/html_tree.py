"""HTML from outside as a tree: ill-formed mark-up is read as far as it goes, nothing is fetched."""

from __future__ import annotations

from typing import Any

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    }
)  # fmt: skip
"""Elements before and after which a paragraph ends."""


def html_tree_of(markup: str | bytes) -> Any | None:  # noqa: ANN401 - lxml has no types
    """The outermost element of `markup`, without comments; None if there is none."""
    from lxml import etree  # noqa: PLC0415 - no start waits for it

    parser = etree.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    if isinstance(markup, str):
        # The characters are given as references, so that nothing is left to guess about encodings.
        markup = markup.encode("ascii", "xmlcharrefreplace")
    try:
        return etree.fromstring(markup, parser)
    except (etree.LxmlError, ValueError):
        return None
