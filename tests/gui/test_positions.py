"""Document positions and stretches of the source text, both ways."""

from __future__ import annotations

from pathlib import Path

from summit_reader.bootstrap import open_services
from summit_reader.domain.spans import Span
from summit_reader.gui.look import Look
from summit_reader.gui.reading.browser import ArticleBrowser
from summit_reader.gui.reading.document import ArticleDocument

TEXT = "Ferry\n\n“The boats sail again on Monday,” said Ada Byrne.\n\nThe union 🌍 is glad.\n"


def test_positions_lead_back_to_the_source(look: Look, tmp_path: Path) -> None:
    services = open_services(tmp_path / "Library", create=True)
    services.importing.import_text(TEXT, "ferry")
    article = services.reading.article(1)
    services.close()
    browser = ArticleBrowser(look)
    document = ArticleDocument(article, look, browser.document())
    source = article.cleaned.source
    for words in ("boats sail", "🌍 is", "said Ada Byrne.", "Ferry"):
        at = source.index(words)
        span = Span(at, at + len(words))
        (positions,) = document.positions(span)
        assert document.source_spans(positions) == (span,)
    everything = document.source_spans(Span(0, 10_000))
    assert [span.of(source) for span in everything] == [
        passage.source.of(source) for passage in article.passages
    ]
    browser.deleteLater()
