"""What counts as the same name: the keys by which rows are looked up."""

from __future__ import annotations

_APOSTROPHE = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'"})
_HYPHENS = str.maketrans(dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}", "-"))


def outlet_key(name: str) -> str:
    """An outlet's name without case, spacing and a leading article, as the register folds it.

    >>> outlet_key("The  Guardian") == outlet_key("guardian")
    True
    """
    return _folded(name.translate(_APOSTROPHE)).removeprefix("the ")


def person_key(name: str) -> str:
    """A person's name without case and spacing; what else differs is for the reader to judge.

    >>> person_key("KIM  JONG-UN") == person_key("Kim Jong-un") != person_key("Kim Jong Un")
    True
    """
    return _folded(name.translate(_APOSTROPHE).translate(_HYPHENS))


def question_key(question: str) -> str:
    """A question without case, spacing and its mark, so that it can be typed on a command line.

    >>> question_key("Will Russia pay?") == question_key("will russia pay")
    True
    """
    return _folded(question.translate(_APOSTROPHE)).rstrip("?").rstrip()


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
