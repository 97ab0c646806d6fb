from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.export.filename import suggested_name

NTFS = set('<>:"/\\|?*') | {chr(code) for code in range(32)}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Who pays for the summit?", "Who pays for the summit.md"),
        ("a/b\\c", "a-b-c.md"),
        ("CON", "_CON.md"),
        ("com1.notes", "_com1.notes.md"),
        ("NUL ", "_NUL.md"),
        ("Console", "Console.md"),
        ("ends in dots...", "ends in dots.md"),
        (".hidden", "hidden.md"),
        ("--to", "to.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("report\u202emd.exe", "reportmd.exe.md"),
        ("zero\u200bwidth", "zerowidth.md"),
        ("", "Comparison.md"),
        ("???", "Comparison.md"),
        ("Где Китай?", "Где Китай.md"),
    ],
)
def test_names(title: str, name: str) -> None:
    assert suggested_name(title, ".md") == name


def test_a_long_title_is_cut_between_characters() -> None:
    name = suggested_name("й" * 300, ".html")
    assert name == "й" * 60 + ".html"


@given(st.text(st.characters(exclude_categories=())))
def test_every_title_makes_a_name_that_every_system_takes(title: str) -> None:
    name = suggested_name(title, ".html")
    assert len(name.encode("utf-8")) <= 130
    assert not NTFS & set(name)
    stem = name.removesuffix(".html")
    assert stem
    assert stem == stem.strip(" .")
    assert stem.partition(".")[0].rstrip().casefold() not in {"con", "prn", "aux", "nul", "com1"}
