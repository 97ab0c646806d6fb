"""The sample's catalogue: what each text is, and which takes are set side by side on which point.

A folder with a catalogue holds `catalogue.toml` (texts, points and their order, saved searches),
`points.json` (takes, with their places and exact words) and the texts themselves.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Hints
from summit_reader.domain.errors import FileProblem, NoSample
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, TakeDraft, TakeKind, Voice, VoiceKind
from summit_reader.intake.files import bytes_of
from summit_reader.intake.plain_text import decoded

TEXTS_AND_POINTS = "catalogue.toml"
TAKES = "points.json"


class CatalogueProblem(FileProblem):
    """A catalogue and the texts beside it do not fit."""

    sentence = "“{path}” does not fit the texts beside it: {reason}."


@dataclass(frozen=True, slots=True)
class CataloguedText:
    """A file of the catalogue with what is known of it."""

    path: Path
    about: str
    hints: Hints


@dataclass(frozen=True, slots=True)
class CataloguedTake:
    """A listed take; `file` is the name of the text it stands in."""

    id: str
    file: str
    draft: TakeDraft


@dataclass(frozen=True, slots=True)
class CataloguedPoint:
    """A question, the takes on it in order, and the two of them to open first."""

    question: str
    takes: tuple[CataloguedTake, ...]
    first_pair: tuple[CataloguedTake, CataloguedTake]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What `read_catalogue` found, in the catalogue's own order."""

    texts: tuple[CataloguedText, ...]
    points: tuple[CataloguedPoint, ...]
    searches: tuple[str, ...]

    def takes_in(self, file: str) -> tuple[TakeDraft, ...]:
        """The takes that are listed for the text `file`, in the order of the text."""
        drafts = (take.draft for point in self.points for take in point.takes if take.file == file)
        return tuple(sorted(drafts, key=lambda draft: draft.anchor.segments))


def read_catalogue(folder: Path, register: OutletRegister) -> Catalogue:
    """The catalogue in `folder`, checked against the texts beside it.

    Raises:
        NoSample: if there is no catalogue in `folder`.
        CatalogueProblem: if it is broken, or lists what its texts do not hold.
        FileProblem: if a text cannot be read.
    """
    path = folder / TEXTS_AND_POINTS
    if not path.is_file():
        raise NoSample
    try:
        listed = tomllib.loads(path.read_text("utf-8"))
        texts = tuple(_text(folder, entry, register) for entry in listed["texts"])
        searches = tuple(str(query) for query in listed.get("searches", ()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CatalogueProblem(path, reason=_reason(error)) from error
    takes = _takes(folder / TAKES, texts, register)
    try:
        points = tuple(_point(entry, takes) for entry in listed["points"])
    except (KeyError, ValueError, TypeError) as error:
        raise CatalogueProblem(path, reason=_reason(error)) from error
    return Catalogue(texts, points, searches)


def _reason(error: Exception) -> str:
    return f"there is no {error}" if isinstance(error, KeyError) else str(error)


def _text(folder: Path, entry: Mapping[str, Any], register: OutletRegister) -> CataloguedText:
    hints = Hints(
        outlet=_outlet(entry, register),
        carrier=entry.get("carrier", ""),
        url=entry.get("url", ""),
        language=entry.get("language", ""),
    )
    return CataloguedText(folder / entry["file"], entry["about"], hints)


def _outlet(entry: Mapping[str, Any], register: OutletRegister) -> OutletProfile:
    known = register.named(entry["outlet"])
    return known or OutletProfile(entry["outlet"], entry.get("country", ""))


def _takes(
    path: Path, texts: tuple[CataloguedText, ...], register: OutletRegister
) -> dict[tuple[str, str], CataloguedTake]:
    """The listed takes by question and id."""
    by_file = {text.path.name: text for text in texts}
    sources = {name: decoded(bytes_of(text.path), text.path) for name, text in by_file.items()}
    try:
        takes = {}
        for entry in json.loads(bytes_of(path)):
            text = by_file[entry["file"]]
            draft = _draft(entry, sources[entry["file"]], text.hints, register)
            take = CataloguedTake(entry["id"], entry["file"], draft)
            takes[entry["point"], take.id] = take
    except (ValueError, KeyError, TypeError) as error:
        raise CatalogueProblem(path, reason=_reason(error)) from error
    return takes


def _draft(
    entry: Mapping[str, Any], source: str, hints: Hints, register: OutletRegister
) -> TakeDraft:
    outlet = _outlet(entry, register)
    sentence = entry.get("sentence")
    return TakeDraft(
        kind=TakeKind(entry["kind"]),
        role=Role(entry["role"]),
        origin=Origin.CATALOGUE,
        anchor=_anchor(entry, source),
        outlet=outlet,
        chain=_chain(entry, outlet, hints),
        subject=entry.get("subject", ""),
        sentence=_anchor(sentence, source).segments[0] if sentence else None,
        fragment=bool(entry.get("fragment", False)),
    )


def _anchor(entry: Mapping[str, Any], source: str) -> Anchor:
    """Where the listed words stand: at the listed place, else where they are found again.

    Raises:
        ValueError: if they stand nowhere.
    """
    words, place = entry["text"], Span(entry["start"], entry["end"])
    # Made up as the list has it; if the text agrees, its own anchor has the context too.
    listed = Anchor((place,), (words,), prefix="", suffix="", digest="")
    found = listed.found_in(source)
    if found is None or not words:
        message = f"“{words}” is not in the text"
        raise ValueError(message)
    return Anchor.of(source, found.segments)


def _chain(entry: Mapping[str, Any], outlet: OutletProfile, hints: Hints) -> tuple[Voice, ...]:
    """From the speaker to the outlet, and on to who carries it: another outlet, or a copy."""
    chain = [Voice(outlet.name, VoiceKind.OUTLET)]
    if entry.get("speaker"):
        is_unnamed = Role(entry["role"]) is Role.UNNAMED
        kind = VoiceKind.UNNAMED if is_unnamed else VoiceKind.PERSON
        chain.insert(0, Voice(entry["speaker"], kind))
    via = entry.get("via", "")
    if via:
        kind = VoiceKind.CARRIER if via == hints.carrier else VoiceKind.OUTLET
        chain.append(Voice(via, kind))
    return tuple(chain)


def _point(
    entry: Mapping[str, Any], takes: Mapping[tuple[str, str], CataloguedTake]
) -> CataloguedPoint:
    question = entry["question"]
    left, right = (takes[question, name] for name in entry["first_pair"])
    on_point = tuple(take for (point, _), take in takes.items() if point == question)
    return CataloguedPoint(question, on_point, (left, right))
