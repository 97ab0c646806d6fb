"""A comparison as one HTML file: nothing fetched, nothing run, readable on screen and on paper.

Each take carries its ids, offsets and unchanged words in `data-` attributes, so that a hand-out can
be read back into a library. In the source, the entries of a row follow each other: a screen reader
and a narrow window keep the pairs together.
"""

from __future__ import annotations

import json
from html import escape

from summit_reader.domain.comparison import Comparison
from summit_reader.export.characters import neutral
from summit_reader.export.citation import Citation
from summit_reader.export.handout import Entry, HandOut, hand_out
from summit_reader.export.paragraphs import paragraphs
from summit_reader.export.stylesheet import STYLESHEET

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page_of(comparison: Comparison) -> str:
    """`comparison` as a complete HTML document."""
    sheet = hand_out(comparison)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Summit Reader">
<title>{_shown(sheet.title)}</title>
<style>{STYLESHEET}</style>
</head>
<body data-comparison="{comparison.id}">
<header>
<h1 dir="auto">{_shown(sheet.title)}</h1>
<p class="summary">{_shown(sheet.summary)}</p>
</header>
<main style="--columns: {max(len(sheet.letters), 1)}">
{_rows(sheet)}{_own(sheet)}{_sources(sheet)}</main>
</body>
</html>
"""


def _rows(sheet: HandOut) -> str:
    if not sheet.rows:
        return ""
    rows = "".join(f'<div class="row">\n{"".join(map(_cell, row))}</div>\n' for row in sheet.rows)
    return f'<section aria-label="Takes side by side">\n{rows}</section>\n'


def _cell(entry: Entry | None) -> str:
    # An empty cell keeps the column of those behind it.
    return _take(entry) if entry else "<div></div>\n"


def _take(entry: Entry) -> str:
    identity = f"take-{entry.clipping.position}-{entry.letter}"
    country = f' <span class="country">{_shown(entry.country)}</span>' if entry.country else ""
    parts = [
        f'<article class="take" aria-labelledby="{identity}"{_facts(entry)}>',
        '<header class="voice">',
        f'<span class="side">{entry.letter}</span>',
        f'<h3 id="{identity}" dir="auto">{_shown(entry.outlet)}{country}</h3>',
        f'<span class="role">{_shown(entry.role.value)}</span>',
        "</header>",
        _paragraph("speaker", entry.speaker),
        _paragraph("headline", entry.headline),
        _words(entry),
        _paragraph("chain", entry.chain),
        _paragraph("thesis", entry.thesis),
        f'<aside class="note" aria-label="Note">{_prose(entry.note)}</aside>' if entry.note else "",
        "</article>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _words(entry: Entry) -> str:
    quotation = entry.quotation
    mark = (
        f'<sup><a href="#source-{entry.number}" aria-label="Source {entry.number}">'
        f"{entry.number}</a></sup>"
    )
    if quotation.verbatim:
        return f'<blockquote dir="auto"><p>{_shown(quotation.text)}{mark}</p></blockquote>'
    label = f'<span class="label">{_shown(quotation.label)}:</span> ' if quotation.label else ""
    return f'<p class="reported" dir="auto">{label}{_shown(quotation.text)}{mark}</p>'


def _facts(entry: Entry) -> str:
    clipping, take = entry.clipping, entry.clipping.take
    segments = " ".join(f"{span.start}-{span.end}" for span in take.anchor.segments)
    facts = {
        "side": entry.letter,
        "clipping": clipping.id,
        "take": take.id,
        "article": take.article_id,
        "outlet": take.outlet.id,
        "kind": take.kind.value,
        "column": clipping.column,
        "position": clipping.position,
        "segments": segments,
        "digest": take.anchor.digest,
        # As JSON in ASCII: the words exactly, whatever characters they hold.
        "exact": json.dumps(take.anchor.exact),
    }
    return "".join(f' data-{name}="{_shown(str(value))}"' for name, value in facts.items())


def _own(sheet: HandOut) -> str:
    if not sheet.my_take:
        return ""
    prose = _prose(sheet.my_take)
    return (
        '<section class="own" aria-labelledby="my-take">\n<h2 id="my-take">My take</h2>\n'
        f'<div class="prose">{prose}</div>\n</section>\n'
    )


def _sources(sheet: HandOut) -> str:
    if not sheet.sources:
        return ""
    items = "".join(
        f'<li id="source-{number}" dir="auto">{_citation(citation)}</li>\n'
        for number, citation in enumerate(sheet.sources, start=1)
    )
    return (
        '<section class="sources" aria-labelledby="sources">\n<h2 id="sources">Sources</h2>\n'
        f"<ol>\n{items}</ol>\n</section>\n"
    )


def _citation(citation: Citation) -> str:
    if not citation.link:
        return _shown(str(citation))
    address = _shown(citation.link)
    return f'{_shown(citation.text)}, <a href="{address}" rel="noreferrer">{address}</a>'


def _paragraph(name: str, text: str) -> str:
    return f'<p class="{name}" dir="auto">{_shown(text)}</p>' if text else ""


def _prose(text: str) -> str:
    return "".join(
        f'<p dir="auto">{"<br>".join(map(_shown, lines))}</p>' for lines in paragraphs(text)
    )


def _shown(text: str) -> str:
    return escape(neutral(text))
