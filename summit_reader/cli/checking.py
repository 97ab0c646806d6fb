"""`check`: a quotation held against other versions of it, or against the text it is from."""

from __future__ import annotations

from rich.padding import Padding
from rich.text import Text

from summit_reader.bootstrap import Services
from summit_reader.cli.call import Call
from summit_reader.cli.numbers import number_named
from summit_reader.cli.parser import AddCommand, path_named
from summit_reader.cli.screen import indented
from summit_reader.cli.status import Status
from summit_reader.compare.quote_check import quote_check
from summit_reader.domain.collation import Collation, QuoteCheck, Tie, Verdict, Version
from summit_reader.domain.take import Take
from summit_reader.export.chain import described, speakers
from summit_reader.export.characters import one_line
from summit_reader.export.versions import marked_text
from summit_reader.export.wording import outlet_named

_LEGEND = "[-left out here-]  {+only here+}  {~put otherwise~}"

_VERDICTS = {
    Verdict.VERBATIM: "word for word the same",
    Verdict.TRIMMED: "words left out",
    Verdict.ALTERED: "words changed",
    Verdict.DIFFERENT: "different words",
}
_TIES = {Tie.SAME_WORDS: "the same words", Tie.SAME_SPEAKER: "the same speaker"}


def add_check(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "check",
        purpose="hold a quotation against its other versions or its source",
        description=(
            "Print what other outlets made of a statement, word by word; with --source or --text, "
            "whether a text has the words."
        ),
        epilog=f"Marks: {_LEGEND}. A take's number is in the answers of `people NAME` and --json.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("take", nargs="?", type=number_named, help="the number of a take")
    what.add_argument("--words", help="quoted words, in the place of a take")
    against = parser.add_mutually_exclusive_group()
    against.add_argument(
        "--source", metavar="FILE", type=path_named, help="a file the words are said to be from"
    )
    against.add_argument(
        "--text", metavar="NUMBER", type=number_named, help="a text of the library, likewise"
    )
    parser.set_defaults(run=check)


def check(call: Call) -> int:
    """Print versions of a statement, or what a text has of it; 1 if there is nothing."""
    asked = call.arguments
    if asked.words is not None and asked.source:
        return _checked(call, asked.words, _source_check(call, asked.words))
    if asked.words is not None and asked.text is None:
        call.screen.complain("--words needs a text: name one with --source or --text.")
        return Status.BAD_INPUT
    with call.services() as services:
        words = asked.words
        if words is None:
            words = services.reading.take(asked.take).text
        if asked.source:
            return _checked(call, words, _source_check(call, words))
        if asked.text is not None:
            text = services.reading.article(asked.text).cleaned.text
            return _checked(call, words, quote_check(words, text))
        return _versions(call, services, services.reading.take(asked.take))


def _source_check(call: Call, words: str) -> QuoteCheck:
    """The best answer of the texts in the file, of which there may be several."""
    # Not at the top: every command would wait for what reads all formats.
    from summit_reader.intake.reader import all_of, articles_at  # noqa: PLC0415

    raws = all_of(articles_at(call.arguments.source))
    found = [quote_check(words, raw.source_text) for raw in raws]
    verdicts = list(Verdict)
    return min(found, key=lambda each: verdicts.index(each.verdict))


def _checked(call: Call, words: str, found: QuoteCheck) -> int:
    collation = found.collation
    call.screen.data(
        {
            "words": words,
            "verdict": found.verdict.value,
            "place": [found.place.start, found.place.end] if found.place else None,
            **(_differences(collation) if collation else {}),
        }
    )
    if collation is None:
        call.screen.complain("The text does not have these words.")
        return Status.NOTHING_FOUND
    call.screen.show(Text(_VERDICTS[found.verdict], style="bold"), *_both(collation))
    return Status.FINE


def _versions(call: Call, services: Services, take: Take) -> int:
    versions = services.collating.versions(take.id)
    call.screen.data(
        {
            "take_id": take.id,
            "outlet": take.outlet.name,
            "text": take.text,
            "versions": [
                {
                    "take_id": each.take.id,
                    "article_id": each.take.article_id,
                    "outlet": each.take.outlet.name,
                    "speaker": _voice(each.take),
                    "tie": each.tie.value,
                    "verdict": each.collation.verdict.value,
                    "text": each.take.text,
                    **_differences(each.collation),
                }
                for each in versions
            ],
        }
    )
    head = Text(overflow="fold")
    head.append(one_line(outlet_named(take.outlet)), "bold")
    head.append(f"  {_voice(take)}", "dim")
    call.screen.show(head, indented(Text(one_line(take.text), overflow="fold")), "")
    if not versions:
        call.screen.complain("No other text here carries these words or this speaker.")
        return Status.NOTHING_FOUND
    for each in versions:
        call.screen.show(*_shown(each), "")
    return Status.FINE


def _shown(version: Version) -> tuple[Text | Padding, ...]:
    head = Text(overflow="fold")
    head.append(one_line(outlet_named(version.take.outlet)), "bold")
    facts = (_TIES[version.tie], _VERDICTS[version.collation.verdict], _voice(version.take))
    head.append("  " + " · ".join(fact for fact in facts if fact), "dim")
    if version.collation.verdict is Verdict.DIFFERENT:
        return head, indented(Text(one_line(version.take.text), overflow="fold"))
    return head, *_both(version.collation)


def _both(collation: Collation) -> tuple[Padding, ...]:
    return tuple(
        indented(Text(marked_text(collation, first=first), overflow="fold"))
        for first in (True, False)
    )


def _differences(collation: Collation) -> dict[str, object]:
    return {
        "left_out_here": collation.left_out_of_first,
        "left_out_there": collation.left_out_of_second,
        "changes": collation.changes,
    }


def _voice(take: Take) -> str:
    voices = speakers(take.chain)
    return described(voices[0], unless=take.outlet.name) if voices else ""
