"""`align`: what two texts say on the same thing, why it is thought so, and what differs."""

from __future__ import annotations

from rich.padding import Padding
from rich.text import Text

from summit_reader.cli.call import Call
from summit_reader.cli.numbers import number_named
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.reasons import reasons_data, reasons_line
from summit_reader.cli.screen import indented
from summit_reader.cli.status import Status
from summit_reader.domain.alignment import Alignment, Counterparts, Part
from summit_reader.domain.difference import Differences
from summit_reader.export.characters import one_line


def add_align(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "align",
        purpose="find what two texts say on the same thing",
        description="Print the passages of two texts on the same thing, with the reasons.",
        epilog="That two passages are on the same thing does not say that they agree. "
        "The numbers of texts are in the answers of `stories` and --json.",
    )
    parser.add_argument("first", type=number_named, help="the number of a text")
    parser.add_argument("second", type=number_named, help="the number of another")
    parser.add_argument(
        "--differences", action="store_true", help="print what only one of them has"
    )
    parser.set_defaults(run=align)


def align(call: Call) -> int:
    """Print pairs of passages, or differences; 1 if there is no pair."""
    asked = call.arguments
    with call.services() as services:
        if asked.differences:
            return _differences(call, services.aligning.differences(asked.first, asked.second))
        found = services.aligning.articles(asked.first, asked.second)
    call.screen.data(
        {
            "pairs": [_fields(found, pair) for pair in found.pairs],
            "only_first": [found.first[number].text for number in found.only_first],
            "only_second": [found.second[number].text for number in found.only_second],
        }
    )
    if not found.pairs:
        call.screen.complain("Nothing in the one text is likely to be on what the other says.")
        return Status.NOTHING_FOUND
    for pair in found.pairs:
        call.screen.show(*_shown(found, pair), "")
    for side, alone in (("second", found.only_first), ("first", found.only_second)):
        if alone:
            call.screen.show(Text(f"Nothing in the {side} text on this:", style="bold"))
            parts = found.first if side == "second" else found.second
            call.screen.show(*(_words(parts[number]) for number in alone), "")
    return Status.FINE


def _shown(alignment: Alignment, pair: Counterparts) -> tuple[Text | Padding, ...]:
    sure = "certain" if pair.is_certain else f"{pair.confidence:.0%}"
    head = Text.assemble(
        (sure, "bold"), (f"  {reasons_line(pair.reasons)}", "dim"), overflow="fold"
    )
    return head, _words(alignment.first[pair.first]), _words(alignment.second[pair.second])


def _words(part: Part) -> Padding:
    return indented(Text(one_line(part.text), overflow="fold"))


def _fields(alignment: Alignment, pair: Counterparts) -> dict[str, object]:
    first, second = alignment.first[pair.first], alignment.second[pair.second]
    return {
        "confidence": round(pair.confidence, 3),
        "certain": pair.is_certain,
        "reasons": reasons_data(pair.reasons),
        "first": {"text": first.text, "place": [first.source.start, first.source.end]},
        "second": {"text": second.text, "place": [second.source.start, second.source.end]},
    }


def _differences(call: Call, found: Differences) -> int:
    call.screen.data(
        {
            **{
                fact.kind.value: {
                    "shared": fact.shared,
                    "only_first": fact.only_first,
                    "only_second": fact.only_second,
                }
                for fact in found.facts
            },
            "common": found.common,
            "speeches": [
                {"speaker": each.speaker, "first": each.first, "second": each.second}
                for each in found.speeches
            ],
        }
    )
    for fact in found.facts:
        call.screen.show(Text(fact.kind.value, style="bold"))
        sides = (("both", fact.shared), ("first", fact.only_first), ("second", fact.only_second))
        for side, words in sides:
            if words:
                line = Text(one_line(f"{side}: {', '.join(words)}"), overflow="fold")
                call.screen.show(indented(line))
    call.screen.show(Text("words each lets a speaker say", style="bold"))
    for each in found.speeches:
        line = Text(one_line(f"{each.speaker}: {each.first} / {each.second}"), overflow="fold")
        call.screen.show(indented(line))
    return Status.FINE
