"""The short names of formats."""

from __future__ import annotations

from summit_reader.intake import reader


def format_of(media_type: str) -> str:
    """The short name of the format with this IANA name; the IANA name where no reader has it."""
    known = (one.format for one in reader.READERS if one.media_type == media_type)
    return next(known, media_type)
