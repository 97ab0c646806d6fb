from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from summit_reader.domain.comparison import Comparison, Source
from summit_reader.domain.take import Take
from summit_reader.export.formats import Format
from summit_reader.export.handout import hand_out
from summit_reader.export.options import Arrangement, Options
from summit_reader.export.paper import Paper
from summit_reader.export.rendering import rendered
from summit_reader.text.context import Context

Make = Callable[..., Any]
Pinned = tuple[Take, Source]
TELLING = ("Polityka", "eurotopics", "South China", "scmp", "PL)", "(HK", "forum post", "Zhou")
FORMATS = [Format.HTML, Format.MARKDOWN, Format.CSV, Format.JSON, Format.PDF]


@pytest.fixture
def comparison(polityka: Pinned, lankov: Pinned, make_clipping: Make) -> Comparison:
    take, source = lankov
    signed = replace(source, metadata=replace(source.metadata, byline="By Laura Zhou"))
    loud = replace(polityka[0], headline="Polityka on flour, see https://polityka.example/1")
    return Comparison(
        7,
        "eurotopics against the South China Morning Post",
        "Polityka is right, Laura Zhou is not.",
        (
            make_clipping((loud, polityka[1]), 0, 0, note="As eurotopics says"),
            make_clipping((take, signed), 1, 1),
        ),
    )


def printed(paper: Paper) -> bytes:
    return paper.markup.encode("utf-8")


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_tells_an_outlet(
    comparison: Comparison, kind: Format, arrangement: Arrangement
) -> None:
    options = Options(arrangement=arrangement, blind=True, context=True)
    contexts = {"clip-0-0": Context("Polityka writes:", "So says Polityka’s editor.")}
    text = rendered(hand_out(comparison, options, contexts), kind, printed).decode("utf-8")
    assert [word for word in TELLING if word in text.replace("style", "")] == []
    assert "Outlet 1" in text
    assert "Outlet 3" in text
    assert "shower him with money" in text


def test_the_key_tells_them_at_the_end(comparison: Comparison) -> None:
    text = rendered(
        hand_out(comparison, Options(blind=True, key=True)), Format.MARKDOWN, printed
    ).decode("utf-8")
    takes, _, key = text.partition("## Key")
    assert "Polityka" not in takes
    assert "* Outlet 1: Polityka (PL)\n" in key
    assert "Outlet 3: South China Morning Post (HK)" in key
    assert "## Sources" in key


def test_one_outlet_has_one_number_by_whatever_name(
    make_take: Make, make_source: Make, make_clipping: Make
) -> None:
    take = make_take("The Guardian said so. So the Guardian’s editor.", headline="Guardian")
    guardian = replace(take, outlet=replace(take.outlet, name="The Guardian"), chain=())
    comparison = Comparison(1, "x", "", (make_clipping((guardian, make_source("The Guardian"))),))
    (entry,) = hand_out(comparison, Options(blind=True)).entries
    assert entry.outlet == "Outlet 1"
    assert entry.quotation.words == "[Outlet 1] said so. So the [Outlet 1]’s editor."
    assert entry.headline == "[Outlet 1]"
