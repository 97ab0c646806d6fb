"""The outlets the program knows, from a TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from summit_reader.domain.outlet import OutletKind, OutletProfile, OutletRegister


def register_at(path: Path) -> OutletRegister:
    """The register in the file at `path`, in its order.

    The file ships with the program, so a broken one is a defect and not the reader's problem.

    Raises:
        OSError: if the file cannot be opened.
        ValueError: if it is not TOML, or an outlet has no name or a kind nobody knows.
    """
    with path.open("rb") as file:
        entries = tomllib.load(file)["outlets"]
    return OutletRegister(tuple(_profile(entry) for entry in entries))


def _profile(entry: dict[str, object]) -> OutletProfile:
    name = entry.get("name")
    if not name:
        message = f"an outlet without a name: {entry}"
        raise ValueError(message)
    return OutletProfile(
        name=str(name),
        country=str(entry.get("country", "")),
        language=str(entry.get("language", "")),
        kind=OutletKind(str(entry.get("kind", OutletKind.UNKNOWN))),
        aliases=_strings(entry.get("aliases")),
        domains=_strings(entry.get("domains")),
    )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
