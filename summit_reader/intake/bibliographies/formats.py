"""The three formats of bibliographies as entries."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from summit_reader.intake.bibliographies.entry import (
    Entry,
    day_of,
    day_of_parts,
    entry_of,
    natural_name,
)

MOST_ENTRIES = 50_000

_VALUE_LIMIT = 4_000

_RIS_LINE = re.compile(r"^(?P<tag>[A-Z][A-Z0-9])  -[ ]?(?P<value>.*)$")
_BRACES = re.compile(r"[{}]")
_COMMAND = re.compile(r"\\(?:textit|textbf|emph|textsc|url|href)\b\s*")
_BETWEEN_NAMES = re.compile(r"\s+and\s+")
_KIND_OF_FILE = re.compile(r":[\w.+-]+/[\w.+-]+$")
_LABEL_OF_FILE = re.compile(r"^[^:/\\]{0,200}:(?=[^:])")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}


def entries_of_csl(text: str) -> Iterator[Entry]:
    """The entries of CSL-JSON.

    Raises:
        ValueError: if it is no JSON.
        RecursionError: if it is nested beyond what any bibliography is.
    """
    found = json.loads(text, strict=False)
    items = found.get("items", [found]) if isinstance(found, dict) else found
    for item in (items if isinstance(items, list) else [])[:MOST_ENTRIES]:
        if not isinstance(item, Mapping):
            continue
        names = item.get("author")
        yield entry_of(
            _string(item.get("citation-key") or item.get("id")),
            title=_string(item.get("title")),
            outlet=_string(item.get("container-title") or item.get("publisher")),
            authors=[_name(one) for one in (names if isinstance(names, list) else [])],
            published=day_of_parts(item.get("issued"))
            or day_of(_string(_raw_date(item.get("issued")))),
            url=_string(item.get("URL")),
            language=_string(item.get("language")),
            files=list(_attached(item)),
        )


def entries_of_ris(text: str) -> Iterator[Entry]:
    """The entries of RIS, each from TY to ER; a line without a tag goes on with the last."""
    fields: dict[str, list[str]] = {}
    tag = ""
    count = 0
    for line in (*text.split("\n"), "TY  - "):
        found = _RIS_LINE.match(line.rstrip())
        if found and found["tag"] in {"TY", "ER"}:
            if fields and count < MOST_ENTRIES:
                count += 1
                yield _ris_entry(fields, count)
            fields, tag = {}, ""
        elif found:
            tag = found["tag"]
            fields.setdefault(tag, []).append(found["value"].strip())
        elif tag and line.strip():
            fields[tag][-1] += f" {line.strip()}"


def _ris_entry(fields: Mapping[str, list[str]], number: int) -> Entry:
    def first(*tags: str) -> str:
        return next((value for tag in tags for value in fields.get(tag, ()) if value), "")

    return entry_of(
        first("ID") or f"entry {number}",
        title=first("TI", "T1", "CT"),
        outlet=first("T2", "JO", "JF", "JA", "PB"),
        authors=[natural_name(one) for tag in ("AU", "A1") for one in fields.get(tag, ())],
        published=day_of(first("DA")) or day_of(first("Y1", "PY")),
        url=first("UR"),
        language=first("LA"),
        files=[one for tag in ("L1", "L2", "L4") for one in fields.get(tag, ())],
    )


def entries_of_bibtex(text: str) -> Iterator[Entry]:
    """The entries of BibTeX and BibLaTeX."""
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - no start waits for it

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text, parse_stack=())
    for entry in library.entries[:MOST_ENTRIES]:
        fields = {str(key).lower(): str(field.value) for key, field in entry.fields_dict.items()}
        yield _bibtex_entry(str(entry.key), fields)


def _bibtex_entry(key: str, raw: Mapping[str, str]) -> Entry:
    fields = {name: value if name == "file" else _untexed(value) for name, value in raw.items()}

    def first(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    return entry_of(
        key,
        title=first("title"),
        outlet=first("journaltitle", "journal", "booktitle", "publisher", "howpublished"),
        authors=[natural_name(one) for one in _BETWEEN_NAMES.split(first("author")) if one],
        published=day_of(first("date")) or day_of(_composed_date(fields)),
        url=first("url"),
        language=first("langid", "language"),
        files=list(_bibtex_files(fields.get("file", ""))),
    )


def _bibtex_files(value: str) -> Iterator[str]:
    """The paths of "label:path:type;label:path:type", or a path by itself."""
    for one in re.split(r"(?<!\\);", _unwrapped(value)):
        bare = _KIND_OF_FILE.sub("", one.strip())
        path = _LABEL_OF_FILE.sub("", bare, count=1) if bare != one.strip() else bare
        yield re.sub(r"\\([:;\\_&%$#{}])", r"\1", path)


def _unwrapped(value: str) -> str:
    value = value.strip()
    for opening, closing in (("{", "}"), ('"', '"')):
        if value.startswith(opening) and value.endswith(closing):
            value = value[1:-1]
    return value


def _untexed(value: str) -> str:
    """A value without braces and commands, its accents put on."""
    from bibtexparser.middlewares import LatexDecodingMiddleware  # noqa: PLC0415 - as above

    decoder = LatexDecodingMiddleware()
    value = _COMMAND.sub("", _unwrapped(value[:_VALUE_LIMIT]))
    try:
        value = decoder._decoder.latex_to_text(value)  # noqa: SLF001 - no other way to one value
    except Exception:  # noqa: BLE001 - the decoder lets through what broken commands make it say
        value = value.replace("\\", "")
    return " ".join(_BRACES.sub("", value).split())


def _composed_date(fields: Mapping[str, str]) -> str:
    month = _MONTHS.get(fields.get("month", "")[:3].lower(), fields.get("month", ""))
    try:
        return f"{int(fields.get('year', '')):04}-{int(month):02}-{int(fields.get('day', '')):02}"
    except ValueError:
        return ""


def _string(value: Any) -> str:  # noqa: ANN401 - JSON
    return str(value) if isinstance(value, str | int) else ""


def _raw_date(value: Any) -> Any:  # noqa: ANN401 - JSON
    return (value.get("raw") or value.get("literal")) if isinstance(value, Mapping) else value


def _name(value: Any) -> str:  # noqa: ANN401 - JSON
    if not isinstance(value, Mapping):
        return _string(value)
    parts = (_string(value.get(key)) for key in ("given", "non-dropping-particle", "family"))
    return " ".join(filter(None, parts)) or _string(value.get("literal"))


def _attached(item: Mapping[str, Any]) -> Iterator[str]:
    for key in ("attachments", "file", "files"):
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            path = one.get("path") or one.get("localPath") if isinstance(one, Mapping) else one
            if isinstance(path, str):
                yield path
