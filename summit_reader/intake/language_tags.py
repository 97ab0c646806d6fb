"""Languages as files state them: tags such as “en-GB”."""

from __future__ import annotations

import re

_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?$")
_UNKNOWN = frozenset(("und", "zxx"))
"""Codes that say that there is no language, or none to tell."""


def language_of(tag: str) -> str:
    """The language of a tag such as “en-GB”, by its code; empty if there is none.

    >>> language_of("pt_BR")
    'pt'
    """
    found = _TAG.match(tag.strip())
    code = found[1].lower() if found else ""
    return "" if code in _UNKNOWN else code
