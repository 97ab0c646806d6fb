"""What is known of a text, as lines of a table: what it is, the fact, where it comes from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLocale

from summit_reader.domain.article import Layout
from summit_reader.domain.details import ArticleDetails
from summit_reader.domain.search import FacetField
from summit_reader.gui.apart.rows import KINDS
from summit_reader.gui.naming import OutletNames
from summit_reader.gui.wording import facet_value, outlet_line, shown_date, tr

LAYOUTS = {
    Layout.PLAIN: "One voice",
    Layout.PRESS_REVIEW: "Press review",
    Layout.ROUNDUP: "Roundup",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A line: `origin` is empty where it goes without saying."""

    name: str
    value: str
    origin: str = ""

    @property
    def line(self) -> str:
        """The fact as a line of plain text."""
        return f"{self.name}: {self.value}" + (f" ({self.origin})" if self.origin else "")


def facts_of(details: ArticleDetails, names: OutletNames) -> tuple[Fact, ...]:
    """Everything known, what is unknown left out; blind reading leaves out what would tell."""
    blind = names.hides(details.article.outlet)
    facts = [*_of_text(details, names), *([] if blind else _of_source(details))]
    facts += _of_content(details)
    if not blind:
        facts += _of_file(details)
    return tuple(fact for fact in facts if fact.value)


def _of_text(details: ArticleDetails, names: OutletNames) -> list[Fact]:
    article, imprint = details.article, details.imprint
    said = article.metadata
    date = shown_date(said.published) if said.published else tr("not in the file")
    origin = ""
    if said.published is not None:
        stated = imprint.published is not None
        origin = tr("stated in the file") if stated else tr("read from the text")
    elif said.suggested_date is not None:
        date = tr("perhaps {0}").format(shown_date(said.suggested_date))
        origin = tr("text says “{0}”").format(said.date_evidence)
    hidden = names.hides(article.outlet)
    title = "" if hidden else article.title
    origin_of_title = tr("stated in the file") if imprint.headline else tr("read from the text")
    return [
        Fact(tr("Headline"), title, origin_of_title if said.headline else tr("its first words")),
        Fact(tr("Outlet"), outlet_line(names.outlet(article.outlet)), _outlet_origin(details)),
        Fact(tr("Date"), date, origin),
    ]


def _outlet_origin(details: ArticleDetails) -> str:
    if details.imprint.outlet:
        return tr("the file says “{0}”").format(details.imprint.outlet)
    return ""


def _of_source(details: ArticleDetails) -> list[Fact]:
    said, imprint = details.article.metadata, details.imprint
    stated, read = tr("stated in the file"), tr("read from the text")
    return [
        Fact(tr("Byline"), said.byline, stated if imprint.authors else read),
        Fact(tr("Dateline"), said.dateline, read),
        Fact(tr("Section"), imprint.section, stated),
        Fact(tr("Carried by"), said.carrier),
        Fact(tr("Address"), said.url, stated if imprint.url else ""),
        Fact(tr("Story"), details.story),
    ]


def _of_content(details: ArticleDetails) -> list[Fact]:
    article, number = details.article, QLocale().toString
    kinds = Counter(tr(KINDS[one.kind]) for one in article.removed if not one.restored)
    removed = ", ".join(f"{kind} {number(count)}" for kind, count in kinds.most_common())
    said = article.metadata
    language = facet_value(FacetField.LANGUAGE, said.language)
    stated = tr("stated in the file") if details.imprint.language else ""
    return [
        Fact(tr("Language"), language, stated),
        Fact(tr("Kind of text"), tr(LAYOUTS[said.layout])),
        Fact(tr("Length"), tr("{0} words").format(number(len(article.cleaned.text.split())))),
        Fact(tr("Ends"), tr("at the paywall") if said.cut else ""),
        Fact(tr("Takes"), number(details.takes)),
        Fact(tr("Parts removed"), removed or number(0)),
    ]


def _of_file(details: ArticleDetails) -> list[Fact]:
    imported = QDateTime.fromSecsSinceEpoch(int(details.imported.timestamp()))
    size = QLocale().formattedDataSize(details.size, 1)
    return [
        Fact(tr("File"), details.name),
        Fact(tr("Came in"), QLocale().toString(imported, "d MMM yyyy, HH:mm")),
        Fact(tr("Format"), tr("{0}, {1}").format(details.format, size), details.media_type),
        Fact(tr("Number here"), QLocale().toString(details.article.id)),
        Fact(tr("Fingerprint"), details.fingerprint, tr("of the text, in any library")),
    ]
