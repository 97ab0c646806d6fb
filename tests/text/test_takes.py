from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.domain.article import ArticleDraft, Hints
from summit_reader.domain.take import Role, TakeDraft, TakeKind, VoiceKind

DraftOf = Callable[..., ArticleDraft]


def take_of(draft: ArticleDraft, opening: str) -> TakeDraft:
    """The take whose words begin with `opening`."""
    return next(take for take in draft.takes if take.anchor.exact[0].startswith(opening))


def chain(take: TakeDraft) -> list[str]:
    return [voice.name for voice in take.chain]


def said(draft: ArticleDraft) -> list[tuple[str, tuple[str, ...]]]:
    return [(take.chain[0].name, take.anchor.exact) for take in draft.takes]


def test_every_take_of_the_roundup(seeds: dict[str, ArticleDraft]) -> None:
    takes = [
        (" < ".join(chain(take)), take.kind, take.anchor.exact[0][:24])
        for take in seeds["002"].takes
    ]
    assert takes == [
        ("Kim Jong Un < The Week", TakeKind.DIRECT, "very meaningful one-on-o"),
        ("Vladimir Putin < The Week", TakeKind.DIRECT, "satisfied with the resul"),
        ("CBS News < The Week", TakeKind.ROUNDUP, "a long wish list and a s"),
        ("Dmitry Peskov < The Week", TakeKind.INDIRECT, "the Kremlin believes the"),
        ("The Independent < The Week", TakeKind.ROUNDUP, "the Kremlin has long sou"),
        ("analysts < The Independent < The Week", TakeKind.DIRECT, "desperate to be consider"),
        ("Sky News < The Week", TakeKind.ROUNDUP, "Moscow is interested in "),
        ("BBC < The Week", TakeKind.ROUNDUP, "since the collapse of th"),
        ("BBC < The Week", TakeKind.ROUNDUP, "With weakened ideologica"),
        ("Andrei Lankov < The Week", TakeKind.DIRECT, "based on the old logic t"),
        ("Deutsche Welle < The Week", TakeKind.ROUNDUP, "While military cooperati"),
        ("Andrew Roth < The Guardian < The Week", TakeKind.ROUNDUP, "while the meeting is an "),
        ("CBS News < The Week", TakeKind.ROUNDUP, "has a lot on his plate a"),
    ]


def test_every_speaker_of_the_agency_story(seeds: dict[str, ArticleDraft]) -> None:
    assert [take.chain[0].name for take in seeds["004"].takes] == [
        "analysts",
        "the Kremlin",
        "Vladimir Putin",
        "Vladimir Putin",
        "analysts",
        "Shin Beom-chul",
        "analysts",
        "Harry Kazianis",
        "Koo Kab-woo",
        "Koo Kab-woo",
        "Mike Pompeo",
        "Koo Kab-woo",
    ]


def test_split_quotations_are_one_take(seeds: dict[str, ArticleDraft]) -> None:
    money, aid = take_of(seeds["001"], "Kim understands").anchor.exact
    assert money == "Kim understands Russians are not going to shower him with money,"
    assert aid.startswith("There will be no significant deal")
    assert aid.endswith("gesture of support.")
    across_paragraphs = take_of(seeds["004"], "Kim\nunderstands").anchor.exact
    assert [words[:10] for words in across_paragraphs] == ["Kim\nunders", "All\nKim ne"]


def test_the_outlet_named_before_is_the_broadcaster(seeds: dict[str, ArticleDraft]) -> None:
    take = take_of(seeds["002"], "With weakened")
    assert take.outlet.name == "BBC"
    assert len(take.anchor.exact) == 2


def test_aliases_are_one_outlet(seeds: dict[str, ArticleDraft]) -> None:
    take = take_of(seeds["002"], "has a lot on his plate")
    assert take.outlet.name == "CBS News"
    assert (take.subject, take.fragment) == ("Putin", True)


@pytest.mark.parametrize(
    ("name", "opening", "description"),
    [
        (
            "001",
            "Kim wants to show",
            "former senior researcher at the Korea Institute for National Unification in Seoul",
        ),
        ("001", "Russia wants", "senior fellow at the think-tank Carnegie Moscow Centre"),
        ("001", "Kim understands", "veteran North Korea analyst"),
        ("002", "very meaningful", "North Korean leader"),
        ("002", "satisfied with", "president"),
        ("002", "based on the old", "Professor, Seoul’s Kookmin University"),
        ("002", "the Kremlin believes", "Russian presidential spokesman"),
        ("004", "The\nsummit was", "Asan Institute of Policy Studies"),
        ("004", "Kim\nunderstands", "Center for National Interest"),
        ("004", "North Korea\nwill", "professor at the University of North Korean Studies"),
        ("004", "he\nexpected", "US Secretary of State"),
    ],
)
def test_affiliations_are_as_printed(
    seeds: dict[str, ArticleDraft], name: str, opening: str, description: str
) -> None:
    assert take_of(seeds[name], opening).chain[0].description == description


@pytest.mark.parametrize(
    ("name", "opening", "role"),
    [
        ("001", "Kim understands", Role.EXPERT),
        ("001", "there is little", Role.UNNAMED),
        ("002", "satisfied", Role.OFFICIAL),
        ("002", "the Kremlin believes", Role.OFFICIAL),
        ("002", "Moscow is interested", Role.REPORTING),
        ("002", "desperate", Role.UNNAMED),
        ("000", "Kim is slowly", Role.EDITORIAL),
        ("000", "Their talks focused", Role.OFFICIAL),
    ],
)
def test_roles(seeds: dict[str, ArticleDraft], name: str, opening: str, role: Role) -> None:
    assert take_of(seeds[name], opening).role is role


def test_names_and_words_in_marks_are_no_takes(seeds: dict[str, ArticleDraft]) -> None:
    words = {
        words for draft in seeds.values() for take in draft.takes for words in take.anchor.exact
    }
    assert not words & {"Belt and Road", "denuclearisation", "erosion of the rule of law"}


def test_the_chain_ends_with_the_carrier(draft_of: DraftOf) -> None:
    draft = draft_of(
        '"It is late," said Ann Lee, a teacher at Hull College.', Hints(carrier="a blog")
    )
    assert [voice.kind for voice in draft.takes[0].chain] == [
        VoiceKind.PERSON,
        VoiceKind.OUTLET,
        VoiceKind.CARRIER,
    ]


def test_a_fragment_comes_with_its_sentence(draft_of: DraftOf) -> None:
    text = "Ann Lee said the plan was “a great leap into the dark”. She left."
    (take,) = draft_of(text).takes
    assert take.fragment
    assert take.sentence is not None
    assert take.sentence.of(text) == text.removesuffix(" She left.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to Ann Lee, the bridge is closed for good.", ["the bridge is closed for good"]),
        ("The bridge is closed for good, according to Ann Lee.", ["The bridge is closed for good"]),
        (
            "The bridge is closed for good, Ann Lee said on Friday.",
            ["The bridge is closed for good"],
        ),
        ("Ann Lee said that the bridge is closed for good.", ["the bridge is closed for good"]),
        ("Ann Lee, a local engineer, said the bridge is closed.", ["the bridge is closed"]),
        ("Ann Lee said little about the bridge.", []),
        ("Ann Lee hopes that the bridge will open again.", []),
    ],
)
def test_indirect_statements(draft_of: DraftOf, text: str, expected: list[str]) -> None:
    assert [take.anchor.exact[0] for take in draft_of(text).takes] == expected
    assert all(take.chain[0].name == "Ann Lee" for take in draft_of(text).takes)


def test_pronouns_and_surnames_stand_for_who_spoke(draft_of: DraftOf) -> None:
    text = "“It is late,” said Ann Lee.\n“It is dark,” she said.\n“Let us go,” Lee added."
    assert said(draft_of(text)) == [
        ("Ann Lee", ("It is late,",)),
        ("Ann Lee", ("It is dark,",)),
        ("Ann Lee", ("Let us go,",)),
    ]


def test_curly_and_straight_marks_read_alike(draft_of: DraftOf) -> None:
    curly = "“It isn’t late,” said Ann Lee. “Let’s go.”"
    straight = curly.translate(str.maketrans("“”’", '""\''))
    assert [name for name, _ in said(draft_of(curly))] == ["Ann Lee"]
    assert [len(words) for _, words in said(draft_of(straight))] == [2]
