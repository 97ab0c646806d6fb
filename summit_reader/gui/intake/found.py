"""What was found out about a text that is to come in, to be put right before it does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from summit_reader.domain.article import Hints, Layout
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.preview import IntakeRules, Preview
from summit_reader.gui.intake.found_wording import (
    date_evidence,
    looks_like,
    outlet_evidence,
    removed_line,
    twin_line,
)
from summit_reader.gui.look import Look
from summit_reader.gui.widgets.grounds import Ground
from summit_reader.gui.widgets.labels import ElidedLabel, Label
from summit_reader.gui.wording import plain_tip, unmarked
from summit_reader.services.previewing import host_of
from summit_reader.text.metadata import UNKNOWN_OUTLET

WIDTH = 290
BESIDE = 40
"""Pixels of a line that margins and the scroll bar take."""


class FoundPanel(QScrollArea):
    """Fields of the text on show. `edited` gives what the reader says of it now.

    `trusted` and `settled` ask for what is to hold from now on, for the outlet and for the site.
    """

    edited = Signal(object)
    trusted = Signal(str, bool)
    settled = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._preview: Preview | None = None
        self._room = look.type.px(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(look.type.px(WIDTH))
        self.outlet, self._names = QLineEdit(), QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.outlet.setCompleter(completer)
        self.outlet.setPlaceholderText(self.tr("Unknown outlet"))
        self.country, self.language = QLineEdit(), QLineEdit()
        self.country.setMaxLength(2)
        self.language.setMaxLength(12)
        self.headline, self.date, self.byline = QLineEdit(), QLineEdit(), QLineEdit()
        self.date.setPlaceholderText(self.tr("No date in file"))
        self.byline.setPlaceholderText(self.tr("No byline"))
        self.headline.setPlaceholderText(self.tr("No headline"))
        self._evidence = {
            name: ElidedLabel(look, "micro", "ink2") for name in ("outlet", "date", "country")
        }
        self._looks = Label(look, "uib", wrapped=True)
        self._cited = Label(look, "micro", "ink2", wrapped=True)
        self._twin = Label(look, "micro", "ink2", wrapped=True)
        self._removed = Label(look, "micro", "ink2", wrapped=True)
        self.always, self.site = QCheckBox(), QCheckBox()
        for box in (self.always, self.site):
            # A long address must not push the fields out of sight.
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._arrange()
        self._connect()

    def show_outlets(self, names: list[str]) -> None:
        """Offer these names where the outlet is put in."""
        self._names.setStringList(names)

    def show_preview(self, preview: Preview, rules: IntakeRules) -> None:
        """Show what was found out about the text."""
        self._preview = preview
        said = preview.draft.metadata
        known = said.outlet != UNKNOWN_OUTLET
        self.outlet.setText(said.outlet.name if known else "")
        self.country.setText(said.outlet.country)
        self.language.setText(said.language)
        self.headline.setText(said.headline)
        self.date.setText(said.published.isoformat() if said.published else "")
        self.byline.setText(said.byline)
        for field in self._fields():
            field.setCursorPosition(0)  # the beginning tells more than the end
        self._evidence["outlet"].setText(outlet_evidence(preview))
        self._evidence["date"].setText(date_evidence(preview))
        self._looks.setText(looks_like(preview))
        outlets = (take.outlet.name for take in preview.draft.takes)
        cited = dict.fromkeys(name for name in outlets if name != said.outlet.name)
        is_plain = said.layout is Layout.PLAIN
        self._cited.setText("" if is_plain else ", ".join(cited))
        self._cited.setVisible(not is_plain)
        self._twin.setText(twin_line(preview))
        self._removed.setText(removed_line(preview))
        self._show_rules(preview, rules)
        self.setEnabled(True)

    def fit(self, room: int) -> None:
        """Be as wide as it should be, or as there is room."""
        self._room = room
        asked = max(box.sizeHint().width() for box in (self.always, self.site)) + BESIDE
        self.setFixedWidth(min(max(self._look.type.px(WIDTH), asked), room))

    def show_nothing(self) -> None:
        """Show that nothing is chosen, or nothing could be read."""
        self._preview = None
        for field in self._fields():
            field.clear()
        for label in (self._looks, self._cited, self._twin, self._removed):
            label.setText("")
        self.always.hide()
        self.site.hide()
        self.setEnabled(False)

    def hints(self) -> Hints | None:
        """What the fields say of the text; None if there is none, or a date that is no day."""
        preview = self._preview
        if preview is None:
            return None
        said, before = preview.draft.metadata, preview.draft.raw.hints
        day = self._day()
        if day is None and self.date.text().strip():
            return None
        name, country = self.outlet.text().strip(), self.country.text().strip().upper()
        changed = before
        if name and (name, country) != (said.outlet.name, said.outlet.country):
            same = name == said.outlet.name
            outlet = replace(said.outlet, country=country) if same else OutletProfile(name, country)
            changed = replace(changed, outlet=outlet)
        if day != said.published:
            changed = replace(changed, published=day)
        for field, shown in (("headline", said.headline), ("byline", said.byline)):
            words = getattr(self, field).text().strip()
            if words != shown:
                changed = replace(changed, **{field: words})
        language = self.language.text().strip().casefold()
        if language != said.language:
            changed = replace(changed, language=language)
        return changed

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (
            self.outlet, self.country, self.language, self.date, self.byline, self.headline,
        )  # fmt: skip

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(self.date.text().strip())
        except ValueError:
            return None

    def _show_rules(self, preview: Preview, rules: IntakeRules) -> None:
        said = preview.draft.metadata
        known, host = said.outlet != UNKNOWN_OUTLET, host_of(said.url)
        for box, text, on, fits in (
            (
                self.always,
                self.tr("Always take in without asking"),
                said.outlet.name in rules.trusted,
                known,
            ),
            (
                self.site,
                self.tr("Always this outlet for {0}").format(unmarked(host)),
                rules.sites.get(host) == said.outlet.name,
                known and bool(host),
            ),
        ):
            before = box.blockSignals(True)
            box.setText(text)
            box.setToolTip(plain_tip(f"{said.outlet.name}: {text}"))
            box.setAccessibleName(f"{said.outlet.name}: {text}")
            box.setChecked(on)
            box.setVisible(fits)
            box.blockSignals(before)
        self.fit(self._room)

    def _on_edited(self) -> None:
        preview, hints = self._preview, self.hints()
        self._mark_date()
        if preview is not None and hints is not None and hints != preview.draft.raw.hints:
            self.edited.emit(hints)

    def _mark_date(self) -> None:
        wrong = bool(self.date.text().strip()) and self._day() is None
        said = self.tr("Write it as 2019-04-25") if wrong else ""
        preview = self._preview
        self._evidence["date"].setText(said or (date_evidence(preview) if preview else ""))

    def _connect(self) -> None:
        for field in self._fields():
            field.editingFinished.connect(self._on_edited)
        self.always.toggled.connect(self._on_always)
        self.site.toggled.connect(self._on_site)

    def _on_always(self, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        if self._preview is not None:
            self.trusted.emit(self._preview.draft.metadata.outlet.name, on)

    def _on_site(self, on: bool) -> None:  # noqa: FBT001  # a signal's argument
        if self._preview is not None:
            said = self._preview.draft.metadata
            self.settled.emit(host_of(said.url), said.outlet.name if on else "")

    def _arrange(self) -> None:
        look, ground = self._look, Ground(self._look, "window")
        column = QVBoxLayout(ground)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        heading = Label(look, "caps", "ink2")
        heading.setText(self.tr("What was found"))
        column.addWidget(heading)
        column.addSpacing(6)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.country, 1)
        pair.addWidget(self.language, 2)
        self.country.setAccessibleName(self.tr("Country, two letters"))
        self.language.setAccessibleName(self.tr("Language"))
        fields: tuple[tuple[str, str, QWidget | QHBoxLayout], ...] = (
            ("outlet", self.tr("Outlet"), self.outlet),
            ("country", self.tr("Country, language"), pair),
            ("date", self.tr("Date"), self.date),
            ("", self.tr("By"), self.byline),
            ("", self.tr("Headline"), self.headline),
        )
        for name, text, field in fields:
            column.addLayout(self._head(name, text))
            if isinstance(field, QWidget):
                field.setAccessibleName(text)
                column.addWidget(field)
            else:
                column.addLayout(field)
            column.addSpacing(6)
        for widget in (self._looks, self._cited, self._twin, self._removed, self.always, self.site):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(ground)

    def _head(self, name: str, text: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        label = Label(self._look, "micro", "ink")
        label.setText(text)
        line.addWidget(label)
        line.addStretch(0)
        if name in self._evidence:
            self._evidence[name].setAlignment(Qt.AlignmentFlag.AlignRight)
            line.addWidget(self._evidence[name], 1)
        return line
