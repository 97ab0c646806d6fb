from __future__ import annotations

from collections.abc import Callable
from string import Formatter
from typing import Any

import pytest

from summit_reader.domain.spans import Span
from summit_reader.domain.take import (
    BY_READER,
    Evidence,
    Origin,
    Standing,
    Take,
    TakeKind,
    Voice,
    VoiceKind,
)
from summit_reader.export import reasons
from summit_reader.export.reasons import reasons_of, trust_in
from summit_reader.text.attribution.attribution import Rule
from summit_reader.text.discourse import ReferenceKind

MakeTake = Callable[..., Take]

SOURCE = "Ada Byrne came late. “It closes,” he then quietly said on\nMonday."
FACTS = {"rule", "cue", "distance", "subject", "speaker", "antecedent", "share"}


def span_of(words: str) -> Span:
    return Span(SOURCE.index(words), SOURCE.index(words) + len(words))


def told(take: Take) -> list[str]:
    return [str(reason) for reason in reasons_of(take, SOURCE)]


def test_every_rule_and_reference_has_its_sentence() -> None:
    assert {rule.value for rule in Rule} <= reasons.OF_RULE.keys()
    told_by_itself = {ReferenceKind.NAME, ReferenceKind.LABEL}
    assert set(ReferenceKind) - told_by_itself == reasons.OF_REFERENCE.keys()


def test_no_sentence_has_a_gap_that_nothing_fills() -> None:
    sentences = [*reasons.OF_RULE.values(), *reasons.OF_REFERENCE.values()]
    sentences += [reasons.OF_ANOTHER_RULE, reasons.NAMED_AT, reasons.SHARE]
    for sentence in sentences:
        gaps = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
        assert gaps <= FACTS, sentence


def test_the_cue_and_the_pronoun_are_told(make_take: MakeTake) -> None:
    evidence = Evidence(
        "verb after", span_of("said"), span_of("he"), 18, "pronoun", span_of("Ada Byrne")
    )
    chain = (Voice("Ada Byrne", VoiceKind.PERSON),)
    assert told(make_take("It closes,", evidence=evidence, chain=chain))[1:] == [
        "“said” follows, 18 characters after the words.",
        "“he” is taken for Ada Byrne, last spoken of among those it fits.",
    ]
    chain = (Voice("Ada Maria Byrne", VoiceKind.PERSON),)
    assert told(make_take("It closes,", evidence=evidence, chain=chain))[-1] == (
        "The full name stands at “Ada Byrne”."
    )


@pytest.mark.parametrize("rule", ["verb after", "astrology"])
def test_evidence_without_a_cue_names_the_rule(make_take: MakeTake, rule: str) -> None:
    take = make_take("It closes,", evidence=Evidence(rule))
    assert told(take)[-1] == f"The rule “{rule}” ties the words to the speaker."


def test_what_braces_a_text_holds_does_not_matter(make_take: MakeTake) -> None:
    source = "“It closes,” {0} {said} Ada"
    at = source.index("{0}")
    take = make_take("It closes,", evidence=Evidence("verb after", Span(at, at + 10)))
    assert "{0} {said}" in str(reasons_of(take, source)[-1])


def test_long_cues_are_shortened_and_set_on_one_line(make_take: MakeTake) -> None:
    source = "went\non " * 100
    take = make_take("It closes,", evidence=Evidence("verb after", Span(0, len(source))))
    (_, reason) = reasons_of(take, source)
    assert "\n" not in str(reason)
    assert len(str(reason)) < 120


def test_hedges_and_reported_words_are_told(make_take: MakeTake) -> None:
    take = make_take("it closed", hedged=True, kind=TakeKind.INDIRECT, origin=Origin.EXTRACTED)
    assert told(take) == [reasons.HEDGED, reasons.REPORTED]


def test_how_far_a_take_can_be_trusted(make_take: MakeTake) -> None:
    def trust(**facts: Any) -> str | None:
        reason = trust_in(make_take("It closes,", **facts))
        return None if reason is None else str(reason)

    extracted = {"origin": Origin.EXTRACTED, "confidence": 0.847}
    assert trust(**extracted) == "Of such cases about 85 in 100 are right."
    assert trust(**extracted, standing=Standing.CONFIRMED) == reasons.CONFIRMED
    by_reader = Evidence(BY_READER)
    assert trust(**extracted, standing=Standing.CONFIRMED, evidence=by_reader) is None
    assert trust(origin=Origin.CATALOGUE) is None
