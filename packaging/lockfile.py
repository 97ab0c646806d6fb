"""The lock file: every package with its version and hashes, for every Python and system we run on.

One file holds two parts under headings that are comments to pip: `run` is what the program and its
installation need, `test` what the tests need besides. `pip install --require-hashes -r` of the
whole file works; the bootstrap hands pip one part, so that readers do not download our tools.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path

from problem import SetupError

NAME = "requirements.lock"
RUN, TEST = "run", "test"
EDITABLES = "editables~=0.5"
"""What Hatchling asks for besides itself when a project is installed as it lies."""

HEADER = """\
# Made by `make lock` from pyproject.toml; not to be edited by hand.
# Exact versions and hashes for CPython 3.11 and newer on Linux, macOS and Windows: markers choose.
# Two parts, so that starting the program does not install the tools of its tests; the bootstrap
# hands pip the part it needs. The whole file is also a requirements file.
"""


def heading(part: str) -> str:
    """The line above a part."""
    return f"# [{part}]"


def part(root: Path, name: str) -> str:
    """The requirements of one part of the lock file in `root`.

    Raises:
        SetupError: if the file has no such part.
    """
    text = (root / NAME).read_text(encoding="utf-8")
    _, found, rest = text.partition(f"{heading(name)}\n")
    if not found:
        message = f"{NAME} has no part “{name}”. Restore the file, or make it anew: make lock"
        raise SetupError(message)
    return rest.partition("\n# [")[0].strip() + "\n"


def entries(requirements: str) -> list[str]:
    """The requirements one by one, each with its hashes on the lines that it continues on."""
    whole: list[str] = []
    for line in requirements.splitlines():
        if whole and whole[-1].endswith("\\"):
            whole[-1] += f"\n{line}"
        elif line and not line.startswith("#"):
            whole.append(line)
    return whole


def make(root: Path) -> None:
    """Write the lock file anew, with the newest versions that pyproject.toml allows.

    Raises:
        SetupError: if uv is missing or finds no solution.
    """
    project = root / "pyproject.toml"
    with project.open("rb") as file:
        build = tomllib.load(file)["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as folder:
        tools = Path(folder) / "build.in"
        tools.write_text("\n".join([*build, EDITABLES]), encoding="utf-8")
        whole = _solved(root, project, tools, "--extra", TEST)
        # Solved together, so that both parts agree; then what running needs is told apart.
        constraints = Path(folder) / "constraints.txt"
        constraints.write_text(whole, encoding="utf-8")
        run = entries(_solved(root, project, tools, "--constraints", constraints))
    test = [entry for entry in entries(whole) if entry not in run]
    lines = [HEADER, heading(RUN), *run, "", heading(TEST), *test]
    (root / NAME).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _solved(root: Path, *arguments: str | Path) -> str:
    uv = shutil.which("uv")
    if uv is None:
        message = "Locking needs uv, which solves for all systems at once: pipx install uv"
        raise SetupError(message)
    fixed = ("--universal", "--python-version=3.11", "--generate-hashes")
    quiet = ("--quiet", "--no-header", "--no-annotate")
    command = [uv, "pip", "compile", *fixed, *quiet, *map(str, arguments)]
    done = subprocess.run(command, cwd=root, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        message = "uv found no solution; it says above why."
        raise SetupError(message)
    return done.stdout
