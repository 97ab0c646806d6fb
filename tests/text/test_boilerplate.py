from __future__ import annotations

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.passage import RemovedKind
from summit_reader.text.cleaning.boilerplate import removed_ranges
from summit_reader.text.cleaning.lines import lines_of

PARAGRAPH = "The two leaders met for three hours and agreed on nothing that was written down. " * 3


def removed_in(text: str) -> list[tuple[str, RemovedKind]]:
    return [(one.source.of(text), one.kind) for one in removed_ranges(lines_of(text))]


def removed_lines(draft: ArticleDraft) -> dict[int, RemovedKind]:
    """The removed whole lines of a sample text, counted from 1."""
    text = draft.raw.source_text
    return {
        text.count("\n", 0, one.source.start) + 1: one.kind
        for one in removed_ranges(lines_of(text))
    }


def test_the_press_review_loses_its_site_control(seeds: dict[str, ArticleDraft]) -> None:
    assert removed_lines(seeds["000"]) == {5: RemovedKind.SITE_CONTROL}


def test_the_forum_post_loses_only_the_link(seeds: dict[str, ArticleDraft]) -> None:
    assert removed_lines(seeds["001"]) == {12: RemovedKind.SOURCE_LINK}


def test_the_roundup_loses_its_promotions_and_the_other_stories(
    seeds: dict[str, ArticleDraft],
) -> None:
    promotions = dict.fromkeys((*range(6, 11), 24, 25), RemovedKind.PROMOTION)
    related = dict.fromkeys(range(26, 70), RemovedKind.RELATED)
    assert removed_lines(seeds["002"]) == promotions | related


def test_the_analysis_loses_the_second_headline_and_the_paywall(
    seeds: dict[str, ArticleDraft],
) -> None:
    paywall = dict.fromkeys(
        (12, 14, 16, 18, 20, 22, 24, 25, 26, 27, 28, 29, 31, 33), RemovedKind.PAYWALL
    )
    assert removed_lines(seeds["003"]) == {3: RemovedKind.REPEATED_HEADLINE} | paywall


def test_the_blog_loses_the_image_and_the_comment_widget(seeds: dict[str, ArticleDraft]) -> None:
    widget = dict.fromkeys((74, 75, 76), RemovedKind.COMMENT_WIDGET)
    assert removed_lines(seeds["004"]) == {1: RemovedKind.IMAGE_MARKUP} | widget


def test_what_follows_the_link_to_the_whole_story_are_comments() -> None:
    link = "Full story at https://example.org/summit"
    text = f"{PARAGRAPH}\n{link}\nI did not expect that.\n\nMe neither, honestly"
    assert removed_in(text) == [
        (link, RemovedKind.SOURCE_LINK),
        ("I did not expect that.", RemovedKind.COMMENT),
        ("Me neither, honestly", RemovedKind.COMMENT),
    ]


def test_a_link_above_the_text_makes_no_comments_of_it() -> None:
    link = "Source: https://example.org/summit"
    assert removed_in(f"{link}\n{PARAGRAPH}\n{PARAGRAPH}") == [(link, RemovedKind.SOURCE_LINK)]


def test_numbered_comments_go_with_their_number() -> None:
    text = f"{PARAGRAPH}\n2 comments:\nFirst!\nSecond.\nPost a Comment"
    assert [kind for _, kind in removed_in(text)] == [
        RemovedKind.COMMENT_WIDGET,
        RemovedKind.COMMENT,
        RemovedKind.COMMENT,
        RemovedKind.COMMENT_WIDGET,
    ]


def test_the_article_goes_on_after_a_box_in_its_middle() -> None:
    text = f"{PARAGRAPH}\nAlready a subscriber? Log in here.\n{PARAGRAPH}\nLast words."
    assert removed_in(text) == [("Already a subscriber? Log in here.", RemovedKind.PAYWALL)]


def test_a_subheading_after_a_box_is_no_part_of_it() -> None:
    text = f"{PARAGRAPH}\nSubscribe now to read more.\nWhat comes next\n{PARAGRAPH}"
    assert [words for words, _ in removed_in(text)] == ["Subscribe now to read more."]


def test_reports_about_such_things_stay() -> None:
    text = """\
Readers who subscribe to newspapers trust them more, a study says.
He urged viewers to sign up for the army.
No comments were made after the meeting.
Share prices fell on Thursday.
She advertised the newsletter to her followers.
- He left early, by the back door.
By noon the square was empty.
"""
    assert removed_in(text) == []


def test_a_slogan_goes_only_between_promotions() -> None:
    box = "Subscribe to The Week\nEscape your echo chamber.\nSign up for our newsletter"
    assert len(removed_in(box)) == 3
    assert removed_in("Escape your echo chamber.\nHe did.") == []
