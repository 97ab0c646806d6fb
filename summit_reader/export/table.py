"""Tables as comma-separated values that no spreadsheet takes for a program."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from summit_reader.export.characters import one_line

_BEGIN_A_FORMULA = ("=", "+", "-", "@")


def comma_separated(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""The table as text, a line a row.

    What a spreadsheet would take for a formula gets an apostrophe in front, as it is shown by
    none: texts come from strangers (https://owasp.org/www-community/attacks/CSV_Injection).

    >>> comma_separated(["outlet", "words"], [("The Tide", "=1+1")])
    "outlet,words\nThe Tide,'=1+1\n"
    """
    text = StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(header)
    table.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    plain = one_line(cell)
    return f"'{plain}" if plain.startswith(_BEGIN_A_FORMULA) else plain
