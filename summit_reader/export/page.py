"""A hand-out as one HTML file: nothing fetched, nothing run, readable on screen and on paper.

Each take carries its ids, offsets and unchanged words in `data-` attributes, for other programs;
what reading back needs stands in the head, whole. In the source, the entries of a row follow each
other: a screen reader and a narrow window keep the pairs together.
"""

from __future__ import annotations

import json
from html import escape

from summit_reader.export.characters import neutral
from summit_reader.export.citation import Citation
from summit_reader.export.handout import Entry, HandOut
from summit_reader.export.inline import Inline
from summit_reader.export.options import Arrangement
from summit_reader.export.paragraphs import paragraphs
from summit_reader.export.stylesheet import STYLESHEET

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


META = "summit-reader-hand-out"
"""The name of the element in the head that holds what reading back needs."""


def page_of(sheet: HandOut, packed: str = "") -> str:
    """The hand-out as a complete HTML document; `packed` is what reading it back needs."""
    meta = f'<meta name="{META}" content="{_shown("".join(packed.split()))}">\n' if packed else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Summit Reader">
{meta}<title>{_shown(sheet.title)}</title>
<style>{STYLESHEET}</style>
</head>
<body>
<header>
<h1 dir="auto">{_shown(sheet.title)}</h1>
<p class="summary">{_shown(sheet.summary)}</p>
</header>
<main style="--columns: {max(len(sheet.letters), 1)}">
{_takes(sheet)}{_own(sheet)}{_key(sheet)}{_sources(sheet)}</main>
</body>
</html>
"""


def _takes(sheet: HandOut) -> str:
    if not sheet.rows:
        return ""
    return _table(sheet) if sheet.options.arrangement is Arrangement.TABLE else _rows(sheet)


def _table(sheet: HandOut) -> str:
    head = "".join(f'<th scope="col">{name}</th>' for name in ("", "Outlet", "Voice", "Words"))
    rows = "".join(map(_table_row, sheet.entries))
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _table_row(entry: Entry) -> str:
    voice = entry.voice
    words = "\n".join(part for part in _words_and_notes(entry) if part)
    return (
        f'<tr class="take"{_facts(entry)}>\n<td>{entry.place}</td>\n'
        f'<th scope="row" dir="auto">{_shown(entry.outlet_line)}</th>\n'
        f'<td dir="auto">{_shown(voice)}</td>\n<td>{words}</td>\n</tr>\n'
    )


def _rows(sheet: HandOut) -> str:
    rows = "".join(f'<div class="row">\n{"".join(map(_cell, row))}</div>\n' for row in sheet.rows)
    return f'<section aria-label="Takes side by side">\n{_heads(sheet)}{rows}</section>\n'


def _heads(sheet: HandOut) -> str:
    if not any(sheet.titles):
        return ""
    heads = "".join(
        f'<h2 dir="auto" data-side="{letter}"><span class="side">{letter}</span> '
        f"{_shown(title)}</h2>\n"
        for letter, title in zip(sheet.letters, sheet.titles, strict=True)
    )
    return f'<div class="row heads">\n{heads}</div>\n'


def _cell(entry: Entry | None) -> str:
    # An empty cell keeps the column of those behind it.
    return _take(entry) if entry else "<div></div>\n"


def _take(entry: Entry) -> str:
    identity = f"take-{entry.place}"
    country = f' <span class="country">{_shown(entry.country)}</span>' if entry.country else ""
    parts = [
        f'<article class="take" aria-labelledby="{identity}"{_facts(entry)}>',
        '<header class="voice">',
        f'<span class="side">{entry.letter}</span>' if entry.letter else "",
        f'<h3 id="{identity}" dir="auto">{_shown(entry.outlet) or "No source"}{country}</h3>',
        f'<span class="role">{_shown(entry.role.value)}</span>' if entry.role else "",
        "</header>",
        _paragraph("speaker", entry.speaker),
        *_words_and_notes(entry),
        "</article>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _words_and_notes(entry: Entry) -> tuple[str, ...]:
    before, after = entry.context.before, entry.context.after
    note = f'<aside class="note" aria-label="Note">{_prose(entry.note)}</aside>'
    return (
        _paragraph("headline", entry.headline),
        _paragraph("context", f"… {before}" if before else ""),
        _words(entry),
        _paragraph("context", f"{after} …" if after else ""),
        _paragraph("chain", entry.chain),
        _paragraph("thesis", entry.thesis),
        *(_paragraph("relation", said) for said in entry.relations),
        note if entry.note else "",
        _paragraph("tags", entry.marks),
    )


def _words(entry: Entry) -> str:
    quotation = entry.quotation
    mark = (
        f'<sup><a href="#source-{entry.number}" aria-label="Source {entry.number}">'
        f"{entry.number}</a></sup>"
        if entry.number
        else ""
    )
    if quotation.verbatim:
        return f'<blockquote dir="auto"><p>{_shown(quotation.text)}{mark}</p></blockquote>'
    label = f'<span class="label">{_shown(quotation.label)}:</span> ' if quotation.label else ""
    return f'<p class="reported" dir="auto">{label}{_shown(quotation.text)}{mark}</p>'


def _facts(entry: Entry) -> str:
    clipping = entry.clipping
    side = f' data-side="{entry.letter}"' if entry.letter else ""
    if clipping is None:
        return side
    take = clipping.take
    segments = " ".join(f"{span.start}-{span.end}" for span in take.anchor.segments)
    facts = {
        "clipping": clipping.id,
        "take": take.id,
        "article": take.article_id,
        "outlet": take.outlet.id,
        "kind": take.kind.value,
        "column": clipping.column,
        "row": clipping.row,
        "position": entry.place - 1,
        "segments": segments,
        "digest": take.anchor.digest,
        # As JSON in ASCII: the words exactly, whatever characters they hold.
        "exact": json.dumps(take.anchor.exact),
    }
    told = "".join(f' data-{name}="{_shown(str(value))}"' for name, value in facts.items())
    return side + told


def _own(sheet: HandOut) -> str:
    if not sheet.my_take:
        return ""
    prose = _prose(sheet.my_take)
    return (
        '<section class="own" aria-labelledby="my-take">\n<h2 id="my-take">My take</h2>\n'
        f'<div class="prose">{prose}</div>\n</section>\n'
    )


def _key(sheet: HandOut) -> str:
    if not sheet.key:
        return ""
    items = "".join(
        f'<div><dt>{_shown(mask)}</dt><dd dir="auto">{_shown(name)}</dd></div>\n'
        for mask, name in sheet.key
    )
    return (
        '<section class="key" aria-labelledby="key">\n<h2 id="key">Key</h2>\n'
        f"<dl>\n{items}</dl>\n</section>\n"
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
    return "".join(map(_run, citation.runs))


def _run(run: Inline) -> str:
    words = _shown(run.text)
    if run.link:
        return f'<a href="{words}" rel="noreferrer">{words}</a>'
    return f"<i>{words}</i>" if run.italic else words


def _paragraph(name: str, text: str) -> str:
    return f'<p class="{name}" dir="auto">{_shown(text)}</p>' if text else ""


def _prose(text: str) -> str:
    return "".join(
        f'<p dir="auto">{"<br>".join(map(_shown, lines))}</p>' for lines in paragraphs(text)
    )


def _shown(text: str) -> str:
    return escape(neutral(text))
