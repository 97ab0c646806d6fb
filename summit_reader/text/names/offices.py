"""Who is meant by an office: "the North Korean leader", where nobody is printed beside it.

Who holds or held an office is a fact of the language data, as names are spelt differently in each
language. It is believed only where the text names exactly one of the holders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summit_reader.text.names.names import Names
from summit_reader.text.names.naming import Name, NameKind
from summit_reader.text.tokens import Paragraph
from summit_reader.text.vocabulary import Offices, Words, folded


@dataclass(frozen=True, slots=True)
class OfficeNamed:
    """That a text calls a person, by full name, `title` at the tokens `first` to before `after`."""

    paragraph: Paragraph
    first: int
    after: int
    full: str
    is_bare: bool

    @property
    def title(self) -> str:
        """The words as printed, without the ending of a possessive."""
        printed = self.paragraph.printed(self.first, self.after)
        return printed.removesuffix("’s").removesuffix("'s")


def offices_named(
    paragraphs: Sequence[Paragraph], names: Names, offices: Offices
) -> Iterator[OfficeNamed]:
    """Where a text calls somebody by an office alone, in the order of the text.

    With its country an office may stand before the name of its holder, in a headline; "the
    president" is only whoever was named before it.
    """
    people = _people(names)
    before: set[str] = set()
    for paragraph in paragraphs:
        if not offices.last_words.isdisjoint(paragraph.lows):
            yield from _in_paragraph(paragraph, names, offices, (people, before))
        before.update(_people_in(names.by_paragraph[paragraph.number], names))


def _in_paragraph(
    paragraph: Paragraph,
    names: Names,
    offices: Offices,
    known: tuple[Mapping[str, Words], set[str]],
) -> Iterator[OfficeNamed]:
    """The offices in one paragraph; `known` are all people, and those named before it."""
    people, before = known
    for at, low in enumerate(paragraph.lows):
        if low not in offices.last_words or _is_of_a_name(paragraph, at, names):
            continue
        found = _office_ending(paragraph, at, offices)
        if found is None:
            continue
        first, holders, is_bare = found
        candidates: Iterable[str] = people
        if is_bare:
            here = names.within(paragraph, 0, first)
            candidates = before.union(_people_in(here, names))
        fitting = [full for full in candidates if _is_one_of(holders, people.get(full, ()))]
        if len(fitting) == 1:
            yield OfficeNamed(paragraph, first, at + 1, fitting[0], is_bare)


def _people(names: Names) -> dict[str, Words]:
    """Everybody a text names, with the words of the name."""
    return {full: folded(full) for each in names.by_paragraph for full in _people_in(each, names)}


def _people_in(named: Iterable[Name], names: Names) -> Iterator[str]:
    """The full names of the people among those named."""
    return (names.person(name) for name in named if name.kind is NameKind.PERSON)


def _is_of_a_name(paragraph: Paragraph, at: int, names: Names) -> bool:
    """Whether the office belongs to a name: "President Roe", "the Russian president, Roe"."""
    after = at + 1
    if names.covering(paragraph, at) is not None:
        return True
    if after < len(paragraph) and paragraph.words[after] == ",":
        after += 1
    return names.beginning_at(paragraph, after) is not None


def _office_ending(
    paragraph: Paragraph, at: int, offices: Offices
) -> tuple[int, frozenset[Words], bool] | None:
    """The longest office that ends at `at`: its first token, its holders, whether it is bare."""
    for length in offices.lengths:
        first = at + 1 - length
        if first < 0:
            continue
        words = tuple(paragraph.lows[first : at + 1])
        if words in offices.described:
            return first, offices.described[words], False
        if words in offices.bare:
            return first + 1, offices.bare[words], True
    return None


def _is_one_of(holders: frozenset[Words], person: Words) -> bool:
    """Whether a name is a holder's: in full, or the first or last word of it."""
    if not person:
        return False
    if len(person) > 1:
        return person in holders
    return any(person[0] in (holder[0], holder[-1]) for holder in holders)
