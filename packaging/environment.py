"""The virtual environment in the checkout: made, filled from the lock file, and kept up to date."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self

import debian
import lockfile
from problem import SetupError
from system import System

RUN, TEST = lockfile.RUN, lockfile.TEST
PIP_FAILED = (
    "The packages could not be installed; pip says above why. The first start needs the network: "
    "check the connection (HTTPS_PROXY and PIP_INDEX_URL are respected) and start again. If pip "
    "found no matching distribution online, this system is older than Qt supports: it takes "
    "Debian 12, Ubuntu 22.04, macOS 14 or Windows 10 at least."
)


@dataclass(frozen=True)
class Stamp:
    """What an environment was made for and holds; written when a step is complete."""

    root: str
    python: str
    locked: str = ""
    done: tuple[str, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """The stamp at `path`; None if there is none, or one of another time."""
        try:
            facts = json.loads(path.read_text(encoding="utf-8"))
            return cls(**{**facts, "done": tuple(facts["done"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def write(self, path: Path) -> None:
        """Put this stamp at `path`."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")


class Environment:
    """`.venv` in the checkout `root`. It belongs to this program: what does not fit is remade."""

    def __init__(self, root: Path, system: System) -> None:
        self.root = root
        self.folder = root / ".venv"
        self._system = system
        self._stamp_file = self.folder / "summit-reader.json"
        # Scripts in an environment name its folder, so a moved checkout needs a new one.
        self._fresh = Stamp(str(root), "{}.{}".format(*sys.version_info))
        self._stamp = Stamp.read(self._stamp_file)

    @property
    def python(self) -> str:
        """Its interpreter."""
        return self.program("python")

    def program(self, name: str) -> str:
        """The path of a program that a package brought."""
        windows = os.name == "nt"
        place = self.folder / ("Scripts" if windows else "bin") / name
        return str(place.with_suffix(".exe")) if windows else str(place)

    def has(self, fact: str) -> bool:
        """Whether `fact` was noted and nothing it rests on has changed since."""
        stamp = self._stamp
        return (
            stamp is not None
            and fact in stamp.done
            and stamp.locked == self._locked()
            and self._fits(stamp)
        )

    def note(self, fact: str) -> None:
        """Remember that `fact` holds as long as lock, project file and Python stay the same."""
        if self._stamp is not None:
            self._keep(replace(self._stamp, done=(*self._stamp.done, fact)))

    def provide(self, *parts: str) -> None:
        """Install the `parts` of the lock file that are not there yet, and the project itself.

        Raises:
            SetupError: if Python cannot make environments, or pip fails.
        """
        if all(self.has(part) for part in parts):
            return
        stamp = self._stamp
        if stamp is None or not self._fits(stamp):
            stamp = self._made()
        locked = self._locked()
        if stamp.locked != locked:
            stamp = replace(stamp, locked=locked, done=())
        wanted = [part for part in parts if part not in stamp.done]
        print(f"Installing what {lockfile.NAME} lists ({' and '.join(wanted)}). ", end="")
        print("The first time this takes a minute or two.", flush=True)
        self._install(wanted)
        self._keep(replace(stamp, done=(*stamp.done, *wanted)))

    def _fits(self, stamp: Stamp) -> bool:
        same = (stamp.root, stamp.python) == (self._fresh.root, self._fresh.python)
        return same and Path(self.python).exists()

    def _locked(self) -> str:
        content = hashlib.sha256()
        for name in (lockfile.NAME, "pyproject.toml"):
            content.update((self.root / name).read_bytes())
        return content.hexdigest()

    def _keep(self, stamp: Stamp) -> None:
        stamp.write(self._stamp_file)
        self._stamp = stamp

    def _made(self) -> Stamp:
        version = self._fresh.python
        if not self._system.has_module("ensurepip"):
            why = f"Python {version} cannot make virtual environments: ensurepip is missing."
            debian.provide([f"python{version}-venv"], why, self._system)
        print(f"Making an environment for Python {version} in {self.folder}.", flush=True)
        command = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
        if self._system.run(command) != 0:
            message = f"The environment could not be made. Python says above why: {sys.executable}"
            raise SetupError(message)
        self._keep(self._fresh)
        return self._fresh

    def _install(self, parts: Iterable[str]) -> None:
        for part in parts:
            chosen = self.folder / f"{part}.txt"
            chosen.write_text(lockfile.part(self.root, part), encoding="utf-8")
            # Wheels only: nobody needs a compiler, and no package's setup code is run.
            self._pip("--require-hashes", "--only-binary=:all:", "--requirement", str(chosen))
        # The lock's build backend is used as installed; the network has nothing to add.
        self._pip("--no-build-isolation", "--no-index", "--editable", str(self.root))

    def _pip(self, *arguments: str) -> None:
        pip = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if self._system.run([*pip, "--no-deps", *arguments]) != 0:
            raise SetupError(PIP_FAILED)
