"""Errors by their names: how one process tells another what went wrong, in what JSON can say."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any

from summit_reader.domain.errors import SummitError

_OURS = f"{__name__.partition('.')[0]}."


def error_fields(error: SummitError) -> dict[str, Any]:
    """The error as JSON has it: its class under `problem`, and its facts.

    >>> from summit_reader.domain.errors import MissingFile
    >>> error_fields(MissingFile("a.txt"))
    {'problem': 'summit_reader.domain.errors:MissingFile', 'facts': {'path': 'a.txt'}}
    """
    kind = type(error)
    facts = {
        name: fact if isinstance(fact, int) else str(fact) for name, fact in error.facts.items()
    }
    return {"problem": f"{kind.__module__}:{kind.__qualname__}", "facts": facts}


def error_in(said: Mapping[str, Any], **facts: object) -> SummitError:
    """The error that `error_fields` has put down; `facts` go before those put down with it.

    Raises:
        LookupError: if it is none that this version of the program knows.
    """
    module, _, name = str(said["problem"]).partition(":")
    kind = getattr(sys.modules.get(module) or _loaded(module), name, None)
    if isinstance(kind, type) and issubclass(kind, SummitError):
        with suppress(TypeError, KeyError):  # one that is not made of its facts alone
            return kind(**said["facts"] | facts)
    raise LookupError(said["problem"])


def _loaded(module: str) -> ModuleType | None:
    return import_module(module) if module.startswith(_OURS) else None
