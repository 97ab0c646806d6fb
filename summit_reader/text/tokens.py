"""Paragraphs as words, signs and quotations: what the rules of attribution read.

A quotation is one token, so that nothing a speaker says is taken for the report around it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from summit_reader.domain.spans import Span
from summit_reader.text.languages import Language
from summit_reader.text.quotations import Quotation
from summit_reader.text.vocabulary import Cue

QUOTE = "\x01"
"""The text of a token that stands for a quotation."""
DASHES = frozenset(("—", "–", "--", "―", "---", "-"))
ENDS = frozenset(".!?…")
_CONTINUING = frozenset((",", ";", ":", ")", "]"))
_CLOSING = frozenset((")", "]", "”", '"'))

_TOKEN = re.compile(r"[^\W_]+(?:[’'.&/-][^\W_]+)*|--+|[^\w\s\x01]|_")
_POSSESSIVE = re.compile(r"[’']s$")


@dataclass(slots=True)
class Paragraph:
    """The tokens of a paragraph, in parallel lists, and what stands where among them.

    `lows` are in small letters with straight apostrophes and without the ending of a possessive;
    `capitals` are the tokens that begin with a capital letter; `quotes` maps tokens to quotations,
    `cues` to verbs of saying, `sources` to the number of tokens that introduce a source
    ("according to"); `sentences` are ranges of tokens.
    """

    number: int
    text: str
    place: Span
    words: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    capitals: list[int] = field(default_factory=list)
    quotes: dict[int, Quotation] = field(default_factory=dict)
    quote_tokens: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    cues: dict[int, Cue] = field(default_factory=dict)
    cue_tokens: list[int] = field(default_factory=list)
    sources: dict[int, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, after: int) -> Span:
        """Where the tokens from `first` to before `after` stand."""
        return Span(self.starts[first], self.ends[after - 1])

    def printed(self, first: int, after: int) -> str:
        """The text of those tokens, blanks made single."""
        if first >= after:
            return ""
        return " ".join(self.text[self.starts[first] : self.ends[after - 1]].split())

    def is_capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.words[at][0].isupper()

    def is_possessive(self, at: int) -> bool:
        """Whether the token, or the mark after it, is a possessive: "Reed’s", "Byrnes’"."""
        word = self.words[at]
        if word[-2:] in {"’s", "'s"}:
            return True
        return (
            word[-1:] == "s"
            and at + 1 < len(self.words)
            and self.words[at + 1] in {"’", "'"}
            and self.starts[at + 1] == self.ends[at]
        )

    def token_at(self, offset: int) -> int:
        """The token that stands at `offset` of the text, or before it."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def sentence_of(self, at: int) -> tuple[int, int]:
        """The sentence that holds the token `at`."""
        number = self.sentence_number(at)
        return self.sentences[number] if self.sentences else (0, len(self.words))

    def sentence_number(self, at: int) -> int:
        """The number of the sentence that holds the token `at`."""
        return max(bisect_right(self.sentences, (at, len(self.words))) - 1, 0)

    def cues_between(self, first: int, after: int) -> list[int]:
        """The tokens from `first` to before `after` that are verbs of saying, nouns perhaps."""
        return self.cue_tokens[
            bisect_left(self.cue_tokens, first) : bisect_left(self.cue_tokens, after)
        ]

    def quotes_between(self, first: int, after: int) -> list[int]:
        """The tokens from `first` to before `after` that stand for quotations."""
        return self.quote_tokens[
            bisect_left(self.quote_tokens, first) : bisect_left(self.quote_tokens, after)
        ]


def paragraph_of(
    text: str, place: Span, number: int, quotations: Sequence[Quotation], language: Language
) -> Paragraph:
    """The tokens of `place`, in which `quotations` stand, with the verbs of saying among them."""
    paragraph = Paragraph(number, text, place)
    reached = place.start
    for quotation in quotations:
        _add_words(paragraph, Span(reached, quotation.outer.start), language)
        if _is_nickname(paragraph, quotation, language):
            reached = quotation.outer.end
            continue
        paragraph.quotes[len(paragraph.words)] = quotation
        paragraph.quote_tokens.append(len(paragraph.words))
        paragraph.words.append(QUOTE)
        paragraph.lows.append(QUOTE)
        paragraph.starts.append(quotation.outer.start)
        paragraph.ends.append(quotation.outer.end)
        reached = quotation.outer.end
    _add_words(paragraph, Span(reached, max(reached, place.end)), language)
    paragraph.sentences = _sentences(paragraph, language)
    _find_cues(paragraph, language)
    return paragraph


def _is_nickname(paragraph: Paragraph, quotation: Quotation, language: Language) -> bool:
    """Whether a word in marks stands inside a name, of which the tokens leave it out."""
    inner = quotation.inner.of(paragraph.text)
    if not paragraph.words or not inner[:1].isupper() or not inner.isalpha():
        return False
    before, start, end = paragraph.words[-1], quotation.outer.start, quotation.outer.end
    following = paragraph.text[end : end + 2]
    return (
        before[0].isupper()
        and paragraph.lows[-1] not in language.grammar.openers
        and paragraph.ends[-1] + 1 == start
        and following[:1] == " "
        and following[1:].isupper()
    )


def _add_words(paragraph: Paragraph, place: Span, language: Language) -> None:
    words, lows, starts, ends = (
        paragraph.words, paragraph.lows, paragraph.starts, paragraph.ends
    )  # fmt: skip
    attached, elided = language.pronouns.attached, language.pronouns.elided
    capitals = paragraph.capitals
    for match in _TOKEN.finditer(paragraph.text, place.start, place.end):
        word = match.group()
        low = word.lower()
        start = match.start()
        end = start + len(word)
        is_plain = low.isalpha()
        if not is_plain and "’" in low:
            low = low.replace("’", "'")
        if attached and not is_plain and "-" in low:
            stem, pronoun = _detached(low, attached)
            if pronoun:
                cut = start + len(stem)
                if word[0].isupper():
                    capitals.append(len(words))
                words += [word[: len(stem)], word[len(stem) :]]
                lows += [stem, pronoun.rsplit("-", 1)[-1]]
                starts += [start, cut]
                ends += [cut, end]
                continue
        if not is_plain and "'" in low:
            cut = low.index("'") + 1
            if low[:cut] in elided and cut < len(low):
                if word[0].isupper():
                    capitals.append(len(words))
                words.append(word[:cut])
                lows.append(low[:cut])
                starts.append(start)
                ends.append(start + cut)
                word, low, start = word[cut:], low[cut:], start + cut
            else:
                low = _uncontracted(low, language)
        if word != low and word[0].isupper():
            capitals.append(len(words))
        words.append(word)
        lows.append(low)
        starts.append(start)
        ends.append(end)


def _uncontracted(low: str, language: Language) -> str:
    """`low` without the ending of a possessive, or the verb that hangs on a pronoun: "he’d"."""
    stem, _, ending = low.partition("'")
    if ending == "s" or stem in language.pronouns.third or stem in language.pronouns.first:
        return stem
    return low


def _detached(low: str, attached: frozenset[str]) -> tuple[str, str]:
    """A verb and the pronoun that hangs on it: "a-t-il" is "a" and "-t-il"."""
    for ending in sorted(attached, key=len, reverse=True):
        if low.endswith(ending) and len(low) > len(ending):
            return low[: -len(ending)], ending
    return low, ""


def _sentences(paragraph: Paragraph, language: Language) -> list[tuple[int, int]]:
    words = paragraph.words
    abbreviations = language.grammar.abbreviations
    sentences = []
    first = 0
    for at in range(len(words) - 1):
        word = words[at]
        following = words[at + 1]
        if word == QUOTE:
            last = paragraph.text[paragraph.quotes[at].inner.end - 1]
            if last not in ENDS:
                continue
        elif word not in ENDS or paragraph.starts[at + 1] == paragraph.ends[at]:
            # "…”" and ".)" end with the mark or bracket after them.
            if word not in _CLOSING or not at or words[at - 1] not in ENDS:
                continue
        elif word == "." and _is_abbreviation(words[at - 1] if at else "", abbreviations):
            continue
        if following[0].islower() or following in _CONTINUING:
            continue
        if word == QUOTE and following in DASHES:
            continue
        sentences.append((first, at + 1))
        first = at + 1
    if first < len(words):
        sentences.append((first, len(words)))
    return sentences


def _closes(paragraph: Paragraph, at: int) -> bool:
    """Whether a comma or a quotation stands right before the token `at`."""
    return at > 0 and (paragraph.words[at - 1] == "," or at - 1 in paragraph.quotes)


def _is_abbreviation(word: str, abbreviations: frozenset[str]) -> bool:
    if len(word) == 1:
        return word.isupper()
    return "." in word or word.lower() in abbreviations


def _find_cues(paragraph: Paragraph, language: Language) -> None:
    """Fill in the verbs of saying, and what introduces sources."""
    cues = language.cues
    phrases = language.cue_phrases
    sources = language.sources_by_first
    lows = paragraph.lows
    openings = {first for first, _ in paragraph.sentences}
    for at, low in enumerate(lows):
        if low in sources:
            for source in sources[low]:
                if source in language.closing_sources and not _closes(paragraph, at):
                    continue
                if source in language.opening_sources and at not in openings:
                    continue
                if tuple(lows[at : at + len(source)]) == source:
                    paragraph.sources[at] = len(source)
        cue = cues.get(low)
        if cue is not None:
            if paragraph.words[at][0].islower():
                paragraph.cues[at] = cue
        elif low in phrases and at + 1 < len(lows) and lows[at + 1] in phrases[low]:
            paragraph.cues[at] = Cue(f"{low} {lows[at + 1]}")
    paragraph.cue_tokens = list(paragraph.cues)
