"""Statements without quotation marks: "X said that …", "according to X, …", "…, X said"."""

from __future__ import annotations

from collections.abc import Iterator

from summit_reader.text.attribution.attribution import Attribution, Rule
from summit_reader.text.phrases.phrases import NounPhrase, Phrases
from summit_reader.text.statements.bounds import FEWEST_WORDS, Statement
from summit_reader.text.statements.judgements import Judgements
from summit_reader.text.tokens import DASHES, Paragraph

__all__ = ["Statement", "StatementRules"]

LONGEST_SENTENCE = 160
"""Tokens beyond which a sentence is no sentence."""
LONGEST_AGENT = 4
"""Tokens between "was told" and "by Roe"."""
LONGEST_LEAD_IN = 20
"""Tokens of "As X, a teacher, has noted," before the statement."""
LONGEST_SOURCE = 40
"""Tokens between "according to" and the comma after the source."""


class StatementRules(Judgements):
    """The rules for words without marks, for one text."""

    def statements_in(self, paragraph: Paragraph, sentence: tuple[int, int]) -> Iterator[Statement]:
        """The statements of one sentence, in order."""
        for clause in self._clauses(paragraph, *sentence):
            yield from self._statements_of(paragraph, clause)

    def _clauses(self, paragraph: Paragraph, first: int, after: int) -> list[tuple[int, int]]:
        """The sentence, divided at semicolons with something said on both sides."""
        if ";" not in paragraph.words[first:after]:
            return [(first, after)]
        ends = [at for at in range(first, after) if paragraph.words[at] == ";"]
        clauses: list[tuple[int, int]] = []
        was_said = True
        for begin, end in zip([first, *(at + 1 for at in ends)], [*ends, after], strict=True):
            is_said = any(self.stating(paragraph, begin, end))
            if clauses and not (was_said and is_said):
                clauses[-1] = (clauses[-1][0], end)
                was_said = was_said or is_said
            else:
                clauses.append((begin, end))
                was_said = is_said
        return clauses

    def _statements_of(self, paragraph: Paragraph, clause: tuple[int, int]) -> Iterator[Statement]:
        first, after = self.trimmed(paragraph, *clause)
        if after - first > LONGEST_SENTENCE or after - first < FEWEST_WORDS + 1:
            return
        is_said = paragraph.cues_between(first, after) or paragraph.sources
        if not is_said and self.language.said_things.isdisjoint(paragraph.lows[first:after]):
            return
        phrases = Phrases(paragraph, self.names, self.language)
        for read in (
            self._after_source,
            self._after_lead_in,
            self._before_source,
            self.before_tail,
            self._around,
            self._after_cue,
            self._after_noun,
            self.judged,
        ):
            statement = read(paragraph, phrases, first, after)
            if statement is not None:
                yield statement
                yield from self._further(paragraph, phrases, statement.segments[-1][1], after)
                return

    def _further(
        self, paragraph: Paragraph, phrases: Phrases, first: int, after: int
    ) -> Iterator[Statement]:
        """What else is said in the sentence, by the same speaker or by another."""
        elided = list(self.elided_in(paragraph, first, after))
        yield from elided
        if not elided and first + 1 < after:
            begin, _ = self.trimmed(paragraph, first + 1, after)
            statement = self._after_cue(paragraph, phrases, begin, after)
            if statement is not None:
                yield statement

    def elided_in(self, paragraph: Paragraph, first: int, after: int) -> Iterator[Statement]:
        """The statements of somebody who is not named again: "…, but added that …"."""
        grammar = self.language.grammar
        for at in paragraph.cues_between(first + 1, after - FEWEST_WORDS):
            cue = paragraph.cues[at]
            if not cue.states:
                continue
            before = at - 1
            while before > first and paragraph.lows[before] in self.language.skipped_before_cue:
                before -= 1
            is_participle = cue.participle and paragraph.words[before] == ","
            if paragraph.lows[before] not in grammar.coordinators and not is_participle:
                continue
            begin = self.content_start(paragraph, at, after, at)
            if begin is None:
                continue
            content = self.content(paragraph, begin, self.clause_end(paragraph, begin, after))
            if content is not None:
                attribution = Attribution(
                    Rule.STATEMENT, paragraph, None, (at, at + 1), extent=(at, begin)
                )
                yield Statement((content,), attribution)

    def _after_source(
        self, paragraph: Paragraph, phrases: Phrases, first: int, after: int
    ) -> Statement | None:
        """Reads "According to X, …"."""
        source = paragraph.sources.get(first, 0)
        if not source:
            return None
        phrase = phrases.following(first + source, after)
        if phrase is None:
            return None
        comma = self._comma_after(paragraph, phrase, after)
        begin = comma + 1 if comma is not None else phrase.after
        if comma is None and not self.language.inverts:
            return None
        content = self.content(paragraph, begin, after)
        if content is None:
            return None
        cue = (first, first + source)
        return Statement((content,), Attribution(Rule.ACCORDING, paragraph, phrase, cue))

    def _after_lead_in(
        self, paragraph: Paragraph, phrases: Phrases, first: int, after: int
    ) -> Statement | None:
        """Reads "As X noted, …"."""
        if paragraph.lows[first] not in self.language.grammar.lead_ins:
            return None
        for at in self.stating(paragraph, first + 2, min(first + LONGEST_LEAD_IN, after - 1)):
            comma = at + 1
            while comma < after and paragraph.lows[comma] in (
                self.language.grammar.particles | self.language.grammar.time_words
            ):
                comma += 1
            if comma >= after or paragraph.words[comma] != ",":
                continue
            phrase = phrases.subject_before(at, first + 1)
            content = self.content(paragraph, comma + 1, after)
            if phrase is None or content is None:
                return None
            attribution = Attribution(Rule.STATEMENT, paragraph, phrase, (at, at + 1))
            return Statement((content,), attribution)
        return None

    def _comma_after(self, paragraph: Paragraph, phrase: NounPhrase, after: int) -> int | None:
        """The comma that ends the source, past its apposition."""
        at = phrase.after
        apposition = phrase.apposition
        if (
            apposition is not None
            and at <= apposition[0] < apposition[1] < after
            and self._is_apposition(paragraph, apposition[0])
        ):
            at = apposition[1]
        while at < after and at - phrase.after < LONGEST_SOURCE:
            is_relative = paragraph.lows[at + 1 : at + 2] and (
                paragraph.lows[at + 1] in self.language.pronouns.relative
            )
            if paragraph.words[at] == "," and not is_relative:
                return at
            at += 1
        return None

    def _is_apposition(self, paragraph: Paragraph, at: int) -> bool:
        low = paragraph.lows[at]
        return (
            low
            in self.language.grammar.apposition_openers
            - self.language.pronouns.possessive
            - {"the"}
        )

    def _before_source(
        self, paragraph: Paragraph, phrases: Phrases, first: int, after: int
    ) -> Statement | None:
        """Reads "…, according to X"."""
        for at, source in paragraph.sources.items():
            if not first + FEWEST_WORDS <= at < after:
                continue
            phrase = phrases.following(at + source, after)
            content = self.content(paragraph, first, at)
            if phrase is not None and content is not None:
                return Statement(
                    (content,), Attribution(Rule.ACCORDING, paragraph, phrase, (at, at + source))
                )
        return None

    def _after_noun(
        self, paragraph: Paragraph, _: Phrases, first: int, after: int
    ) -> Statement | None:
        """Reads "Roe’s claim that …"."""
        for at in range(first + 1, after - FEWEST_WORDS):
            if paragraph.lows[at] not in self.language.said_things:
                continue
            if paragraph.lows[at + 1] not in self.language.that:
                continue
            name = self.names.covering(paragraph, at - 1)
            if name is None or not name.possessive or name.after != at:
                continue
            phrase = NounPhrase(name.first, name.after, name=name)
            content = self.content(paragraph, at + 2, self.clause_end(paragraph, at + 2, after))
            if content is not None:
                attribution = Attribution(Rule.OWNER, paragraph, phrase, (at, at + 1))
                return Statement((content,), attribution)
        return None

    def _around(
        self, paragraph: Paragraph, phrases: Phrases, first: int, after: int
    ) -> Statement | None:
        """Reads "…, Roe said, and …": a statement with its attribution in the middle."""
        words = paragraph.words
        for at in self.stating(paragraph, first + 1, after - 1):
            if words[at + 1] != "," and words[at + 1] not in DASHES:
                continue
            phrase = phrases.subject_before(at, first)
            if (
                phrase is None
                or phrase.first - 1 <= first
                or phrase.pronoun in self.language.pronouns.first
            ):
                continue
            sign = words[phrase.first - 1]
            if sign != "," and sign not in DASHES:
                continue
            one = self.content(paragraph, first, phrase.first - 1, fewest=1)
            two = self.content(paragraph, at + 2, self.clause_end(paragraph, at + 2, after))
            if two is not None:
                attribution = Attribution(Rule.SUBJECT_AFTER, paragraph, phrase, (at, at + 1))
                return Statement((two,) if one is None else (one, two), attribution)
        return None

    def _after_cue(
        self, paragraph: Paragraph, phrases: Phrases, first: int, after: int
    ) -> Statement | None:
        """Reads "X said that …", and with some verbs "X said …"."""
        for at in self.stating(paragraph, first, after - FEWEST_WORDS):
            cue = paragraph.cues[at]
            phrase = (
                phrases.subject_before(at, first)
                if not cue.participle
                else self._shared(paragraph, phrases, at, first)
            )
            if phrase is None and self.language.inverts:
                phrase = phrases.following(at + 1, after)
            if self.is_passive(paragraph, at):
                phrase = self._agent(paragraph, phrases, at, after)
            if phrase is None or phrase.pronoun in self.language.pronouns.first:
                continue
            if cue.doubtful and not self._is_verb(paragraph, at, phrase):
                continue
            end = self.subordinate_end(paragraph, first, at, after)
            if self.is_aside(paragraph, at):
                end = next((i for i in range(at, end) if paragraph.words[i] == ","), end)
            begin = self.content_start(paragraph, at, end, phrase.first)
            if begin is None:
                continue
            content = self.content(paragraph, begin, self.clause_end(paragraph, begin, end))
            if content is not None:
                gap = begin - at - 1
                extent = (at, self.attribution_end(paragraph, begin))
                attribution = Attribution(
                    Rule.STATEMENT, paragraph, phrase, (at, at + 1), gap, extent
                )
                return Statement((content,), attribution)
        return None

    def _agent(
        self, paragraph: Paragraph, phrases: Phrases, at: int, after: int
    ) -> NounPhrase | None:
        """Who says what others are told: "the council was told by Roe that …"."""
        agents = self.language.grammar.agents
        for by in range(at + 1, min(at + LONGEST_AGENT, after)):
            if paragraph.lows[by] in agents:
                return phrases.following(by + 1, after)
        return None

    def _is_verb(self, paragraph: Paragraph, at: int, phrase: NounPhrase) -> bool:
        """Whether a doubtful form is one: not in "a Daily Planet report that", "rules that can"."""
        following = paragraph.lows[at + 1 : at + 3]
        if following[0] in self.language.that:
            is_one = paragraph.lows[phrase.first] in self.language.grammar.indefinite
            is_relative = following[1] in self.language.grammar.finite
            is_plural = paragraph.lows[at] == paragraph.cues[at].verb
            return not is_relative and not (is_one and (phrase.name is not None or is_plural))
        return self.is_credible(paragraph, at, phrase)

    def _shared(
        self, paragraph: Paragraph, phrases: Phrases, at: int, first: int
    ) -> NounPhrase | None:
        """The subject of a participle: of "is saying" its own, of "…, adding" the one before."""
        before = paragraph.lows[at - 1] if at else ""
        grammar = self.language.grammar
        quoted = self.quoted_speaker(paragraph, phrases, at, first)
        if quoted is not None:
            return quoted
        if before in grammar.auxiliaries or before in self.language.pronouns.third:
            return phrases.subject_before(at, first)
        shares = before == "," or before in (
            grammar.prepositions | grammar.time_words | self.language.said_things
        )
        return phrases.clause_subject(first, at) if shares else None
