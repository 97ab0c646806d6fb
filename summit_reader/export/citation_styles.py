"""Citations by the rules of four manuals: Chicago 17 (notes), APA 7, MLA 9, Cite Them Right 12.

The manuals cite a text; a take may come to us through several. What the text quotes stands before
it, the innermost voice first, joined by each manual's words for a second-hand source, so that the
whole chain is named. Names of speakers stand as the text prints them: only who wrote a text is
turned round, as the list of sources is ordered by writers. A text without a date is “n.d.”
"""

from __future__ import annotations

from datetime import date

from summit_reader.export.authors import Author
from summit_reader.export.dates import (
    day_and_month,
    day_first,
    month_and_day,
    month_first,
    shortened,
)
from summit_reader.export.inline import Inline
from summit_reader.export.quotation import with_marks
from summit_reader.export.reference import Reference

Runs = tuple[Inline, ...]

_UNDATED = "n.d."
_ENDS = (".", "?", "!", "…")
_PAIR, _FEW = 2, 3
_MOST_IN_APA = 20


def chicago(reference: Reference, accessed: date | None = None) -> Runs:
    """A note of the Chicago Manual of Style; it prints no day of access for dated texts."""
    names = [author.in_order for author in reference.authors]
    parts: list[Runs] = []
    if names:
        parts.append(
            _upright(f"{names[0]} et al." if len(names) > _FEW else _listed(names, ", and "))
        )
    if reference.title:
        # Chicago sets the comma inside the marks, also after a question mark.
        parts.append(_upright(f"“{_inner(reference.title)},”"))
    parts.append((Inline(reference.container, italic=True),))
    parts.append(_upright(month_first(reference.published) if reference.published else _UNDATED))
    if reference.carrier:
        parts.append(_upright(f"carried by {reference.carrier}"))
    if accessed is not None and reference.url and reference.published is None:
        parts.append(_upright(f"accessed {month_first(accessed)}"))
    if reference.url:
        parts.append(_address(reference))
    text = _joined(parts)
    return (*_lead(reference, "quoted in"), *text, *_stop(text))


def apa(reference: Reference, accessed: date | None = None) -> Runs:
    """A reference of the American Psychological Association; no full stop after an address."""
    names = [author.with_initials for author in reference.authors[:_MOST_IN_APA]]
    day = reference.published
    dated = f"({day.year}, {month_and_day(day)})." if day else f"({_UNDATED})."
    title = _ended(reference.title) if reference.title else ""
    if names:
        text = f"{_ended(_listed(names, ', & ', always=True))} {dated} {title}".rstrip()
    elif title:
        text = f"{title} {dated}"
    else:
        return _only_container(reference, dated)
    carried = f" [carried by {reference.carrier}]." if reference.carrier else "."
    runs = [Inline(f"{text} "), Inline(reference.container, italic=True), Inline(carried)]
    if reference.url:
        fetched = f" Retrieved {month_first(accessed)}, from " if accessed and not day else " "
        runs += [Inline(fetched), *_address(reference)]
    return (*_lead(reference, "as cited in"), *runs)


def mla(reference: Reference, accessed: date | None = None) -> Runs:
    """An entry of the Modern Language Association's works cited."""
    runs = list(_lead(reference, "qtd. in"))
    if names := reference.authors:
        runs.append(Inline(f"{_ended(_listed_for_mla(names))} "))
    if reference.title:
        runs.append(Inline(f"“{_ended(_inner(reference.title))}” "))
    dated = shortened(reference.published) if reference.published else _UNDATED
    parts: list[Runs] = [(Inline(reference.container, italic=True),), _upright(dated)]
    if reference.carrier:
        parts.append(_upright(f"carried by {reference.carrier}"))
    if reference.url:
        parts.append(_address(reference))
    text = _joined(parts)
    runs += [*text, *_stop(text)]
    if accessed is not None and reference.url:
        runs.append(Inline(f" Accessed {shortened(accessed)}."))
    return tuple(runs)


def harvard(reference: Reference, accessed: date | None = None) -> Runs:
    """A reference in the Harvard form of Cite Them Right."""
    names = [author.with_initials for author in reference.authors]
    day = reference.published
    year = f" ({day.year if day else _UNDATED})"
    title = f" ‘{with_marks(reference.title, '“', '”')}’" if reference.title else ""
    named = (Inline(reference.container, italic=True),)
    runs = list(_lead(reference, "quoted in", british=True))
    if names:
        runs += _upright(_listed(names, " and ") if len(names) <= _FEW else names[0])
        runs += [Inline(" et al.", italic=True)] if len(names) > _FEW else []
        runs += [Inline(f"{year}{title}, "), *named]
    else:
        runs += [*named, Inline(f"{year}{title}")]
    runs.append(Inline(f", {day_and_month(day)}." if day else "."))
    if reference.carrier:
        runs.append(Inline(f" Carried by {reference.carrier}."))
    if reference.url:
        seen = f" (Accessed: {day_first(accessed)})" if accessed else ""
        runs += [Inline(" Available at: "), *_address(reference), Inline(f"{seen}.")]
    return tuple(runs)


def _lead(reference: Reference, joint: str, *, british: bool = False) -> Runs:
    """Everybody on the way to the text, and the words that lead to it; nothing for its own.

    A comma after marks stands inside them in America, after them in Britain.
    """
    steps: list[str] = []
    for speaker in reference.speakers:
        steps.append(f"according to {speaker}" if steps else speaker)
    for number, outlet in enumerate(reference.outlets):
        steps.append(_outlet_step(outlet, joint, number=number, is_first=not steps))
        if number == 0 and reference.headline:
            steps.append(_headline(reference.headline, british=british))
    if not steps:
        return ()
    last = "summed up in" if reference.is_summary else joint
    line = f"{', '.join(steps)}, {last} "
    return (Inline(line if british else line.replace("”, ", ",” ")),)


def _headline(headline: str, *, british: bool) -> str:
    return f"‘{with_marks(headline, '“', '”')}’" if british else f"“{_inner(headline)}”"


def _outlet_step(outlet: str, joint: str, *, number: int, is_first: bool) -> str:
    if is_first:
        return outlet
    return f"{joint} {outlet}" if number else f"in {outlet}"


def _only_container(reference: Reference, dated: str) -> Runs:
    """APA where neither writer nor title is known: the outlet stands in for both."""
    carried = f" [Carried by {reference.carrier}]." if reference.carrier else ""
    runs = [Inline(reference.container, italic=True), Inline(f". {dated}{carried}")]
    if reference.url:
        runs += [Inline(" "), *_address(reference)]
    return (*_lead(reference, "as cited in"), *runs)


def _listed(names: list[str], last: str, *, always: bool = False) -> str:
    """Names in a row; `last` joins the last one, its comma dropped between two unless `always`."""
    if len(names) == 1:
        return names[0]
    if len(names) == _PAIR and not always:
        last = last.removeprefix(",")
    return f"{', '.join(names[:-1])}{last}{names[-1]}"


def _listed_for_mla(authors: tuple[Author, ...]) -> str:
    first = authors[0].inverted
    if len(authors) > _PAIR:
        return f"{first}, et al."
    return first if len(authors) == 1 else f"{first}, and {authors[1].in_order}"


def _inner(title: str) -> str:
    return with_marks(title, "‘", "’")


def _ended(text: str) -> str:
    return text if text.rstrip("’”'\"").endswith(_ENDS) else f"{text}."


def _upright(text: str) -> Runs:
    return (Inline(text),)


def _address(reference: Reference) -> Runs:
    return (Inline(reference.url, link=reference.link),)


def _joined(parts: list[Runs]) -> Runs:
    """The parts with commas between them, except where a part brings its own."""
    runs: list[Inline] = []
    for part in parts:
        if runs:
            runs.append(Inline(" " if runs[-1].text.endswith(",”") else ", "))
        runs += part
    return tuple(runs)


def _stop(text: Runs) -> Runs:
    return () if text[-1].text.endswith(".") else (Inline("."),)
