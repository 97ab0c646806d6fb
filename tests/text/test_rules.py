"""English news prose, rule by rule: who says what, and why the rules think so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.take import TakeDraft, TakeKind

DraftOf = Callable[..., ArticleDraft]


def spoken(draft: ArticleDraft) -> list[tuple[str, str]]:
    return [
        (take.chain[0].name, take.evidence.rule if take.evidence else "") for take in draft.takes
    ]


def only(draft: ArticleDraft) -> TakeDraft:
    (take,) = draft.takes
    return take


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("“The bridge is closed,” said Ann Lee.", "Ann Lee", "verb after"),
        ("“The bridge is closed,” also said engineer Ann Lee.", "Ann Lee", "verb after"),
        ("“The bridge is closed,” Ann Lee said.", "Ann Lee", "subject after"),
        ("“Is it closed?” Ann Lee, 34, a nurse from Hull, asked.", "Ann Lee", "subject after"),
        ("“It is closed,” Ann Lee, who lives nearby, said.", "Ann Lee", "subject after"),
        ("“It is closed,” said the group’s leader, Ann Lee.", "Ann Lee", "verb after"),
        ("“It is closed,” said the head of the council, Ann Lee.", "Ann Lee", "verb after"),
        ("“It is closed,” said Mayor Tom Reed’s spokeswoman Ann Lee.", "Ann Lee", "verb after"),
        ("“It is closed,” a spokesman for Tom Reed said.", "a spokesman", "subject after"),
        ("“It is closed,” according to Ann Lee, a nurse.", "Ann Lee", "according to"),
        ("According to Ann Lee, the bridge is “closed for good reasons.”", "Ann Lee",
         "according to"),
        ("Ann Lee said: “The bridge is closed.”", "Ann Lee", "verb before"),
        ("On Friday, Ann Lee, a nurse, told reporters, “The bridge is closed.”", "Ann Lee",
         "verb before"),
        ("Ann Lee of the Hull Institute warned that it was “a danger to all.”", "Ann Lee",
         "verb before"),
        ("Ann Lee left early, calling it “a waste of time.”", "Ann Lee", "participle"),
        ("Tom Reed met Ann Lee and called it “a waste of time.”", "Tom Reed", "verb before"),
        ("Ann Lee’s “road to ruin” is closed.", "Ann Lee", "owner"),
        ("Ann Lee had a question: “Who will pay?”", "Ann Lee", "colon"),
        ("“Nobody will pay for it.” — Ann Lee", "Ann Lee", "signed"),
        ("The council said on Monday, “The bridge is closed.”", "The council", "verb before"),
        ("“It is closed,” the newspaper reported.", "the newspaper", "subject after"),
        ("“It is closed,” analysts said.", "analysts", "subject after"),
    ],
)  # fmt: skip
def test_each_rule_finds_its_speaker(draft_of: DraftOf, text: str, speaker: str, rule: str) -> None:
    assert spoken(draft_of(text)) == [(speaker, rule)]


@pytest.mark.parametrize(
    "text",
    [
        "She watched “The Daily Hour” at home.",
        "He spoke on Channel Nine’s “Face the Town,” and left.",
        "The so-called “cold spell” is over.",
        "He did not mention the word “bridge” once.",
        "Reed’s new claims about the bridge are “old hat”, and the bridge is fine.",
        "The “Belt and Road” initiative began in May.",
    ],
)
def test_titles_names_and_scare_quotes_are_nobodys(draft_of: DraftOf, text: str) -> None:
    assert draft_of(text).takes == ()


def test_split_words_are_one_take(draft_of: DraftOf) -> None:
    take = only(draft_of("“It is late,” said Ann Lee, “and it is dark.”"))
    assert take.anchor.exact == ("It is late,", "and it is dark.")


def test_words_go_on_in_the_next_paragraph(draft_of: DraftOf) -> None:
    text = "“It is late,” said Ann Lee. “It is dark.\n\n“And it is cold,” she added."
    assert only(draft_of(text)).anchor.exact == ("It is late,", "It is dark.", "And it is cold,")


def test_the_attribution_may_come_paragraphs_later(draft_of: DraftOf) -> None:
    text = "“It is late in the year.\n\n“It is dark in the valley,” said Ann Lee."
    assert only(draft_of(text)).chain[0].name == "Ann Lee"


def test_a_mixed_clause_keeps_its_quoted_words(draft_of: DraftOf) -> None:
    text = "Ann Lee said the council had made a long and “costly” mistake in May."
    take = only(draft_of(text))
    assert take.kind is TakeKind.MIXED
    assert [span.of(text) for span in take.quoted] == ["costly"]


def test_a_fragment_knows_its_clause(draft_of: DraftOf) -> None:
    text = "Ann Lee said the plan was “a great leap into the dark”. She left."
    clause = only(draft_of(text)).clause
    assert clause is not None
    assert clause.of(text) == "the plan was “a great leap into the dark”"


def test_evidence_says_why(draft_of: DraftOf) -> None:
    text = "Ann Lee came first. “It is late,” she said. Then she left."
    take = only(draft_of(text))
    evidence = take.evidence
    assert evidence is not None
    assert (evidence.rule, evidence.reference) == ("subject after", "pronoun")
    assert evidence.cue is not None
    assert evidence.subject is not None
    assert evidence.antecedent is not None
    assert evidence.cue.of(text) == "said"
    assert evidence.subject.of(text) == "she"
    assert evidence.antecedent.of(text) == "Ann Lee"
    assert evidence.distance == len("” she ")


def test_the_less_is_known_the_less_sure(draft_of: DraftOf) -> None:
    named, pronoun, reported = (
        only(draft_of(text)).confidence
        for text in (
            "“It is late,” Ann Lee said.",
            "Ann Lee came. “It is late,” she said.",
            "The bridge is closed for good, Ann Lee said.",
        )
    )
    assert named > pronoun > reported > 0


def test_hedges_are_marked(draft_of: DraftOf) -> None:
    assert only(draft_of("Ann Lee reportedly said: “It is late.”")).hedged
    assert not only(draft_of("Ann Lee said: “It is late.”")).hedged


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mary Holt met Tom Reed. “It is late,” she said. “Is it?” he asked.",
         ["Mary Holt", "Tom Reed"]),
        ("Mr Orly met Mrs Vance in May. “No,” he said. “Yes,” she said.", ["Orly", "Vance"]),
        ("Orly Vance lost her keys. Tom Reed came by. “Not here,” she said.", ["Orly Vance"]),
        ("British President Tom Reed came. “It is late,” the president said.", ["Tom Reed"]),
        ("“It is late,” said Ann Lee. Lee, a nurse, left. “I am tired,” Lee said.",
         ["Ann Lee", "Ann Lee"]),
        ("“It is late,” said the council. It added: “We will see.”",
         ["the council", "the council"]),
    ],
)  # fmt: skip
def test_who_is_meant(draft_of: DraftOf, text: str, speakers: list[str]) -> None:
    assert [take.chain[0].name for take in draft_of(text).takes] == speakers


def test_transcripts_are_read_by_their_labels(draft_of: DraftOf) -> None:
    text = (
        "Ann Lee spoke to Tom Reed of this paper.\n\n"
        "REED: Is the bridge closed?\n\nLEE: It is closed for good.\n\nREED: Who will pay?\n"
    )
    takes = draft_of(text).takes
    assert [(take.chain[0].name, take.anchor.exact[0]) for take in takes] == [
        ("Tom Reed", "Is the bridge closed?"),
        ("Ann Lee", "It is closed for good."),
        ("Tom Reed", "Who will pay?"),
    ]
    assert {take.kind for take in takes} == {TakeKind.DIRECT}


def test_questions_and_answers(draft_of: DraftOf) -> None:
    text = "Q: Is it closed?\n\nA: It is.\n\nQ: Who will pay?\n\nA: Nobody will.\n"
    assert [take.chain[0].name for take in draft_of(text).takes] == ["Q", "A", "Q", "A"]


def test_commentators_strung_together_keep_their_papers(draft_of: DraftOf) -> None:
    text = (
        "The talks were a piece of theatre, said Ann Lee in The Guardian. Both men got what they "
        "wanted, said Tom Reed in the i newspaper. Not so, said Ada Byrne in the FT. “The bill "
        "will come,” wrote Max Orr in the Daily Planet newspaper. Jane Holt in The Times said the "
        "talks had failed."
    )
    takes = draft_of(text).takes
    assert [(take.chain[0].name, take.outlet.name) for take in takes] == [
        ("Ann Lee", "The Guardian"),
        ("Tom Reed", "The i Paper"),
        ("Ada Byrne", "Financial Times"),
        ("Max Orr", "Daily Planet"),
        ("Jane Holt", "The Times"),
    ]
    assert {take.kind for take in takes} == {TakeKind.ROUNDUP}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Lee said the bridge was closed, but she added that it would open.",
         ["the bridge was closed", "it would open"]),
        ("Ann Lee said the bridge was closed, which angered many.",
         ["the bridge was closed, which angered many"]),
        ("Ann Lee told reporters on Friday that the bridge was closed.",
         ["the bridge was closed"]),
        ("The bridge, Ann Lee said, is closed for good.", ["is closed for good"]),
        ("The bridge will close, said Ann Lee, a nurse from Hull.", ["The bridge will close"]),
        ("After Ann Lee insisted that the bridge was safe, it fell.", ["the bridge was safe"]),
        ("Ann Lee’s claim that the bridge is safe was wrong.", ["the bridge is safe was wrong"]),
        ("What Ann Lee says is a lie.", []),
        ("Ann Lee hopes that the bridge is safe.", []),
        ("A Harbour Post report that the bridge fell was false.", []),
    ],
)  # fmt: skip
def test_statements_end_with_their_clause(draft_of: DraftOf, text: str, words: list[str]) -> None:
    assert [take.anchor.exact[-1] for take in draft_of(text).takes] == words
