"""Names that news prose writes in full as often as in capitals."""

from __future__ import annotations

SPELT_OUT = {
    "eu": ("european", "union"),
    "uk": ("united", "kingdom"),
    "un": ("united", "nations"),
    "us": ("united", "states"),
    "usa": ("united", "states"),
}
"""Folded abbreviations with the words they stand for."""


def spelt_out(printed: str, folded: str) -> tuple[str, ...]:
    """The words that an abbreviation stands for; none where it is typed as a common word.

    >>> spelt_out("U.S.", "us"), spelt_out("us", "us")
    (('united', 'states'), ())
    """
    return SPELT_OUT.get(folded, ()) if printed.isupper() else ()
