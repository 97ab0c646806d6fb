from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summit_reader.domain.comparison import Comparison, Source
from summit_reader.domain.take import Take
from summit_reader.export import markdown
from summit_reader.export.characters import one_line
from summit_reader.export.handout import hand_out
from summit_reader.export.markdown import escaped

Make = Callable[..., Any]
Pinned = tuple[Take, Source]
DIALECTS = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False})]
TRICKY = st.text(
    st.one_of(st.sampled_from("*_`~#>+-=|:[](){}<>&;!\\.1 ^ax\"'"), st.characters()), max_size=40
)


def markdown_of(comparison: Comparison) -> str:
    return markdown.markdown_of(hand_out(comparison))


def test_a_comparison_reads_well_as_plain_text(
    polityka: Pinned, lankov: Pinned, make_clipping: Make
) -> None:
    clippings = (
        make_clipping(polityka, 0, 0, note="Flour, not money."),
        make_clipping(lankov, 1, 0),
    )
    own = "Both sides agree there was an ask.\n\nNobody says *yes*."
    assert markdown_of(Comparison(1, "Who pays for the summit?", own, clippings)) == (
        "# Who pays for the summit?\n\n"
        "2 takes · 2 outlets · 2 texts\n\n"
        "**A · Polityka (PL)** · editorial\n\n"
        "*Kim begging for flour*\n\n"
        "> “Things are so bad that Kim has asked Russia for 100,000 tonnes of flour.” [1]\n\n"
        "thesis by eurotopics: The North Korean leader is begging for alms\n\n"
        "Note: Flour, not money.\n\n"
        "**B · South China Morning Post (HK)** · expert · "
        "Andrei Lankov, veteran North Korea analyst\n\n"
        "> “Kim understands Russians are not going to shower him with money” [2]\n\n"
        "## My take\n\n"
        "Both sides agree there was an ask.\n\n"
        "Nobody says \\*yes\\*.\n\n"
        "## Sources\n\n"
        "1. Polityka (PL), “Kim begging for flour”, quoted in eurotopics, "
        "“What do Kim and Putin want from their meeting?”, n.d.\n"
        "2. Andrei Lankov, veteran North Korea analyst, in South China Morning Post (HK), "
        "“What’s at stake for Kim and Putin?”, carried by a forum post, n.d., "
        "<https://www.scmp.com/news/article/3007622/summit>\n"
    )


@pytest.mark.parametrize("dialect", DIALECTS)
@given(text=TRICKY)
def test_escaped_words_render_as_themselves(dialect: MarkdownIt, text: str) -> None:
    line = one_line(text)
    rendered = dialect.render(escaped(line))
    assert rendered == (f"<p>{escape(line).replace('&#x27;', chr(39))}</p>\n" if line else "")


@given(text=TRICKY)
def test_a_title_renders_as_itself(text: str) -> None:
    line = one_line(text)
    rendered = DIALECTS[0].render(f"# {escaped(line)}")
    assert rendered == f"<h1>{escape(line).replace('&#x27;', chr(39))}</h1>\n"


@pytest.mark.parametrize(
    "line", ["snake_case", "[Putin] has a lot", "5-3 at 12:30", "a & b", "costs < 5", "R2-D2"]
)
def test_what_needs_no_escape_is_left_readable(line: str) -> None:
    assert escaped(line) == line


def test_an_unsafe_address_is_text(lankov: Pinned, make_clipping: Make) -> None:
    take, source = lankov
    hostile = replace(source, metadata=replace(source.metadata, url="javascript:alert(1)"))
    shown = markdown_of(Comparison(1, "x", "", (make_clipping((take, hostile)),)))
    assert "<javascript" not in shown
    assert "href" not in DIALECTS[0].render(shown)


def test_hostile_words_make_no_markup(
    make_take: Make, make_source: Make, make_clipping: Make
) -> None:
    evil = "<script>alert(1)</script> ![x](http://x) [a](javascript:b) # h\n\n---\n\n> q"
    pinned = (make_take(evil, headline=evil), make_source(title=evil, byline=evil))
    comparison = Comparison(1, evil, evil, (make_clipping(pinned, note=evil),))
    html = DIALECTS[0].render(markdown_of(comparison))
    for forbidden in ("<script", "<img", "href=", "<hr"):
        assert forbidden not in html
    assert html.count("<blockquote>") == 1
    assert html.count("<h1>") == 1
