from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.outlet import OutletProfile
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, TakeDraft, TakeKind, Voice, VoiceKind
from summit_reader.text.merging import merged_takes

DraftOf = Callable[..., ArticleDraft]

OUTLET = OutletProfile("Village Voice")


def catalogued(
    draft: ArticleDraft, words: str, speaker: str = "", kind: TakeKind = TakeKind.DIRECT
) -> TakeDraft:
    source = draft.raw.source_text
    at = source.index(words)
    voices = [Voice(OUTLET.name, VoiceKind.OUTLET)]
    if speaker:
        voices.insert(0, Voice(speaker, VoiceKind.PERSON))
    return TakeDraft(
        kind=kind,
        role=Role.COLUMNIST,
        origin=Origin.CATALOGUE,
        anchor=Anchor.of(source, (Span(at, at + len(words)),)),
        outlet=OUTLET,
        chain=tuple(voices),
    )


def test_a_catalogued_pair_inside_one_found_take_both_profit(
    seeds: dict[str, ArticleDraft],
) -> None:
    draft = seeds["001"]
    money = catalogued(draft, "Kim understands Russians are not", "Andrei Lankov")
    aid = catalogued(draft, "There will be no significant deal", "Andrei Lankov")
    merged = merged_takes(draft.takes, [money, aid])
    ours = [take for take in merged if take.origin is Origin.CATALOGUE]
    assert len(merged) == len(draft.takes) + 1
    for take, listed in zip(ours, (money, aid), strict=True):
        assert (take.anchor, take.role, take.outlet) == (listed.anchor, Role.COLUMNIST, OUTLET)
        assert take.chain[0].description == "veteran North Korea analyst"
        assert take.cue == "said"
        assert take.attribution is not None
        assert take.sentence is not None


def test_headline_and_thesis_come_from_the_review(seeds: dict[str, ArticleDraft]) -> None:
    listed = catalogued(seeds["000"], "Things are so bad", kind=TakeKind.PRESS_REVIEW)
    (take,) = [t for t in merged_takes(seeds["000"].takes, [listed]) if t.outlet == OUTLET]
    assert take.headline == "Kim begging for flour"
    assert take.thesis == "The North Korean leader is begging for alms"


def test_a_listed_thesis_has_its_headline(seeds: dict[str, ArticleDraft]) -> None:
    words = "The North Korean leader is begging for alms"
    listed = catalogued(seeds["000"], words, kind=TakeKind.THESIS)
    listed = replace(listed, outlet=OutletProfile("Polityka"))
    merged = merged_takes(seeds["000"].takes, [listed])
    assert len(merged) == len(seeds["000"].takes) + 1
    (take,) = [take for take in merged if take.kind is TakeKind.THESIS]
    assert take.headline == "Kim begging for flour"


def test_the_outer_take_of_a_nested_one_stays(seeds: dict[str, ArticleDraft]) -> None:
    listed = catalogued(seeds["002"], "desperate to be considered", "analysts")
    voices = [take.chain[0].name for take in merged_takes(seeds["002"].takes, [listed])]
    assert voices.count("The Independent") == 1
    assert voices.count("analysts") == 1


def test_one_listed_take_replaces_two_found_ones(seeds: dict[str, ArticleDraft]) -> None:
    words = (
        'like Washington, Moscow wanted to see\n"complete denuclearisation", but added that'
        " North Korea's security\nshould be guaranteed"
    )
    merged = merged_takes(seeds["004"].takes, [catalogued(seeds["004"], words, "Vladimir Putin")])
    assert [take.chain[0].name for take in merged].count("Vladimir Putin") == 1


def test_another_speakers_description_is_not_taken_over(seeds: dict[str, ArticleDraft]) -> None:
    listed = catalogued(seeds["001"], "Kim understands Russians", "Ann Lee")
    (take,) = [t for t in merged_takes(seeds["001"].takes, [listed]) if t.outlet == OUTLET]
    assert take.chain[0] == Voice("Ann Lee", VoiceKind.PERSON)


def test_what_overlaps_nothing_stays_as_it_is(seeds: dict[str, ArticleDraft]) -> None:
    assert merged_takes(seeds["003"].takes, []) == seeds["003"].takes
    listed = catalogued(seeds["003"], "As expected, the meeting")
    assert set(merged_takes(seeds["003"].takes, [listed])) == {*seeds["003"].takes, listed}
