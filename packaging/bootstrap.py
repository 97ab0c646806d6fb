"""Start Summit Reader or its tests from a fresh checkout; the standard library is enough.

    python packaging/bootstrap.py run [arguments of summit-reader]
    python packaging/bootstrap.py test [arguments of pytest]
    python packaging/bootstrap.py script FILE [its arguments]
    python packaging/bootstrap.py wheel
    python packaging/bootstrap.py lock

This file only finds a Python that is new enough, and so has to be readable for old ones; the
commands themselves are in `commands.py`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEWEST_KNOWN = 14


def newer_python() -> str | None:
    """The path of the newest Python on PATH that we run on; None if there is none."""
    for minor in range(NEWEST_KNOWN, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    return None


def main() -> int:
    """Run the command, with another Python if this one is too old; the exit code."""
    if sys.version_info[:2] < OLDEST:
        python = newer_python()
        if python is None:
            sys.stderr.write(
                f"Summit Reader needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is "
                f"{sys.version.split()[0]}. Install one from https://www.python.org/downloads/ "
                "or with your system's package manager.\n"
            )
            return 1
        return subprocess.call([python, __file__, *sys.argv[1:]])
    import commands  # noqa: PLC0415 - written for the Python that was just made sure of

    return commands.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
