"""How the words of a take are printed, so that nobody is made to say what they did not.

Quotation marks stand only around words somebody wrote or said: direct quotations, what a press
review or a roundup quotes, and an outlet's own prose. Indirect speech is the outlet's wording of
somebody else's thought, and a thesis the reviewer's wording of an outlet's: both are printed
without marks, under a label that says whose wording it is. In a mixed take only the words that the
text itself quotes keep their marks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from summit_reader.domain.comparison import Source
from summit_reader.domain.take import Take, TakeKind
from summit_reader.export.chain import reviewer
from summit_reader.export.characters import one_line

ELLIPSIS = "…"

_PARAPHRASED = frozenset({TakeKind.INDIRECT, TakeKind.MIXED, TakeKind.THESIS})
_BEFORE_OPENING = "([{-–—/“‘„«"
_CLOSING = "”’»)]\"'"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The printed words of a take. `label` says whose wording a paraphrase is; else it is empty."""

    label: str
    subject: str
    words: str
    verbatim: bool

    @property
    def text(self) -> str:
        """The words as they are set, with the subject they need in brackets before them."""
        words = f"“{self.words}”" if self.verbatim else self.words
        return f"[{self.subject}] {words}" if self.subject else words

    def __str__(self) -> str:
        return f"{self.label}: {self.text}" if self.label else self.text


def quotation_of(take: Take, source: Source) -> Quotation:
    """The words of `take` as they are printed away from their text, labelled where need be."""
    return replace(printed_words(take), label=_label(take, source))


def printed_words(take: Take) -> Quotation:
    """The words of `take` without a label, for where the text or its outlet stands beside them."""
    verbatim = take.kind not in _PARAPHRASED
    marks = ("‘", "’") if verbatim else ("“", "”")
    subject = one_line(take.subject)
    words = with_marks(f" {ELLIPSIS} ".join(_segments(take)), *marks)
    begins_inside = take.fragment or (verbatim and words[:1].islower())
    if begins_inside and not subject and not words.startswith((ELLIPSIS, "...")):
        words = f"{ELLIPSIS} {words}"
    if take.fragment and not words.rstrip(_CLOSING).endswith((".", "!", "?", ELLIPSIS)):
        words = f"{words} {ELLIPSIS}"
    return Quotation("", subject, words, verbatim)


def thesis_of(take: Take, source: Source) -> str:
    """The reviewer's paraphrase that goes with a quotation, under its label; empty without one."""
    if not take.thesis or take.kind is TakeKind.THESIS:
        return ""
    return f"{_thesis_label(take, source)}: {with_marks(one_line(take.thesis), '“', '”')}"


def with_marks(words: str, opening: str, closing: str) -> str:
    """`words` with their double marks, curly, low or straight, set as `opening` and `closing`.

    Inside our own double marks they become single ones. Single marks are left alone: nothing tells
    a closing one from an apostrophe.

    >>> with_marks('finding "another exit" -- said', "‘", "’")
    'finding ‘another exit’ -- said'
    """
    shown = []
    low = 0
    for at, char in enumerate(words):
        if char == '"':
            starts = at == 0 or words[at - 1].isspace() or words[at - 1] in _BEFORE_OPENING
            shown.append(opening if starts else closing)
        elif char == "„":
            low += 1
            shown.append(opening)
        elif char == "“":
            # In German and Polish this one closes what a low mark has opened.
            shown.append(closing if low else opening)
            low = max(low - 1, 0)
        elif char == "”":
            low = max(low - 1, 0)
            shown.append(closing)
        else:
            shown.append(char)
    return "".join(shown)


def _segments(take: Take) -> list[str]:
    # The comma before "she said" belongs to the sentence that is not printed.
    segments = [one_line(segment).removesuffix(",") for segment in take.segments]
    return [segment for segment in segments if segment] or [ELLIPSIS]


def _label(take: Take, source: Source) -> str:
    if take.kind is TakeKind.THESIS:
        return _thesis_label(take, source)
    if take.kind in _PARAPHRASED:
        return f"{one_line(take.speaker.name if take.speaker else take.outlet.name)} (reported)"
    return ""


def _thesis_label(take: Take, source: Source) -> str:
    return f"thesis by {reviewer(take, source)}"
