"""Where a take comes from, in one line that names the whole chain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from summit_reader.domain.article import Metadata
from summit_reader.domain.comparison import Source
from summit_reader.domain.take import Take, TakeKind, Voice, VoiceKind
from summit_reader.export.chain import carrier_named, described, full_chain, speakers
from summit_reader.export.characters import one_line
from summit_reader.export.citation_styles import apa, chicago, harvard, mla
from summit_reader.export.dates import day_first
from summit_reader.export.inline import Inline, plain_text
from summit_reader.export.options import CitationStyle
from summit_reader.export.quotation import with_marks
from summit_reader.export.reference import Reference, reference_of
from summit_reader.export.wording import outlet_named

_UNDATED = "n.d."

_STYLES: dict[CitationStyle, Callable[[Reference, date | None], tuple[Inline, ...]]] = {
    CitationStyle.CHICAGO: chicago,
    CitationStyle.APA: apa,
    CitationStyle.MLA: mla,
    CitationStyle.HARVARD: harvard,
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as it is set; the address of the text is a run of its own, so it can be linked."""

    runs: tuple[Inline, ...]

    def __str__(self) -> str:
        return plain_text(self.runs)


def citation_of(
    take: Take,
    source: Source,
    style: CitationStyle = CitationStyle.PLAIN,
    accessed: date | None = None,
) -> Citation:
    """The citation of `take`: who, in which outlet, quoted where, carried by whom, when.

    `accessed` is the day the address was looked at, for the styles that print it.
    """
    reference = reference_of(take, source)
    if style in _STYLES:
        return Citation(_STYLES[style](reference, accessed))
    runs = [Inline(_sentence(take, source))]
    if reference.url:
        runs += [Inline(", "), Inline(reference.url, link=reference.link)]
    return Citation(tuple(runs))


def _sentence(take: Take, source: Source) -> str:
    chain = full_chain(take, source)
    voices = speakers(chain)
    parts = [
        f"according to {described(voice)}" if number else described(voice, unless=take.outlet.name)
        for number, voice in enumerate(voices)
    ]
    for voice in chain[len(voices) :]:
        parts.append(_linked(voice, take, first=not parts))
        parts.extend(_titles(voice, take, source))
    parts.append(_dated(source.metadata))
    return ", ".join(parts)


def _linked(voice: Voice, take: Take, *, first: bool) -> str:
    if voice.kind is VoiceKind.CARRIER:
        return f"carried by {carrier_named(voice.name)}"
    if voice.name == take.outlet.name:
        name = outlet_named(take.outlet)
        return name if first else f"in {name}"
    if voice.kind is not VoiceKind.OUTLET:
        return f"according to {described(voice)}"
    verb = "summed up by" if take.kind is TakeKind.THESIS else "quoted in"
    return f"{verb} {one_line(voice.name)}"


def _titles(voice: Voice, take: Take, source: Source) -> list[str]:
    if voice.name == source.metadata.outlet.name:
        byline = one_line(source.metadata.byline)
        title = _titled(source.title)
        if byline and title:
            return [f"{title} by {_author(byline)}"]
        return [title] if title else []
    if voice.name == take.outlet.name and take.headline:
        return [_titled(take.headline)]
    return []


def _titled(title: str) -> str:
    line = with_marks(one_line(title), "‘", "’")
    return f"“{line}”" if line else ""


def _author(byline: str) -> str:
    return byline[3:] if byline[:3].casefold() == "by " else byline


def _dated(metadata: Metadata) -> str:
    if metadata.published is not None:
        return day_first(metadata.published)
    if metadata.suggested_date is None:  # a weekday alone dates nothing
        return _UNDATED
    evidence = one_line(metadata.date_evidence)
    # Only a caption suggests a date: that of the picture, which is not that of the text.
    hint = f"caption: {evidence}" if evidence else f"perhaps {day_first(metadata.suggested_date)}"
    return f"{_UNDATED} ({hint})"
