"""Statements that their attribution closes: "…, analysts said", "…, said Jane Roe"."""

from __future__ import annotations

from summit_reader.domain.spans import Span
from summit_reader.text.attribution.attribution import Attribution, Rule
from summit_reader.text.phrases.phrases import NounPhrase, Phrases
from summit_reader.text.statements.bounds import SIGNS, Statement
from summit_reader.text.statements.starts import StatementStarts
from summit_reader.text.tokens import DASHES, QUOTE, Paragraph

FEWEST_BEFORE_TAIL = 2
"""Words of a statement that its attribution follows: "Not so, said Jane Roe"."""
LONGEST_TAIL = 14
"""Tokens that may follow "…, X said": where, when and to whom."""
LONGEST_OPENING = 6
"""Tokens before the subject that opens a sentence: "On Friday, Roe, a teacher, said"."""
SHORTEST_TAIL = 3
"""Tokens of a tail that is a name."""


class StatementTails(StatementStarts):
    """Reads sentences that end with who said them."""

    def before_tail(
        self, paragraph: Paragraph, phrases: Phrases, first: int, after: int
    ) -> Statement | None:
        """Reads "…, analysts said" and "…, said Jane Roe, a professor at …"."""
        auxiliaries = self.language.grammar.auxiliaries
        for at in reversed(list(self.stating(paragraph, first + FEWEST_BEFORE_TAIL, after))):
            before = at - 1
            while before > first and paragraph.lows[before] in auxiliaries:
                before -= 1
            if paragraph.words[before] == "," or paragraph.words[before] in DASHES:
                found = self._inverted(paragraph, phrases, Span(first, after), before, at)
            else:
                found = self._straight(paragraph, phrases, Span(first, after), at)
            if found is not None:
                return found
        return None

    def _inverted(
        self, paragraph: Paragraph, phrases: Phrases, place: Span, comma: int, at: int
    ) -> Statement | None:
        """Reads "…, said Jane Roe" with its verb at `at`; `place` is a range of tokens."""
        if at + 1 < place.end and paragraph.lows[at + 1] in self.language.that:
            return None
        if paragraph.cues[at].participle or self._has_subject(phrases, at, place.start):
            return None
        phrase = phrases.following(at + 1, place.end)
        if phrase is None or not self._closes(paragraph, phrase, place.end):
            return None
        semicolon = next(
            (i for i in range(phrase.after, place.end) if paragraph.words[i] == ";"), None
        )
        rest = self.content(paragraph, semicolon + 1, place.end) if semicolon else None
        fewest = 1 if rest else FEWEST_BEFORE_TAIL
        content = self.content(paragraph, place.start, comma, fewest=fewest)
        if content is None or phrase.pronoun in self.language.pronouns.first:
            return None
        segments = (content,) if rest is None else (content, rest)
        return Statement(segments, Attribution(Rule.VERB_AFTER, paragraph, phrase, (at, at + 1)))

    def _straight(
        self, paragraph: Paragraph, phrases: Phrases, place: Span, at: int
    ) -> Statement | None:
        """Reads "…, analysts said" with its verb at `at`."""
        phrase = phrases.subject_before(at, place.start)
        if phrase is None or phrase.first - 1 <= place.start:
            return None
        sign = paragraph.words[phrase.first - 1]
        if sign != "," and sign not in DASHES:
            return None
        is_tail = self._is_tail(paragraph, at + 1, place.end)
        if not is_tail and not self._is_addressee(paragraph, at, place.end):
            return None
        content = self.content(paragraph, place.start, phrase.first - 1)
        if content is None or phrase.pronoun in self.language.pronouns.first:
            return None
        attribution = Attribution(
            Rule.SUBJECT_AFTER, paragraph, phrase, (at, at + 1), extent=(at, place.end)
        )
        return Statement((content,), attribution)

    def _has_subject(self, phrases: Phrases, at: int, first: int) -> bool:
        """Whether the comma before the verb ends an apposition: "Jane Roe, a teacher, said"."""
        phrase = phrases.subject_before(at, first)
        if phrase is None or phrase.first - first > LONGEST_OPENING:
            return False
        # "The bridge, which is old, is unsafe, says …": its own verb comes before
        between = range(phrase.first, at - 1)
        lows, words = phrases.paragraph.lows, phrases.paragraph.words
        return not any(
            words[i] == "," and lows[i + 1] in self.language.grammar.finite for i in between
        )

    def _closes(self, paragraph: Paragraph, phrase: NounPhrase, after: int) -> bool:
        """Whether the speaker's phrase, with its apposition, is all that follows."""
        if phrase.common and phrase.after < after and paragraph.words[phrase.after] not in SIGNS:
            low = paragraph.lows[phrase.after]
            grammar = self.language.grammar
            endings = (*grammar.verb_endings, *self.language.participle_endings)
            return (
                low in self.language.asides
                or low in self.language.pronouns.relative
                or low.endswith(endings)
            )
        return True

    def _is_tail(self, paragraph: Paragraph, at: int, after: int) -> bool:
        """Whether only time, place and addressee stand between `at` and the end."""
        if at >= after:
            return True
        low = paragraph.lows[at]
        grammar = self.language.grammar
        if low in self.language.that:
            return False
        comma = next(
            (i for i in range(at, min(at + LONGEST_TAIL, after)) if paragraph.words[i] == ","),
            after,
        )
        if low in grammar.time_words and comma < after:
            return True
        if after - at > LONGEST_TAIL or QUOTE in paragraph.words[at:after]:
            return False
        return (
            low in grammar.prepositions
            or low in grammar.time_words
            or low in self.language.addressees
            or (paragraph.words[at][0].isupper() and after - at <= SHORTEST_TAIL)
            or low in grammar.adverbs
            or low in grammar.tails
        )

    def _is_addressee(self, paragraph: Paragraph, at: int, after: int) -> bool:
        """Whether only those who were told stand between the verb and the end."""
        if paragraph.cues[at].verb not in self.language.addressing or after - at > LONGEST_TAIL:
            return False
        grammar, pronouns = self.language.grammar, self.language.pronouns
        tail = paragraph.lows[at + 1 : after]
        blocked = grammar.auxiliaries | pronouns.third | self.language.that
        return blocked.isdisjoint(tail) and "," not in tail
