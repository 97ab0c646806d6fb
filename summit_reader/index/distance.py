"""How many letters two words differ in."""

from __future__ import annotations


def distance(one: str, other: str) -> int:
    """Letters to be put in, left out or replaced to make one word the other (Levenshtein).

    >>> distance("kremlin", "kremln")
    1
    """
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for place, sign in enumerate(other, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != sign)))
    return row[-1]


def is_within(one: str, other: str, most: int) -> bool:
    """Whether the words differ in at most `most` letters."""
    return abs(len(one) - len(other)) <= most and distance(one, other) <= most
