"""A feed as a file: every item of it an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from summit_reader.domain.article import Hints, RawArticle
from summit_reader.domain.errors import EmptyFile
from summit_reader.domain.feed import FeedItem
from summit_reader.domain.fetch_errors import FeedsToFollow
from summit_reader.domain.importing import Failure, Item
from summit_reader.intake.feeds.apart import read_apart
from summit_reader.intake.feeds.feed import is_feed
from summit_reader.intake.feeds.opml import is_opml
from summit_reader.intake.feeds.parts import RAW_MEDIA_TYPE


class FeedReader:
    """The reader of RSS, RDF, Atom and JSON Feed files."""

    format = "feed"
    media_type = RAW_MEDIA_TYPE

    def accepts(self, content: bytes) -> bool:
        """Whether the file begins as a feed does."""
        return is_feed(content)

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The items in their order; one without a word in it is a failure.

        Raises:
            FileProblem: if it is no feed after all, or cannot be read safely.
        """
        feed = read_apart(content, name)
        for number, item in enumerate(feed.items, start=1):
            part = f"{name}#{number}"
            if item.text:
                yield article_of(item, part, hints, outlet=feed.title)
            else:
                yield Failure(Path(part), EmptyFile(part))


class FeedListReader:
    """Knows lists of feeds, so that nobody takes one for a text."""

    format = "opml"
    media_type = "text/x-opml"

    def accepts(self, content: bytes) -> bool:
        """Whether the file begins as an OPML file does."""
        return is_opml(content)

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:  # noqa: ARG002 - part of the protocol
        """Nothing: the feeds it names are followed, not read.

        Raises:
            FeedsToFollow: always.
        """
        raise FeedsToFollow(name)


def article_of(item: FeedItem, name: str, hints: Hints, outlet: str) -> RawArticle:
    """The item as an article of `outlet`, which its address may outrank."""
    imprint = replace(item.imprint, outlet=item.imprint.outlet or outlet)
    return RawArticle(name, item.raw, RAW_MEDIA_TYPE, item.text, hints, imprint)
