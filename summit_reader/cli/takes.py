"""`takes`: who says what in a text, without taking it into a library; and the library anew."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from rich.padding import Padding
from rich.text import Text

from summit_reader import bootstrap
from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand, path_named
from summit_reader.cli.screen import indented
from summit_reader.cli.status import Status
from summit_reader.domain.article import ArticleDraft, RawArticle
from summit_reader.domain.errors import FileProblem
from summit_reader.domain.spans import Span
from summit_reader.domain.take import TakeDraft, VoiceKind
from summit_reader.export.characters import one_line
from summit_reader.export.reasons import reasons_of, trust_in
from summit_reader.export.wording import counted

_OBJECTS = 100_000
"""New objects after which Python looks for cycles while many texts are read."""


def add_takes(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "takes",
        purpose="list who says what in a text",
        description="List the takes of a text: who says what, carried by whom.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("file", nargs="?", metavar="FILE", type=path_named, help="the text")
    what.add_argument(
        "--jsonl",
        action="store_true",
        help='read lines {"id", "text"} from standard input and write {"id", "quotes"}',
    )
    what.add_argument(
        "--refresh",
        choices=("outdated", "all"),
        nargs="?",
        const="outdated",
        metavar="all",
        help="find the takes of the library's texts anew: of those that earlier rules have read, "
        "or of all; what you decided about takes is kept",
    )
    what.add_argument(
        "--lost",
        action="store_true",
        help="list the library's takes whose words are no longer in their texts",
    )
    parser.set_defaults(run=takes)


def takes(call: Call) -> int:
    """Print the takes of a file, or of each line of standard input; 1 if a file has none.

    Or find those of the library anew, or list its lost ones; 1 if there are any.
    """
    if call.arguments.jsonl:
        return _answer_lines()
    if call.arguments.refresh:
        return _refresh(call, every=call.arguments.refresh == "all")
    if call.arguments.lost:
        return _list_lost(call)
    # Not at the top: every command would wait for what reads all formats.
    from summit_reader.intake.reader import all_of, articles_at  # noqa: PLC0415

    drafts = [bootstrap.draft_of(raw) for raw in all_of(articles_at(call.arguments.file))]
    call.screen.data({"quotes": [entry for draft in drafts for entry in entries_of(draft)]})
    found = [(draft, take) for draft in drafts for take in draft.takes]
    if not found:
        call.screen.complain("Nobody is quoted in this text.")
        return Status.NOTHING_FOUND
    for draft, take in found:
        call.screen.show(*_shown(draft, take), "")
    return Status.FINE


def _shown(draft: ArticleDraft, take: TakeDraft) -> tuple[Text | Padding, ...]:
    chain = " < ".join(voice.name for voice in take.chain)
    facts = ", ".join(part for part in (take.chain[0].description, take.kind, take.cue) if part)
    words = " … ".join(segment.of(draft.raw.source_text) for segment in take.anchor.segments)
    head = Text.assemble((one_line(chain), "bold"), "  ", one_line(facts), overflow="fold")
    why = [*reasons_of(take, draft.raw.source_text), trust_in(take)]
    said = " ".join(str(reason) for reason in why if reason is not None)
    return (
        head,
        indented(Text(one_line(words), overflow="fold")),
        indented(Text(one_line(said), style="dim", overflow="fold")),
    )


def _refresh(call: Call, *, every: bool) -> int:
    with call.services() as services, call.screen.progress("Reading") as report:
        renewal = services.refreshing.refresh_all(report, every=every)
    call.screen.data(asdict(renewal))
    call.screen.show(
        f"{counted(renewal.texts, 'text')} read anew: {counted(renewal.added, 'take')} more, "
        f"{renewal.gone} fewer, {renewal.changed} credited otherwise, {renewal.lost} lost."
    )
    return Status.FINE


def _list_lost(call: Call) -> int:
    with call.services() as services:
        lost = services.correcting.lost()
    call.screen.data(
        {
            "lost": [
                {"id": one.take.id, "text": one.take.text, "in": one.source.title} for one in lost
            ]
        }
    )
    for one in lost:
        head = Text.assemble((str(one.take.id), "bold"), "  ", one_line(one.source.title))
        call.screen.show(head, indented(Text(one_line(one.take.text), overflow="fold")))
    if not lost:
        call.screen.show("Every take stands in its text.")
    return Status.TROUBLE_FOUND if lost else Status.FINE


def _answer_lines() -> int:
    """Line for line, so that a long run shows what it has and keeps nothing."""
    # A text makes thousands of small objects that are gone with it; looking for cycles among them
    # as often as Python does by itself takes a tenth of the time.
    gc.set_threshold(_OBJECTS)
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        name, text = _asked(line, number)
        draft = bootstrap.draft_of(RawArticle(str(name), b"", "text/plain", text))
        answer = {"id": name, "quotes": list(entries_of(draft))}
        sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
    return Status.FINE


def _asked(line: str, number: int) -> tuple[object, str]:
    place = f"line {number} of standard input"
    try:
        asked = json.loads(line)
        name, text = asked["id"], asked["text"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise FileProblem(place) from error
    if not isinstance(text, str):
        raise FileProblem(place)
    return name, text


def entries_of(draft: ArticleDraft) -> Iterator[dict[str, Any]]:
    """One entry for each contiguous stretch of each take, and for each quoted run in a mixed one.

    Offsets are code points of the source text.
    """
    for take in draft.takes:
        speaker = take.chain[0]
        outlet = take.chain[1:2] if speaker.kind is VoiceKind.PERSON else ()
        named = speaker.description or next(
            (voice.name for voice in outlet if voice.name != draft.metadata.outlet.name), ""
        )
        subject = take.evidence.subject if take.evidence else None
        told = {
            "speaker": speaker.name,
            "affiliation": named,
            "mention": subject.of(draft.raw.source_text) if subject else "",
            "cue": take.cue,
            "confidence": take.confidence,
        }
        if take.clause is not None:
            yield _entry(draft, take.clause, told | {"kind": "mixed"})
        for segment in take.anchor.segments:
            quoted = [span for span in take.quoted if segment.contains(span)]
            kind = "direct" if segment in quoted else "mixed" if quoted else "indirect"
            yield _entry(draft, segment, told | {"kind": kind})
            if kind == "mixed":
                for span in quoted:
                    yield _entry(draft, span, told | {"kind": "direct"})


def _entry(draft: ArticleDraft, span: Span, told: dict[str, Any]) -> dict[str, Any]:
    text = span.of(draft.raw.source_text)
    return {"start": span.start, "end": span.end, "text": text, **told}
