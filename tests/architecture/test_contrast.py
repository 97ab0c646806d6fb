"""Every text stays readable on its ground: WCAG 2 contrast of the tokens, in all four themes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TOKENS = tomllib.loads((RESOURCES / "themes" / "tokens.toml").read_text(encoding="utf-8"))
THEMES = ["light", "dark", "sepia", "contrast"]
SIDES = "abcdef"
GROUNDS = ["paper", "paper_alt", "window", "select", "hover", "note"]
TEXTS = ["ink", "ink2", "ink3", "link", "danger", *SIDES]
"""Colours of words and letters; any of them may come to stand on any ground."""
MARKS = ["rule_strong", "focus"]
"""Outlines of fields, patterns and dotted bars, and the ring of the focus."""
TINTED = [(text, f"{side}_tint") for side in SIDES for text in ("ink", "ink2", "rule_strong")]
LETTERS = [*((f"on_{side}", side) for side in SIDES), ("on_solid", "solid"), ("on_hit", "hit")]


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2, definition of "relative luminance")."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    ]
    return sum(
        weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def contrast(one: str, two: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(two)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_spans_its_scale() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pair", TOKENS["contrast"])
def test_a_colour_can_be_read_on_its_ground(pair: str, theme: str) -> None:
    colour, ground = pair.split("-on-")
    palette, row = TOKENS["palette"][theme], TOKENS["contrast"][pair]
    measured = contrast(palette[colour], palette[ground])
    assert measured >= row["min"]
    assert measured == pytest.approx(row["is"][THEMES.index(theme)], abs=0.051)


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_can_be_told_from_every_ground_it_may_stand_on(theme: str) -> None:
    palette = TOKENS["palette"][theme]
    grounds = [(colour, ground) for colour in (*TEXTS, *MARKS) for ground in GROUNDS]
    faint = {
        f"{colour} on {ground}": round(measured, 2)
        for colour, ground in (*grounds, *TINTED, *LETTERS)
        if (measured := contrast(palette[colour], palette[ground]))
        < (3.0 if colour in MARKS else 4.5)
    }
    assert faint == {}


def test_no_role_is_left_out() -> None:
    """A new role of the tokens is a text, a mark, a ground or a line that only adorns."""
    seen = {*GROUNDS, *TEXTS, *MARKS, "rule"}
    seen |= {role for pair in (*TINTED, *LETTERS) for role in pair}
    assert seen == TOKENS["use"].keys()


def test_no_minimum_is_below_what_wcag_asks() -> None:
    outlines = {"rule_strong", "focus"}
    for pair, row in TOKENS["contrast"].items():
        assert row["min"] >= (3.0 if pair.split("-on-")[0] in outlines else 4.5)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_gives_every_role_a_colour(theme: str) -> None:
    palette = TOKENS["palette"][theme]
    assert palette.keys() == TOKENS["use"].keys()
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in palette.values())
    assert set(TOKENS["qpalette"].values()) <= palette.keys()
