"""Links by which other programs lead to a take: `summit://take/12`."""

from __future__ import annotations

import re

from summit_reader.domain.hand_out_errors import UnknownLink

SCHEME = "summit:"
"""How every link of ours begins."""

_TAKE = re.compile(r"summit://take/([0-9]{1,15})/?", re.IGNORECASE | re.ASCII)


def link_to(take_id: int) -> str:
    """The link to a take of the library that will be open.

    >>> link_to(12)
    'summit://take/12'
    """
    return f"summit://take/{take_id}"


def is_link(text: str) -> bool:
    """Whether `text` is meant as a link of ours, well-formed or not."""
    return text.casefold().startswith(SCHEME)


def linked_take(link: str) -> int:
    """The number of the take that a link leads to.

    >>> linked_take("summit://take/12")
    12

    Raises:
        UnknownLink: if it leads to none.
    """
    match = _TAKE.fullmatch(link.strip())
    if match is None:
        raise UnknownLink(link=link)
    return int(match.group(1))
