"""Published texts: as they came, as they were read, as they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from summit_reader.domain.cleaned_text import CleanedText
from summit_reader.domain.outlet import OutletProfile, OutletRef
from summit_reader.domain.passage import Passage, PassageKind, RemovedRange
from summit_reader.domain.take import TakeDraft

TITLE_WORDS = 8
"""Words of the opening that stand in for a missing headline."""


class Layout(StrEnum):
    """How an article is made: one voice, other outlets' voices in blocks, or woven into prose."""

    PLAIN = "plain"
    PRESS_REVIEW = "press review"
    ROUNDUP = "roundup"


@dataclass(frozen=True, slots=True)
class Hints:
    """What somebody who knows says of a file: a catalogue, a form, a feed. It outranks rules.

    `charset` is the encoding that the server declared which the file was fetched from.
    """

    outlet: OutletProfile | None = None
    carrier: str = ""
    headline: str = ""
    byline: str = ""
    published: date | None = None
    url: str = ""
    language: str = ""
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file states of its article beside the text: in its mark-up, its fields, its feed.

    The reader's `Hints` outrank it, and it outranks what rules read from the text. `outlet` is a
    name as it stands there, `authors` are one name each, and `published` is a `datetime` where an
    hour is stated, in the zone in which it is stated. A headline and a standfirst that are stated
    stand in the source text too, as its first paragraphs, so that they can be searched and cited.
    `house` is under which name of its own the outlet prints what it names no author of.
    `paywalled` says that the outlet charges for the article, not that the text ends there.
    """

    outlet: str = ""
    headline: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    house: str = ""
    published: date | datetime | None = None
    url: str = ""
    language: str = ""
    section: str = ""
    paywalled: bool = False


@dataclass(frozen=True, slots=True)
class RawArticle:
    """A text as it came in. `source_text` is decoded, NFC, and never changed again."""

    name: str
    raw: bytes
    media_type: str
    source_text: str
    hints: Hints = Hints()
    imprint: Imprint = Imprint()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says of itself.

    `published` is what the text or its file states; `suggested_date` only what it hints at, with
    `date_evidence` quoting the words (a caption, "Thursday"). `carrier` is who published the copy
    we have where that is not the outlet ("a blog"). `cut` means a paywall ends the text.
    """

    outlet: OutletProfile
    layout: Layout = Layout.PLAIN
    carrier: str = ""
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    published: date | None = None
    suggested_date: date | None = None
    date_evidence: str = ""
    url: str = ""
    language: str = "en"
    cut: bool = False


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """An article read but not yet stored; `extraction` is the version of the rules that read it."""

    raw: RawArticle
    metadata: Metadata
    cleaned: CleanedText
    passages: tuple[Passage, ...]
    removed: tuple[RemovedRange, ...]
    takes: tuple[TakeDraft, ...]
    fingerprint: str
    extraction: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """A stored article, ready to be shown."""

    id: int
    outlet: OutletRef
    metadata: Metadata
    cleaned: CleanedText
    passages: tuple[Passage, ...]
    removed: tuple[RemovedRange, ...]

    @property
    def title(self) -> str:
        """The headline; without one, the first question among the subheadings, else the opening."""
        if self.metadata.headline:
            return self.metadata.headline
        texts = [(passage.kind, passage.cleaned.of(self.cleaned.text)) for passage in self.passages]
        questions = (text for kind, text in texts if _is_question(kind, text))
        opening = next(
            (text for kind, text in texts if kind is PassageKind.BODY), self.cleaned.text
        )
        return _opening(next(questions, opening))


def _is_question(kind: PassageKind, text: str) -> bool:
    return kind is PassageKind.SUBHEADING and text.rstrip().endswith("?")


def _opening(text: str) -> str:
    words = text.split()
    if len(words) <= TITLE_WORDS:
        return " ".join(words)
    return " ".join(words[:TITLE_WORDS]) + "…"
