"""Where a statement begins after its cue: at "that", at once, or past those who were told."""

from __future__ import annotations

from summit_reader.text.statements.bounds import SIGNS, StatementBounds
from summit_reader.text.tokens import Paragraph

LONGEST_SUBJECT = 16
"""Tokens between an inverted verb and the comma before its statement."""
LONGEST_AFTER_CUE = 12
"""Tokens between a verb and its "that": when, where and to whom."""
LONGEST_NOUN_PHRASE = 9
"""Tokens of a statement's subject, up to the verb that shows it to be one."""
LONGEST_ADDRESSEE = 6
"""Tokens of those who were told, before what they were told."""


class StatementStarts(StatementBounds):
    """Finds the first token of what is stated."""

    def content_start(
        self, paragraph: Paragraph, at: int, after: int, phrase_first: int
    ) -> int | None:
        """Where the statement after the verb at `at` begins; None if this verb has none here."""
        if self.language.inverts:
            return self._after_comma(paragraph, at, after)
        start = self._after_that(paragraph, at, after)
        if start is not None:
            return start
        if self.is_part(paragraph, phrase_first):
            return self._after_relative(paragraph, at, after, phrase_first)
        return self._bare_start(paragraph, at, after)

    def _after_relative(
        self, paragraph: Paragraph, at: int, after: int, phrase_first: int
    ) -> int | None:
        """Where "the talks, which Roe said were long" states: at the verb of the clause."""
        if not phrase_first or at + 1 >= after:
            return None
        grammar = self.language.grammar
        low = paragraph.lows[at + 1]
        is_verb = low in grammar.finite or low.endswith(tuple(grammar.verb_endings))
        return (
            at + 1
            if is_verb and paragraph.lows[phrase_first - 1] in grammar.afterthoughts
            else None
        )

    def _after_that(self, paragraph: Paragraph, at: int, after: int) -> int | None:
        """Where "said (on Friday) that …" begins to state."""
        lows, words = paragraph.lows, paragraph.words
        grammar = self.language.grammar
        asides = self.language.asides
        for that in range(at + 1, min(at + LONGEST_AFTER_CUE, after)):
            # "that’s" is no "that".
            if lows[that] in self.language.that and len(lows[that]) == len(words[that]):
                is_near = that == at + 1 or lows[at + 1] in grammar.particles
                if not is_near and not self._is_aside(paragraph, at, that):
                    return None
                return self._past_that(paragraph, that, after)
            if that in paragraph.cues or lows[that] in grammar.questions:
                return None
            if words[that] in SIGNS and (words[that] != "," or lows[at + 1] not in asides):
                return None
        return None

    def _past_that(self, paragraph: Paragraph, that: int, after: int) -> int:
        """Where the statement begins: in "believe that is likely" with "that" itself."""
        begin = that + 1
        if begin < after and paragraph.words[begin] == ",":
            begin += 1
        is_subject = begin < after and paragraph.lows[begin] in self.language.grammar.finite
        return that if is_subject else begin

    def _bare_start(self, paragraph: Paragraph, at: int, after: int) -> int | None:
        """Where "said (on Friday) the bridge was closed" begins to state."""
        lows = paragraph.lows
        grammar = self.language.grammar
        begin = at + 1
        while begin < after and (
            lows[begin] in grammar.time_words
            or (lows[begin] in grammar.adverbs and lows[begin] not in grammar.empty)
        ):
            begin += 1
        if begin < after and lows[begin] in grammar.prepositions:
            begin = self._past_place(paragraph, begin, after)
        if begin >= after or not self._opens_statement(paragraph, begin, after):
            return None
        cue = paragraph.cues[at]
        subjects = self.language.small_subjects
        if (
            not cue.bare
            and lows[begin] not in subjects
            and not self._is_clause(paragraph, begin, after)
        ):
            return None
        if lows[begin] in self.language.addressees or cue.verb in self.language.addressing:
            return self._after_addressee(paragraph, begin, after)
        return begin

    def _past_place(self, paragraph: Paragraph, begin: int, after: int) -> int:
        """Past "after the vote" in "said after the vote he would leave"; else `begin`."""
        language = self.language
        openers = language.pronouns.third - language.pronouns.objects
        for at in range(begin + 2, min(begin + LONGEST_ADDRESSEE, after - 1)):
            if paragraph.words[at] in SIGNS:
                break
            if paragraph.lows[at] in openers and paragraph.lows[at + 1] in language.grammar.finite:
                return at
        return begin

    def _is_clause(self, paragraph: Paragraph, first: int, after: int) -> bool:
        """Whether a subject and its finite verb follow: "noted clients are beginning to …"."""
        language = self.language
        opened = language.subordinating
        for at in range(first + 1, min(first + LONGEST_NOUN_PHRASE, after)):
            low = paragraph.lows[at]
            if low in language.grammar.finite or self._is_past(paragraph, at, after):
                return True
            cue = paragraph.cues.get(at)
            if cue is not None and not cue.doubtful:
                return not cue.participle and paragraph.lows[at - 1] not in (
                    language.grammar.infinitive
                )
            if paragraph.words[at] in SIGNS or low in opened:
                return False
        return False

    def _is_past(self, paragraph: Paragraph, at: int, after: int) -> bool:
        """Whether a verb in the past stands at `at` with its object: "erased all memory"."""
        if at + 1 >= after or not paragraph.lows[at].endswith(
            tuple(self.language.grammar.verb_endings)
        ):
            return False
        language = self.language
        return paragraph.lows[at + 1] in (language.owners | language.pronouns.objects)

    def _opens_statement(self, paragraph: Paragraph, at: int, after: int) -> bool:
        """Whether a statement can begin at `at`: none does with its verb, few with "little"."""
        low, word = paragraph.lows[at], paragraph.words[at]
        grammar = self.language.grammar
        if low in grammar.auxiliaries or low in grammar.coordinators or word in SIGNS:
            return False
        if word[0].islower() and low.endswith(tuple(grammar.verb_endings)):
            return False
        if low in grammar.prepositions:
            # "about 20 people have": a number, and no year
            is_count = at + 2 < after and paragraph.words[at + 1].isdigit()
            return is_count and paragraph.lows[at + 2] not in self.language.function_words
        if low in grammar.empty:
            return low not in grammar.conjunctions and self._is_clause(paragraph, at, after)
        return True

    def _after_comma(self, paragraph: Paragraph, at: int, after: int) -> int | None:
        """Where the statement begins in "Müller sagte am Montag, dass …" or "…, die Lage sei …"."""
        comma = next(
            (
                i
                for i in range(at + 1, min(at + LONGEST_SUBJECT, after))
                if paragraph.words[i] == ","
            ),
            None,
        )
        if comma is None or comma + 1 >= after:
            return None
        if paragraph.lows[comma + 1] in self.language.that:
            return comma + 2
        if not paragraph.cues[at].bare or paragraph.lows[comma + 1] in (self.language.linking):
            return None
        return comma + 1

    def _is_aside(self, paragraph: Paragraph, at: int, that: int) -> bool:
        """Whether time, place or addressee is all between the verb and "that"."""
        low = paragraph.lows[at + 1]
        grammar, pronouns = self.language.grammar, self.language.pronouns
        between = paragraph.lows[at + 1 : that]
        if grammar.auxiliaries.intersection(between) or pronouns.third.intersection(between):
            return False
        cue = paragraph.cues[at]
        return (
            cue.verb in self.language.addressing
            or low in grammar.prepositions
            or low in grammar.time_words
            or low in grammar.adverbs
            or low in self.language.addressees
        )

    def is_part(self, paragraph: Paragraph, first: int) -> bool:
        """Whether the clause from `first` on is part of another: "what Roe says"."""
        before = paragraph.lows[first - 1] if first else ""
        language = self.language
        if paragraph.lows[first] in language.that:
            return True
        if (
            first > 1
            and paragraph.lows[first - 2] in language.grammar.prepositions
            and (before in language.grammar.afterthoughts)
        ):
            return False  # "a letter in which Roe said"
        return before in language.subordinating or before in language.grammar.determiners

    def _after_addressee(self, paragraph: Paragraph, begin: int, after: int) -> int | None:
        """Where the statement begins in "told reporters he would"."""
        pronouns = self.language.pronouns
        named = self._past_named(paragraph, begin, after)
        if named is not None:
            return named
        openers = pronouns.third | pronouns.first | self.language.grammar.existential
        for at in range(begin + 1, min(begin + LONGEST_ADDRESSEE, after)):
            if paragraph.words[at] in SIGNS:
                return None
            if paragraph.lows[at] in openers:
                return at
        return None

    def _past_named(self, paragraph: Paragraph, begin: int, after: int) -> int | None:
        """Where the statement begins in "told the BBC the bridge was", "told a rally taxes are"."""
        at = begin
        grammar = self.language.grammar
        if paragraph.lows[at] in self.language.owners:
            at += 1
        name = self.names.beginning_at(paragraph, at) if at < after else None
        if name is not None and not name.possessive:
            at = name.after
        elif at < after and paragraph.lows[at] in self.language.addressees:
            at += 1
        else:
            return None
        while at < after and paragraph.lows[at] in grammar.time_words:
            at += 1
        openers = self.language.small_subjects
        opens = at < after and (
            paragraph.lows[at] in openers or self._is_clause(paragraph, at, after)
        )
        return at if opens and self._opens_statement(paragraph, at, after) else None

    def subordinate_end(self, paragraph: Paragraph, first: int, at: int, after: int) -> int:
        """Where "After Roe insisted that …, " ends: a statement in it ends there too."""
        opens = paragraph.lows[first] in self.language.linking
        if self.language.inverts or not opens or "," in paragraph.words[first:at]:
            return after
        return next((i for i in range(at, after) if paragraph.words[i] == ","), after)

    def attribution_end(self, paragraph: Paragraph, content: int) -> int:
        """Where the attribution before `content` ends, a comma between them left out."""
        return content - 1 if paragraph.words[content - 1] == "," else content
