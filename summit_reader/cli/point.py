"""`point` and `relate`: who has what on a point, what the reader makes of it, and of two takes."""

from __future__ import annotations

from collections.abc import Iterator

from rich.padding import Padding
from rich.text import Text

from summit_reader.bootstrap import Services
from summit_reader.cli.call import Call
from summit_reader.cli.numbers import number_named
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.reasons import reasons_data, reasons_line
from summit_reader.cli.screen import indented
from summit_reader.cli.status import Status
from summit_reader.domain.errors import UnknownPoint, UnknownProposal
from summit_reader.domain.point import Absence, Decision, PointTake
from summit_reader.domain.proposal import OutletProposals, PointProposals, Proposal
from summit_reader.domain.relation import Relation
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted, outlet_named

_ABSENT = {
    Absence.SILENT: "no take found in its full text",
    Absence.EXCERPT_ONLY: "no take found; only what others quote of it is here",
    Absence.CUT: "no take found; a paywall ends its text",
    Absence.NOT_IN_LIBRARY: "no take found; nothing of it is here",
}
_NONE = "none"


def add_point(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "point",
        purpose="find the best take of every outlet on a question",
        description="Print for each outlet what is on a point, what may be, or why there is none.",
        epilog="What is found is proposed, with a confidence and the reasons; accept or refuse it "
        "by the number in front, and it is never asked again. A question that is no point yet is "
        "answered and not kept: `points --add` makes it one.",
    )
    parser.add_argument("question", help="a point, or any question")
    parser.add_argument("--phrase", default="", help="what is meant, in other words, for this once")
    parser.add_argument(
        "--story", type=number_named, metavar="NUMBER", help="only in the texts of this story"
    )
    parser.add_argument(
        "--accept", nargs="+", metavar="NUMBER", default=(), help="put on the point"
    )
    parser.add_argument("--refuse", nargs="+", metavar="NUMBER", default=(), help="keep off it")
    parser.add_argument(
        "--move", nargs=2, type=number_named, metavar=("TAKE", "PLACE"), help="order its takes"
    )
    parser.set_defaults(run=point)


def add_relate(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "relate",
        purpose="say how one take stands to another",
        description="Note that the second take agrees with the first, contradicts it, adds to it, "
        "or answers a different question. Nobody else can tell.",
    )
    parser.add_argument("first", type=number_named, help="the number of a take")
    parser.add_argument("second", type=number_named, help="the number of another")
    parser.add_argument(
        "relation", nargs="?", choices=[*(each.value for each in Relation), _NONE],
        help="what the second does; without it, what was said is printed",
    )  # fmt: skip
    parser.set_defaults(run=relate)


def point(call: Call) -> int:
    """Decide if asked to, then print who has what on the point; 1 if nobody has anything."""
    asked = call.arguments
    if not asked.question.strip():
        call.screen.complain("A point needs a question.")
        return Status.BAD_INPUT
    with call.services() as services:
        if asked.accept or asked.refuse or asked.move:
            _decide(call, services)
        found = _found(call, services)
    call.screen.data(_data(found))
    title = Text(one_line(found.point.question), style="bold", overflow="fold")
    outlets, voices = counted(found.outlets_on, "outlet"), counted(found.voices, "voice")
    title.append(f"  {outlets}, {voices}", "dim")
    call.screen.show(title)
    if found.point.second_phrase:
        call.screen.show(indented(Text(one_line(found.point.second_phrase), style="dim")))
    for each in found.outlets:
        call.screen.show(*_shown(each))
    if not any(each.takes or each.proposals for each in found.outlets):
        call.screen.complain("No outlet here is likely to have anything on it.")
        return Status.NOTHING_FOUND
    return Status.FINE


def relate(call: Call) -> int:
    """Note the relation, or print what was noted; 1 if nothing was."""
    asked = call.arguments
    with call.services() as services:
        first, second = (services.reading.take(each).id for each in (asked.first, asked.second))
        if asked.relation is not None:
            said = None if asked.relation == _NONE else Relation(asked.relation)
            try:
                services.deciding.relate(first, second, said)
            except ValueError as error:
                call.screen.complain(f"Nothing was changed: {error}.")
                return Status.BAD_INPUT
        noted = services.deciding.relation(first, second)
    call.screen.data(
        {
            "relation": noted.relation.value if noted else None,
            "first": noted.first_id if noted else first,
            "second": noted.second_id if noted else second,
        }
    )
    if noted is None:
        call.screen.show("Nothing is said of the two.")
        return Status.FINE if asked.relation else Status.NOTHING_FOUND
    call.screen.show(f"Take {noted.second_id} to take {noted.first_id}: {noted.relation.value}")
    return Status.FINE


def _found(call: Call, services: Services) -> PointProposals:
    asked = call.arguments
    try:
        known = services.comparing.point_named(asked.question)
    except UnknownPoint:
        return services.proposing.for_question(asked.question, asked.phrase, asked.story)
    return services.proposing.for_point(known.id, asked.story)


def _decide(call: Call, services: Services) -> None:
    asked = call.arguments
    known = services.comparing.point_named(asked.question)
    proposed = {
        _number(one): one
        for outlet in services.proposing.for_point(known.id, asked.story).outlets
        for one in outlet.proposals
    }
    for decision, numbers in ((Decision.ACCEPTED, asked.accept), (Decision.REFUSED, asked.refuse)):
        for number in numbers:
            if number not in proposed:
                # Any take may be put on a point or taken off it, proposed or not.
                if not number.isdecimal():
                    raise UnknownProposal(number=number, question=known.question)
                services.comparing.decide(known.id, number_named(number), decision)
            elif decision is Decision.ACCEPTED:
                services.deciding.accept(known.id, proposed[number])
            else:
                services.deciding.refuse(known.id, proposed[number])
    if asked.move:
        take_id, place = asked.move
        services.deciding.move_take(known.id, take_id, place - 1)


def _number(proposal: Proposal) -> str:
    """What a proposal is called by: the number of its take, or its text and place there."""
    part = proposal.part
    return str(proposal.take.id) if proposal.take else f"{part.article_id}:{part.source.start}"


def _shown(outlet: OutletProposals) -> Iterator[Text | Padding]:
    name = outlet_named(outlet.outlet)
    head = Text(overflow="fold")
    head.append(name, "bold")
    if not outlet.takes and not outlet.proposals:
        head.append(f"  {_ABSENT[outlet.absence] if outlet.absence else 'no take found'}", "dim")
        yield head
        return
    yield head
    for on_point in outlet.takes:
        yield indented(_line(str(on_point.take.id), "on the point", "", on_point.take.text))
    # What is on the point already needs no more of them.
    for one in outlet.proposals[:1] if outlet.takes else outlet.proposals[:2]:
        sure = f"{one.confidence:.0%}{', weak' if one.is_weak else ''}"
        yield indented(_line(_number(one), sure, reasons_line(one.reasons), one.part.text))


def _line(number: str, state: str, why: str, words: str) -> Text:
    line = Text(overflow="fold")
    line.append(f"{number}  ", "dim")
    line.append(state, "bold")
    line.append(f"  {why}\n" if why else "\n", "dim")
    line.append(one_line(words))
    return line


def _data(found: PointProposals) -> dict[str, object]:
    return {
        "question": found.point.question,
        "second_phrase": found.point.second_phrase,
        "is_point": found.point.id != 0,
        "outlets_on": found.outlets_on,
        "voices": found.voices,
        "outlets": [
            {
                "outlet": each.outlet.name,
                "takes": [_take(one) for one in each.takes],
                "proposals": [_fields(one) for one in each.proposals],
                "absence": each.absence.value if each.absence else None,
                "carries": each.carries,
            }
            for each in found.outlets
        ],
    }


def _take(on_point: PointTake) -> dict[str, object]:
    return {
        "take_id": on_point.take.id,
        "text": on_point.take.text,
        "decision": on_point.decision.value,
        "decided_by": on_point.decided_by.value,
    }


def _fields(one: Proposal) -> dict[str, object]:
    return {
        "number": _number(one),
        "take_id": one.take.id if one.take else None,
        "article_id": one.part.article_id,
        "place": [one.part.source.start, one.part.source.end],
        "role": one.role.value,
        "text": one.part.text,
        "confidence": round(one.confidence, 3),
        "weak": one.is_weak,
        "reasons": reasons_data(one.reasons),
    }
