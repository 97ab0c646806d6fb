from __future__ import annotations

from collections.abc import Callable

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.take import Role, TakeDraft, TakeKind, VoiceKind

DraftOf = Callable[..., ArticleDraft]

REVIEW = """\
Who won?

Commentators disagree.

Dagblad Noord (NL) /

The bridge, Dagblad Noord believes:

“Nobody won. And 'nobody' is the right word.”
"""


def review_takes(draft: ArticleDraft) -> list[TakeDraft]:
    return [take for take in draft.takes if take.kind is TakeKind.PRESS_REVIEW]


def test_each_paper_of_the_review_has_its_take(seeds: dict[str, ArticleDraft]) -> None:
    takes = review_takes(seeds["000"])
    assert [(take.outlet.name, take.outlet.country, take.headline, take.cue) for take in takes] == [
        ("Lidové noviny", "CZ", "All about prestige", "writes"),
        ("Turun Sanomat", "FI", "Russia wants to demonstrate its clout", "notes"),
        ("Tages-Anzeiger", "CH", "Almost normal neighbours", "concludes"),
        ("Polityka", "PL", "Kim begging for flour", "writes"),
    ]
    assert {take.role for take in takes} == {Role.EDITORIAL}


def test_the_thesis_is_the_reviewers_and_leaves_the_paper_out(
    seeds: dict[str, ArticleDraft],
) -> None:
    take = review_takes(seeds["000"])[-1]
    assert take.thesis == "The North Korean leader is begging for alms"
    assert take.attribution is not None
    assert take.attribution.of(seeds["000"].raw.source_text) == "Polityka writes"


def test_the_quotation_is_whole_and_without_its_marks(seeds: dict[str, ArticleDraft]) -> None:
    (words,) = review_takes(seeds["000"])[-1].anchor.exact
    assert words.startswith("After the unsuccessful summit")
    assert words.endswith("100,000 tonnes of flour.")


def test_the_chain_runs_from_the_paper_to_the_review(seeds: dict[str, ArticleDraft]) -> None:
    chain = review_takes(seeds["000"])[-1].chain
    assert [(voice.name, voice.kind) for voice in chain] == [
        ("Polityka", VoiceKind.OUTLET),
        ("eurotopics", VoiceKind.OUTLET),
    ]


def test_experts_inside_a_quotation_stay_inside(seeds: dict[str, ArticleDraft]) -> None:
    voices = {take.chain[0].name for take in seeds["000"].takes}
    assert voices == {
        "Vladimir Putin",
        "Lidové noviny",
        "Turun Sanomat",
        "Tages-Anzeiger",
        "Polityka",
    }


def test_a_block_without_headline_and_an_unknown_paper(draft_of: DraftOf) -> None:
    (take,) = review_takes(draft_of(REVIEW))
    assert (take.outlet.name, take.outlet.country) == ("Dagblad Noord", "NL")
    assert (take.headline, take.thesis, take.cue) == ("", "The bridge", "believes")
    assert take.anchor.exact == ("Nobody won. And 'nobody' is the right word.",)


OLDER = """\
Who won the summit?

Commentators across Europe disagree.

Dagblad Noord - Netherlands

Nobody won

The talks were a waste of time, Dagblad Noord writes: "Nobody won. And nobody will pay." (26/04/2019)

Corriere Alto - Italy

It was a success for both sides, the daily Corriere Alto believes: «Both may go home content.» (27/04/2019)
"""  # noqa: E501 - as press reviews print it


def test_the_older_layout_runs_thesis_and_words_together(draft_of: DraftOf) -> None:
    takes = review_takes(draft_of(OLDER))
    assert [(take.outlet.name, take.outlet.country, take.headline) for take in takes] == [
        ("Dagblad Noord", "NL", "Nobody won"),
        ("Corriere Alto", "IT", ""),
    ]
    assert [(take.thesis, take.cue) for take in takes] == [
        ("The talks were a waste of time", "writes"),
        ("It was a success for both sides", "believes"),
    ]
    assert [take.anchor.exact[0] for take in takes] == [
        "Nobody won. And nobody will pay.",
        "Both may go home content.",
    ]


def test_a_box_of_a_press_review_in_a_longer_page(draft_of: DraftOf) -> None:
    body = "\n\n".join(
        f"The bridge was closed on day {day}, and people waited." for day in range(20)
    )
    page = f"A long winter\n\n{body}\n\n{REVIEW.split('disagree.')[1].strip()}\n\n{body}\n"
    draft = draft_of(page)
    (take,) = review_takes(draft)
    assert take.outlet.name == "Dagblad Noord"
    assert draft.metadata.layout.value == "plain"
    assert draft.metadata.standfirst == ""


def test_a_dash_and_a_name_are_no_outlet_line(draft_of: DraftOf) -> None:
    assert review_takes(draft_of("Hope - Despair\n\nAnn Lee writes: “It is late in May.”\n")) == []
