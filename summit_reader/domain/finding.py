"""What a check-up of a library finds out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found out; `detail` is a sentence for the reader."""

    check: str
    ok: bool
    detail: str
