"""What filters are called."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from summit_reader.domain.narrowing import INTERVAL, Attribute, Trait, ends_of
from summit_reader.domain.outlet import OutletKind, OutletSummary
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.wording import KINDS, tr

_MONTH = len("2019-04")


def attribute_name(attribute: Attribute, axis: str = "") -> str:
    """What an attribute is called."""
    names = {
        Attribute.NAME: tr("Outlet"),
        Attribute.COUNTRY: tr("Country"),
        Attribute.LANGUAGE: tr("Language"),
        Attribute.KIND: tr("Kind"),
        Attribute.OWNER: tr("Owner"),
        Attribute.LABEL: axis,
        Attribute.DAY: tr("Date"),
    }
    return names[attribute]


def value_name(trait: Trait) -> str:
    """What a value is called."""
    if trait.attribute is Attribute.DAY:
        return period_name(trait.value)
    if not trait.value:
        return tr("not known") if trait.attribute is not Attribute.LABEL else tr("no label")
    return tr(KINDS[OutletKind(trait.value)]) if trait.attribute is Attribute.KIND else trait.value


def filter_name(trait: Trait, everyone: tuple[OutletSummary, ...], names: OutletNames) -> str:
    """What a value is called where it narrows a list; in blind reading it names no outlet."""
    value = value_name(trait)
    if trait.attribute is Attribute.NAME:
        refs = (each.outlet for each in everyone if each.outlet.name == trait.value)
        value = next((names.outlet(ref).name for ref in refs), value)
    return f"{attribute_name(trait.attribute, trait.axis)}: {value}"


def period_name(value: str) -> str:
    """A stretch of days as the reader writes it."""
    if not value:
        return tr("no date")
    ends = ends_of(value)
    if ends is None or len(value) < _MONTH:
        return value
    first, last = ends
    if len(value) == _MONTH and INTERVAL not in value:
        return QLocale().toString(_day(first), "MMMM yyyy")
    return _interval_name(first, last)


def _interval_name(first: date, last: date) -> str:
    if first == date.min:
        return tr("until {0}").format(_written(last))
    if last == date.max:
        return tr("since {0}").format(_written(first))
    return _written(first) if first == last else f"{_written(first)} – {_written(last)}"


def _written(day: date) -> str:
    return QLocale().toString(_day(day), QLocale.FormatType.ShortFormat)


def _day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
