"""Speakers as links of a chain: name, kind, affiliation as printed, role."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summit_reader.domain.article import Metadata
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.take import Role, Voice, VoiceKind
from summit_reader.text.attribution.attribution import Attribution
from summit_reader.text.chains import outlet_voice
from summit_reader.text.discourse import BY_NAME, Discourse, Referent
from summit_reader.text.names.naming import Name, NameKind
from summit_reader.text.phrases.phrases import NounPhrase
from summit_reader.text.tokens import Paragraph

LONGEST_DESCRIPTION = 24
"""Words beyond which an apposition tells a story."""

QUOTED = 14
"""Tokens before "as saying" in which stands who quotes."""

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are: one or two voices from the inside out, and the outlet cited, if one."""

    voices: tuple[Voice, ...]
    role: Role
    outlet: OutletProfile | None = None


@dataclass
class Speakers:
    """The speakers of one article; a description said once holds for the whole of it."""

    discourse: Discourse
    metadata: Metadata
    register: OutletRegister
    _descriptions: dict[str, str] = field(default_factory=dict)

    def of(self, referent: Referent, attribution: Attribution) -> Speaker:
        """The speaker that `referent` is, as the phrase of `attribution` describes it."""
        outlet = self.register.named(referent.name)
        if outlet is not None and referent.kind is not NameKind.PERSON:
            return Speaker((outlet_voice(outlet),), Role.REPORTING, outlet)
        if referent.kind is NameKind.PERSON:
            return self._person(referent, attribution)
        if referent.kind is None:
            return self._unnamed(referent.name, attribution)
        return self._body(referent.name)

    def _person(self, referent: Referent, attribution: Attribution) -> Speaker:
        name, phrase = referent.name, attribution.phrase
        description = ""
        if phrase is not None and phrase.name is not None and referent.reference in BY_NAME:
            employer = self._employer(phrase, attribution)
            if employer is not None:
                voice = Voice(name, VoiceKind.PERSON)
                return Speaker((voice, outlet_voice(employer)), Role.REPORTING, employer)
            description = self._described(phrase, phrase.name, attribution.paragraph)
        # Said once, at the first mention: "said Koo Kab-woo, a professor"; afterwards "Koo said".
        if description:
            self._descriptions.setdefault(name, description)
        description = (
            description or self._descriptions.get(name) or self.discourse.titles.get(name, "")
        )
        voice, role = Voice(name, VoiceKind.PERSON, description), self._role(name, description)
        quoting = self._quoting_outlet(attribution)
        if quoting is not None:
            return Speaker((voice, outlet_voice(quoting)), role, quoting)
        return Speaker((voice,), role)

    def _employer(self, phrase: NounPhrase, attribution: Attribution) -> OutletProfile | None:
        """The outlet in "The Guardian’s Andrew Roth" or "said Andrew Roth in The Guardian"."""
        paragraph = attribution.paragraph
        names = self.discourse.names
        owner = names.ending_at(paragraph, phrase.first) if phrase.first else None
        owners = names.within(paragraph, phrase.first, phrase.after)
        for name in (*owners, *((owner,) if owner else ())):
            if name.possessive and name.kind is NameKind.OUTLET:
                return self.register.named(name.core)
        opening = self._opening_outlet(phrase, paragraph)
        if opening is not None:
            return opening
        places = [phrase.after]
        if phrase.place is not None:
            places.append(phrase.place[0])
        if attribution.cue is not None:
            places.append(attribution.cue[1])
        found = (published_in(self.discourse, self.register, paragraph, at) for at in places)
        return next(filter(None, found), None)

    def _opening_outlet(self, phrase: NounPhrase, paragraph: Paragraph) -> OutletProfile | None:
        """The outlet in "In The Guardian, Andrew Roth says …"."""
        names, grammar = self.discourse.names, self.discourse.language.grammar
        comma = phrase.first - 1
        if comma < 2 or paragraph.words[comma] != ",":  # noqa: PLR2004 - "in", and a name
            return None
        outlet = names.ending_at(paragraph, comma)
        if outlet is None or outlet.kind is not NameKind.OUTLET or outlet.possessive:
            return None
        before = outlet.first - 1
        if before > 0 and paragraph.lows[before] in grammar.determiners:
            before -= 1
        is_published = before >= 0 and paragraph.lows[before] in grammar.publishing
        return self.register.named(outlet.core) if is_published else None

    def _quoting_outlet(self, attribution: Attribution) -> OutletProfile | None:
        """The outlet in "was quoted by Xinhua as saying" and "Xinhua quoted Roe as saying"."""
        paragraph, cue = attribution.paragraph, attribution.cue
        grammar = self.discourse.language.grammar
        if cue is None or not cue[0] or paragraph.lows[cue[0] - 1] not in grammar.lead_ins:
            return None
        for name in self.discourse.names.within(paragraph, max(cue[0] - QUOTED, 0), cue[0]):
            before = paragraph.lows[max(name.first - 1, 0)]
            if before in grammar.determiners:
                before = paragraph.lows[max(name.first - 2, 0)]
            if name.kind is NameKind.OUTLET and (
                before in grammar.agents or name.after in paragraph.cues
            ):
                return self.register.named(name.core)
        return None

    def _described(self, phrase: NounPhrase, name: Name, paragraph: Paragraph) -> str:
        """The affiliation as printed: title, "of the Rand Institute", apposition."""
        parts = []
        is_before = phrase.apposition is not None and phrase.apposition[0] == phrase.first
        if phrase.first < name.core_first and not is_before:
            parts.append(self._printed(paragraph, phrase.first, name.core_first))
        if phrase.place is not None:
            first, after = phrase.place
            if paragraph.lows[first] in self.discourse.language.grammar.prepositions:
                first += 1
            parts.append(self._printed(paragraph, first, after))
        apposition = self._past_age(phrase.apposition, paragraph)
        if apposition is not None and self._is_description(apposition, paragraph):
            first, after = apposition
            relative = self.discourse.language.pronouns.relative
            clauses = (at for at in range(first, after) if paragraph.lows[at] in relative)
            parts.append(self._printed(paragraph, first, next(clauses, after)))
        return ", ".join(part for part in parts if part)

    def _past_age(
        self, apposition: tuple[int, int] | None, paragraph: Paragraph
    ) -> tuple[int, int] | None:
        """What "52, a welder" says besides the age."""
        if apposition is None or not paragraph.words[apposition[0]].isdigit():
            return apposition
        first, after = apposition
        if first + 2 < after and paragraph.words[first + 1] == ",":
            return first + 2, after
        return apposition

    def _printed(self, paragraph: Paragraph, first: int, after: int) -> str:
        """The tokens as printed, without the article or honorific they begin with."""
        language = self.discourse.language
        people = language.people
        if first < after and paragraph.lows[first] in (
            language.grammar.determiners | language.pronouns.possessive
            | people.honorifics_masculine | people.honorifics_feminine
        ):  # fmt: skip
            first += 1
        printed = paragraph.printed(first, after).strip(" ,.")
        if first < after and paragraph.is_possessive(after - 1):
            for ending in language.grammar.possessive_endings:
                printed = printed.removesuffix(ending)
        return printed

    def _is_description(self, apposition: tuple[int, int], paragraph: Paragraph) -> bool:
        """Whether an apposition says who somebody is, and not what he did or when."""
        first, after = apposition
        if after - first > LONGEST_DESCRIPTION or any(
            at in paragraph.quotes for at in range(first, after)
        ):
            return False
        low = paragraph.lows[first]
        language = self.discourse.language
        grammar = language.grammar
        if paragraph.words[first].isdigit() or low in language.linking:
            return False
        pronouns = language.pronouns
        clauses = pronouns.relative | grammar.afterthoughts
        if low in clauses | pronouns.third | grammar.time_words:
            return False
        if first in paragraph.cues or low in grammar.adverbs:
            return False
        words = set(paragraph.lows[first:after])
        opens = low in grammar.apposition_openers | language.people.modifiers
        return opens or bool(words & (language.titles | language.bodies.words))

    def _role(self, name: str, description: str) -> Role:
        people = self.discourse.language.people
        words = {word.casefold() for word in _WORD.findall(description)}
        if words & people.expert and not words & people.official - people.expert:
            return Role.EXPERT
        if words & people.official or self._acts_in_the_story(name):
            return Role.OFFICIAL
        return Role.EXPERT

    def _acts_in_the_story(self, name: str) -> bool:
        """Whether the headline names the person: an outsider is hardly ever named there."""
        headline = _WORD.findall(self.metadata.headline.casefold())
        return any(part.casefold() in headline for part in name.split())

    def _unnamed(self, name: str, attribution: Attribution) -> Speaker:
        language = self.discourse.language
        words = [word.lower() for word in name.split()]
        if words and words[-1] in language.bodies_known:
            return self._body(name)
        description = self._complement(attribution)
        if name.endswith(description):
            description = ""  # "the ministry of health" has it in its name
        return Speaker((Voice(name, VoiceKind.UNNAMED, description),), Role.UNNAMED)

    def _complement(self, attribution: Attribution) -> str:
        """Whom "a spokesman for the council" speaks for; empty if that is not said."""
        phrase, paragraph = attribution.phrase, attribution.paragraph
        if phrase is None or not phrase.common or phrase.head >= phrase.after:
            return ""
        if paragraph.lows[phrase.head] not in self.discourse.language.grammar.affiliating:
            return ""
        return self._printed(paragraph, phrase.head + 1, phrase.after)

    def _body(self, name: str) -> Speaker:
        bodies = self.discourse.language.bodies
        words = {word.casefold() for word in name.split()}
        is_think_tank = bool(words & bodies.think_tanks) and not words & bodies.public
        role = Role.EXPERT if is_think_tank else Role.OFFICIAL
        return Speaker((Voice(name, VoiceKind.BODY),), role)


def published_in(
    discourse: Discourse, register: OutletRegister, paragraph: Paragraph, at: int
) -> OutletProfile | None:
    """The outlet that a phrase like "in The Guardian" or "in the i newspaper" at `at` names."""
    grammar, bodies = discourse.language.grammar, discourse.language.bodies
    lows = paragraph.lows
    if at + 1 >= len(paragraph) or lows[at] not in grammar.publishing:
        return None
    begin = at + 1
    if lows[begin] in grammar.determiners and begin + 1 < len(paragraph):
        begin += 1
    name = discourse.names.covering(paragraph, begin)
    if name is not None and name.kind is NameKind.OUTLET and not name.possessive:
        return register.named(name.core)
    after = name.after if name is not None else begin + 1
    if after < len(paragraph) and lows[after] in bodies.outlet_nouns:
        printed = paragraph.printed(begin, after)
        with_noun = paragraph.printed(begin, after + 1)
        return register.named(printed) or register.named(with_noun) or OutletProfile(printed)
    return None
