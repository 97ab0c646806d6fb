"""How stories and what ties them are worded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from summit_reader.domain.point import DecidedBy
from summit_reader.domain.story import Story, StoryArticle, StoryTie
from summit_reader.gui.wording import (
    counted,
    outlets_counted,
    published_line,
    shown_date,
    texts_counted,
    tr,
)


def story_line(story: Story) -> str:
    """The second line of a story: texts, outlets, days."""
    parts = (texts_counted(len(story.articles)), outlets_counted(story.outlets), days_line(story))
    return " · ".join(part for part in parts if part)


def days_line(story: Story) -> str:
    """From which day to which it was covered; empty where no text has a date."""
    found = (article.source.metadata.published for article in story.articles)
    days = sorted(day for day in found if day is not None)
    if not days:
        return ""
    return _range(days[0], days[-1])


def state_word(story: Story) -> str:
    """Whose story it is."""
    return tr("Proposed") if story.is_proposal else tr("Yours")


def article_line(article: StoryArticle) -> str:
    """Outlet and date of a text."""
    metadata = article.source.metadata
    return f"{metadata.outlet.name} · {published_line(metadata)}"


def tie_line(tie: StoryTie | None, decided_by: DecidedBy) -> str:
    """Why a text is in its story."""
    if decided_by is DecidedBy.READER:
        return tr("You put it here")
    if tie is None or not tie.words:
        return tr("Proposed by the program")
    words = tr("Shares {words}").format(words=listed(tie.words))
    if tie.days is None:
        return words
    if not tie.days:
        return f"{words} · {tr('same day as another')}"
    return f"{words} · {counted(tie.days, '{n} day apart', '{n} days apart')}"


def listed(words: Iterable[str]) -> str:
    """Words one after the other, in quotation marks."""
    return ", ".join(f"“{word}”" for word in words)


def reason_line(story: Story, ties: Iterable[StoryTie]) -> str:
    """Why the program thinks it is one story, or that the reader says so."""
    if not story.is_proposal:
        return tr("What you decide here is never overruled; new texts may still be proposed.")
    held = [set(tie.words) for tie in ties]
    common = set.intersection(*held) if held else set()
    first = [word for tie in ties for word in tie.words if word in common]
    if common:
        words = listed(dict.fromkeys(first))
        return tr("Proposed because every text begins with {words}.").format(words=words)
    return tr("Proposed because headlines and first lines are alike, within a few days.")


def spoken_story(story: Story) -> str:
    """What a screen reader says of a story."""
    return f"{story.title}. {state_word(story)}. {story_line(story)}"


def _range(first: date, last: date) -> str:
    if first == last:
        return shown_date(first)
    return tr("{first} to {last}").format(first=shown_date(first), last=shown_date(last))
