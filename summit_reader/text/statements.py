"""Statements without quotation marks: "X said that …", "according to X, …", "…, X said"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summit_reader.text.attribution import Attribution, Rule
from summit_reader.text.languages import Language
from summit_reader.text.names import Names
from summit_reader.text.phrases import NounPhrase, Phrases
from summit_reader.text.tokens import DASHES, QUOTE, Paragraph

FEWEST_WORDS = 3
FEWEST_BEFORE_TAIL = 2
"""Words of a statement that its attribution follows: "Not so, said Jane Roe"."""
LONGEST_SENTENCE = 160
"""Tokens beyond which a sentence is no sentence."""
LONGEST_TAIL = 14
"""Tokens that may follow "…, X said": where, when and to whom."""
LONGEST_OPENING = 6
"""Tokens before the subject that opens a sentence: "On Friday, Roe, a teacher, said"."""
LONGEST_SUBJECT = 16
"""Tokens between an inverted verb and the comma before its statement."""
LONGEST_AFTER_CUE = 9
"""Tokens between a verb and its "that": when, where and to whom."""

_OPENING = frozenset(("•", "|", "·"))
_SIGNS = frozenset((",", ";", ":", ".", "!", "?", "…")) | DASHES


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said, in ranges of tokens.

    An attribution without a phrase means whoever spoke before: "…, but added that …".
    """

    segments: tuple[tuple[int, int], ...]
    attribution: Attribution


@dataclass(frozen=True)
class StatementRules:
    """The rules for words without marks, for one text."""

    names: Names
    language: Language

    def statements_in(self, paragraph: Paragraph, sentence: tuple[int, int]) -> Iterator[Statement]:
        """The statements of one sentence, in order."""
        first, after = self._trimmed(paragraph, *sentence)
        if after - first > LONGEST_SENTENCE or after - first < FEWEST_WORDS + 1:
            return
        places = range(first, after)
        if not any(at in paragraph.cues or at in paragraph.sources for at in places) and (
            self.language.said_things.isdisjoint(paragraph.lows[first:after])
        ):
            return
        phrases = Phrases(paragraph, self.names, self.language)
        for read in (self._after_source, self._before_source, self._before_tail, self._around, self._after_cue, self._after_noun):
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
            begin, _ = self._trimmed(paragraph, first + 1, after)
            statement = self._after_cue(paragraph, phrases, begin, after)
            if statement is not None:
                yield statement

    def _trimmed(self, paragraph: Paragraph, first: int, after: int) -> tuple[int, int]:
        words, lows = paragraph.words, paragraph.lows
        while after > first and words[after - 1] in _SIGNS:
            after -= 1
        while first < after and (words[first] in _OPENING or words[first] in DASHES):
            first += 1
        if first < after and lows[first] in self.language.grammar.coordinators | {"yet", "so", "still", "however"}:
            first += 1
            if first < after and words[first] == ",":
                first += 1
        return first, after

    def elided_in(self, paragraph: Paragraph, first: int, after: int) -> Iterator[Statement]:
        """The statements of somebody who is not named again: "…, but added that …"."""
        grammar = self.language.grammar
        for at in range(first + 1, after - FEWEST_WORDS):
            cue = paragraph.cues.get(at)
            if cue is None or not cue.states:
                continue
            before = at - 1
            while before > first and paragraph.lows[before] in grammar.adverbs:
                before -= 1
            if paragraph.lows[before] not in grammar.coordinators:
                continue
            if at + 1 >= after or paragraph.lows[at + 1] not in self.language.that:
                continue
            content = self._content(paragraph, at + 2, self._clause_end(paragraph, at + 2, after))
            if content is not None:
                attribution = Attribution(
                    Rule.STATEMENT, paragraph, None, (at, at + 1), extent=(at, at + 2)
                )
                yield Statement((content,), attribution)

    def _after_source(self, paragraph: Paragraph, phrases: Phrases, first: int, after: int) -> Statement | None:
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
        content = self._content(paragraph, begin, after)
        if content is None:
            return None
        cue = (first, first + source)
        return Statement((content,), Attribution(Rule.ACCORDING, paragraph, phrase, cue))

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
        while at < after and at - phrase.after < 40:
            if paragraph.words[at] == ",":
                return at
            at += 1
        return None

    def _is_apposition(self, paragraph: Paragraph, at: int) -> bool:
        low = paragraph.lows[at]
        return low in self.language.grammar.apposition_openers - self.language.pronouns.possessive - {"the"}

    def _before_source(self, paragraph: Paragraph, phrases: Phrases, first: int, after: int) -> Statement | None:
        """Reads "…, according to X"."""
        for at in range(first + FEWEST_WORDS, after):
            source = paragraph.sources.get(at, 0)
            if not source:
                continue
            phrase = phrases.following(at + source, after)
            content = self._content(paragraph, first, at)
            if phrase is not None and content is not None:
                return Statement(
                    (content,), Attribution(Rule.ACCORDING, paragraph, phrase, (at, at + source))
                )
        return None

    def _stating(self, paragraph: Paragraph, first: int, after: int) -> Iterator[int]:
        lows = paragraph.lows
        grammar = self.language.grammar
        for at in range(first, after):
            cue = paragraph.cues.get(at)
            if cue is None or not (cue.states or self.language.that.intersection(lows[at + 1 : at + 2])):
                continue
            before = lows[at - 1] if at else ""
            if before in grammar.negations:
                continue
            if cue.doubtful and (
                before in grammar.determiners or before in grammar.prepositions
                or before in self.language.pronouns.possessive or (at and paragraph.is_possessive(at - 1))
            ):
                continue
            yield at

    def _before_tail(self, paragraph: Paragraph, phrases: Phrases, first: int, after: int) -> Statement | None:
        """Reads "…, analysts said" and "…, said Jane Roe, a professor at …"."""
        words = paragraph.words
        for at in reversed(list(self._stating(paragraph, first + FEWEST_BEFORE_TAIL, after))):
            before = at - 1
            while before > first and paragraph.lows[before] in self.language.grammar.auxiliaries:
                before -= 1
            if words[before] == "," or words[before] in DASHES:
                if at + 1 < after and paragraph.lows[at + 1] in self.language.that:
                    continue
                if self._has_subject(paragraph, phrases, at, first):
                    continue
                phrase = phrases.following(at + 1, after)
                if phrase is None or paragraph.cues[at].participle or not self._closes(paragraph, phrase, after):
                    continue
                content = self._content(paragraph, first, before, fewest=FEWEST_BEFORE_TAIL)
            else:
                phrase = phrases.subject_before(at, first)
                if phrase is None or phrase.first - 1 <= first:
                    continue
                sign = words[phrase.first - 1]
                if sign != "," and sign not in DASHES:
                    continue
                if not self._is_tail(paragraph, at + 1, after) and not self._is_addressee(
                    paragraph, at, after
                ):
                    continue
                content = self._content(paragraph, first, phrase.first - 1)
            if content is not None and phrase.pronoun not in self.language.pronouns.first:
                rule = Rule.SUBJECT_AFTER if phrase.after <= at else Rule.VERB_AFTER
                extent = (at, after) if phrase.after <= at else None
                attribution = Attribution(rule, paragraph, phrase, (at, at + 1), extent=extent)
                return Statement((content,), attribution)
        return None

    def _after_noun(self, paragraph: Paragraph, phrases: Phrases, first: int, after: int) -> Statement | None:
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
            content = self._content(paragraph, at + 2, self._clause_end(paragraph, at + 2, after))
            if content is not None:
                attribution = Attribution(Rule.OWNER, paragraph, phrase, (at, at + 1))
                return Statement((content,), attribution)
        return None

    def _has_subject(self, paragraph: Paragraph, phrases: Phrases, at: int, first: int) -> bool:
        """Whether the comma before the verb ends an apposition: "Jane Roe, a teacher, said"."""
        phrase = phrases.subject_before(at, first)
        return phrase is not None and phrase.first - first <= LONGEST_OPENING

    def _closes(self, paragraph: Paragraph, phrase: NounPhrase, after: int) -> bool:
        """Whether the speaker's phrase, with its apposition, is all that follows."""
        if phrase.common and phrase.after < after and paragraph.words[phrase.after] not in _SIGNS:
            return paragraph.lows[phrase.after] in self.language.grammar.prepositions | self.language.grammar.time_words | self.language.pronouns.relative
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
            (i for i in range(at, min(at + LONGEST_TAIL, after)) if paragraph.words[i] == ","), after
        )
        if low in grammar.time_words and comma < after:
            return True
        if after - at > LONGEST_TAIL or QUOTE in paragraph.words[at:after]:
            return False
        return (
            low in grammar.prepositions or low in grammar.time_words or low in self.language.addressees
            or (low in grammar.determiners and after - at <= 4)
            or (paragraph.words[at][0].isupper() and after - at <= 3)
            or low in grammar.adverbs
            or low in {"when", "while", "as"}
        )

    def _is_addressee(self, paragraph: Paragraph, at: int, after: int) -> bool:
        """Whether only those who were told stand between the verb and the end."""
        if paragraph.cues[at].verb not in self.language.addressing or after - at > LONGEST_TAIL:
            return False
        grammar, pronouns = self.language.grammar, self.language.pronouns
        tail = paragraph.lows[at + 1 : after]
        blocked = grammar.auxiliaries | pronouns.third | self.language.that
        return blocked.isdisjoint(tail) and "," not in tail

    def _around(self, paragraph: Paragraph, phrases: Phrases, first: int, after: int) -> Statement | None:
        """Reads "…, Roe said, and …": a statement with its attribution in the middle."""
        words = paragraph.words
        for at in self._stating(paragraph, first + 1, after - 1):
            if words[at + 1] != "," and words[at + 1] not in DASHES:
                continue
            phrase = phrases.subject_before(at, first)
            if phrase is None or phrase.first - 1 <= first or phrase.pronoun in self.language.pronouns.first:
                continue
            sign = words[phrase.first - 1]
            if sign != "," and sign not in DASHES:
                continue
            one = self._content(paragraph, first, phrase.first - 1)
            two = self._content(paragraph, at + 2, after)
            if two is not None:
                attribution = Attribution(Rule.SUBJECT_AFTER, paragraph, phrase, (at, at + 1))
                return Statement((two,) if one is None else (one, two), attribution)
        return None

    def _after_cue(self, paragraph: Paragraph, phrases: Phrases, first: int, after: int) -> Statement | None:
        """Reads "X said that …", and with some verbs "X said …"."""
        for at in self._stating(paragraph, first, after - FEWEST_WORDS):
            cue = paragraph.cues[at]
            phrase = phrases.subject_before(at, first) if not cue.participle else self._shared(paragraph, phrases, at, first)
            if phrase is None and self.language.inverts:
                phrase = phrases.following(at + 1, after)
            if phrase is None or phrase.pronoun in self.language.pronouns.first:
                continue
            if cue.doubtful and self._is_one_of_many(paragraph, phrase):
                continue  # "a Daily Planet report that …"
            end = self._subordinate_end(paragraph, first, at, after)
            begin = self._content_start(paragraph, at, end, phrase.first)
            if begin is None:
                continue
            content = self._content(paragraph, begin, self._clause_end(paragraph, begin, end))
            if content is not None:
                gap = begin - at - 1
                extent = (at, self._attribution_end(paragraph, begin))
                attribution = Attribution(
                    Rule.STATEMENT, paragraph, phrase, (at, at + 1), gap, extent
                )
                return Statement((content,), attribution)
        return None

    def _is_one_of_many(self, paragraph: Paragraph, phrase: NounPhrase) -> bool:
        low = paragraph.lows[phrase.first]
        return phrase.name is not None and low in self.language.grammar.indefinite

    def _subordinate_end(self, paragraph: Paragraph, first: int, at: int, after: int) -> int:
        """Where "After Roe insisted that …, " ends: a statement in it ends there too."""
        grammar = self.language.grammar
        opens = paragraph.lows[first] in grammar.conjunctions | grammar.prepositions
        if self.language.inverts or not opens or "," in paragraph.words[first:at]:
            return after
        return next((i for i in range(at, after) if paragraph.words[i] == ","), after)

    def _attribution_end(self, paragraph: Paragraph, content: int) -> int:
        """Where the attribution before `content` ends, a comma between them left out."""
        return content - 1 if paragraph.words[content - 1] == "," else content

    def _shared(
        self, paragraph: Paragraph, phrases: Phrases, at: int, first: int
    ) -> NounPhrase | None:
        """The subject of a participle: of "is saying" its own, of "…, adding" the one before."""
        before = paragraph.lows[at - 1] if at else ""
        grammar = self.language.grammar
        if before in grammar.auxiliaries or before in self.language.pronouns.third:
            return phrases.subject_before(at, first)
        shares = before == "," or before in (
            grammar.prepositions | grammar.time_words | self.language.said_things
        )
        return phrases.clause_subject(first, at) if shares else None

    def _content_start(
        self, paragraph: Paragraph, at: int, after: int, phrase_first: int
    ) -> int | None:
        """Where the statement after the verb at `at` begins; None if this verb has none here."""
        lows, words = paragraph.lows, paragraph.words
        grammar = self.language.grammar
        if self.language.inverts:
            return self._after_comma(paragraph, at, after)
        for that in range(at + 1, min(at + LONGEST_AFTER_CUE, after)):
            if lows[that] in self.language.that and len(lows[that]) == len(words[that]):
                if that == at + 1 or lows[at + 1] in grammar.particles or self._is_aside(paragraph, at, that):
                    return that + 1
                break
            if words[that] in _SIGNS or that in paragraph.cues or lows[that] in grammar.questions:
                break
        if at > 0 and self._is_relative(paragraph, phrase_first):
            return None
        pronouns = self.language.pronouns
        begin = at + 1
        while begin < after and (lows[begin] in grammar.time_words or lows[begin] in grammar.adverbs and lows[begin] not in {"not", "no", "so", "too"}):
            begin += 1
        if begin < after and (
            lows[begin] in grammar.auxiliaries
            or (words[begin][0].islower() and lows[begin].endswith(tuple(grammar.verb_endings)))
        ):
            return None  # "everything Roe says is …": no statement begins with its verb
        if begin >= after or words[begin] in _SIGNS or lows[begin] in grammar.prepositions | {"as", "when", "so", "much", "little", "nothing", "goodbye", "yes", "no", "more"}:
            return None
        if not paragraph.cues[at].bare and lows[begin] not in pronouns.third | grammar.existential:
            return None
        if lows[begin] in self.language.addressees or paragraph.cues[at].verb in self.language.addressing:
            return self._after_addressee(paragraph, begin, after)
        return begin

    def _after_comma(self, paragraph: Paragraph, at: int, after: int) -> int | None:
        """Where the statement begins in "Müller sagte am Montag, dass …" or "…, die Lage sei …"."""
        comma = next(
            (i for i in range(at + 1, min(at + LONGEST_SUBJECT, after)) if paragraph.words[i] == ","),
            None,
        )
        if comma is None or comma + 1 >= after:
            return None
        if paragraph.lows[comma + 1] in self.language.that:
            return comma + 2
        if not paragraph.cues[at].bare or paragraph.lows[comma + 1] in (
            self.language.grammar.conjunctions | self.language.grammar.prepositions
        ):
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

    def _is_relative(self, paragraph: Paragraph, first: int) -> bool:
        """Whether the clause from `first` on is part of another: "what Roe says", "that Roe says"."""
        before = paragraph.lows[first - 1] if first else ""
        language = self.language
        if paragraph.lows[first] in language.that:
            return True
        return before in language.that | language.grammar.questions | language.pronouns.relative | (
            language.grammar.determiners
        )

    def _after_addressee(self, paragraph: Paragraph, begin: int, after: int) -> int | None:
        """Where the statement begins in "told reporters he would"."""
        pronouns = self.language.pronouns
        openers = pronouns.third | pronouns.first | self.language.grammar.existential
        for at in range(begin + 1, min(begin + 6, after)):
            if paragraph.words[at] in _SIGNS:
                return None
            if paragraph.lows[at] in openers:
                return at
        return None

    def _clause_end(self, paragraph: Paragraph, first: int, after: int) -> int:
        """Where the clause ends that the verb governs: before somebody else speaks, or the next verb of saying."""
        grammar = self.language.grammar
        lows, words = paragraph.lows, paragraph.words
        for at in range(first + 1, after):
            if words[at] == ";":
                return at
            if lows[at] in grammar.coordinators and at + 1 < after and self._is_finite(paragraph, at + 1):
                return at
            if not self._is_comma(paragraph, at) or at + 2 >= after:
                continue
            end = at + 1 if at in paragraph.quotes else at
            if self._is_afterthought(paragraph, at, after) or lows[at + 1] in grammar.contrasts:
                return end
            if lows[at + 1] in grammar.coordinators and self._speaks(paragraph, at + 2, after):
                return end
        return after

    def _is_comma(self, paragraph: Paragraph, at: int) -> bool:
        """Whether the token is a comma, or a quotation with one as its last sign."""
        if at in paragraph.quotes:
            return paragraph.text[paragraph.quotes[at].inner.end - 1] == ","
        return paragraph.words[at] == "," or paragraph.words[at] in DASHES

    def _is_finite(self, paragraph: Paragraph, at: int) -> bool:
        """Whether a verb of saying stands at `at` that shares its subject with the one before."""
        cue = paragraph.cues.get(at)
        if cue is None or cue.participle or cue.doubtful:
            return False
        return paragraph.lows[at] != cue.verb

    def _speaks(self, paragraph: Paragraph, at: int, after: int) -> bool:
        """Whether somebody speaks within a few tokens from `at`: "…, but he said"."""
        grammar = self.language.grammar
        while at < after and paragraph.lows[at] in grammar.adverbs:
            at += 1
        return any(one in paragraph.cues for one in range(at, min(at + 3, after)))

    def _is_afterthought(self, paragraph: Paragraph, comma: int, after: int) -> bool:
        """Whether the report itself adds something up to the end: "…, which forced her to leave"."""
        language = self.language
        at = comma + 1
        while at + 1 < after and paragraph.lows[at].endswith(tuple(language.grammar.adverb_endings)):
            at += 1
        opener = paragraph.lows[at]
        if opener.endswith(tuple(language.participle_endings)) and at in paragraph.cues:
            return True  # "…, adding that"
        if opener in language.grammar.prepositions:
            return False  # "including"
        if opener not in language.grammar.afterthoughts and not opener.endswith(
            tuple(language.participle_endings)
        ):
            return False
        following = next((i for i in range(at, after - 1) if paragraph.words[i] == ","), None)
        if following is None:
            return True
        # "the talks, which began in May, are stalled": the clause goes on with its verb.
        low = paragraph.lows[following + 1]
        return low not in language.grammar.auxiliaries and not low.endswith(
            tuple(language.grammar.verb_endings)
        )

    def _content(
        self, paragraph: Paragraph, first: int, after: int, fewest: int = FEWEST_WORDS
    ) -> tuple[int, int] | None:
        """The statement between two tokens, trimmed; None if it has too few words."""
        first, after = self._trimmed(paragraph, first, after)
        words = sum(1 for at in range(first, after) if paragraph.words[at][0].isalnum())
        quoted = any(at in paragraph.quotes for at in range(first, after))
        return (first, after) if words >= fewest or (quoted and words) else None
