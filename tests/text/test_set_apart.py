"""What a page prints beside its article: other stories, and what readers wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.passage import RemovedKind
from summit_reader.domain.set_apart import SetApart
from summit_reader.text.cleaning.comments import reader_comments
from summit_reader.text.cleaning.related import related_items
from summit_reader.text.cleaning.set_apart import set_apart_in

DraftOf = Callable[..., ArticleDraft]

ARTICLE = (
    "Harbour to close for good\n\n"
    "The town council met in a crowded hall on Monday evening to talk about the old harbour.\n\n"
    "“We will close the harbour for good,” said Ada Byrne, the mayor of the town.\n\n"
)


def items(draft: ArticleDraft) -> list[tuple[str, str, str]]:
    found = related_items(draft.raw.source_text, draft.removed)
    return [(one.headline, one.section, one.author) for one in found]


def comments(draft: ArticleDraft) -> list[tuple[str, str, str]]:
    found = reader_comments(draft.raw.source_text, draft.removed)
    return [(one.author, one.written, one.text) for one in found]


def test_the_teasers_of_the_roundup(seeds: dict[str, ArticleDraft]) -> None:
    found = items(seeds["002"])
    assert len(found) == 11
    assert found[0] == (
        "A beginner's guide to exploring the Amazon", "The Week Recommends", "Catherine Garcia"
    )  # fmt: skip
    assert ("Ukraine captures first North Korean soldiers", "Speed Read", "Peter Weber") in found
    assert ("Why Assad fell so fast", "The Explainer", "The Week UK") in found
    assert {section for _, section, _ in found} == {
        "The Week Recommends", "In the Spotlight", "The Explainer", "Speed Read",
        "Today's Big Question", "Talking Point",
    }  # fmt: skip


def test_a_teaser_keeps_its_summary_and_its_place(seeds: dict[str, ArticleDraft]) -> None:
    draft = seeds["002"]
    first = related_items(draft.raw.source_text, draft.removed)[0]
    assert first.summary.startswith("Trek carefully")
    assert first.source.of(draft.raw.source_text).startswith("A beginner's guide")


@pytest.mark.parametrize(
    ("tail", "headlines"),
    [
        ("Related stories\n• The crane that never came\n• Fishermen march\n",
         ["The crane that never came", "Fishermen march"]),
        ("You may also like\nThe crane that never came\nFishermen march on the hall\n",
         ["The crane that never came", "Fishermen march on the hall"]),
        ("Most read\n\nThe crane that never came\n\nFishermen march on the hall\n",
         ["The crane that never came", "Fishermen march on the hall"]),
        ("Read more: The crane that never came\n", ["The crane that never came"]),
        ("Related: [The crane](https://tide.example/crane)\n", ["The crane"]),
    ],
)  # fmt: skip
def test_lists_of_other_stories(draft_of: DraftOf, tail: str, headlines: list[str]) -> None:
    draft = draft_of(ARTICLE + tail)
    assert [headline for headline, _, _ in items(draft)] == headlines
    assert draft.cleaned.text.endswith("the mayor of the town.")


def test_a_list_ends_where_the_article_goes_on(draft_of: DraftOf) -> None:
    body = (
        "Fishermen left the hall before the vote was taken, and the mayor said nothing of it.\n\n"
        "The harbour was built in the year of the great flood, when the river changed its bed.\n"
    )
    text = ARTICLE + "Related stories\n• The crane\n• The march\n\nA long night\n\n" + body
    draft = draft_of(text)
    assert [headline for headline, _, _ in items(draft)] == ["The crane", "The march"]
    assert "A long night" in draft.cleaned.text
    assert "Fishermen left the hall" in draft.cleaned.text


def test_a_subheading_after_a_list_is_not_of_it(draft_of: DraftOf) -> None:
    text = (
        ARTICLE + "More from The Tide\n\nThe crane\n\nThe march\n\nA long night\n\n"
        "Fishermen left the hall before the vote was taken, and the mayor said nothing of it.\n"
    )
    assert "A long night" in draft_of(text).cleaned.text


def test_a_word_alone_is_no_list(draft_of: DraftOf) -> None:
    text = (
        ARTICLE + "Related\n\nThe council of the next town met on the same evening in its own hall,"
        " and nobody came.\n"
    )
    assert "The council of the next town" in draft_of(text).cleaned.text


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("2 comments\nTom Reed says:\nIt was closed long ago.\nAnn Lee says:\nHigh time.\n",
         [("Tom Reed", "", "It was closed long ago."), ("Ann Lee", "", "High time.")]),
        ("Comments\n\nTom Reed • 3 hours ago\nClosed.\nLong ago.\n\n@annlee\nHigh time.\n",
         [("Tom Reed", "3 hours ago", "Closed.\nLong ago."), ("@annlee", "", "High time.")]),
        ("Comments (1)\nPosted by Tom Reed on 3 May 2021\nClosed long ago.\n",
         [("Tom Reed", "3 May 2021", "Closed long ago.")]),
        ("1 comment\n@tomreed\nMay 3, 2021\nClosed long ago.\n",
         [("@tomreed", "May 3, 2021", "Closed long ago.")]),
        ("2 comments\nClosed long ago.\nHigh time.\n",
         [("", "", "Closed long ago."), ("", "", "High time.")]),
    ],
)  # fmt: skip
def test_what_readers_wrote(
    draft_of: DraftOf, tail: str, expected: list[tuple[str, str, str]]
) -> None:
    draft = draft_of(ARTICLE + tail)
    assert comments(draft) == expected
    assert draft.cleaned.text.endswith("the mayor of the town.")
    assert [take.chain[0].name for take in draft.takes] == ["Ada Byrne"]


def test_comments_as_a_heading_of_the_article_stay(draft_of: DraftOf) -> None:
    text = (
        ARTICLE + "Comments\n\nThe mayor's comments on Monday were met with silence in the hall, "
        "and then with shouts.\n"
    )
    draft = draft_of(text)
    assert "were met with silence" in draft.cleaned.text
    assert RemovedKind.COMMENT not in {one.kind for one in draft.removed}


def test_a_page_without_comments_has_none(draft_of: DraftOf) -> None:
    assert set_apart_in("", ()) == SetApart()
    draft = draft_of(ARTICLE)
    assert set_apart_in(draft.raw.source_text, draft.removed).comments == ()


def test_whatever_was_removed_is_listed_once(seeds: dict[str, ArticleDraft]) -> None:
    for draft in seeds.values():
        apart = set_apart_in(draft.raw.source_text, draft.removed)
        listed = [place for story in apart.related for place in story.ranges]
        listed += [place for comment in apart.comments for place in comment.ranges]
        listed += [one.source for one in apart.removed]
        assert sorted(listed) == sorted(one.source for one in draft.removed)
