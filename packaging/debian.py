"""Packages of Debian and its relatives: installed where that is allowed, else named."""

from __future__ import annotations

from collections.abc import Iterable

from problem import SetupError
from system import System

UNATTENDED = ("env", "DEBIAN_FRONTEND=noninteractive")


def provide(packages: Iterable[str], why: str, system: System) -> None:
    """Install `packages` with apt; `why` is the sentence that says what does not work without.

    Raises:
        SetupError: if there is no apt, no right to use it, or it fails.
    """
    wanted = list(packages)
    if not system.has_program("apt-get"):
        names = " ".join(wanted)
        message = (
            f"{why} Install what is missing with your system's package manager, then start again. "
            f"On Debian the packages are: {names}"
        )
        raise SetupError(message)
    if not system.is_root():
        names = " ".join(_names(wanted, system))
        message = f"{why} Run this, then start again:\n  sudo apt-get install {names}"
        raise SetupError(message)
    print(f"{why} Installing with apt-get: {' '.join(wanted)}", flush=True)
    # A fresh image has no package lists. If they cannot be fetched, old ones may still do.
    system.run([*UNATTENDED, "apt-get", "update", "-qq"])
    install = ["apt-get", "install", "-qq", "--yes", "--no-install-recommends"]
    if system.run([*UNATTENDED, *install, *_names(wanted, system)]) != 0:
        names = " ".join(_names(wanted, system))
        message = (
            f"{why} apt-get could not install it; it says above why. When that is mended, run "
            f"this and start again:\n  apt-get update && apt-get install {names}"
        )
        raise SetupError(message)


def _names(packages: list[str], system: System) -> list[str]:
    """Names of this release: libraries rebuilt for 64-bit time (Debian 13) end in "t64"."""
    names = []
    for package in packages:
        known = system.output(["apt-cache", "pkgnames", package]).split()
        rebuilt = f"{package}t64"
        names.append(rebuilt if rebuilt in known else package)
    return names
