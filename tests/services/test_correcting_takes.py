"""The reader's steps about takes: what each does, and that it can be taken back and made again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.correction import Attributed, Correction
from summit_reader.domain.errors import NothingSelected, NothingToMerge, NothingToSplit, TakeChanged
from summit_reader.domain.importing import Imported
from summit_reader.domain.point import Decision
from summit_reader.domain.spans import Span
from summit_reader.domain.take import (
    BY_READER,
    Origin,
    Role,
    Standing,
    Take,
    TakeKind,
    Voice,
    VoiceKind,
)
from summit_reader.store.errors import NoSuchTake

Paste = Callable[..., Imported]

TEXT = """Ferry strike ends

“The boats sail again on Monday,” said Ada Byrne, the harbour master. “We are glad.”

The union had asked for more pay. Its leader wrote that the talks were long and hard.

“Nobody has won,” said Tom Reed, who leads the union.
"""
REED = Attributed(Voice("Tom Reed", VoiceKind.PERSON, "union leader"), "", Role.OFFICIAL)


@pytest.fixture
def ferry(services: Services, paste: Paste) -> Services:
    """A library of one text with two people in it."""
    paste(TEXT, "The Tide")
    return services


def span_of(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def take_of(services: Services, words: str) -> Take:
    return next(take for take in services.reading.takes_in(1) if words in take.text)


def words_in(services: Services) -> list[str]:
    return [take.text for take in services.reading.takes_in(1)]


def test_a_confirmed_take_stays_and_says_so(ferry: Services) -> None:
    take = take_of(ferry, "Nobody")
    assert take.standing is Standing.PROPOSED
    ferry.correcting.confirm(take.id)
    assert ferry.reading.take(take.id).standing is Standing.CONFIRMED


def test_a_rejected_take_is_listed_nowhere_but_among_the_rejected(ferry: Services) -> None:
    take = take_of(ferry, "Nobody")
    point = ferry.comparing.add_point("Who has won?")
    ferry.comparing.decide(point.id, take.id, Decision.ACCEPTED)
    before = ferry.reading.summary().takes
    ferry.correcting.reject(take.id)
    assert "Nobody has won" not in " ".join(words_in(ferry))
    assert ferry.reading.summary().takes == before - 1
    assert ferry.comparing.view(point.id).takes == ()
    assert ferry.comparing.points()[0].takes == 0
    assert take.id not in {one.id for one in ferry.reading.takes_by(take.outlet.id)}
    assert ferry.searching.search("speaker:reed").total == 0
    assert "Tom Reed" not in [person.name for person in ferry.recognising.people()]
    assert [one.take.id for one in ferry.correcting.rejected()] == [take.id]
    ferry.correcting.confirm(take.id)
    assert [one.take.id for one in ferry.comparing.view(point.id).takes] == [take.id]
    assert ferry.correcting.rejected() == ()


def test_another_speaker_takes_the_words_over(ferry: Services) -> None:
    take = take_of(ferry, "boats")
    ferry.correcting.attribute(take.id, REED)
    told = ferry.reading.take(take.id)
    assert told.speaker == REED.speaker
    assert [voice.name for voice in told.chain] == ["Tom Reed", "The Tide"]
    assert (told.role, told.standing) == (Role.OFFICIAL, Standing.CONFIRMED)
    assert told.evidence is not None
    assert told.evidence.rule == BY_READER
    assert told.anchor == take.anchor
    assert ferry.searching.search("speaker:reed").total > 0


def test_an_outlet_can_be_between_the_speaker_and_the_article(ferry: Services) -> None:
    take = take_of(ferry, "boats")
    ferry.correcting.attribute(take.id, Attributed(REED.speaker, "harbour post", Role.EXPERT))
    told = ferry.reading.take(take.id)
    assert [voice.name for voice in told.chain] == ["Tom Reed", "Harbour Post", "The Tide"]
    assert (told.outlet.name, told.outlet.country) == ("Harbour Post", "US")
    ferry.correcting.attribute(take.id, Attributed(None, "", Role.EDITORIAL))
    told = ferry.reading.take(take.id)
    assert [voice.name for voice in told.chain] == ["The Tide"]
    assert told.speaker is None


def test_other_words_keep_the_take_its_speaker_and_its_point(ferry: Services) -> None:
    take = take_of(ferry, "Nobody")
    point = ferry.comparing.add_point("Who has won?")
    ferry.comparing.decide(point.id, take.id, Decision.ACCEPTED)
    ferry.correcting.respan(take.id, [span_of("Nobody has won")])
    told = ferry.reading.take(take.id)
    assert told.text == "Nobody has won"
    assert told.anchor.holds_in(TEXT)
    assert (told.chain, told.kind) == (take.chain, TakeKind.DIRECT)
    assert [one.take for one in ferry.comparing.view(point.id).takes] == [told]


def test_the_distance_of_the_cue_follows_the_words(ferry: Services) -> None:
    take = take_of(ferry, "Nobody")
    ferry.correcting.respan(take.id, [span_of("Nobody has")])
    told = ferry.reading.take(take.id)
    assert take.evidence is not None
    assert told.evidence is not None
    assert told.evidence.distance == take.evidence.distance + len(" won,")


@pytest.mark.parametrize("selected", [[], [Span(0, 0)], [Span(17, 19)], [Span(9000, 9010)]])
def test_a_selection_without_words_changes_nothing(ferry: Services, selected: list[Span]) -> None:
    take = take_of(ferry, "Nobody")
    with pytest.raises(NothingSelected):
        ferry.correcting.respan(take.id, selected)
    with pytest.raises(NothingSelected):
        ferry.correcting.mark(1, selected, REED)
    assert ferry.reading.take(take.id) == take


def test_a_take_is_split_where_the_reader_says(ferry: Services) -> None:
    take = take_of(ferry, "Nobody")
    correction = ferry.correcting.split(take.id, TEXT.index(" won"))
    first, second = (ferry.reading.take(one.take.id) for one in correction.after)
    assert (first.text, second.text) == ("Nobody has", "won,")
    assert first.id == take.id
    assert first.chain == second.chain == take.chain
    assert words_in(ferry)[-2:] == ["Nobody has", "won,"]


@pytest.mark.parametrize("at", [0, 5000])
def test_a_take_is_not_split_outside_itself(ferry: Services, at: int) -> None:
    before = words_in(ferry)
    with pytest.raises(NothingToSplit):
        ferry.correcting.split(take_of(ferry, "Nobody").id, at)
    assert words_in(ferry) == before


def test_two_takes_become_one_that_stands_for_both(ferry: Services) -> None:
    first, second = take_of(ferry, "boats"), take_of(ferry, "Nobody")
    point = ferry.comparing.add_point("When?")
    ferry.comparing.decide(point.id, second.id, Decision.ACCEPTED)
    ferry.correcting.merge(first.id, second.id)
    whole = ferry.reading.take(first.id)
    assert whole.text.endswith("We are glad. … Nobody has won,")
    assert whole.chain == first.chain
    assert [one.take.id for one in ferry.comparing.view(point.id).takes] == [first.id]
    assert ferry.comparing.points()[0].takes == 1
    assert second.id not in {take.id for take in ferry.reading.takes_in(1)}
    assert ferry.reading.current(second) == whole


def test_what_was_said_of_the_whole_counts_more_than_of_its_part(ferry: Services) -> None:
    first, second = take_of(ferry, "boats"), take_of(ferry, "Nobody")
    point = ferry.comparing.add_point("When?")
    ferry.comparing.decide(point.id, second.id, Decision.ACCEPTED)
    ferry.correcting.merge(first.id, second.id)
    ferry.comparing.decide(point.id, first.id, Decision.REFUSED)
    assert ferry.comparing.view(point.id).takes == ()


def test_a_take_is_not_merged_with_itself_or_across_texts(ferry: Services, paste: Paste) -> None:
    other = paste("Ferry\n\n“It sails,” said Ada Byrne.\n", "Harbour Post").article_id
    take = take_of(ferry, "boats")
    for another in (take, *ferry.reading.takes_in(other)):
        with pytest.raises(NothingToMerge):
            ferry.correcting.merge(take.id, another.id)


def test_a_selection_becomes_a_take(ferry: Services) -> None:
    correction = ferry.correcting.mark(1, [span_of("the talks were long and hard")], REED)
    made = ferry.reading.take(correction.after[0].take.id)
    assert (made.text, made.kind) == ("the talks were long and hard", TakeKind.INDIRECT)
    assert (made.origin, made.standing) == (Origin.MARKED, Standing.CONFIRMED)
    assert [voice.name for voice in made.chain] == ["Tom Reed", "The Tide"]
    assert made in ferry.reading.takes_in(1)
    assert ferry.searching.search('said:"long and hard"').total == 1


@pytest.mark.parametrize(
    ("words", "speaker", "kind", "text"),
    [
        ("“We are glad.”", REED.speaker, TakeKind.DIRECT, "We are glad."),
        ("We are glad", REED.speaker, TakeKind.DIRECT, "We are glad"),
        ("harbour master. “We are glad.”", REED.speaker, TakeKind.MIXED, None),
        ("The union had asked for more pay.", None, TakeKind.NARRATIVE, None),
        ("“We are glad.”", None, TakeKind.DIRECT, "We are glad."),
    ],
)
def test_how_marked_words_stand_in_the_text_is_told_from_their_marks(
    ferry: Services, words: str, speaker: Voice | None, kind: TakeKind, text: str | None
) -> None:
    attributed = Attributed(speaker, "", Role.REPORTING)
    correction = ferry.correcting.mark(1, [span_of(words)], attributed)
    made = ferry.reading.take(correction.after[0].take.id)
    assert (made.kind, made.text) == (kind, text or words)


def test_marking_what_rules_propose_puts_the_mark_in_its_place(ferry: Services) -> None:
    take = take_of(ferry, "Nobody")
    point = ferry.comparing.add_point("Who has won?")
    ferry.comparing.decide(point.id, take.id, Decision.ACCEPTED)
    correction = ferry.correcting.mark(1, take.anchor.segments, REED)
    assert words_in(ferry).count(take.text) == 1
    made = correction.after[0].take
    assert [one.take.id for one in ferry.comparing.view(point.id).takes] == [made.id]
    ferry.correcting.apply(correction.undone)
    assert take_of(ferry, "Nobody") == take


Step = Callable[[Services], Correction]

STEPS: dict[str, Step] = {
    "confirm": lambda s: s.correcting.confirm(take_of(s, "Nobody").id),
    "reject": lambda s: s.correcting.reject(take_of(s, "Nobody").id),
    "attribute": lambda s: s.correcting.attribute(take_of(s, "boats").id, REED),
    "respan": lambda s: s.correcting.respan(take_of(s, "boats").id, [span_of("The boats sail")]),
    "split": lambda s: s.correcting.split(take_of(s, "Nobody").id, TEXT.index(" won")),
    "merge": lambda s: s.correcting.merge(take_of(s, "boats").id, take_of(s, "Nobody").id),
    "mark": lambda s: s.correcting.mark(1, [span_of("more pay")], REED),
}


@pytest.mark.parametrize("name", STEPS)
def test_every_step_is_taken_back_and_made_again(ferry: Services, name: str) -> None:
    before = ferry.reading.takes_in(1)
    correction = STEPS[name](ferry)
    after = ferry.reading.takes_in(1)
    assert after != before
    for _ in range(2):
        ferry.correcting.apply(correction.undone)
        assert ferry.reading.takes_in(1) == before
        ferry.correcting.apply(correction)
        assert ferry.reading.takes_in(1) == after


def test_steps_one_upon_the_other_are_taken_back_in_turn(ferry: Services) -> None:
    before = ferry.reading.takes_in(1)
    made = [step(ferry) for name, step in STEPS.items() if name not in {"reject", "merge"}]
    made.append(STEPS["merge"](ferry))
    for correction in reversed(made):
        ferry.correcting.apply(correction.undone)
    assert ferry.reading.takes_in(1) == before


def test_a_step_is_not_taken_back_over_a_later_change(ferry: Services) -> None:
    take = take_of(ferry, "boats")
    correction = ferry.correcting.confirm(take.id)
    ferry.correcting.attribute(take.id, REED)
    before = ferry.reading.takes_in(1)
    with pytest.raises(TakeChanged):
        ferry.correcting.apply(correction.undone)
    assert ferry.reading.takes_in(1) == before


def test_a_merged_take_can_be_merged_on(ferry: Services) -> None:
    first, second = take_of(ferry, "boats"), take_of(ferry, "Nobody")
    marked = ferry.correcting.mark(1, [span_of("more pay")], REED).after[0].take
    ferry.correcting.merge(first.id, second.id)
    ferry.correcting.merge(marked.id, first.id)
    assert ferry.reading.current(second).id == marked.id


def test_a_take_that_is_not_there_is_named(ferry: Services) -> None:
    for step in (ferry.correcting.confirm, ferry.correcting.reject):
        with pytest.raises(NoSuchTake):
            step(999)


def test_the_voice_quoted_nearest_by_is_suggested_first(ferry: Services) -> None:
    first, *others = ferry.correcting.suggestions(1, [span_of("who leads the union")])
    assert first.speaker is not None
    assert first.speaker.name == "Tom Reed"
    assert Attributed(None, "The Tide", Role.REPORTING) in others
    assert len(set(others)) == len(others)


def test_somebody_named_beside_quoted_words_may_have_said_them(
    services: Services, paste: Paste
) -> None:
    text = "Ferry strike\n\nMia Quill was glad when it ended. The banner read “Never again”.\n"
    paste(text, "The Tide")
    before = services.reading.takes_in(1)
    at = text.index("Never again")
    first = services.correcting.suggestions(1, [Span(at, at + 11)])[0]
    assert before == ()
    assert first == Attributed(Voice("Mia Quill", VoiceKind.PERSON), "The Tide", Role.EXPERT)


def test_words_far_from_any_quotation_are_the_outlets_own(ferry: Services) -> None:
    assert ferry.correcting.suggestions(1, [span_of("Ferry strike")])[0].speaker is None
    assert ferry.correcting.suggestions(1, [])[0].speaker is None
