"""The noun phrases of a paragraph: before a verb, after it, and as subject of its sentence."""

from __future__ import annotations

from summit_reader.text.names.naming import NameKind
from summit_reader.text.phrases.before import PhrasesBefore
from summit_reader.text.phrases.noun_phrases import (
    BREAKS,
    LONGEST_MODIFIER,
    LONGEST_PHRASE,
    NounPhrase,
)
from summit_reader.text.tokens import QUOTE

__all__ = ["NounPhrase", "Phrases"]


class Phrases(PhrasesBefore):
    """Reads phrases on both sides of a verb."""

    def following(self, at: int, highest: int) -> NounPhrase | None:
        """The noun phrase at `at`, or after adverbs there: "said Jane Roe, a teacher"."""
        lows, words = self.paragraph.lows, self.paragraph.words
        grammar = self.language.grammar
        while (
            at < highest
            and not words[at][0].isupper()
            and (lows[at] in grammar.adverbs or self.is_adverb(lows[at]))
        ):
            at += 1
        if at >= highest:
            return None
        low = lows[at]
        if low in self.language.pronouns.third or low in self.language.pronouns.first:
            return NounPhrase(at, at + 1, pronoun=low)
        head = self._head_end(at, highest)
        if head <= at:
            return None
        return self._following_name(at, head, highest) or self._following_common(at, head, highest)

    def object_at(self, at: int, highest: int) -> NounPhrase | None:
        """The noun phrase or pronoun that a verb before `at` governs: "quoted him as saying"."""
        if at < highest and self.paragraph.lows[at] in self.language.pronouns.objects:
            return NounPhrase(at, at + 1, pronoun=self.paragraph.lows[at])
        return self.following(at, highest)

    def _head_end(self, first: int, highest: int) -> int:
        """Where the phrase from `first` on ends, its complements and appositions left out."""
        words = self.paragraph.words
        at = first
        while at < highest and at - first <= LONGEST_PHRASE + LONGEST_MODIFIER:
            word = words[at]
            name = self.names.covering(self.paragraph, at)
            if name is not None and name.first <= at:
                at = name.after
                is_full = name.kind is NameKind.PERSON and " " in name.core and not name.possessive
                if is_full and (at >= highest or not self._goes_on(at)):
                    break
                continue
            if word in BREAKS and word not in {"’", "'"}:
                break
            if self._ends_head(at, first) and not self._joins_titles(at, first, highest):
                break
            at += 1
        return min(at, highest)

    def _ends_head(self, at: int, first: int) -> bool:
        """Whether a small word at `at` ends the phrase: a preposition, "who", "on Friday"."""
        low = self.paragraph.lows[at]
        grammar = self.language.grammar
        if low in grammar.prepositions or low in grammar.conjunctions or low in self.language.that:
            return True
        if at == first:
            return False
        return (
            low in grammar.time_words
            or low in self.language.pronouns.relative
            or low in grammar.auxiliaries
            or self._is_reduced(at, first)
            or (self._is_verb(at) and low not in self.language.titles)
        )

    def _is_reduced(self, at: int, first: int) -> bool:
        """Whether a relative clause without its pronoun begins: "a report published on Monday"."""
        grammar = self.language.grammar
        word, low = self.paragraph.words[at], self.paragraph.lows[at]
        if at - 1 <= first or word[0].isupper() or not low.endswith(tuple(grammar.verb_endings)):
            return False
        following = self.paragraph.lows[at + 1 : at + 2]
        return bool(following) and following[0] in grammar.prepositions | grammar.agents

    def _is_verb(self, at: int) -> bool:
        """Whether a verb of saying stands at `at`: "report" is none after an article."""
        cue = self.paragraph.cues.get(at)
        if cue is None:
            return False
        owners = self.language.owners
        return not cue.doubtful or self.paragraph.lows[at - 1] not in owners

    def _goes_on(self, at: int) -> bool:
        """Whether a noun follows a full name, which then is no speaker: "the Jane Roe campaign"."""
        word, low = self.paragraph.words[at], self.paragraph.lows[at]
        return word[0].isalnum() and low in self.language.known_nouns

    def _joins_titles(self, at: int, first: int, highest: int) -> bool:
        """Whether "and" at `at` stands inside a title: "co-founder and chairman Jane Roe"."""
        lows = self.paragraph.lows
        if at == first or at + 1 >= highest or lows[at] not in self.language.grammar.coordinators:
            return False
        return lows[at - 1] in self.language.titles and (
            lows[at + 1] in self.language.titles | self.language.people.modifiers
        )

    def _following_name(self, first: int, head: int, highest: int) -> NounPhrase | None:
        names = self.names.within(self.paragraph, first, head)
        ending = [name for name in names if name.after == head and not name.possessive]
        if ending:
            name = ending[-1]
            after, place = self._place(head, highest)
            apposition = self._apposition(after, highest)
            return NounPhrase(first, after, name=name, apposition=apposition, place=place)
        comma = self._comma_before_name(first, head, highest, is_named=bool(names))
        named = None if comma is None else self.names.beginning_at(self.paragraph, comma + 1)
        if comma is None or named is None:
            return None
        if named.kind is not NameKind.PERSON or named.possessive:
            return None
        return NounPhrase(first, named.after, name=named, apposition=(first, comma))

    def _comma_before_name(
        self, first: int, head: int, highest: int, *, is_named: bool
    ) -> int | None:
        """The comma in "said the group’s leader, Jane Roe" and "said the head of it, Jane Roe"."""
        lows, words = self.paragraph.lows, self.paragraph.words
        grammar = self.language.grammar
        is_definite = lows[first] in self.language.owners
        at = head
        if is_definite and head < highest and lows[head] in grammar.prepositions:
            limit = min(highest, head + LONGEST_MODIFIER)
            while at < limit and words[at] not in BREAKS:
                at += 1
        elif is_named and not is_definite and not self.paragraph.is_possessive(first):
            return None
        return at if at < highest and words[at] == "," else None

    def _following_common(self, first: int, head: int, highest: int) -> NounPhrase | None:
        common = self.paragraph.printed(first, head)
        after, _ = self._place(head, highest)
        return NounPhrase(first, after, common=common, head=head)

    def _place(self, at: int, highest: int) -> tuple[int, tuple[int, int] | None]:
        """The affiliation in "… of the Rand Institute", and where it ends."""
        lows = self.paragraph.lows
        if at + 1 >= highest or lows[at] not in self.language.grammar.affiliating:
            return at, None
        begin = at + 1
        while begin < highest and lows[begin] in self.language.grammar.determiners:
            begin += 1
        end = begin
        while end < highest:
            name = self.names.covering(self.paragraph, end)
            if name is not None:
                end = name.after
            elif (
                end > begin
                and lows[end] in self.language.grammar.joining
                and self._name_follows(end, highest)
            ):
                end += 1
            else:
                break
        return (end, (at + 1, end)) if end > begin else (at, None)

    def _name_follows(self, at: int, highest: int) -> bool:
        return any(
            self.names.covering(self.paragraph, later) is not None
            for later in range(at + 1, min(at + 3, highest))
        )

    def _apposition(self, at: int, highest: int) -> tuple[int, int] | None:
        """What stands after a name and a comma, up to the next comma or the end."""
        words = self.paragraph.words
        if at + 1 >= highest or words[at] not in {",", "—", "–", "--"}:
            return None
        end = at + 1
        while (
            end < highest
            and words[end] not in {QUOTE, ";", ":", "(", "—", "–", "--", "."}
            and not (words[end] == "," and end > at + 1)
        ):
            end += 1
        return (at + 1, end) if end > at + 1 else None
