"""How feeds and their items are worded for the reader."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QDateTime, QLocale

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.feed import (
    Feed,
    FeedOutcome,
    InboxItem,
    KeepReport,
    RefreshReport,
    Schedule,
)
from summit_reader.domain.take import TakeDraft
from summit_reader.gui.wording import ARROW, counted, published_line, speaker_name, tr

SCHEDULES = {
    Schedule.OFF: "Only when I ask",
    Schedule.HOURLY: "Every hour",
    Schedule.SIX_HOURLY: "Every six hours",
    Schedule.DAILY: "Every day",
}


def feed_name(feed: Feed) -> str:
    """What the feed calls itself; its address until it has said so."""
    return feed.title or feed.url


def state_line(feed: Feed) -> str:
    """What came of asking the feed, or how often it is asked."""
    visit = feed.visit
    if visit.trouble:
        # What becomes of it has no room in a row; the report says it.
        return tr(visit.trouble.sentence).partition(". ")[0].rstrip(".")
    asked = tr("asked {0}").format(moment(visit.at)) if visit.at else tr("not asked yet")
    if feed.schedule is Schedule.OFF:
        return asked
    return f"{asked} · {tr(SCHEDULES[feed.schedule])}"


def feed_sentence(feed: Feed) -> str:
    """A feed as a screen reader says it."""
    return f"{feed_name(feed)}, {waiting_line(feed.waiting)}. {state_line(feed)}"


def waiting_line(count: int) -> str:
    """How many items wait."""
    return counted(count, "{n} new item", "{n} new items")


def headline(item: InboxItem) -> str:
    """The headline, or the beginning of what stands in for one."""
    return item.headline or item.opening.partition("\n")[0]


def item_line(item: InboxItem) -> str:
    """Where an item is from and when it was published, in the day of where that was."""
    published = item.published
    day = (
        QLocale().toString(QDate(published.year, published.month, published.day), "d MMM yyyy")
        if published
        else tr("no date")
    )
    return f"{item.feed} · {day}"


def draft_line(draft: ArticleDraft) -> str:
    """Whose article it would be, by whom, and when it was published."""
    said = draft.metadata
    return " · ".join(filter(None, (said.outlet.name, said.byline, published_line(said))))


def take_line(take: TakeDraft) -> str:
    """The chain of a take that was found: who says it, carried by whom."""
    return ARROW.join(speaker_name(voice) for voice in take.chain)


def take_words(take: TakeDraft) -> str:
    """The words of a take that was found."""
    return " […] ".join(take.anchor.exact)


def moment(when: datetime) -> str:
    """A moment as the reader's clock has it."""
    here = QDateTime.fromSecsSinceEpoch(int(when.astimezone(UTC).timestamp()))
    return QLocale().toString(here, "d MMM, HH:mm")


def outcome_line(outcome: FeedOutcome) -> str:
    """What came of asking one feed."""
    if outcome.trouble:
        return f"{feed_name(outcome.feed)}: {tr(outcome.trouble.sentence)}"
    facts = [waiting_line(outcome.new)] if outcome.new else [tr("nothing new")]
    if outcome.known:
        facts.append(
            counted(outcome.known, "{n} in the library already", "{n} in the library already")
        )
    if outcome.moved_from:
        facts.append(tr("moved to {0}").format(outcome.feed.url))
    return f"{feed_name(outcome.feed)}: {', '.join(facts)}"


def refresh_line(report: RefreshReport) -> str:
    """What came of asking several feeds, in one sentence."""
    said = [waiting_line(report.new) if report.new else tr("Nothing new")]
    troubled = sum(outcome.trouble is not None for outcome in report.outcomes)
    if troubled:
        said.append(counted(troubled, "{n} feed gave trouble", "{n} feeds gave trouble"))
    return f"{', '.join(said)}."


def kept_line(report: KeepReport) -> str:
    """What came of keeping items, in one sentence."""
    said = [counted(len(report.kept), "{n} article kept", "{n} articles kept")]
    without = sum(each.full_text is not None for each in report.kept)
    if without:
        said.append(counted(without, "{n} without its full text", "{n} without their full text"))
    return f"{', '.join(said)}."
