"""How well the takes of annotated articles are found, as they came and in four other layouts.

    python benchmarks/takes.py FILE [--errors N]

FILE holds one JSON object a line: an id, a text, and its annotated quotations (see
`quotation_scores`). `summit-reader takes --jsonl` reads the texts; the layouts change no offset:
lines wrapped by hand, straight marks, single marks, guillemets.
"""

# ruff: noqa: RUF001 - typographic quotes are the subject
from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from quotation_scores import Tally, scored

CHECKOUT = Path(__file__).parent.parent
WRAP = 76

Entry = dict[str, Any]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print up to N errors of each sort")
    arguments = parser.parse_args()
    lines = arguments.file.read_text(encoding="utf-8").split("\n")
    entries = [json.loads(line) for line in lines if line.strip()]
    began = time.perf_counter()
    takes_of([])
    start = time.perf_counter() - began
    for name, layout in LAYOUTS.items():
        laid_out = [entry | {"text": layout(entry["text"])} for entry in entries]
        began = time.perf_counter()
        found = takes_of(laid_out)
        took = time.perf_counter() - began
        print(f"{name:10} quoted    {scored(laid_out, found, 'quoted')}")
        tally = scored(laid_out, found, "indirect")
        print(f"{'':10} indirect  {tally}")
        if name == "as given":
            rate = len(entries) / max(took - start, 0.001)
            print(f"{'':10} {rate:.0f} texts a second after a start of {start:.1f} s")
            show(scored(laid_out, found, "quoted"), arguments.errors)
    return 0


def takes_of(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """What the program finds in the texts, by their ids."""
    asked = "".join(
        json.dumps({"id": entry["id"], "text": entry["text"]}) + "\n" for entry in entries
    )
    answer = subprocess.run(
        [sys.executable, "-m", "summit_reader", "takes", "--jsonl"],
        input=asked,
        capture_output=True,
        cwd=CHECKOUT,
        check=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    answers = [json.loads(line) for line in answer.stdout.splitlines()]
    return {one["id"]: one["quotes"] for one in answers}


def show(tally: Tally, limit: int) -> None:
    """The first errors of each sort."""
    for where, words, quote in tally.missed[:limit]:
        print(f"missed   {where[:32]} | {words[:90]!r} | {quote.get('source')}")
    for where, words, quote in tally.surplus[:limit]:
        print(f"surplus  {where[:32]} | {words[:90]!r} | {quote.get('speaker')}")
    for where, words, quote, guess in tally.wrong[:limit]:
        says = f"{quote.get('source')} = {quote['speaker']}, not {guess.get('speaker')}"
        print(f"speaker  {where[:32]} | {words[:60]!r} | {says}")


def as_given(text: str) -> str:
    """`text` itself."""
    return text


def wrapped(text: str) -> str:
    """`text` with a line feed for the last blank before each line's limit."""
    return "\n".join(_wrapped_line(line) for line in text.split("\n"))


def _wrapped_line(line: str) -> str:
    signs = list(line)
    width, blank = 0, -1
    for number, sign in enumerate(line):
        width += 1
        if sign == " ":
            blank = number
        if width > WRAP and blank >= 0:
            signs[blank] = "\n"
            width, blank = number - blank, -1
    return "".join(signs)


def directed(text: str) -> str:
    """`text` with curly marks for its straight double ones, opening and closing by turns."""
    signs = []
    is_open = False
    for number, sign in enumerate(text):
        if text[number - 1 : number + 1] == "\n\n" and number:
            is_open = False
        if sign == '"':
            signs.append("”" if is_open else "“")
            is_open = not is_open
            continue
        if sign in "“”":
            is_open = sign == "“"
        signs.append(sign)
    return "".join(signs)


def straight(text: str) -> str:
    """`text` with straight double marks."""
    return directed(text).translate(str.maketrans("“”", '""'))


def single(text: str) -> str:
    """`text` with single marks outside and double ones inside, as British papers print it."""
    return directed(text).translate(str.maketrans("‘“”", "“‘’"))


def guillemets(text: str) -> str:
    """`text` with guillemets."""
    return directed(text).translate(str.maketrans("“”", "«»"))


LAYOUTS: dict[str, Callable[[str], str]] = {
    "as given": as_given,
    "hard wrap": wrapped,
    "straight": straight,
    "single": single,
    "guillemets": guillemets,
}

if __name__ == "__main__":
    sys.exit(main())
