"""Front matter: the fields that stand above a Markdown text, in YAML or TOML."""

from __future__ import annotations

import re
import tomllib
from typing import TypeAlias

Fields: TypeAlias = dict[str, list[str]]
"""Values by the names of their fields, in small letters, hyphens and underscores as blanks."""

FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*\n")
FIELD = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)\s{0,3}:(?:\s+(?P<value>.*))?$")
_ITEM_OF_FIELD = re.compile(r"\s{0,8}-\s+(?P<value>.+)$")
_FIELD_LIMIT = 2_000


def front_matter_of(text: str) -> tuple[Fields, str]:
    """The fields above a text, by their names in small letters, and the text."""
    fence = FENCE.match(text)
    if fence is None:
        return {}, text
    mark = fence.group()[:3]
    end = re.compile(rf"^(?:{re.escape(mark)}|\.\.\.)[ \t]*$", re.MULTILINE).search(
        text, fence.end()
    )
    if end is None:
        return {}, text
    inside, body = text[fence.end() : end.start()], text[end.end() :]
    return (_toml(inside) if mark == "+++" else _yaml(inside)), body


def _toml(text: str) -> Fields:
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {
        _key(key): [
            str(one)[:_FIELD_LIMIT] for one in (value if isinstance(value, list) else [value])
        ]
        for key, value in found.items()
        if not isinstance(value, dict)
    }


def _yaml(text: str) -> Fields:
    """The lines "key: value" and the lists below or beside a key; all of YAML that is used here."""
    fields: Fields = {}
    key = ""
    for line in text.split("\n"):
        item = _ITEM_OF_FIELD.match(line)
        if item and key:
            fields[key].append(_unquoted(item["value"]))
        elif field := FIELD.match(line):
            key = _key(field["key"])
            value = (field["value"] or "").strip()
            if value.startswith("[") and value.endswith("]"):
                fields[key] = [_unquoted(one) for one in value[1:-1].split(",")]
            else:
                fields[key] = [_unquoted(value)] if value not in {"", "|", ">", "null"} else []
        elif key and line[:1].isspace() and line.strip():
            # A value that goes on, as a folded one does.
            fields[key] = [" ".join((*fields[key], _unquoted(line)))]
    return fields


def _key(key: str) -> str:
    return key.strip().casefold().replace("_", " ").replace("-", " ")


def _unquoted(value: str) -> str:
    value = value.strip()[:_FIELD_LIMIT]
    for mark in ("'", '"'):
        if len(value) > 1 and value.startswith(mark) and value.endswith(mark):
            return value[1:-1].replace('\\"', '"').replace("''", "'").strip()
    return value
