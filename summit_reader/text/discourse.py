"""Whom a phrase stands for in its text: full names, pronouns, descriptions, who spoke last."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from summit_reader.domain.spans import Span
from summit_reader.text.languages import Language
from summit_reader.text.names.names import Names
from summit_reader.text.names.naming import Gender, Name, NameKind
from summit_reader.text.names.offices import offices_named
from summit_reader.text.phrases.phrases import NounPhrase, Phrases
from summit_reader.text.presence import Presence
from summit_reader.text.tokens import Paragraph


class ReferenceKind(StrEnum):
    """How a phrase was read as a speaker; the window words each of them for its reader."""

    NAME = "name"
    PART_OF_NAME = "part of a name"
    PRONOUN = "pronoun"
    UNRESOLVED = "unresolved"
    OUTLET_NOUN = "outlet noun"
    DESCRIPTION = "description"
    LABEL = "label"


BY_NAME = frozenset((ReferenceKind.NAME, ReferenceKind.PART_OF_NAME))
"""References that lead to no other place."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Who is meant: a full `name` of some `kind`, or else a description without a name.

    `reference` says how the phrase was read, `antecedent` where the name stands.
    """

    name: str
    kind: NameKind | None
    reference: ReferenceKind
    antecedent: tuple[int, int, int] | None = None
    gender: Gender | None = None


@dataclass(slots=True)
class _Spoken:
    paragraph: int
    at: int
    referent: Referent


@dataclass
class Discourse:
    """What a text has said so far of who speaks."""

    paragraphs: list[Paragraph]
    names: Names
    language: Language
    titles: dict[str, str] = field(default_factory=dict, init=False)
    presence: Presence = field(init=False)
    _spoken: list[_Spoken] = field(default_factory=list)
    _described: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.presence = Presence.of(self.paragraphs, self.names, self.language)
        for paragraph in self.paragraphs:
            for name in self.names.by_paragraph[paragraph.number]:
                if name.kind is not NameKind.PERSON:
                    continue
                first = name.first
                if first and paragraph.lows[first - 1] in self.language.titles:
                    phrases = Phrases(paragraph, self.names, self.language)
                    first = phrases.first_of_title(name.first, 0)
                title = paragraph.printed(first, name.core_first).strip(" ,.")
                title = _without_article(title, self.language)
                full = self.names.person(name)
                if title and title.casefold() not in self._honorifics() and " " in full:
                    self._described.setdefault(title.casefold(), full)
                    self.titles[full] = max(self.titles.get(full, ""), title, key=len)
        for office in offices_named(self.paragraphs, self.names, self.language.offices):
            if not office.is_bare:
                self._described.setdefault(office.title.casefold(), office.full)
            self.titles.setdefault(office.full, office.title)

    def _honorifics(self) -> frozenset[str]:
        people = self.language.people
        return people.honorifics | people.honorifics_feminine | people.honorifics_masculine

    @property
    def last(self) -> Referent | None:
        """Who spoke last."""
        return self._spoken[-1].referent if self._spoken else None

    def span_of(self, place: tuple[int, int, int]) -> Span:
        """Where in the text the tokens of a paragraph stand."""
        number, first, after = place
        return self.paragraphs[number].span(first, after)

    def heard(self, referent: Referent, paragraph: Paragraph, at: int) -> None:
        """Remember that somebody spoke at a token."""
        self._spoken.append(_Spoken(paragraph.number, at, referent))

    def labelled(self, label: str) -> Referent:
        """Whom the label of a turn stands for: "ROE" is Jane Roe."""
        title = label.title()
        full = self.names.full(title.rsplit(" ", 1)[-1])
        name = full if " " in full else label
        kind = NameKind.PERSON if len(label) > 2 else None  # noqa: PLR2004 - "Q", "A"
        return Referent(name, kind, ReferenceKind.LABEL, None, self.names.gender(full))

    def meant_by(self, phrase: NounPhrase, paragraph: Paragraph) -> Referent | None:
        """Whom `phrase` stands for; None if that cannot be told."""
        if phrase.pronoun:
            found = self._pronoun(phrase, paragraph)
            return found or Referent(phrase.pronoun, None, ReferenceKind.UNRESOLVED)
        if phrase.name is not None:
            return self._named(phrase.name, paragraph)
        return self._common(phrase, paragraph)

    def _named(self, name: Name, paragraph: Paragraph) -> Referent:
        place = (name.paragraph, name.first, name.after)
        if name.kind is not NameKind.PERSON:
            printed = name.core
            if name.kind is NameKind.BODY and printed.lower() in self.language.bodies.public:
                before = paragraph.lows[name.first - 1] if name.first else ""
                if before in self.language.grammar.determiners:
                    printed = f"{before} {printed}"
            return Referent(printed, name.kind, ReferenceKind.NAME, place)
        full = self.names.person(name)
        reference = ReferenceKind.NAME if full == name.core else ReferenceKind.PART_OF_NAME
        return Referent(full, NameKind.PERSON, reference, place, self.names.gender(full))

    def _common(self, phrase: NounPhrase, paragraph: Paragraph) -> Referent | None:
        words = phrase.common.split()
        lows = [word.lower() for word in words]
        if not words:
            return None
        if lows[-1] in self.language.bodies.outlet_nouns and len(words) == 2:  # noqa: PLR2004 - article, noun
            for spoken in reversed(self._spoken):
                if spoken.referent.kind is NameKind.OUTLET:
                    return Referent(
                        spoken.referent.name,
                        NameKind.OUTLET,
                        ReferenceKind.OUTLET_NOUN,
                        spoken.referent.antecedent,
                    )
        without = words[1:] if lows[0] in self.language.grammar.determiners else words
        described = self._person_described(" ".join(without).casefold())
        if described is not None:
            return Referent(
                described,
                NameKind.PERSON,
                ReferenceKind.DESCRIPTION,
                None,
                self.names.gender(described),
            )
        if len(words) == 1 and self.names.is_known(words[0]):
            full = self.names.full(words[0])
            return Referent(
                full, NameKind.PERSON, ReferenceKind.PART_OF_NAME, None, self.names.gender(full)
            )
        owner = self._owner_of(phrase, paragraph)
        if owner is not None:
            return Referent(
                owner.core,
                owner.kind,
                ReferenceKind.NAME,
                (paragraph.number, owner.first, owner.after),
            )
        return Referent(self._full_name(phrase, paragraph), None, ReferenceKind.DESCRIPTION)

    def _owner_of(self, phrase: NounPhrase, paragraph: Paragraph) -> Name | None:
        """The outlet in "The Sun’s headline": what it prints is what it says."""
        last = (phrase.head or phrase.after) - 1
        owner = self.names.ending_at(paragraph, last)
        if owner is None or owner.kind is not NameKind.OUTLET or not owner.possessive:
            return None
        return owner if paragraph.lows[last] in self.language.said_things else None

    def _full_name(self, phrase: NounPhrase, paragraph: Paragraph) -> str:
        """A body with what it is of, "the ministry of health"; whoever has no title likewise."""
        head, lows = phrase.head, paragraph.lows
        if not 0 < head < phrase.after:
            return phrase.common
        is_of = lows[head] in self.language.grammar.body_particles
        is_body = is_of and lows[head - 1] in self.language.bodies_known
        is_unknown = lows[head - 1] not in self.language.known_nouns
        is_whole = is_body or is_unknown
        return paragraph.printed(phrase.first, phrase.after) if is_whole else phrase.common

    def _person_described(self, title: str) -> str | None:
        """Who bears a title here; "the president" is the only president."""
        if title in self._described or " " in title:
            return self._described.get(title)
        bearers = {
            full for full_title, full in self._described.items() if full_title.endswith(f" {title}")
        }
        return bearers.pop() if len(bearers) == 1 else None

    def _pronoun(self, phrase: NounPhrase, paragraph: Paragraph) -> Referent | None:
        pronouns = self.language.pronouns
        if phrase.pronoun in pronouns.masculine | pronouns.masculine_forms:
            return self._person(Gender.MASCULINE, paragraph, phrase.first)
        if phrase.pronoun in pronouns.feminine | pronouns.feminine_forms:
            return self._person(Gender.FEMININE, paragraph, phrase.first)
        is_neuter = phrase.pronoun in pronouns.neuter
        for spoken in reversed(self._spoken):
            last = spoken.referent
            if not is_neuter or last.kind is not NameKind.PERSON:
                return Referent(
                    last.name, last.kind, ReferenceKind.PRONOUN, last.antecedent, last.gender
                )
        return None

    def _person(self, gender: Gender, paragraph: Paragraph, at: int) -> Referent | None:
        """The person of that gender who is most present before the token `at`."""
        mention = self.presence.most_present(gender, paragraph, at, self._speakers())
        if mention is None:
            return None
        place = (mention.name.paragraph, mention.name.first, mention.name.after)
        return Referent(mention.full, NameKind.PERSON, ReferenceKind.PRONOUN, place, gender)

    def _speakers(self) -> list[tuple[str, int, int]]:
        """Who spoke last, with where: the names that `presence` weighs."""
        return [(one.referent.name, one.paragraph, one.at) for one in self._spoken[-2:]]


def _without_article(text: str, language: Language) -> str:
    first, _, rest = text.partition(" ")
    is_article = first.lower() in language.owners
    return rest if is_article else text
