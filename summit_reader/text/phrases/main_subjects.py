"""The subject of a sentence: the first noun phrase that no preposition governs."""

from __future__ import annotations

from summit_reader.text.names.naming import Name, NameKind
from summit_reader.text.phrases.noun_phrases import LONGEST_APPOSITION, NounPhrase, PhraseReader

LONGEST_GOVERNED = 5
"""Words that may stand between a preposition and the name it governs."""
LONGEST_OWNED = 3
"""Words of what somebody owns: "Roe’s campaign"."""


class MainSubjects(PhraseReader):
    """Finds the subject that a verb shares with the main clause."""

    def clause_subject(self, first: int, after: int) -> NounPhrase | None:
        """The subject of a sentence: the first phrase that no preposition governs."""
        main = self._after_introduction(first, after)
        if main > first:
            found = self._first_subject(main, after)
            if found is not None:
                return found
        return self._first_subject(first, after)

    def _after_introduction(self, first: int, after: int) -> int:
        """Where the main clause begins: after the comma, if the sentence opens with an aside."""
        grammar = self.language.grammar
        at = first
        while at < after and self.paragraph.lows[at] in grammar.coordinators:
            at += 1
        if at >= after:
            return first
        opens = self.paragraph.lows[at] in self.language.linking
        cue = self.paragraph.cues.get(at)
        if not opens and not (cue is not None and cue.participle):
            return first
        for comma in range(at + 1, min(after, at + LONGEST_APPOSITION)):
            if self.paragraph.words[comma] == ",":
                return comma + 1
        return first

    def _first_subject(self, first: int, after: int) -> NounPhrase | None:
        pronouns = self.language.pronouns
        at = first
        while at < after:
            low = self.paragraph.lows[at]
            if low in pronouns.third or low in pronouns.first:
                return NounPhrase(at, at + 1, pronoun=low)
            name = self.names.beginning_at(self.paragraph, at)
            if name is not None:
                found = None if self._is_governed(at, first) else self._named_subject(name, after)
                at = name.after
            else:
                found = self._unnamed_subject(at, first)
                at += 1
            if found is not None:
                return found
        return None

    def _named_subject(self, name: Name, after: int) -> NounPhrase | None:
        """The subject that begins with a name: "Roe", "the Roe campaign", "Roe’s aides"."""
        first, head = name.first, name.after
        if not name.possessive:
            if name.kind is NameKind.PLACE:
                return None
            if head < after and self._is_noun_after_name(head):
                return self._described(first, head + 1)
            return NounPhrase(first, head, name=name)
        owned = self.names.beginning_at(self.paragraph, head) if head < after else None
        if owned is not None and owned.kind is NameKind.PERSON:
            return None if owned.possessive else NounPhrase(first, owned.after, name=owned)
        while head < min(after, name.after + LONGEST_OWNED) and self.modifies(head):
            head += 1
        is_body = self.paragraph.lows[head - 1] in self.language.known_nouns
        return self._described(first, head) if head > name.after and is_body else None

    def _unnamed_subject(self, at: int, first: int) -> NounPhrase | None:
        """The subject whose noun is at `at`: "senior officials", "the Republican nominee"."""
        lows = self.paragraph.lows
        is_noun = lows[at] in self.language.people.groups or self._is_titled_phrase(at, first)
        if not is_noun or self._is_governed(at, first) or self._goes_on_as_noun(at):
            return None
        begin = at
        while begin > max(first, at - LONGEST_OWNED) and self.modifies(begin - 1):
            begin -= 1
        owners = self.language.owners
        if begin > first and lows[begin - 1] in owners:
            begin -= 1
        return self._described(begin, at + 1)

    def _goes_on_as_noun(self, at: int) -> bool:
        """Whether another noun follows, as in "campaign manager": that one is the head."""
        following = at + 1
        return following < len(self.paragraph) and (
            self.paragraph.lows[following] in self.language.titles
        )

    def _described(self, first: int, after: int) -> NounPhrase:
        if after + 1 < len(self.paragraph) and self.paragraph.words[after] == ",":
            name = self.names.beginning_at(self.paragraph, after + 1)
            closes = name is not None and self.paragraph.words[name.after : name.after + 1] == [","]
            if name is not None and closes and name.kind is NameKind.PERSON:
                return NounPhrase(first, name.after, name=name, apposition=(first, after))
        common = self.paragraph.printed(first, after)
        return NounPhrase(first, after, common=common, head=after)

    def _is_titled_phrase(self, at: int, first: int) -> bool:
        """Whether "nominee" at `at` ends a phrase that opens with an article."""
        lows = self.paragraph.lows
        language = self.language
        bodies = language.bodies
        if lows[at] not in language.titles | bodies.outlet_nouns | bodies.public | bodies.words:
            return False
        if self.names.covering(self.paragraph, at) is not None:
            return False
        begin = at - 1
        while begin > first and self.modifies(begin) and at - begin < LONGEST_GOVERNED:
            begin -= 1
        owners = language.owners
        return begin >= first and lows[begin] in owners

    def _is_noun_after_name(self, at: int) -> bool:
        low = self.paragraph.lows[at]
        return (
            low in self.language.bodies.words
            or low in self.language.people.groups
            or low in self.language.titles
        )

    def _is_governed(self, at: int, lowest: int) -> bool:
        """Whether a preposition stands before the phrase that begins at `at`, articles aside."""
        grammar = self.language.grammar
        lows, words = self.paragraph.lows, self.paragraph.words
        begin = at - 1
        limit = max(lowest, at - LONGEST_GOVERNED)
        while begin >= limit and (
            lows[begin] in grammar.determiners
            or lows[begin] in self.language.people.modifiers
            or lows[begin] in self.language.titles
            or (begin == at - 1 and words[begin][0].islower() and self.modifies(begin))
        ):
            begin -= 1
        return begin >= lowest and lows[begin] in grammar.prepositions
