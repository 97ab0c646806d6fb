"""How people and proposals are worded for the reader."""

from __future__ import annotations

from summit_reader.domain.person import Description, Person, Resemblance, SamePerson
from summit_reader.gui.wording import counted, outlet_line, outlets_counted, takes_counted, tr

REASONS = {
    Resemblance.SPACING: "the same letters, set otherwise",
    Resemblance.ACCENTS: "the same but for accents",
    Resemblance.TRANSLITERATION: "two transliterations of one name",
    Resemblance.ORDER: "the same names in another order",
    Resemblance.MIDDLE_NAME: "the same but for middle names",
    Resemblance.INITIALS: "the initial fits nobody else here",
    Resemblance.PART: "part of a name that nobody else here has",
}


def person_line(person: Person) -> str:
    """How much there is of a person, in how many outlets."""
    return f"{takes_counted(person.takes)} · {outlets_counted(len(person.outlets))}"


def names_line(person: Person) -> str:
    """The other names a person goes by; empty if there is none."""
    others = ", ".join(name.name for name in person.names[1:])
    return tr("also printed {names}").format(names=others) if others else ""


def proposal_line(proposal: SamePerson) -> str:
    """The two names, as a question."""
    return tr("{one} = {other}?").format(one=proposal.one_name, other=proposal.other_name)


def reason_line(proposal: SamePerson) -> str:
    """Why the two may be one."""
    return tr(REASONS[proposal.resemblance])


def description_text(description: Description) -> str:
    """What an outlet calls a person, in marks, for these are its words."""
    return f"“{description.text}”" if description.text else tr("no description")


def description_line(description: Description) -> str:
    """Outlet, description and number of takes, as they are spoken."""
    return (
        f"{outlet_line(description.outlet)}: {description_text(description)}, "
        f"{counted(description.takes, '{n} take', '{n} takes')}"
    )
