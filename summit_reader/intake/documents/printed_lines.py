"""Paragraphs from the lines of printed pages, which know where they stand and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

MARGIN_LINES = 2
"""Lines at the top and at the bottom of a page among which running heads stand."""
LONGEST_HEAD = 120
"""Characters of a running head."""
REPEATED = 0.3
"""Share of the pages on which a line must recur to be a running head."""
FULL = 0.75
"""Share of the usual length from which on a line is full."""
HEADLINE_LARGER = 1.25
"""Times that a headline is larger than the text."""
HEADLINE_LENGTH = 250

_ALIKE = 0.12
_SAME_ROW = 0.35
_INDENT = 0.8
_DEEPEST_INDENT = 5
_LOOSE = 1.35
_LOOSE_HEADING = 1.7
_FAR = 3
_UNMARKED = 1.2

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|seite|página|pagina|стр\.?|p\.|s\.)?\s{0,3}(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s{0,3}(?:/|of|von|de|di|sur|из)\s{0,3}\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
# What browsers print above and below a page: when, its title; where it lies, the page's number.
_BROWSER_HEAD = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[:.]\d\d(?: [AP]M)?\b.*")
_BROWSER_FOOT = re.compile(r"(?P<url>(?:https?|file)://\S+) \d{1,4}/\d{1,4}")
_ENDS_SENTENCE = re.compile(r"[.!?:…][”\"’'»)\]]*$")
_BULLET = re.compile(r"[•·▪‣◦●–]\s")
_BROKEN_WORD = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line with its left end and its height on the page, and the size of its letters, in points.

    Where nothing is known of its place, `size` is 0.
    """

    text: str
    x: float = 0
    y: float = 0
    size: float = 0


@dataclass(frozen=True, slots=True)
class PrintedText:
    """The paragraphs of printed pages; `headline` is one of them, or empty.

    `url` is where the page lay that a browser printed.
    """

    headline: str
    paragraphs: tuple[str, ...]
    url: str = ""


Page = Sequence[PrintedLine]


def printed_text(pages: Sequence[Page]) -> PrintedText:
    """The text of `pages` without running heads and page numbers, words that were divided in one.

    Lines are taken in their order, which is that of reading in nearly all files, columns included.
    """
    plain = [[_plain(line) for line in page if line.text.strip()] for page in pages]
    setting = _Setting.of([line for page in plain for line in page])
    lines = [
        (number, line)
        for number, page in enumerate(_without_running_heads(plain, setting))
        for line in page
    ]
    words = frozenset(_WORD.findall(" ".join(line.text for _, line in lines).casefold()))
    paragraphs: list[list[PrintedLine]] = []
    for before, (number, line) in zip([None, *lines], lines, strict=False):
        if before is None or setting.divides(before[1], line, new_page=before[0] != number):
            paragraphs.append([])
        paragraphs[-1].append(line)
    texts = [_joined(each, words) for each in paragraphs]
    return PrintedText(_headline(paragraphs, texts, setting), tuple(texts), _address(plain))


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the text is set: size of its letters, distance and length of its lines."""

    size: float
    leading: float
    length: float

    @classmethod
    def of(cls, lines: Sequence[PrintedLine]) -> _Setting:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 0
        usual = [line for line in lines if abs(line.size - size) <= _ALIKE * size]
        gaps = [
            one.y - two.y
            for one, two in pairwise(usual)
            if _SAME_ROW * size < one.y - two.y < _FAR * size
        ]
        lengths = [len(line.text) for line in usual]
        return cls(
            size=size,
            leading=median(gaps) if gaps else _UNMARKED * size,
            length=sorted(lengths)[len(lengths) * 3 // 4] if lengths else 0,
        )

    def divides(self, one: PrintedLine, two: PrintedLine, *, new_page: bool) -> bool:
        """Whether a paragraph ends between two lines that follow each other."""
        if _BULLET.match(two.text):
            return True
        if abs(one.size - two.size) > _ALIKE * max(one.size, two.size):
            return True
        ends = _ENDS_SENTENCE.search(one.text) is not None
        down = one.y - two.y
        if new_page or down < -_SAME_ROW * max(two.size, 1):
            # Another page or column: the paragraph goes on unless its sentence has ended.
            return ends
        if abs(down) <= _SAME_ROW * two.size and two.size:
            return False
        is_short = ends and len(one.text) < FULL * self.length
        return is_short or self._sets_apart(one, two, down)

    def _sets_apart(self, one: PrintedLine, two: PrintedLine, down: float) -> bool:
        """Whether white above the second of two lines, or before it, opens a paragraph."""
        is_text = abs(two.size - self.size) <= _ALIKE * self.size
        if down > (_LOOSE * self.leading if is_text else _LOOSE_HEADING * two.size) > 0:
            return True
        indent = two.x - one.x
        return _INDENT * two.size < indent < _DEEPEST_INDENT * two.size and not _BULLET.match(
            one.text
        )


def _plain(line: PrintedLine) -> PrintedLine:
    text = " ".join(line.text.translate(_LIGATURES).split())
    return PrintedLine(text, line.x, line.y, line.size)


def _without_running_heads(pages: Sequence[Page], setting: _Setting) -> Iterator[list[PrintedLine]]:
    """The lines of each page without those at its margins that recur, or are page numbers.

    What is set as large as a headline stays: running heads repeat the title of the first page.
    """
    margins = [_margins(page) for page in pages]
    counts = Counter(
        pattern
        for page, places in zip(pages, margins, strict=True)
        for pattern in {_pattern(page[place].text) for place in places}
    )
    least = max(2, REPEATED * len(pages))
    for page, places in zip(pages, margins, strict=True):
        yield [
            line
            for place, line in enumerate(page)
            if place not in places
            or line.size > HEADLINE_LARGER * setting.size
            or (counts[_pattern(line.text)] < least and not _is_furniture(line.text, len(pages)))
        ]


def _is_furniture(text: str, pages: int) -> bool:
    """Whether a line at a margin is none of the text even if it stands there once."""
    if _BROWSER_HEAD.fullmatch(text) or _BROWSER_FOOT.fullmatch(text):
        return True
    return pages > 1 and _PAGE_NUMBER.fullmatch(text) is not None


def _address(pages: Sequence[Page]) -> str:
    found = (_BROWSER_FOOT.fullmatch(line.text) for page in pages[:1] for line in page)
    url = next((match["url"] for match in found if match), "")
    return url if url.startswith("http") else ""


def _margins(page: Page) -> frozenset[int]:
    """The places, among the lines of a page, of the first and last as they stand on paper."""
    by_height = sorted(range(len(page)), key=lambda place: (-page[place].y, place))
    outer = {*by_height[:MARGIN_LINES], *by_height[-MARGIN_LINES:]}
    return frozenset(place for place in outer if len(page[place].text) <= LONGEST_HEAD)


def _pattern(text: str) -> str:
    return _NUMBER.sub("#", text.casefold())


def _joined(lines: Sequence[PrintedLine], words: frozenset[str]) -> str:
    text = ""
    for line in lines:
        is_address = "://" in text[text.rfind(" ") + 1 :]
        broken = _BROKEN_WORD.search(text) if line.text[:1].islower() else None
        if broken is not None and is_address:
            text += line.text
            continue
        if broken is None:
            text = f"{text} {line.text}" if text else line.text
        else:
            rest = _WORD.match(line.text)
            whole = f"{broken[1]}-{rest.group() if rest else ''}".casefold()
            # The hyphen stays where the text elsewhere has the word with it.
            text = (text if whole in words and broken[0][-1] == "-" else text[:-1]) + line.text
    return text


def _headline(
    paragraphs: Sequence[Sequence[PrintedLine]], texts: Sequence[str], setting: _Setting
) -> str:
    """The largest paragraph of the first ones, if it is larger than the text."""
    first = [
        (paragraph[0].size, -number, text)
        for number, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True))
        if len(text) <= HEADLINE_LENGTH
    ][:12]
    size, _, text = max(first, default=(0, 0, ""))
    return text if size > HEADLINE_LARGER * setting.size > 0 else ""
