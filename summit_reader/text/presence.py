"""Whom "he" and "she" stand for: the person of that gender who is most present at that place.

Every mention of a person counts, the more the nearer it is and the more prominent: the subject of
a sentence more than what a preposition governs. Who spoke last is more present still. Genders come
from titles and first names, and where these tell nothing from the pronouns after a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summit_reader.text.languages import Language
from summit_reader.text.names.names import Names
from summit_reader.text.names.naming import Gender, Name, NameKind
from summit_reader.text.tokens import Paragraph

REACH = 12
"""Sentences back in which a person is still present."""
FADING = 0.6
"""What is left of a mention one sentence later."""
SUBJECT = 1.0
GOVERNED = 0.5
POSSESSIVE = 0.5
OTHER = 0.6
INTRODUCED = 0.3
"""More for a person who is named in full for the first time."""
NEAREST = 1.0
"""More for the subject of the very sentence the pronoun stands in."""
SPOKEN = 1.3
"""More for who spoke last, where they spoke."""
UNKNOWN = 0.75
"""What is left for a person whose gender nothing tells."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at one place, with how prominent that place is."""

    sentence: int
    name: Name
    full: str
    weight: float


@dataclass
class Presence:
    """The people of one text, in the order in which it mentions them."""

    names: Names
    mentions: list[Mention] = field(default_factory=list)
    _offsets: list[int] = field(default_factory=list)
    _paragraphs: Sequence[Paragraph] = ()

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], names: Names, language: Language) -> Presence:
        """The people that `paragraphs` mention."""
        presence = cls(names, _paragraphs=paragraphs)
        seen: set[str] = set()
        count = 0
        for paragraph in paragraphs:
            presence._offsets.append(count)
            count += len(paragraph.sentences)
            for name in names.by_paragraph[paragraph.number]:
                if name.kind is not NameKind.PERSON:
                    continue
                full = names.person(name)
                weight = _weight(name, paragraph, language)
                if full not in seen and " " in name.core:
                    weight += INTRODUCED
                seen.add(full)
                sentence = presence._sentence(paragraph, name.first)
                presence.mentions.append(Mention(sentence, name, full, weight))
        _learn_genders(presence, paragraphs, language)
        return presence

    def most_present(
        self,
        gender: Gender,
        paragraph: Paragraph,
        at: int,
        speakers: Iterable[tuple[str, int, int]],
    ) -> Mention | None:
        """The last mention of the person of `gender` most present before the token `at`."""
        here = self._sentence(paragraph, at)
        scores: dict[str, float] = {}
        last: dict[str, Mention] = {}
        for mention in self._before(here, paragraph, at):
            known = mention.name.gender or self.names.gender(mention.full)
            if known is not None and known is not gender:
                continue
            share = 1.0 if known is gender else UNKNOWN
            faded = mention.weight * share * FADING ** (here - mention.sentence)
            if mention.sentence == here and mention.weight >= SUBJECT:
                faded += NEAREST
            scores[mention.full] = scores.get(mention.full, 0.0) + faded
            last[mention.full] = mention
        for name, number, token in speakers:
            if name in scores:
                distance = max(0, here - self._sentence(self._paragraphs[number], token))
                scores[name] += SPOKEN * FADING**distance
        if not scores:
            return None
        return last[max(scores, key=lambda full: scores[full])]

    def _before(self, here: int, paragraph: Paragraph, at: int) -> list[Mention]:
        first = bisect_left(self.mentions, here - REACH, key=lambda one: one.sentence)
        found = []
        for mention in self.mentions[first:]:
            place = mention.name.paragraph
            if place > paragraph.number or (place == paragraph.number and mention.name.after > at):
                break
            found.append(mention)
        return found

    def _sentence(self, paragraph: Paragraph, at: int) -> int:
        """The number in the text of the sentence that holds a token."""
        return self._offsets[paragraph.number] + paragraph.sentence_number(at)


def _weight(name: Name, paragraph: Paragraph, language: Language) -> float:
    if name.possessive:
        return POSSESSIVE
    first = paragraph.sentence_of(name.first)[0]
    prepositions = language.grammar.prepositions
    before = paragraph.lows[max(first, name.first - 3) : name.first]
    if name.after in paragraph.cues:
        return SUBJECT
    if before and (before[-1] in prepositions or (len(before) > 1 and before[-2] in prepositions)):
        return GOVERNED
    return SUBJECT if name.first - first <= 2 else OTHER  # noqa: PLR2004 - "And then Roe"


def _learn_genders(presence: Presence, paragraphs: Sequence[Paragraph], language: Language) -> None:
    """Let the pronouns of a sentence vote on the one person it, or the one before, names."""
    votes: dict[str, Counter[Gender]] = {}
    forms = dict.fromkeys(language.pronouns.masculine_forms, Gender.MASCULINE)
    forms |= dict.fromkeys(language.pronouns.feminine_forms, Gender.FEMININE)
    mentions: dict[int, dict[int, str]] = {}
    for one in presence.mentions:
        mentions.setdefault(one.name.paragraph, {})[one.name.first] = one.full
    named: set[str] = set()
    for paragraph in paragraphs:
        fulls = mentions.get(paragraph.number, {})
        places = [*fulls, *(at for at, low in enumerate(paragraph.lows) if low in forms)]
        sentence = -1
        for at in sorted(places):
            full = fulls.get(at)
            if full is not None:
                number = paragraph.sentence_number(at)
                if number != sentence:
                    named = {full}
                elif len(named) == 1:
                    named = named | {full}
                sentence = number
            gender = forms.get(paragraph.lows[at])
            if gender is not None and len(named) == 1:
                (alone,) = named
                votes.setdefault(alone, Counter())[gender] += 1
    for full, counts in votes.items():
        (gender, most), *rest = counts.most_common()
        if not rest or most > 2 * rest[0][1]:
            presence.names.learn_gender(full, gender)
