"""`people`: who speaks in the library, in which outlets, called what."""

from __future__ import annotations

from rich.padding import Padding
from rich.text import Text

from summit_reader.bootstrap import Services
from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.screen import indented
from summit_reader.cli.status import Status
from summit_reader.domain.person import Description, Person, Resemblance, SamePerson
from summit_reader.domain.take import Take
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted, outlet_named

_REASONS = {
    Resemblance.SPACING: "the same letters, set otherwise",
    Resemblance.ACCENTS: "the same but for accents",
    Resemblance.TRANSLITERATION: "two transliterations of one name",
    Resemblance.ORDER: "the same names in another order",
    Resemblance.MIDDLE_NAME: "the same but for middle names",
    Resemblance.INITIALS: "the initial fits nobody else here",
    Resemblance.PART: "a part of the other name, which fits nobody else here",
}


def add_people(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "people",
        purpose="list who speaks in which outlets",
        description="List the speakers with the outlets that carry them and what each calls them.",
        epilog="Names are never made one without being asked for: --proposals lists what may be.",
    )
    parser.add_argument("name", nargs="?", help="only this person, with the takes")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--proposals", action="store_true", help="list names that may be of one person, and why"
    )
    what.add_argument(
        "--same", nargs=2, metavar=("A", "B"), help="take two people for one from now on"
    )
    what.add_argument("--apart", nargs=2, metavar=("A", "B"), help="never propose the two again")
    what.add_argument("--separate", metavar="NAME", help="make a name a person of its own again")
    parser.set_defaults(run=people)


def people(call: Call) -> int:
    """Print speakers or proposals, or decide on names; 1 if there is nothing to print."""
    asked = call.arguments
    with call.services() as services:
        if asked.proposals:
            return _proposals(call, services.recognising.proposals())
        if asked.same or asked.apart or asked.separate:
            return _decided(call, services)
        if asked.name:
            person = services.recognising.named(asked.name)
            return _one(call, person, services.recognising.takes_of(person.id))
        everybody = services.recognising.people()
    call.screen.data({"people": [_fields(person) for person in everybody]})
    if not everybody:
        call.screen.complain("Nobody speaks in this library yet.")
        return Status.NOTHING_FOUND
    for person in everybody:
        call.screen.show(*_shown(person), "")
    return Status.FINE


def _decided(call: Call, services: Services) -> int:
    recognising, asked = services.recognising, call.arguments
    if asked.separate:
        name = asked.separate
        person = recognising.named(name)
        wanted = " ".join(name.casefold().split())
        found = next(
            (one for one in person.names if one.name.casefold() == wanted), person.names[0]
        )
        recognising.separate(found.id)
        sentence = f"“{found.name}” is a person of its own."
    else:
        one, other = (recognising.named(name) for name in asked.same or asked.apart)
        if one.id == other.id:
            call.screen.complain(f"“{one.name}” is one person already.")
            return Status.NOTHING_FOUND
        if asked.same:
            recognising.accept(one.id, other.id)
            sentence = f"“{one.name}” and “{other.name}” are one person from now on."
        else:
            recognising.refuse(one.id, other.id)
            sentence = f"“{one.name}” and “{other.name}” are kept apart."
    call.screen.data({"said": sentence})
    call.screen.show(one_line(sentence))
    return Status.FINE


def _proposals(call: Call, proposals: tuple[SamePerson, ...]) -> int:
    call.screen.data(
        {
            "proposals": [
                {
                    "names": [each.one_name, each.other_name],
                    "reason": each.resemblance.value,
                    "people": [_fields(each.one), _fields(each.other)],
                }
                for each in proposals
            ]
        }
    )
    if not proposals:
        call.screen.complain("No two names here look like one person's.")
        return Status.NOTHING_FOUND
    for each in proposals:
        names = one_line(f"{each.one_name} = {each.other_name}?")
        reason = _REASONS[each.resemblance]
        call.screen.show(Text.assemble((names, "bold"), f"  {reason}", overflow="fold"))
        for person in (each.one, each.other):
            call.screen.show(*(indented(part) for part in _shown(person)))
        call.screen.show("")
    return Status.FINE


def _one(call: Call, person: Person, takes: tuple[Take, ...]) -> int:
    said = [
        {"take_id": take.id, "outlet": take.outlet.name, "article_id": take.article_id,
         "kind": take.kind.value, "text": take.text}
        for take in takes
    ]  # fmt: skip
    call.screen.data({**_fields(person), "takes": said})
    call.screen.show(*_shown(person), "")
    for take in takes:
        head = f"{take.id}  {outlet_named(take.outlet)}, {take.kind.value}"
        words = Text(one_line(take.text), overflow="fold")
        call.screen.show(Text(one_line(head), style="dim"), indented(words))
    return Status.FINE


def _shown(person: Person) -> tuple[Text | Padding, ...]:
    head = Text(overflow="fold")
    head.append(one_line(person.name), "bold")
    others = ", ".join(name.name for name in person.names[1:])
    if others:
        head.append(one_line(f" (also {others})"))
    outlets = counted(len(person.outlets), "outlet")
    head.append(f"  {counted(person.takes, 'take')}, {outlets}", "dim")
    lines = [
        indented(Text(one_line(_described(each)), overflow="fold")) for each in person.descriptions
    ]
    return head, *lines


def _described(description: Description) -> str:
    text = f"“{description.text}”" if description.text else "no description"
    return f"{outlet_named(description.outlet)}: {text}"


def _fields(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "names": [name.name for name in person.names],
        "takes": person.takes,
        "descriptions": [
            {
                "outlet": each.outlet.name,
                "country": each.outlet.country,
                "name": each.name,
                "description": each.text,
                "takes": each.takes,
            }
            for each in person.descriptions
        ],
    }
