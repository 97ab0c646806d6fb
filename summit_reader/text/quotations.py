"""Words inside quotation marks: where they open, where they close, what is nested in them.

Marks that stand the same way at both ends are told by what surrounds them. A text is read in the
one style it is printed in: double marks outermost, or single ones, as British papers have them;
»so« or «so».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summit_reader.domain.spans import Span

MINIMUM_OPEN_WORDS = 3
"""Words that a quotation nobody closed must have to be taken for one."""

_DOUBLE = re.compile("[“”„«»\"‟]|''|``")
_FIRST_MARK = re.compile("[“„«»\"‟‘‚'‹›]|''|``")
# The mark comes first in the patterns, and what stands before it after it: found much faster.
_SINGLE_OPEN = re.compile(r"[‘'‚‹](?<![\w'].)(?=[\w(\[…“\"])")
_SINGLE_CLOSE = re.compile(r"[’'‘›](?<=\S.)(?![\w'])")
_CURLY_OPEN = re.compile(r"[‘‚‹](?<![\w'].)(?=[\w(\[…“\"'])")
_CURLY_CLOSE = re.compile(r"[’‘›](?<=\S.)(?!\w)")
_INVERTED_OPEN = re.compile(r"(?:(?<=\s)|(?<=^))»(?=\w)", re.MULTILINE)
_PLAIN_OPEN = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=\())«(?=\s?\w)", re.MULTILINE)

_CLOSERS = {
    "“": ("”", '"'),
    "‟": ("”",),
    "„": ("“", "”", "‟", '"'),
    "«": ("»",),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''", '"'),
}
_INVERTED_CLOSERS = _CLOSERS | {"»": ("«",)}
_STRAIGHT = frozenset(('"', "''"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks; `inner` leaves the marks out, `outer` takes them in.

    `paragraph` is the number of the paragraph it stands in, `nested` what stands in single marks
    inside it, `continues` whether it goes on in the next paragraph, `reopened` whether it goes on
    from the one before.
    """

    inner: Span
    outer: Span
    paragraph: int
    nested: tuple[Span, ...] = ()
    continues: bool = False
    reopened: bool = False


def find_quotations(text: str, paragraphs: Sequence[Span] | None = None) -> list[Quotation]:
    """The quotations of `text`, in order; none reaches beyond its paragraph.

    >>> text = 'He said: "No."'
    >>> [quotation.inner.of(text) for quotation in find_quotations(text)]
    ['No.']
    """
    places = list(paragraphs) if paragraphs is not None else [Span(0, len(text))]
    found = _read(text, places, _DoubleMarks(text))
    rest = _outside(text, found)
    singles = sum(1 for _ in _SINGLE_OPEN.finditer(rest))
    if singles > len(found):
        is_curly = 2 * sum(1 for _ in _CURLY_OPEN.finditer(rest)) > singles
        inside = _read(text, places, _SingleMarks(text, is_curly=is_curly))
        # A lone apostrophe opens nothing; where nothing is closed, there are no single marks.
        if len(inside) > len(found) and (len(inside) > 1 or _is_speech(text, inside[0])):
            return inside
    return found


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether a text's only words in single marks are a sentence, and no title or nickname."""
    return text[quotation.inner.end - 1] in ".,!?" or text[: quotation.outer.start].endswith(": ")


def _outside(text: str, found: Sequence[Quotation]) -> str:
    parts, reached = [], 0
    for quotation in found:
        parts.append(text[reached : quotation.outer.start])
        reached = quotation.outer.end
    parts.append(text[reached:])
    return " ".join(parts)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a quotation opens and closes; `mark` is the length of the opening mark."""

    start: int
    end: int
    mark: int
    closing: int

    @property
    def inner(self) -> Span:
        return Span(self.start + self.mark, max(self.start + self.mark, self.end - self.closing))


class _DoubleMarks:
    """Reads double marks, straight or curly, and guillemets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._inverted = "»" in text and (
            len(_INVERTED_OPEN.findall(text)) > len(_PLAIN_OPEN.findall(text))
        )
        self._closers = _INVERTED_CLOSERS if self._inverted else _CLOSERS
        if self._inverted:
            self._closers = {k: v for k, v in self._closers.items() if k != "«"}

    def pairs(self, place: Span) -> tuple[list[_Found], int | None]:
        """The quotations in `place`, and where one opens that nothing closes."""
        marks = list(_DOUBLE.finditer(self.text, place.start, place.end))
        found, left_open, is_deep = self._paired(marks, place, nesting=True)
        if left_open is not None and is_deep:
            found, left_open, _ = self._paired(marks, place, nesting=False)
        return found, left_open

    def _paired(
        self, marks: Sequence[re.Match[str]], place: Span, *, nesting: bool
    ) -> tuple[list[_Found], int | None, bool]:
        found: list[_Found] = []
        opened: re.Match[str] | None = None
        closers: tuple[str, ...] = ()
        depth = 0
        is_deep = False
        for match in marks:
            mark = match.group()
            if opened is None:
                if self._opens(match, place):
                    opened, closers, depth = match, self._closers[mark], 1
            elif mark in closers and not (mark in _STRAIGHT and self._reopens(match, place)):
                depth -= 1
                if depth == 0:
                    found.append(
                        _Found(opened.start(), match.end(), len(opened.group()), len(mark))
                    )
                    opened = None
            elif mark in _STRAIGHT and mark == opened.group():
                opened = match  # the one before was closed by nobody
            elif nesting and mark == opened.group() and mark not in _STRAIGHT:
                depth += 1
                is_deep = True
        return found, None if opened is None else opened.start(), is_deep

    def mark_at(self, at: int) -> int:
        """Characters of the mark that opens at `at`."""
        return 2 if self.text[at : at + 2] in {"''", "``"} else 1

    def _opens(self, match: re.Match[str], place: Span) -> bool:
        """Whether a mark can open a quotation: something follows it, and nothing leads in."""
        mark = match.group()
        at, end = match.span()
        if mark not in self._closers or end >= place.end:
            return False
        if mark not in _STRAIGHT:
            return mark == "«" or not self.text[end].isspace()
        before = self.text[at - 1] if at > place.start else " "
        return not self.text[end].isspace() and not (before.isalnum() or before in ".,!?")

    def _reopens(self, match: re.Match[str], place: Span) -> bool:
        at, end = match.span()
        before = self.text[at - 1] if at > place.start else " "
        return before in " \n([" and end < place.end and self.text[end].isalnum()


class _SingleMarks:
    """Reads single marks as the outermost ones. An apostrophe after an s may close nothing.

    In a text that is printed with curly marks the straight ones are apostrophes, or nested.
    """

    def __init__(self, text: str, *, is_curly: bool = False) -> None:
        self.text = text
        self._open = _CURLY_OPEN if is_curly else _SINGLE_OPEN
        self._close = _CURLY_CLOSE if is_curly else _SINGLE_CLOSE

    def pairs(self, place: Span) -> tuple[list[_Found], int | None]:
        """The quotations in `place`, and where the last one opens if nothing closes it."""
        found: list[_Found] = []
        at = place.start
        while (opening := self._open.search(self.text, at, place.end)) is not None:
            limit = self._open.search(self.text, opening.end(), place.end)
            closing = self._closing(Span(opening.end(), limit.start() if limit else place.end))
            if closing is None:
                if limit is None:
                    return found, opening.start()
                at = opening.end()
                continue
            found.append(_Found(opening.start(), closing + 1, 1, 1))
            at = closing + 1
        return found, None

    def mark_at(self, _: int) -> int:
        """Characters of a single mark."""
        return 1

    def _closing(self, place: Span) -> int | None:
        chosen = None
        for closing in self._close.finditer(self.text, place.start, place.end):
            if closing.group() == "‘" and self.text[place.start - 1] != "‚":
                continue  # only a low mark is closed by it
            chosen = closing.start()
            if self.text[chosen - 1] not in "sS":
                break
        return chosen


def _read(text: str, places: Sequence[Span], marks: _DoubleMarks | _SingleMarks) -> list[Quotation]:
    found: list[Quotation] = []
    is_carried = False
    for number, place in enumerate(places):
        pairs, left_open = marks.pairs(place)
        reopened = is_carried
        for pair in pairs:
            if pair.inner.of(text).strip():
                found.append(_quotation(text, pair, number, marks, reopened=reopened))
                reopened = False
        is_carried = False
        if left_open is None:
            continue
        is_carried = _is_reopened(text, places, number)
        mark = marks.mark_at(left_open)
        pair = _Found(left_open, place.end, mark, 0)
        words = pair.inner.of(text)[:200].split()
        if is_carried or (len(words) >= MINIMUM_OPEN_WORDS and isinstance(marks, _DoubleMarks)):
            found.append(
                _quotation(text, pair, number, marks, reopened=reopened, continues=is_carried)
            )
    return found


def _is_reopened(text: str, places: Sequence[Span], number: int) -> bool:
    if number + 1 >= len(places):
        return False
    return _FIRST_MARK.match(text, places[number + 1].start) is not None


def _quotation(
    text: str,
    pair: _Found,
    number: int,
    marks: _DoubleMarks | _SingleMarks,
    *,
    reopened: bool,
    continues: bool = False,
) -> Quotation:
    inner = pair.inner
    shown = inner.of(text)
    # «␣Non␣»: the blanks belong to the marks.
    start = inner.start + len(shown) - len(shown.lstrip())
    inner = Span(start, max(start, inner.start + len(shown.rstrip())))
    nested: tuple[Span, ...] = ()
    if isinstance(marks, _DoubleMarks):
        nested = tuple(one.inner for one in _SingleMarks(text).pairs(inner)[0])
    outer = Span(pair.start, pair.end)
    return Quotation(inner, outer, number, nested, continues, reopened)
