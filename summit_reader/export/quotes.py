"""A hand-out as a table for spreadsheets, and as data for programs."""

from __future__ import annotations

import json

from summit_reader.export.characters import one_line
from summit_reader.export.handout import Entry, HandOut
from summit_reader.export.table import comma_separated

_COLUMNS = (
    "place", "column", "outlet", "country", "role", "speaker", "kind", "headline", "words",
    "thesis", "chain", "note", "before", "after", "title", "byline", "published", "carrier", "url",
    "citation", "take", "text", "clipping", "row", "title of column", "relations", "tags", "colour",
)  # fmt: skip


def as_table(sheet: HandOut) -> str:
    """A line for each take, with its words and everything that is known of them.

    It begins with a byte order mark: without one, Excel takes UTF-8 for something else.
    """
    rows = (
        tuple(_told(_facts(sheet, entry).get(name, "")) for name in _COLUMNS)
        for entry in sheet.entries
    )
    return f"\ufeff{comma_separated(_COLUMNS, rows)}"


def as_data(sheet: HandOut, exchange: dict[str, object] | None = None) -> str:
    """The hand-out as one JSON document; `exchange` is what reading it back needs."""
    data: dict[str, object] = {
        "title": sheet.title,
        "summary": sheet.summary,
        "my_take": sheet.my_take,
        "takes": [_facts(sheet, entry) for entry in sheet.entries],
        "sources": [str(citation) for citation in sheet.sources],
    }
    if sheet.key:
        data["key"] = dict(sheet.key)
    if exchange is not None:
        data["summit_reader"] = exchange
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _facts(sheet: HandOut, entry: Entry) -> dict[str, object]:
    facts: dict[str, object] = {
        "place": entry.place,
        "column": entry.letter,
        "outlet": entry.outlet,
        "country": entry.country,
        "role": entry.role.value if entry.role else "",
        "speaker": entry.speaker,
        "headline": entry.headline,
        "words": str(entry.quotation),
        "thesis": entry.thesis,
        "chain": entry.chain,
        "note": entry.note,
        "before": entry.context.before,
        "after": entry.context.after,
        "row": entry.row,
        "title of column": entry.column,
        "relations": list(entry.relations),
        "tags": list(entry.tags),
        "colour": entry.colour,
    }
    if entry.number and sheet.sources:
        facts["citation"] = str(sheet.sources[entry.number - 1])
    if entry.clipping is not None:
        take, source = entry.clipping.take, entry.clipping.source
        published = source.metadata.published
        facts |= {
            "kind": take.kind.value,
            "title": one_line(source.title),
            "byline": one_line(source.metadata.byline),
            "published": published.isoformat() if published else "",
            "carrier": one_line(source.metadata.carrier),
            "url": one_line(source.metadata.url),
            "take": take.id,
            "text": source.article_id,
            "clipping": entry.clipping.id,
        }
    return facts


def _told(fact: object) -> object:
    return "; ".join(map(str, fact)) if isinstance(fact, list) else fact
