"""How long it takes to import thousands of articles with the real command, and how much memory.

    make bench-import CORPUS=articles.jsonl.xz

Prints JSON: seconds by the clock, seconds of CPU of all processes, the most memory (MB) that the
largest process and all of them together held, and the same for importing it all again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

EVERY = 0.25
_PAGE = os.sysconf("SC_PAGE_SIZE")


def measured(command: list[str]) -> dict[str, float]:
    """The figures of a command that is run to its end. Linux only: it looks into /proc."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    largest = together = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            held = [memory(pid) for pid in family(process.pid)]
            largest, together = max([largest, *held]), max(together, sum(held))
            time.sleep(EVERY)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "seconds": round(time.monotonic() - started, 1),
        "cpu_seconds": round(
            after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1
        ),
        "largest_mb": round(largest / 1e6),
        "together_mb": round(together / 1e6),
        "exit_code": process.returncode,
    }


def family(pid: int) -> list[int]:
    """The process and all that come from it."""
    found = [pid]
    for one in found:
        try:
            children = Path(f"/proc/{one}/task/{one}/children").read_text()
        except OSError:
            continue
        found.extend(map(int, children.split()))
    return found


def memory(pid: int) -> int:
    """Bytes that the process holds; what it shares with others counts for each."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--library", type=Path, help="kept; without it a throw-away one")
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="bench-import-") as place:
        library = asked.library or Path(place) / "library"
        command = [
            sys.executable, "-m", "summit_reader", "import", str(asked.corpus),
            "--library", str(library),
        ]  # fmt: skip
        print(json.dumps({"first": measured(command)}), flush=True)
        print(json.dumps({"again": measured(command)}), flush=True)


if __name__ == "__main__":
    main()
