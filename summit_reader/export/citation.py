"""Where a take comes from, in one line that names the whole chain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from summit_reader.domain.article import Metadata
from summit_reader.domain.comparison import Source
from summit_reader.domain.take import Take, TakeKind, Voice, VoiceKind
from summit_reader.export.chain import carrier_named, described, full_chain, speakers
from summit_reader.export.characters import one_line
from summit_reader.export.quotation import with_marks
from summit_reader.export.wording import outlet_named

# Not calendar.month_name, which speaks the system's language in the middle of an English line.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_UNDATED = "n.d."


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation and, kept apart so that a page can link it, the address of the text."""

    text: str
    url: str = ""

    @property
    def link(self) -> str:
        """The address if a reader may be sent there: of the web, and nothing hidden in it."""
        return self.url if is_web_address(self.url) else ""

    def __str__(self) -> str:
        return f"{self.text}, {self.url}" if self.url else self.text


def citation_of(take: Take, source: Source) -> Citation:
    """The citation of `take`: who, in which outlet, quoted where, carried by whom, when."""
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
    return Citation(", ".join(parts), one_line(source.metadata.url))


def is_web_address(url: str) -> bool:
    """Whether `url` is a complete http or https address without blanks or controls."""
    if not url.isprintable() or any(char.isspace() or char in '<>"`\\' for char in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


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
        return _written(metadata.published)
    if metadata.suggested_date is None:  # a weekday alone dates nothing
        return _UNDATED
    evidence = one_line(metadata.date_evidence)
    # Only a caption suggests a date: that of the picture, which is not that of the text.
    hint = f"caption: {evidence}" if evidence else f"perhaps {_written(metadata.suggested_date)}"
    return f"{_UNDATED} ({hint})"


def _written(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
