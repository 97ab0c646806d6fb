"""`merge`: read a hand-out back in."""

from __future__ import annotations

from collections.abc import Iterator

from rich.padding import Padding

from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand, path_named
from summit_reader.cli.screen import indented
from summit_reader.cli.status import Status
from summit_reader.domain.exchange import Fate, MergedClipping, MergedText, MergeReport
from summit_reader.export.characters import one_line
from summit_reader.export.quotation import printed_words
from summit_reader.export.wording import counted, outlet_named

_WORDS = 90
_FATES = {
    Fate.NEW: "new",
    Fate.NOTED: "their note is new",
    Fate.SAME: "already here",
    Fate.CONFLICT: "differs: both are kept",
}


def add_merge(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "merge",
        purpose="read a hand-out back in",
        description="Read an HTML, Word, Markdown or JSON hand-out back in: its takes and notes "
        "are added to yours. Nothing of yours is overwritten; where both have written something, "
        "both are kept and listed.",
    )
    parser.add_argument("file", metavar="FILE", type=path_named, help="the hand-out")
    parser.add_argument(
        "--into",
        metavar="COMPARISON",
        help="its name or number (default: the one the hand-out belongs to, else a new one)",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, do nothing")
    parser.set_defaults(run=merge)


def merge(call: Call) -> int:
    """Merge the hand-out and say what became of each of its takes."""
    with call.services(own=True) as services:
        read = services.merging.read(call.arguments.file)
        named = call.arguments.into
        into = services.exporting.comparison_named(named).id if named is not None else None
        if call.arguments.dry_run:
            report = services.merging.preview(read, into)
        else:
            report = services.merging.merge(read, into)
            services.pinning.use(report.comparison.id)
    call.screen.data(_data(report))
    call.screen.show(_summary(report, planned=call.arguments.dry_run), *_lines(report))
    if read.is_edited:
        call.screen.complain(
            "The text of this file was changed after it was exported. "
            "What was merged is what was exported."
        )
    return Status.FINE


def _summary(report: MergeReport, *, planned: bool) -> str:
    parts = [
        counted(report.count(Fate.NEW), "new take"),
        counted(report.count(Fate.NOTED), "new note"),
        f"{report.count(Fate.SAME)} already here",
        counted(report.conflicts, "conflict"),
    ]
    verb = "Would merge into" if planned else "Merged into"
    return f"{verb} “{one_line(report.comparison.name)}”: {', '.join(parts)}."


def _lines(report: MergeReport) -> Iterator[Padding]:
    for merged in report.clippings:
        if merged.fate is not Fate.SAME:
            yield indented(_line(merged))
        if merged.note.fate is Fate.CONFLICT:
            yield from map(indented, _both(merged.note, "note"))
    if report.my_take.fate is not Fate.SAME:
        yield indented(f"My take: {_FATES[report.my_take.fate]}")
    if report.my_take.fate is Fate.CONFLICT:
        yield from map(indented, _both(report.my_take, "take"))


def _line(merged: MergedClipping) -> str:
    take = merged.clipping.take
    words = one_line(printed_words(take).text)
    shown = words if len(words) <= _WORDS else words[:_WORDS].rstrip() + "…"
    where = "" if merged.in_library else " (excerpt: its text is not in this library)"
    return f"{outlet_named(take.outlet)}: {shown} – {_FATES[merged.fate]}{where}"


def _both(text: MergedText, noun: str) -> tuple[str, str]:
    return (
        f"  your {noun}: {one_line(text.before)}",
        f"  their {noun}: {one_line(text.theirs)}",
    )


def _data(report: MergeReport) -> dict[str, object]:
    return {
        "comparison": report.comparison.name,
        "is_new": report.is_new,
        "edited": report.read.is_edited,
        "clippings": [
            {
                "id": merged.clipping.id,
                "outlet": merged.clipping.take.outlet.name,
                "words": printed_words(merged.clipping.take).text,
                "fate": merged.fate.value,
                "in_library": merged.in_library,
                "note": merged.clipping.note,
                "their_note": merged.note.theirs,
            }
            for merged in report.clippings
        ],
        "my_take": {"fate": report.my_take.fate.value, "text": report.my_take.after},
    }
