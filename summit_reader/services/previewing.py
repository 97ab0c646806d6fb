"""What is offered for import, as it would come in: read and broken into takes, but not stored."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from summit_reader.domain.article import Hints
from summit_reader.domain.errors import FileProblem, SummitError
from summit_reader.domain.importing import Failure
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.preview import Preview
from summit_reader.intake.formats import format_of
from summit_reader.intake.offers import Offer
from summit_reader.intake.reader import NO_HINTS, Reader
from summit_reader.text.articles import draft_article

_LOG = logging.getLogger(__name__)


def previews(
    offers: Iterable[Offer | Failure],
    register: Callable[[], OutletRegister],
    hints: Hints = NO_HINTS,
    reader: Reader | None = None,
) -> Iterator[Preview | Failure]:
    """Every article of what is offered, and what stays outside with its reason, in order.

    What the reader says (`hints`, the format's `reader`) holds for all of them. Nothing is read
    before it is asked for, and one bad file stops no other.
    """
    for offer in offers:
        if isinstance(offer, Failure):
            yield offer
        else:
            yield from _previews_of(offer, register, hints, reader)


def _previews_of(
    offer: Offer, register: Callable[[], OutletRegister], hints: Hints, reader: Reader | None
) -> Iterator[Preview | Failure]:
    try:
        for item in offer.items(hints, reader):
            if isinstance(item, Failure):
                yield item
            else:
                draft = draft_article(item, register())
                yield Preview(offer.name, format_of(item.media_type), draft)
    except SummitError as error:
        yield Failure(Path(offer.name), error)
    except Exception:  # noqa: BLE001 - a defect in one rule must not cost the other files
        _LOG.exception("a text could not be read")
        yield Failure(Path(offer.name), FileProblem(offer.name))
