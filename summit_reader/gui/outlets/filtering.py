"""Which outlets lists are narrowed to, by what is known or said of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from summit_reader.domain.outlet import OutletKind, OutletSummary
from summit_reader.gui.outlets.kinds import kind_name
from summit_reader.gui.wording import tr


class Attribute(StrEnum):
    """What outlets are grouped by; a label is one by its axis."""

    COUNTRY = "country"
    LANGUAGE = "language"
    KIND = "kind"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Trait:
    """A value of an attribute; empty if nobody says one. `axis` is that of a label."""

    attribute: Attribute
    value: str
    axis: str = ""


def traits(summary: OutletSummary, attribute: Attribute, axis: str = "") -> set[Trait]:
    """The values that an outlet has."""
    match attribute:
        case Attribute.COUNTRY:
            values = [summary.outlet.country]
        case Attribute.LANGUAGE:
            values = [summary.language]
        case Attribute.KIND:
            values = [summary.kind.value if summary.kind is not OutletKind.UNKNOWN else ""]
        case Attribute.LABEL:
            values = [one.value for one in summary.labels if one.axis == axis] or [""]
    return {Trait(attribute, value, axis) for value in values}


def groups(
    outlets: Iterable[OutletSummary], attribute: Attribute, axis: str = ""
) -> list[tuple[Trait, int]]:
    """Every value with the number of outlets that have it, the most frequent first."""
    counts = Counter(trait for each in outlets for trait in traits(each, attribute, axis))
    return sorted(counts.items(), key=lambda item: (not item[0].value, -item[1], item[0].value))


class OutletFilter(QObject):
    """What the reader has narrowed outlets to; `changed` tells lists to follow.

    Values of one attribute are alternatives; of several attributes all must hold.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.chosen: list[Trait] = []
        self.outlets: Sequence[OutletSummary] = ()

    def show_outlets(self, outlets: Sequence[OutletSummary]) -> None:
        """Know these outlets."""
        self.outlets = outlets

    def add(self, trait: Trait) -> None:
        """Narrow to this value, too."""
        if trait not in self.chosen:
            self.chosen.append(trait)
            self.changed.emit()

    def remove(self, place: int) -> None:
        """Take away what was chosen at this place."""
        del self.chosen[place]
        self.changed.emit()

    def clear(self) -> None:
        """Take everything away."""
        if self.chosen:
            self.chosen.clear()
            self.changed.emit()

    def ids(self) -> frozenset[int] | None:
        """The numbers of the outlets that are left; None if nothing narrows them."""
        if not self.chosen:
            return None
        return frozenset(each.outlet.id for each in self.outlets if self.holds(each))

    def holds(self, summary: OutletSummary) -> bool:
        """Whether the outlet is one of those left."""
        by_attribute: dict[tuple[Attribute, str], set[Trait]] = {}
        for trait in self.chosen:
            by_attribute.setdefault((trait.attribute, trait.axis), set()).add(trait)
        return all(
            traits(summary, attribute, axis) & wanted
            for (attribute, axis), wanted in by_attribute.items()
        )

    def axes(self) -> list[str]:
        """The axes of all labels."""
        return sorted({one.axis for each in self.outlets for one in each.labels})

    @staticmethod
    def name_of(trait: Trait) -> str:
        """What a value is called where it narrows a list."""
        return f"{attribute_name(trait.attribute, trait.axis)}: {value_name(trait)}"


def attribute_name(attribute: Attribute, axis: str = "") -> str:
    """What an attribute is called."""
    names = {
        Attribute.COUNTRY: tr("Country"),
        Attribute.LANGUAGE: tr("Language"),
        Attribute.KIND: tr("Kind"),
        Attribute.LABEL: axis,
    }
    return names[attribute]


def value_name(trait: Trait) -> str:
    """What a value is called."""
    if not trait.value:
        return tr("not known") if trait.attribute is not Attribute.LABEL else tr("no label")
    is_kind = trait.attribute is Attribute.KIND
    return kind_name(OutletKind(trait.value)) if is_kind else trait.value
