"""What the reader knows better than the rules; it outranks them and survives a re-import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from summit_reader.domain.outlet import OutletProfile, OutletRef, OutletRegister
from summit_reader.store import articles, outlets
from summit_reader.store.database import Database


class Correcting:
    """Puts right what was read wrongly."""

    def __init__(self, database: Database, register: Callable[[], OutletRegister]) -> None:
        self._database = database
        self._register = register

    def set_outlet(self, article_id: int, name: str, country: str = "") -> OutletRef:
        """The outlet that published the article from now on; its own takes go with it.

        A name or alias of the register or the library means that outlet. `country` is ISO 3166-1
        alpha-2; an empty one leaves what is known.

        Raises:
            NoSuchText: if there is no such article.
            ValueError: if the name is blank.
        """
        name = " ".join(name.split())
        if not name:
            message = "an outlet needs a name"
            raise ValueError(message)
        profile = self._register().named(name) or OutletProfile(name)
        if country:
            profile = replace(profile, country=country.upper())
        with self._database.write() as work:
            outlet = outlets.ensure(work, profile)
            articles.set_outlet(work, article_id, outlet)
            work.commit()
        return outlet
