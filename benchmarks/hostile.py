"""Seconds and peak memory of reading each kind of hostile file, each in a process of its own.

    python benchmarks/hostile.py [WORD]     only the kinds whose names contain WORD

The bytes are made before the clock starts, but are part of the memory. What the worker takes for
PDFs and pages is measured with it. Exit code 1 if a kind takes 10 s or 500 MB.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 10.5
"""What a file may take: the worker's deadline, and the start of another worker."""
MEGABYTES = 500
MEASURE = "--measure"


def measured(number: int) -> dict[str, float | str]:
    """What reading the kind with that number takes, in this process and its worker."""
    sys.path.insert(0, str(ROOT))
    from summit_reader.domain.errors import FileProblem
    from summit_reader.domain.importing import Failure
    from summit_reader.intake.languages import languages_at
    from summit_reader.intake.reader import articles_in
    from summit_reader.intake.worker import worker
    from summit_reader.text.languages import read_with
    from tests.data.hostile.generate import KINDS

    read_with(lambda: languages_at(ROOT / "resources" / "languages"))
    content = KINDS[number].make()
    articles, problems = 0, set()
    began = time.perf_counter()
    try:
        for item in articles_in(content, "file"):
            if isinstance(item, Failure):
                problems.add(type(item.error).__name__)
            else:
                articles += 1
    except FileProblem as problem:
        problems.add(type(problem).__name__)
    seconds = time.perf_counter() - began
    worker().close()
    peaks = [
        resource.getrusage(who).ru_maxrss // 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    ]
    outcome = ", ".join([*(["articles: " + str(articles)] if articles else []), *sorted(problems)])
    return {"seconds": seconds, "peak": max(peaks), "outcome": outcome}


def main() -> int:
    """Measure and print every kind; 1 if one is over a limit."""
    sys.path.insert(0, str(ROOT))
    from tests.data.hostile.generate import KINDS

    if sys.argv[1:2] == [MEASURE]:
        print(json.dumps(measured(int(sys.argv[2]))))
        return 0
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    over = 0
    print(f"{'seconds':>8} {'peak MB':>8}  kind -> outcome")
    for number, kind in enumerate(KINDS):
        if word not in kind.name:
            continue
        run = subprocess.run(
            [sys.executable, __file__, MEASURE, str(number)],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        if run.returncode:
            over += 1
            print(f"{'':17}  {kind.name} -> CRASHED {run.stderr[-300:]}")
            continue
        found = json.loads(run.stdout)
        is_over = found["seconds"] > SECONDS or found["peak"] > MEGABYTES
        over += is_over
        mark = "  OVER" if is_over else ""
        print(
            f"{found['seconds']:8.2f} {found['peak']:8.0f}  {kind.name} -> {found['outcome']}{mark}"
        )
    print(f"{over} over {SECONDS} s or {MEGABYTES} MB")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
