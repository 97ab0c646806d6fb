"""How well found quotations agree with annotated ones: spans, speakers, and both together.

An annotated text is `{"id", "text", "quotes": [{"start", "end", "kind", "speaker", ...}]}`, with
offsets in code points; what was found has the same shape. *Spans* are cut at blank lines, trimmed
of marks and punctuation, and matched one to one, greatest overlap first, from 0.8 of the longer one
on. The task "quoted" sets annotations of kind direct and fragment against what was found as direct,
the task "indirect" those of kind indirect and mixed against the same kinds. Annotations that are
`optional` or to be ignored cost nothing either way. A *speaker* is right if the last names agree;
for descriptions and bodies half of the words, or an alias, will do; a pronoun never is.
*Attributed* counts a span only together with its speaker.
"""

# ruff: noqa: RUF001, SIM905 - typographic quotes are the subject, word lists are read as text
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

OVERLAP = 0.8
FEWEST_WORDS = 3
LONGEST_ALIAS = 60
ALIKE = 0.5

TASKS = {"quoted": ("direct", "fragment"), "indirect": ("indirect", "mixed")}

_TRIMMED = " \t\r\n“”\"„«»‘’'`‹›,.;:!?…-–—"
_BLANK_LINE = re.compile(r"\n\s*\n")
_TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sen senator rep representative congressman congresswoman gov
    governor president vice former ex lt gen col sgt capt judge justice sir lord lady dame rev
    reverend king queen prince princess pope mayor secretary minister prime chancellor chairman
    chairwoman spokesman spokeswoman spokesperson director ambassador republican democratic democrat
    then-candidate candidate attorney general u.s us the a an his her their our my its
    """.split()
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"))
_PRONOUNS = frozenset(
    """
    he she they i we it who him her them you that which whom his their
    """.split()
) | {""}
_NAME_END = re.compile(
    r"\s*[,;:]\s*|\s+(?:who|which|of|at|for|from|in|on|with|during|after|before|told|said)\s+"
    r"|\s+[-–—]+\s+"
)

Quote = Mapping[str, Any]
Piece = tuple[int, int, Quote]


@dataclass
class Tally:
    """Counts over any number of texts, and the ratios that follow from them."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    gold_named: int = 0
    found_named: int = 0
    compared: int = 0
    right: int = 0
    missed: list[tuple[str, str, Quote]] = field(default_factory=list)
    surplus: list[tuple[str, str, Quote]] = field(default_factory=list)
    wrong: list[tuple[str, str, Quote, Quote]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the found spans that are annotated."""
        return _share(self.matched, self.found)

    @property
    def recall(self) -> float:
        """Share of the annotated spans that were found."""
        return _share(self.matched, self.gold)

    @property
    def span_f1(self) -> float:
        """Harmonic mean of the two."""
        return _harmonic(self.precision, self.recall)

    @property
    def speaker_accuracy(self) -> float:
        """Share of the matched spans with a known speaker that got the right one."""
        return _share(self.right, self.compared)

    @property
    def attributed_f1(self) -> float:
        """Agreement on span and speaker together."""
        return _harmonic(_share(self.right, self.found_named), _share(self.right, self.gold_named))

    def __str__(self) -> str:
        return (
            f"spans P {self.precision:.3f} R {self.recall:.3f} F1 {self.span_f1:.3f}"
            f"   speaker {self.speaker_accuracy:.3f}   attributed F1 {self.attributed_f1:.3f}"
        )


def scored(
    annotated: Iterable[Mapping[str, Any]], found: Mapping[str, Iterable[Quote]], task: str
) -> Tally:
    """The tally of one `task` over all annotated texts; `found` is by the ids of the texts."""
    tally = Tally()
    for entry in annotated:
        _score(entry, found.get(entry["id"], ()), task, tally)
    return tally


def _score(entry: Mapping[str, Any], found: Iterable[Quote], task: str, tally: Tally) -> None:
    text: str = entry["text"]
    gold, ignored = _annotations(entry, TASKS[task])
    guesses: dict[tuple[int, int], Quote] = {}
    for quote in found:
        if (quote.get("kind") in TASKS["indirect"]) == (task == "indirect"):
            for start, end, _ in _pieces(text, quote):
                guesses.setdefault((start, end), quote)
    pairs = _pairs(gold, list(guesses))
    for number, (start, end, quote) in enumerate(gold):
        named = bool(quote.get("speaker")) and quote.get("speaker_type") != "none"
        tally.gold += 1
        tally.gold_named += named
        if number in pairs:
            _compare(entry, (start, end, quote), guesses[pairs[number]], tally, named=named)
        else:
            tally.missed.append((entry["id"], text[start:end], quote))
    for place in guesses.keys() - set(pairs.values()):
        if _counts(text, place, ignored):
            tally.found += 1
            tally.found_named += bool(guesses[place].get("speaker"))
            tally.surplus.append((entry["id"], text[place[0] : place[1]], guesses[place]))


def _annotations(
    entry: Mapping[str, Any], kinds: tuple[str, ...]
) -> tuple[list[Piece], list[Piece]]:
    """The pieces that are to be found, and those that cost nothing either way."""
    gold: list[Piece] = []
    ignored: list[Piece] = []
    for quote in entry["quotes"]:
        kind = quote.get("kind", "direct")
        if kind in kinds or kind == "ignore":
            counts = kind in kinds and not quote.get("optional")
            (gold if counts else ignored).extend(_pieces(entry["text"], quote))
    return gold, ignored


def _compare(
    entry: Mapping[str, Any], piece: Piece, guess: Quote, tally: Tally, *, named: bool
) -> None:
    start, end, quote = piece
    tally.matched += 1
    tally.found += 1
    if not named:
        return
    right = _is_speaker(guess, quote)
    tally.compared += 1
    tally.found_named += 1
    tally.right += right
    if not right:
        tally.wrong.append((entry["id"], entry["text"][start:end], quote, guess))


def _counts(text: str, place: tuple[int, int], ignored: list[Piece]) -> bool:
    """Whether a guess that matches nothing is an error: not if too short, or to be ignored."""
    start, end = place
    if len(re.findall(r"[\w'’-]+", text[start:end])) < FEWEST_WORDS:
        return False
    return not any(2 * (min(end, b) - max(start, a)) >= end - start for a, b, _ in ignored)


def _pieces(text: str, quote: Quote) -> Iterator[Piece]:
    """`quote` cut at blank lines, each piece without what surrounds its words."""
    begin, stop = int(quote["start"]), int(quote["end"])
    cuts = [(begin + m.start(), begin + m.end()) for m in _BLANK_LINE.finditer(text[begin:stop])]
    starts = [begin, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), stop]
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end].strip(_TRIMMED)
        if words:
            offset = len(text[start:end]) - len(text[start:end].lstrip(_TRIMMED))
            yield start + offset, start + offset + len(words), quote


def _pairs(gold: list[Piece], guesses: list[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    shared = []
    for number, (start, end, _) in enumerate(gold):
        for place in guesses:
            common = min(end, place[1]) - max(start, place[0])
            if common > 0:
                longer = max(end - start, place[1] - place[0])
                shared.append((common / longer, number, guesses.index(place), place))
    pairs: dict[int, tuple[int, int]] = {}
    for share, number, _, place in sorted(shared, reverse=True):
        if share < OVERLAP:
            break
        if number not in pairs and place not in pairs.values():
            pairs[number] = place
    return pairs


def _is_speaker(guess: Quote, quote: Quote) -> bool:
    kind = quote.get("speaker_type", "name")
    names = [guess.get("speaker") or ""]
    if kind in {"nominal", "org"} and guess.get("mention"):
        names.append(guess["mention"])
    aliases = [alias for alias in quote.get("aliases", []) if alias]
    if kind == "name":
        aliases = [alias for alias in aliases if len(alias) < LONGEST_ALIAS]
    elif kind not in {"nominal", "org"}:
        aliases = []
    return any(_same(name, known, kind) for name in names for known in (quote["speaker"], *aliases))


def _same(name: str, known: str, kind: str) -> bool:
    if _plain(name) in _PRONOUNS:
        return False
    one, two = _name_words(name), _name_words(known)
    if not one or not two:
        return False
    if _singular(one[-1]) == _singular(two[-1]):
        return True
    if kind not in {"nominal", "org"}:
        return False
    mine = set(re.findall(r"\w+", _plain(name))) - _TITLES
    theirs = set(re.findall(r"\w+", _plain(known))) - _TITLES
    return bool(mine and theirs) and len(mine & theirs) / len(mine | theirs) >= ALIKE


def _plain(name: str) -> str:
    folded = "".join(
        char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)
    ).casefold()
    folded = re.sub(r"\([^)]*\)", " ", folded)
    folded = re.sub(r"[’']s\b|[’']$", "", folded)
    return " ".join(folded.split()).replace("’", "'")


def _name_words(name: str) -> list[str]:
    before = _NAME_END.split(_plain(name) + " ")[0]
    words = [w.strip(".") if len(w) > 2 else w for w in re.findall(r"[\w.'-]+", before)]  # noqa: PLR2004 - "J."
    while len(words) > 1 and words[-1].strip(".") in _SUFFIXES:
        words.pop()
    return [word for word in words if word not in _TITLES] or words


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word  # noqa: PLR2004 - not "his"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _harmonic(one: float, two: float) -> float:
    return 2 * one * two / (one + two) if one + two else 0.0
