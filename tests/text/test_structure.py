from __future__ import annotations

from collections.abc import Callable

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.passage import PassageKind, RemovedKind

DraftOf = Callable[..., ArticleDraft]

PARAGRAPH = "The two leaders met for three hours and agreed on nothing that was written down."
WRAPPED = """\
The talks in the far eastern city were the first between the
two leaders, who had never met before. They lasted for three
hours, officials said.
Bread and
salt
The guests were
received with bread and salt, as custom has it, before they
sat down to dinner in a hall that overlooks the harbour.
In the morning,
they left by train, which was the same that they had come by
some two days before that.
Nobody was
there to wave goodbye, since the platform had been closed to
the public.
"""


def shown(draft: ArticleDraft, kind: PassageKind) -> list[str]:
    text = draft.cleaned.text
    return [passage.cleaned.of(text) for passage in draft.passages if passage.kind is kind]


def kinds(draft: ArticleDraft) -> list[PassageKind]:
    return [passage.kind for passage in draft.passages]


def test_key_points_are_mended_and_divided(seeds: dict[str, ArticleDraft]) -> None:
    assert shown(seeds["001"], PassageKind.KEY_POINT) == [
        (
            "Kim is looking for a win after his collapsed second summit with Trump, and Putin for a"
            " chance to raise Moscow’s clout in the region"
        ),
        "But analysts predict that the meeting is likely to focus more on showing camaraderie",
    ]


def test_captions_are_kept_without_their_credits(seeds: dict[str, ArticleDraft]) -> None:
    assert shown(seeds["001"], PassageKind.CAPTION) == [
        "Russian President Vladimir Putin with North Korean leader Kim Jong-un in Vladivostok."
    ]
    assert shown(seeds["003"], PassageKind.CAPTION) == [
        (
            "Russian President Vladimir Putin, right, and North Korean leader Kim Jong Un after"
            " their talks in Vladivostok, Russia, April 25, 2019"
        )
    ]
    assert shown(seeds["004"], PassageKind.CAPTION) == [
        (
            "The mere fact of a summit with Russian President Vladimir Putin was a diplomatic boost"
            " for Kim Jong Un, analysts say"
        )
    ]


def test_credits_can_be_restored(seeds: dict[str, ArticleDraft]) -> None:
    for name, credit in (
        ("001", "Photo: EPA-EFE"),
        ("003", "(Photo by Alexei Nikolsky for Sputnik via AP Images)."),
        ("004", "(AFP Photo/Alexey NIKOLSKY)"),
    ):
        source = seeds[name].raw.source_text
        removed = {one.source.of(source): one.kind for one in seeds[name].removed}
        assert removed[credit] is RemovedKind.IMAGE_MARKUP


def test_questions_and_broken_lines_head_sections(seeds: dict[str, ArticleDraft]) -> None:
    assert shown(seeds["001"], PassageKind.SUBHEADING) == ["What’s at stake for Kim and Putin?"]
    assert shown(seeds["004"], PassageKind.SUBHEADING) == ["Wining and dining"]
    for name in ("000", "002", "003"):
        assert shown(seeds[name], PassageKind.SUBHEADING) == []


def test_the_wrapped_agency_story_has_whole_paragraphs(seeds: dict[str, ArticleDraft]) -> None:
    body = shown(seeds["004"], PassageKind.BODY)
    assert len(body) == 20
    assert body[1].startswith(
        "Thursday's talks in Vladivostok were the North Korean leader's first"
    )
    assert body[2].startswith("In Russia, Kim said little")
    assert not any("\n" in paragraph for paragraph in body)
    assert all(paragraph[-1] in '."' for paragraph in body)


def test_glued_sentences_are_parted_in_the_view_only(seeds: dict[str, ArticleDraft]) -> None:
    draft = seeds["001"]
    assert "in the US. Kim’s outreach" in draft.cleaned.text
    assert "in the US.Kim’s outreach" in draft.raw.source_text


def test_a_wrapped_text_with_short_first_lines(draft_of: DraftOf) -> None:
    draft = draft_of(WRAPPED)
    assert shown(draft, PassageKind.SUBHEADING) == ["Bread and salt"]
    assert [text[:8] for text in shown(draft, PassageKind.BODY)] == [
        "The talk",
        "The gues",
        "In the m",
        "Nobody w",
    ]


def test_a_press_review_is_made_of_blocks(seeds: dict[str, ArticleDraft]) -> None:
    block = [
        PassageKind.OUTLET_LINE,
        PassageKind.TAKE_HEADLINE,
        PassageKind.THESIS,
        PassageKind.BODY,
    ]
    assert kinds(seeds["000"]) == [PassageKind.HEADLINE, PassageKind.STANDFIRST, *(4 * block)]


def test_a_name_with_a_country_alone_makes_no_press_review(draft_of: DraftOf) -> None:
    draft = draft_of(f"Results\nAnna Berg (SE)\n{PARAGRAPH}\n{PARAGRAPH}")
    assert PassageKind.OUTLET_LINE not in kinds(draft)


def test_one_line_is_body_and_not_headline(draft_of: DraftOf) -> None:
    assert kinds(draft_of("Leaders meet")) == [PassageKind.BODY]


def test_bullets_further_down_are_body(draft_of: DraftOf) -> None:
    draft = draft_of(f"Headline\n{PARAGRAPH * 4}\n• A list\n• in the text\n{PARAGRAPH}")
    assert PassageKind.KEY_POINT not in kinds(draft)


def test_a_text_of_nothing_but_boilerplate_has_no_passages(draft_of: DraftOf) -> None:
    draft = draft_of("Subscribe to The Week\nAdvertisement")
    assert draft.passages == ()
    assert draft.cleaned.text == ""
    assert len(draft.removed) == 2
