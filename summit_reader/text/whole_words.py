"""Names where a text has them as words of their own, and not as parts of longer ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NOTHING = "(?!)"


def any_of(names: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern for each of `names`, the longest where several fit; for nothing without any.

    >>> any_of(["CBS", "CBS News"]).findall("CBS News and CBSN")
    ['CBS News']
    """
    longest_first = sorted(names, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first)) or _NOTHING
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", flags)
