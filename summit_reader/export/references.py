"""The texts behind a hand-out, for programs that keep references: BibTeX, RIS, CSL-JSON.

A record is of a text in the library, once, however many takes come from it. Whom the text quotes
goes into its note, since no such format has a place for a chain.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from summit_reader.export.authors import Author
from summit_reader.export.characters import one_line
from summit_reader.export.handout import Entry, HandOut
from summit_reader.export.reference import Reference, reference_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = re.compile(r"[\\{}%&#_$~^]")
_ESCAPED = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\{",
    "}": r"\}",
}
_KEY_LETTERS = 24


@dataclass(frozen=True, slots=True)
class Record:
    """A text with a key of its own, its language, and who is quoted in it."""

    key: str
    reference: Reference
    language: str
    note: str


def records_of(sheet: HandOut) -> tuple[Record, ...]:
    """The texts of a hand-out in the order they are met; a blind one tells of none."""
    by_text: dict[int, list[Entry]] = {}
    for entry in sheet.entries:
        if entry.clipping is not None:
            by_text.setdefault(entry.clipping.source.article_id, []).append(entry)
    keys: dict[str, int] = {}
    return tuple(_record(entries, keys) for entries in by_text.values())


def as_bibtex(sheet: HandOut) -> str:
    """The texts as BibTeX in UTF-8, as biber and every newer program read it."""
    return "\n".join(map(_bibtex, records_of(sheet)))


def as_ris(sheet: HandOut) -> str:
    """The texts in the format of RefMan; its lines end in CR and LF."""
    lines = [line for record in records_of(sheet) for line in _ris(record)]
    return "".join(f"{line}\r\n" for line in lines)


def as_csl(sheet: HandOut) -> str:
    """The texts as CSL-JSON, which Zotero and citation processors read."""
    items = [_csl(record, sheet.options.accessed) for record in records_of(sheet)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _record(entries: list[Entry], keys: dict[str, int]) -> Record:
    clippings = [entry.clipping for entry in entries if entry.clipping is not None]
    first = clippings[0]
    reference = reference_of(first.take, first.source)
    year = str(reference.published.year) if reference.published else "nd"
    stem = f"{_letters(reference.container) or 'text'}{year}"
    keys[stem] = keys.get(stem, 0) + 1
    key = stem if keys[stem] == 1 else f"{stem}-{keys[stem]}"
    quoted = dict.fromkeys(entry.chain for entry in entries if entry.chain)
    parts = [f"Quoted: {'; '.join(quoted)}"] if quoted else []
    parts += [f"Carried by {reference.carrier}"] if reference.carrier else []
    return Record(key, reference, one_line(first.source.metadata.language), ". ".join(parts))


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return "".join(char for char in plain if char.isalnum())[:_KEY_LETTERS]


def _bibtex(record: Record) -> str:
    reference, day = record.reference, record.reference.published
    fields = {
        "author": " and ".join(map(_bibtex_name, reference.authors)),
        # Twice in braces: no program is to change its capitals.
        "title": f"{{{_bibtex_text(reference.title)}}}" if reference.title else "",
        "journal": _bibtex_text(reference.container),
        "year": str(day.year) if day else "n.d.",
        "date": day.isoformat() if day else "",
        "url": _bibtex_url(reference.link),
        "langid": record.language,
        "note": _bibtex_text(record.note),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    if day:
        lines.append(f"  month = {_MONTHS[day.month - 1]},\n")
    return f"@article{{{record.key},\n{''.join(lines)}}}\n"


def _bibtex_name(author: Author) -> str:
    if not author.family:
        return f"{{{_bibtex_text(author.given)}}}"
    parts = (author.family, author.suffix, author.given)
    return ", ".join(_bibtex_text(part) for part in parts if part)


def _bibtex_text(text: str) -> str:
    return _SPECIAL.sub(lambda found: _ESCAPED.get(found.group(), f"\\{found.group()}"), text)


def _bibtex_url(url: str) -> str:
    # The field is read letter by letter; only braces would end it.
    return url.replace("{", "%7B").replace("}", "%7D")


def _ris(record: Record) -> Iterator[str]:
    reference, day = record.reference, record.reference.published
    yield "TY  - NEWS"
    yield f"ID  - {record.key}"
    for author in reference.authors:
        yield f"AU  - {author.family}, {author.given}" if author.family else f"AU  - {author.given}"
    for tag, value in (
        ("TI", reference.title),
        ("T2", reference.container),
        ("PY", str(day.year) if day else ""),
        ("DA", f"{day.year:04}/{day.month:02}/{day.day:02}/" if day else ""),
        ("LA", record.language),
        ("UR", reference.link),
        ("N1", record.note),
    ):
        if value:
            yield f"{tag}  - {value}"
    yield "ER  - "
    yield ""


def _csl(record: Record, accessed: date | None) -> dict[str, object]:
    reference = record.reference
    item: dict[str, object] = {
        "id": record.key,
        "type": "article-newspaper",
        "title": reference.title,
        "author": [_csl_name(author) for author in reference.authors],
        "container-title": reference.container,
        "issued": _csl_date(reference.published),
        "URL": reference.link,
        "accessed": _csl_date(accessed) if reference.link else None,
        "language": record.language,
        "note": record.note,
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(author: Author) -> dict[str, str]:
    if not author.family:
        return {"literal": author.given}
    parts = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {name: value for name, value in parts.items() if value}


def _csl_date(day: date | None) -> dict[str, object] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None
