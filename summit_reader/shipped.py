"""What the program ships with, and the parts of it that read that: each read when first needed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summit_reader.compare.transliteration import Transliteration
    from summit_reader.compare.word_vectors import WordVectors
    from summit_reader.domain.outlet import OutletRegister
    from summit_reader.index.spelling import Spellings
    from summit_reader.intake.fetching import Fetches
    from summit_reader.text.languages import Languages

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent


def resources_folder() -> Path:
    """The icons, themes, translations and the outlet register: in the wheel or the checkout."""
    shipped = _PACKAGE / "_resources"
    return shipped if shipped.is_dir() else _CHECKOUT / "resources"


def seeds_folder() -> Path | None:
    """The texts of the sample with their catalogue; None in a copy built without them."""
    for folder in (_PACKAGE / "_seeds", _CHECKOUT / "seeds"):
        if folder.is_dir():
            return folder
    return None


def spellings() -> Spellings:
    """Which words US and UK English spell otherwise."""
    from summit_reader.index.spelling import spellings_at  # noqa: PLC0415 - where it is needed

    return spellings_at(resources_folder() / "spelling.toml")


def transliteration() -> Transliteration:
    """How names in other scripts are spelt in ours."""
    from summit_reader.compare.transliteration import (  # noqa: PLC0415 - where it is needed
        transliteration_at,
    )

    return transliteration_at(resources_folder() / "transliterations.toml")


@cache
def vectors() -> WordVectors:
    """The word vectors.

    Raises:
        UnreadableVectors: if the files are missing or not the ones that were shipped.
    """
    from summit_reader.compare.word_vectors import vectors_at  # noqa: PLC0415 - where it is needed

    return vectors_at(resources_folder() / "vectors")


def _languages() -> Languages:
    from summit_reader.intake.languages import languages_at  # noqa: PLC0415 - where it is needed

    return languages_at(resources_folder() / "languages")


def teach_languages() -> None:
    """Tell `text` where its language data lies; it is read when the first text is."""
    from summit_reader.text.languages import read_with  # noqa: PLC0415 - where it is needed

    read_with(_languages)


_ALLOWED = {"private_addresses": False}


def allow_private_addresses(allowed: bool) -> None:  # noqa: FBT001  # the one thing it says
    """Whether what is fetched from now on may lie on this computer or in its own network."""
    _ALLOWED["private_addresses"] = allowed


def fetcher() -> Fetches:
    """Who fetches what the reader asks for, as far as that is allowed."""
    return _fetcher(private_addresses=_ALLOWED["private_addresses"])


@cache
def _fetcher(*, private_addresses: bool) -> Fetches:
    from summit_reader.intake.fetching import (  # noqa: PLC0415 - where it is needed
        Fetcher,
        FetchSettings,
    )

    return Fetcher(FetchSettings(private_addresses=private_addresses))


@cache
def register() -> OutletRegister:
    """The outlets the program knows."""
    from summit_reader.intake.register import register_at  # noqa: PLC0415 - where it is needed

    return register_at(resources_folder() / "outlets.toml")


def equip() -> OutletRegister:
    """Prepare a process that reads texts; the outlets the program knows."""
    teach_languages()
    return register()
