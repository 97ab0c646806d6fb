"""What `import --dry-run` prints: what was recognised in each text, and what was removed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.padding import Padding
from rich.text import Text

from summit_reader.cli.screen import Screen, indented
from summit_reader.cli.status import Status
from summit_reader.cli.takes import entries_of
from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.importing import Failure
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.preview import Preview
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted
from summit_reader.text.bylines import authors_of
from summit_reader.text.metadata import UNKNOWN_OUTLET

_APART = {PassageKind.HEADLINE, PassageKind.CAPTION, PassageKind.COMMENT}
"""What is not the body: the headline has a place of its own, the rest is not the article's text."""

_LONGEST = 200
"""Characters of a removed stretch that a line of the screen shows."""


def show_previews(found: Iterable[Preview | Failure], screen: Screen) -> int:
    """Print what was found, one text after the other; 2 if nothing at all could be read."""
    articles: list[dict[str, Any]] = []
    failed: list[dict[str, str]] = []
    for one in found:
        if isinstance(one, Failure):
            failed.append({"file": str(one.path), "reason": str(one.error)})
            screen.complain(str(one.error))
        else:
            articles.append(fields_of(one))
            screen.show(*_shown(one), "")
    screen.data({"articles": articles, "failed": failed})
    said = f"{counted(len(articles), 'text')} would be imported"
    screen.show(f"{said}, {len(failed)} left out." if failed else f"{said}.")
    return Status.FINE if articles else Status.BAD_INPUT


def fields_of(preview: Preview) -> dict[str, Any]:
    """The preview as JSON has it.

    All offsets count code points of the text as it was extracted from the file, before anything
    was removed from it: what is removed and what is said lie on the same ruler. `text` is the body
    as it is shown.
    """
    draft, said = preview.draft, preview.draft.metadata
    source = draft.raw.source_text
    return {
        "file": preview.file,
        "format": preview.format,
        "outlet": "" if said.outlet == UNKNOWN_OUTLET else said.outlet.name,
        "headline": said.headline,
        "byline": list(authors_of(preview.draft)),
        "date": said.published.isoformat() if said.published else None,
        "language": said.language,
        "text": _body(draft),
        "removed": [
            {
                "start": one.source.start,
                "end": one.source.end,
                "type": one.kind.value,
                "text": one.source.of(source),
            }
            for one in draft.removed
        ],
        "takes": list(entries_of(draft)),
    }


def _body(draft: ArticleDraft) -> str:
    text = draft.cleaned.text
    return "\n\n".join(
        passage.cleaned.of(text) for passage in draft.passages if passage.kind not in _APART
    )


def _shown(preview: Preview) -> Iterable[Text | Padding]:
    draft, said = preview.draft, preview.draft.metadata
    yield Text(one_line(said.headline or preview.file), "bold", overflow="fold")
    country = f" ({said.outlet.country})" if said.outlet.country else ""
    facts = (
        ("File", f"{preview.file} ({preview.format})"),
        ("Outlet", f"{said.outlet.name}{country}"),
        ("Carried by", said.carrier),
        ("By", ", ".join(authors_of(preview.draft))),
        ("Date", said.published.isoformat() if said.published else "none in the file"),
        ("Address", said.url),
        ("Language", said.language),
        ("Found", ", ".join(_findings(draft))),
    )
    for name, value in facts:
        if value:
            line = Text.assemble((f"{name}: ", "dim"), one_line(value), overflow="fold")
            yield indented(line)
    for one in draft.removed:
        words = one_line(one.source.of(draft.raw.source_text))
        cut = f"{words[:_LONGEST]}…" if len(words) > _LONGEST else words
        yield indented(Text(f"- {one.kind.value}: {cut}", "dim", overflow="fold"))


def _findings(draft: ArticleDraft) -> Iterable[str]:
    kinds = [passage.kind for passage in draft.passages]
    yield f"{draft.metadata.layout.value}" if draft.metadata.layout.value != "plain" else "article"
    yield counted(len(draft.takes), "take")
    if PassageKind.KEY_POINT in kinds:
        yield counted(kinds.count(PassageKind.KEY_POINT), "key point")
    if draft.removed:
        yield f"{counted(len(draft.removed), 'part')} removed"
    if draft.metadata.cut:
        yield "cut by a paywall"
