"""The sentences of the window, found in the source, beside their translations.

    python packaging/translations.py            what a catalogue lacks or holds in vain
    python packaging/translations.py --write    the catalogue sorted anew, gaps with empty entries

A catalogue is a JSON object: the English source text, its translation. Text is found where it is
handed to `tr` or `counted`, where a module that translates has tables of it, in the commands of the
menus, in the sentences of errors and in the clauses that explain a search.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
CATALOGUES = ROOT / "resources" / "translations"
PACKAGE = ROOT / "summit_reader"

SENTENCES_ELSEWHERE = {
    "domain/feed.py", "export/reasons.py", "gui/export/choices.py", "index/wording.py",
}  # fmt: skip
"""Modules that word something in tables which the window then translates."""

_NO_WORDS = re.compile(r"[a-z0-9_\-]*|\W*")
"""Names of icons and commands stand in the same tables as words, and so do mere signs."""


def sentences() -> dict[str, list[str]]:
    """Every source text, and the modules that have it."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        module = ast.parse(path.read_text("utf-8"))
        texts = list(texts_in(module, window=place.startswith("gui/")))
        if place in SENTENCES_ELSEWHERE:
            texts += [text for statement in module.body for text in _table(statement)]
        for text in texts:
            if place not in found.setdefault(text, []):
                found[text].append(place)
    return found


def catalogue(language: str) -> dict[str, str]:
    """The translations into a language, by source text."""
    entries: dict[str, str] = json.loads((CATALOGUES / f"{language}.json").read_text("utf-8"))
    return entries


def gaps(source: Mapping[str, object], entries: Mapping[str, str]) -> list[str]:
    """Source texts without a translation."""
    return sorted(text for text in source if not entries.get(text))


def stale(source: Mapping[str, object], entries: Mapping[str, str]) -> list[str]:
    """Translations of what nobody says any more."""
    return sorted(text for text in entries if text not in source)


def texts_in(module: ast.Module, *, window: bool) -> Iterator[str]:
    """The source texts of one module; tables count only in those of the `window`."""
    translates_tables = False
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            name = _called(node)
            given = _translated(node, name)
            if window or name == "clause":
                for one in given:
                    yield from _constants(one)
            translates_tables |= name in {"tr", "counted"} and any(
                not list(_constants(one)) for one in given
            )
        elif isinstance(node, ast.ClassDef):
            yield from _error_sentences(node)
        elif window and isinstance(node, ast.For) and _translates(node):
            yield from _words(node.iter)
    if window and translates_tables:
        for statement in module.body:
            yield from _table(statement)


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _translated(call: ast.Call, name: str) -> list[ast.expr]:
    """The arguments of a call that are source texts."""
    match name:
        case "tr" | "clause":
            return call.args[:1]
        case "counted" | "Command":
            return call.args[1:3] if name == "counted" else call.args[1:2]
    return []


def _constants(node: ast.expr) -> Iterator[str]:
    """A literal, or those between which a condition chooses."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _error_sentences(node: ast.ClassDef) -> Iterator[str]:
    for statement in node.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="sentence")], value=value):
                yield from _constants(value)
            case ast.AnnAssign(target=ast.Name(id="sentence"), value=ast.Constant() as value):
                yield from _constants(value)


def _translates(loop: ast.For) -> bool:
    return any(
        isinstance(node, ast.Call) and _called(node) in {"tr", "counted"}
        for statement in loop.body
        for node in ast.walk(statement)
    )


def _table(statement: ast.stmt) -> Iterator[str]:
    """The words of a constant of a module, such as `ROLES = {Role.EXPERT: "Expert"}`."""
    match statement:
        case ast.Assign(targets=[ast.Name()], value=value):
            yield from _words(value)
        case ast.AnnAssign(value=ast.expr() as value, target=ast.Name(id="MENUS")):
            yield from (text for key in _keys(value) for text in _constants(key))
            yield from _words(value)
        case ast.AnnAssign(value=ast.expr() as value):
            yield from _words(value)


def _keys(value: ast.expr) -> list[ast.expr]:
    return [key for key in value.keys if key is not None] if isinstance(value, ast.Dict) else []


def _words(value: ast.expr) -> Iterator[str]:
    """The words among the values of a display; keys and what is handed to calls are none."""
    match value:
        case ast.Constant(value=str() as text) if not _NO_WORDS.fullmatch(text):
            yield text
        case ast.Dict(values=values):
            for one in values:
                yield from _words(one)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for one in parts:
                yield from _words(one)


def main(arguments: list[str]) -> int:
    """Tell of every catalogue; with `--write`, put it in order. Returns the exit code."""
    source = sentences()
    incomplete = False
    for path in sorted(CATALOGUES.glob("*.json")):
        entries = catalogue(path.stem)
        missing, left = gaps(source, entries), stale(source, entries)
        incomplete |= bool(missing or left)
        print(f"{path.name}: {len(source)} texts, {len(missing)} to translate, {len(left)} stale")
        for text in missing:
            print(f"  to translate: {text!r} ({', '.join(source[text])})")
        for text in left:
            print(f"  stale: {text!r}")
        if "--write" in arguments:
            ordered = {text: entries.get(text, "") for text in sorted(source)}
            written = json.dumps(ordered, ensure_ascii=False, indent=0)
            path.write_text(written + "\n", "utf-8")
    return 1 if incomplete and "--write" not in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
