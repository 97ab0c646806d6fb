"""A comparison on its way from one library to another, and what became of it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from summit_reader.domain.comparison import Clipping, Colour, Comparison
from summit_reader.domain.relation import TakeRelation


@dataclass(frozen=True, slots=True)
class HandOutRead:
    """A hand-out read back: the comparison as it was in the library it comes from.

    Ids of takes and articles are that library's; `fingerprints` tell its articles, by their ids,
    from all others. `is_edited` says that what the file shows was changed since: what it carries,
    and what is merged, is as it was exported.
    """

    name: str
    library: str
    comparison: Comparison
    fingerprints: Mapping[int, str]
    is_edited: bool = False


class Fate(StrEnum):
    """What became of something that was merged.

    It is new here, only their words on it are, it was here already, or something else stood here:
    then both were kept.
    """

    NEW = "new"
    NOTED = "noted"
    SAME = "same"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class MergedText:
    """What the reader wrote, here and there: `after` is what stands here now, with nothing lost."""

    before: str
    theirs: str
    after: str

    @property
    def fate(self) -> Fate:
        """Whether anything came, and whether something else stood here."""
        if self.before == self.after:
            return Fate.SAME
        return Fate.NOTED if self.after.strip() == self.theirs.strip() else Fate.CONFLICT


@dataclass(frozen=True, slots=True)
class MergedClipping:
    """A clipping of a hand-out as it is here now, and its note; `is_added` if it was not here.

    `tags_before` are those that it had here, `colour_before` was its colour.

    `in_library` says that its text is in this library; else the words and where they came from are
    all there is of it.
    """

    clipping: Clipping
    fate: Fate
    note: MergedText
    in_library: bool
    is_added: bool = False
    tags_before: tuple[str, ...] = ()
    colour_before: Colour | None = None


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What merging a hand-out did, in enough detail to take it back.

    `marked` are takes the library did not have, by id, which were found in its texts. `loose` are
    the ids of clippings without a take that came; `relations` were set where nothing was said, and
    `titles_before` are those the columns had.
    """

    read: HandOutRead
    comparison: Comparison
    is_new: bool
    clippings: tuple[MergedClipping, ...]
    my_take: MergedText
    marked: tuple[int, ...] = ()
    loose: tuple[str, ...] = ()
    relations: tuple[TakeRelation, ...] = ()
    titles_before: tuple[str, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many clippings met this fate."""
        return sum(1 for each in self.clippings if each.fate is fate)

    @property
    def conflicts(self) -> int:
        """How often something else stood here: both were kept."""
        return self.count(Fate.CONFLICT) + (self.my_take.fate is Fate.CONFLICT)

    @property
    def changes(self) -> bool:
        """Whether anything is other than before."""
        return (
            self.is_new
            or self.my_take.fate is not Fate.SAME
            or any(each.fate is not Fate.SAME for each in self.clippings)
            or bool(self.loose or self.relations)
            or self.titles_before != self.comparison.titles
        )
