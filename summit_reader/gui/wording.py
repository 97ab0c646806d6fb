"""How domain values are worded for the reader; every sentence goes through Qt's translation."""

from __future__ import annotations

import html
from datetime import date
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from summit_reader.domain.article import Article, Metadata
from summit_reader.domain.clause import Clause, Month
from summit_reader.domain.comparison import Source
from summit_reader.domain.errors import SummitError
from summit_reader.domain.outlet import OutletKind, OutletRef
from summit_reader.domain.point import Absence, AbsentOutlet, PointSummary
from summit_reader.domain.search import FacetField
from summit_reader.domain.take import Role, Take, TakeKind, Voice, VoiceKind
from summit_reader.export.quotation import printed_words

ROLES = {
    Role.REPORTING: "Reporting",
    Role.EDITORIAL: "Editorial",
    Role.COLUMNIST: "Columnist",
    Role.EXPERT: "Expert",
    Role.OFFICIAL: "Official",
    Role.UNNAMED: "Unnamed voice",
    Role.COMMENT: "Reader comment",
}
ABSENCES = {
    Absence.SILENT: "Silent",
    Absence.EXCERPT_ONLY: "Excerpt only",
    Absence.CUT: "Cut at the paywall",
    Absence.NOT_IN_LIBRARY: "Not in library",
}
KINDS = {
    OutletKind.NEWSPAPER: "Newspaper",
    OutletKind.MAGAZINE: "Magazine",
    OutletKind.AGENCY: "Agency",
    OutletKind.BROADCASTER: "Broadcaster",
    OutletKind.WEBSITE: "Website",
    OutletKind.PRESS_REVIEW: "Press review",
    OutletKind.UNKNOWN: "Not known",
}
ARROW = "  ›  "
ABSENCE_ICONS = {
    Absence.SILENT: "silent",
    Absence.EXCERPT_ONLY: "quotation",
    Absence.CUT: "cut",
    Absence.NOT_IN_LIBRARY: "not_here",
}


def tr(text: str) -> str:
    """`text` in the reader's language."""
    return QCoreApplication.translate("summit_reader", text)


def inside(word: str) -> str:
    """A translated word as it stands within a sentence: German keeps the capitals of its nouns."""
    return word if QLocale().language() is QLocale.Language.German else word.lower()


def absent_line(absent: AbsentOutlet) -> str:
    """Why an outlet has no take on a point, and what a silent one carries of others."""
    reason = tr(ABSENCES[absent.absence])
    if absent.absence is Absence.SILENT:
        reason += f" · {tr('no take found')}"
    if absent.carries:
        reason += " · " + counted(absent.carries, "carries {n} other", "carries {n} others")
    return reason


def unmarked(name: str) -> str:
    """A name for a button or a menu, where a single ampersand would mark an access key."""
    return name.replace("&", "&&")


def plain_tip(text: str) -> str:
    """A tool tip that shows `text` letter by letter: Qt would take tags in it for its own."""
    return f"<span>{html.escape(text)}</span>" if "<" in text else text


def error_sentence(error: BaseException) -> str:
    """What went wrong, to which file, and what to do."""
    if isinstance(error, SummitError):
        facts = {
            name: clause_words(fact) if isinstance(fact, Clause) else fact
            for name, fact in error.facts.items()
        }
        return tr(error.sentence).format(**facts)
    return tr("Something unexpected happened: {error}").format(error=error)


def clause_words(clause: Clause) -> str:
    """The clause in the reader's language, its numbers and dates as the reader writes them."""
    return clause.said(tr, _fact_words)


def _fact_words(fact: str | int | date | Month) -> str:
    if isinstance(fact, Month):
        return QLocale().toString(_qt_date(fact.first), "MMMM yyyy")
    if isinstance(fact, date):
        return QLocale().toString(_qt_date(fact), "d MMMM yyyy")
    return fact if isinstance(fact, str) else QLocale().toString(fact)


def _qt_date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def counted(count: int, one: str, many: str) -> str:
    """A count in words, such as "5 takes"; the two forms are English source texts."""
    return tr(one if count == 1 else many).format(n=QLocale().toString(count))


def takes_counted(count: int) -> str:
    """Number of takes in words."""
    return counted(count, "{n} take", "{n} takes")


def outlets_counted(count: int) -> str:
    """Number of outlets in words."""
    return counted(count, "{n} outlet", "{n} outlets")


def texts_counted(count: int) -> str:
    """Number of texts in words."""
    return counted(count, "{n} text", "{n} texts")


def point_line(summary: PointSummary) -> str:
    """The second line of a point."""
    return f"{takes_counted(summary.takes)} · {outlets_counted(summary.outlets)}"


def point_head_line(summary: PointSummary) -> str:
    """The line under a point's title above its takes."""
    return f"{point_line(summary)} · {texts_counted(summary.texts)}"


def quoted(take: Take) -> str:
    """The words of a take as they are printed: in marks only where they are somebody's own."""
    return printed_words(take).text


def role_name(take: Take) -> str:
    """Whose voice it is, as a word; a reviewer's paraphrase says so."""
    return tr("Thesis") if take.kind is TakeKind.THESIS else tr(ROLES[take.role])


def carrier_line(carrier: str) -> str:
    """Who stands between, in few words: "via forum post" for a carrier "a forum post"."""
    return tr("via {carrier}").format(carrier=carrier.removeprefix("a ").removeprefix("an "))


def voice_line(take: Take) -> str:
    """Who speaks and in which role: "Andrei Lankov, expert", or just "Editorial"."""
    speaker = take.speaker
    if speaker is None:
        return role_name(take)
    name = speaker_name(speaker)
    if take.role is Role.UNNAMED:
        return name
    return f"{name}, {inside(role_name(take))}"


def speaker_name(speaker: Voice) -> str:
    """A name, or "Analysts (unnamed)"."""
    if speaker.kind is not VoiceKind.UNNAMED:
        return speaker.name
    bare = speaker.name.removesuffix(" (unnamed)")
    return tr("{group} (unnamed)").format(group=bare[:1].upper() + bare[1:])


def voice_versions(take: Take) -> tuple[str, ...]:
    """Who speaks and how, fullest first; little room leaves out the manner, then the role."""
    voice = voice_line(take)
    bare = speaker_name(take.speaker) if take.speaker is not None else voice
    if take.kind in {TakeKind.INDIRECT, TakeKind.MIXED}:
        return f"{voice} · {tr('reported')}", voice, bare
    return voice, bare


def source_line(take: Take) -> str:
    """The line under a quotation: voice, who stands between outlet and file, whether it is lost."""
    voice = voice_versions(take)[0]
    parts = [voice, carrier_line(take.via) if take.via else "", tr("lost") if take.lost else ""]
    return " · ".join(part for part in parts if part)


def chain_versions(take: Take, article: Article) -> tuple[str, ...]:
    """The whole way from the voice to the text in the library, fullest first.

    What has to go where there is little room is the speaker's description, then the text's number;
    who carried the words stays.
    """
    names = [speaker_name(voice) for voice in take.chain]
    if take.kind is TakeKind.PRESS_REVIEW and len(names) > 1:
        names[1] = tr("quoted in {outlet}").format(outlet=names[1])
    number = text_number(article)
    described = [
        f"{name}, “{voice.description}”" if voice.description else name
        for name, voice in zip(names, take.chain, strict=True)
    ]
    return tuple(ARROW.join(parts) for parts in ([*described, number], [*names, number], names))


def text_number(article: Article) -> str:
    """The article's number in the library."""
    return tr("text {n}").format(n=article.id)


def written_by(reader: str) -> str:
    """That a reader wrote something, and who, where the page prints a name."""
    return tr("Comment by {name}").format(name=reader) if reader else tr("Reader comment")


def facet_value(field: FacetField, value: str) -> str:
    """A value that hits are counted by, as a reader would say it."""
    if field is FacetField.ROLE and value in set(Role):
        return tr(ROLES[Role(value)])
    if field is FacetField.MONTH:
        month = QDate.fromString(f"{value}-01", "yyyy-MM-dd")
        return QLocale().toString(month, "MMMM yyyy") if month.isValid() else tr("No date in file")
    if field is FacetField.LANGUAGE:
        return QLocale.languageToString(QLocale(value).language()) or value
    return value


def published_line(metadata: Metadata) -> str:
    """When a text was published, as far as its file tells."""
    published = metadata.published
    return tr("no date in file") if published is None else shown_date(published)


def shown_date(day: date) -> str:
    """A day as lists print it."""
    return QLocale().toString(_qt_date(day), "d MMM yyyy")


def text_line(source: Source, takes: int, *, blind: bool = False) -> str:
    """The line under a text's title: its date, who carries the copy, how many takes it has.

    A `blind` one does not say who carries it.
    """
    carrier = "" if blind else source.metadata.carrier
    parts = [published_line(source.metadata), takes_counted(takes)]
    if carrier:
        parts.append(carrier_line(carrier))
    return " · ".join(parts)


def outlet_line(outlet: OutletRef) -> str:
    """Name and country of an outlet, for screen readers and menus."""
    return f"{outlet.name} ({outlet.country})" if outlet.country else outlet.name


def article_end(article: Article) -> str:
    """What stands where an article ends."""
    if article.metadata.cut:
        return tr("This text ends at the paywall")
    if urlsplit(article.metadata.url).hostname and article.metadata.carrier:
        host = (urlsplit(article.metadata.url).hostname or "").removeprefix("www.")
        return tr("Full story at {host} · this copy ends here").format(host=host)
    return tr("End of this text")
