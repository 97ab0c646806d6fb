"""Who a mention stands for in its article, and in which role."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summit_reader.domain.article import Metadata
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.take import Role, Voice, VoiceKind
from summit_reader.text.chains import outlet_voice
from summit_reader.text.mentions import Mention, is_body
from summit_reader.text.people import People
from summit_reader.text.vocabulary import EXPERT_TITLES, OFFICIAL_TITLES, PUBLIC_BODIES

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are: one or two voices from the inside out, and the outlet cited, if one."""

    voices: tuple[Voice, ...]
    role: Role
    outlet: OutletProfile | None = None


@dataclass
class Speakers:
    """The speakers of one article; it remembers who spoke last, for "he" and "the broadcaster"."""

    people: People
    metadata: Metadata
    register: OutletRegister
    _descriptions: dict[str, str] = field(default_factory=dict, init=False)
    _last: Speaker | None = field(default=None, init=False)
    _last_person: Speaker | None = field(default=None, init=False)
    _last_outlet: Speaker | None = field(default=None, init=False)

    def meant_by(self, mention: Mention) -> Speaker | None:
        """Whom `mention` stands for; None if it points to nobody named so far."""
        if mention.pronoun:
            return self._last if mention.pronoun in {"they", "it"} else self._last_person
        if mention.outlet_noun:
            return self._last_outlet
        if mention.group:
            return self._group(mention.group)
        return self._named(mention)

    def heard(self, speaker: Speaker) -> None:
        """Remember that `speaker` spoke."""
        self._last = speaker
        if speaker.voices[0].kind is VoiceKind.PERSON:
            self._last_person = speaker
        if speaker.outlet is not None:
            self._last_outlet = speaker

    @property
    def last(self) -> Speaker | None:
        """Who spoke last."""
        return self._last

    def _group(self, group: str) -> Speaker:
        person = self.people.described(group)
        if person is not None:
            return self._person(person.name, person.description)
        return Speaker((Voice(group, VoiceKind.UNNAMED),), Role.UNNAMED)

    def _named(self, mention: Mention) -> Speaker:
        outlet = self.register.named(mention.owner or mention.name)
        if outlet is not None and mention.owner:
            person = self.people.called(mention.name)
            voice = Voice(person.name, VoiceKind.PERSON, mention.description)
            return Speaker((voice, outlet_voice(outlet)), Role.REPORTING, outlet)
        if outlet is not None:
            return Speaker((outlet_voice(outlet),), Role.REPORTING, outlet)
        person = self.people.called(mention.name)
        known = self._descriptions.get(person.name, person.description)
        description = mention.description or known
        is_one_word = len(person.name.split()) == 1
        if is_body(person.name) or (is_one_word and not description):
            return self._body(person.name)
        return self._person(person.name, description)

    def _person(self, name: str, description: str) -> Speaker:
        # Said once, at the first mention: "said Koo Kab-woo, a professor"; afterwards "Koo said".
        if description:
            self._descriptions.setdefault(name, description)
        description = description or self._descriptions.get(name, "")
        words = {word.casefold() for word in description.replace(",", " ").split()}
        if words & (EXPERT_TITLES - {"director"}):
            role = Role.EXPERT
        elif words & OFFICIAL_TITLES or self._acts_in_the_story(name):
            role = Role.OFFICIAL
        else:
            role = Role.EXPERT
        return Speaker((Voice(name, VoiceKind.PERSON, description),), role)

    def _acts_in_the_story(self, name: str) -> bool:
        """Whether the headline names the person: an outsider is hardly ever named there."""
        return name.rsplit(maxsplit=1)[-1].casefold() in _WORD.findall(
            self.metadata.headline.casefold()
        )

    def _body(self, name: str) -> Speaker:
        words = {word.casefold() for word in name.split()}
        is_think_tank = bool(words & {"institute", "university", "centre", "center", "group"})
        role = Role.EXPERT if is_think_tank and not words & PUBLIC_BODIES else Role.OFFICIAL
        return Speaker((Voice(name, VoiceKind.BODY),), role)
