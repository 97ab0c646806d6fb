"""Facts about the library as a whole."""

from __future__ import annotations

import json

from sqlalchemy import select

from summit_reader.domain.preview import IntakeRules
from summit_reader.store.database import Work
from summit_reader.store.rows import PropertyRow

_NAME = "name"
_SAMPLE = "is sample"
_COMPARISON = "current comparison"
_IDENTITY = "library id"
_RULES = "intake rules"
_GATHERED = "stories proposed up to article"


def describe(work: Work, *, name: str, is_sample: bool) -> None:
    """Say what the library is called and whether it is the sample."""
    _put(work, _NAME, name)
    _put(work, _SAMPLE, "yes" if is_sample else "no")


def name(work: Work) -> str:
    """What the library is called."""
    return _value(work, _NAME)


def is_sample(work: Work) -> bool:
    """Whether the library was built from the texts that ship with the program."""
    return _value(work, _SAMPLE) == "yes"


def library_id(work: Work) -> str:
    """The UUID of the library; empty until it is given one."""
    return _value(work, _IDENTITY)


def identify(work: Work, library_id: str) -> None:
    """Give the library its UUID."""
    _put(work, _IDENTITY, library_id)


def current_comparison(work: Work) -> int | None:
    """The comparison that was used last, if one ever was."""
    value = _value(work, _COMPARISON)
    return int(value) if value else None


def use_comparison(work: Work, comparison_id: int) -> None:
    """Remember that this comparison was used last."""
    _put(work, _COMPARISON, str(comparison_id))


def use_no_comparison(work: Work) -> None:
    """Forget which comparison was used last."""
    _put(work, _COMPARISON, "")


def gathered(work: Work) -> int:
    """The last article that stories were proposed for; 0 if there was none yet."""
    value = _value(work, _GATHERED)
    return int(value) if value else 0


def note_gathered(work: Work, article_id: int) -> None:
    """Remember that stories were proposed for all articles up to this one."""
    _put(work, _GATHERED, str(article_id))


def intake_rules(work: Work) -> IntakeRules:
    """What the reader has said of imports once and for all."""
    kept = json.loads(_value(work, _RULES) or "{}")
    return IntakeRules(frozenset(kept.get("trusted", ())), kept.get("sites", {}))


def keep_intake_rules(work: Work, rules: IntakeRules) -> None:
    """Remember what the reader says of imports."""
    kept = {"trusted": sorted(rules.trusted), "sites": dict(rules.sites)}
    _put(work, _RULES, json.dumps(kept))


def _value(work: Work, key: str) -> str:
    return work.session.scalar(select(PropertyRow.value).where(PropertyRow.key == key)) or ""


def _put(work: Work, key: str, value: str) -> None:
    work.session.merge(PropertyRow(key=key, value=value))
    work.session.flush()
