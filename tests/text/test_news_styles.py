"""English news in its many styles: wires, tabloids, columns, live pages, interviews, reviews."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.take import TakeDraft, TakeKind

DraftOf = Callable[..., ArticleDraft]


def spoken(takes: tuple[TakeDraft, ...]) -> list[tuple[str, str]]:
    """Whose words, and with what they begin."""
    return [(take.chain[0].name, take.anchor.exact[0]) for take in takes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (("LONDON (Reuters) - Britain's water regulator said on Thursday it would fine them, "
         "and warned that more penalties could follow."),
         [("Britain's water regulator", "it would fine them"),
          ("Britain's water regulator", "more penalties could follow")]),
        ("Shares fell 2.1% in early trading, analysts at Jefferson said in a note.",
         [("analysts", "Shares fell 2.1% in early trading")]),
        ("Two senior officials, speaking on condition of anonymity, said the talks had collapsed.",
         [("Two senior officials", "the talks had collapsed")]),
        ('"Customers have been let down," regulator Ann Lee told Channel Nine. "That must stop."',
         [("Ann Lee", "Customers have been let down,")]),
        (("Gen Marcus Obi, the army chief, warned on Monday that his men were tired, while the "
         "defence minister, Leila Haddad, insisted morale was high."),
         [("Marcus Obi", "his men were tired"), ("Leila Haddad", "morale was high")]),
        ("It was not clear who had fired first, local media reported.",
         [("local media", "It was not clear who had fired first")]),
        ("The Kremlin dismissed the report as nonsense from beginning to end.",
         [("the Kremlin", "the report as nonsense from beginning to end")]),
        ("State media quoted Mr Kim as saying that the country would keep its weapons.",
         [("Kim", "the country would keep its weapons")]),
        ("Ann Lee was quoted as saying that the bridge would be closed for a year.",
         [("Ann Lee", "the bridge would be closed for a year")]),
        ("The committee was told by Ann Lee that the bridge would be closed.",
         [("Ann Lee", "the bridge would be closed")]),
        ("Ministers have been warned that the bridge could fall.", []),
        ("Officials told the BBC the bridge would be closed by Monday.",
         [("Officials", "the bridge would be closed by Monday")]),
    ],
)  # fmt: skip
def test_wire_copy(draft_of: DraftOf, text: str, expected: list[tuple[str, str]]) -> None:
    assert spoken(draft_of(text).takes) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'I was stunned,' mum-of-two Kelly Barnes, 34, from Grimsby, told us. 'It was huge.'",
         [("Kelly Barnes", "I was stunned,")]),
        ("'They don't care about the lads' jobs,' said neighbour Pete Ward.",
         [("Pete Ward", "They don't care about the lads' jobs,")]),
        ("A source close to the couple said: 'They're devastated.'",
         [("A source close to the couple", "They're devastated.")]),
        ("The so-called 'bridge tax' and the 'sofa rule' are back.", []),
    ],
)  # fmt: skip
def test_tabloids_with_single_marks(
    draft_of: DraftOf, text: str, expected: list[tuple[str, str]]
) -> None:
    assert spoken(draft_of(text).takes) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("“This,” he says, pointing at the wall, “is where it fell.” Tom Reed shrugs.",
         "he", ("This,", "is where it fell.")),
        ("“I never thought it would come to this.” Maria Santos shakes her head.",
         "Maria Santos", ("I never thought it would come to this.",)),
        ("But, says Dr Okafor, “nobody in the ministry is listening”.",
         "Okafor", ("nobody in the ministry is listening",)),
        ("As the economist Mia Conti puts it, “the state has to take risks”.",
         "Mia Conti", ("the state has to take risks",)),
        ("“The tide has turned,” the general told NBC’s “Meet the Press.”",
         "the general", ("The tide has turned,",)),
        ("“We’re done here,” Jake’s father, Alan Ward, said, wiping his eyes.",
         "Alan Ward", ("We’re done here,",)),
        ("“It is late,” says Deb Orr, a waitress in Scranton who asked that her age not be given.",
         "Deb Orr", ("It is late,",)),
        ("Her campaign manager, Robby Hook, lost and said: “We tried.”",
         "Robby Hook", ("We tried.",)),
        ("Labour’s Jane Moss: “This is a shabby deal.”", "Jane Moss", ("This is a shabby deal.",)),
        ("“You abused your position,” Mr Justice Cole told the court.",
         "Cole", ("You abused your position,",)),
    ],
)  # fmt: skip
def test_features_and_live_pages(
    draft_of: DraftOf, text: str, speaker: str, words: tuple[str, ...]
) -> None:
    (take,) = draft_of(text).takes
    assert (take.chain[0].name, take.anchor.exact) == (speaker, words)


def test_a_nickname_is_part_of_a_name(draft_of: DraftOf) -> None:
    text = "“It is late,” said Sen. Marcia “Cia” Price. Price left. “We tried,” Price said."
    assert spoken(draft_of(text).takes) == [
        ("Marcia “Cia” Price", "It is late,"),
        ("Marcia “Cia” Price", "We tried,"),
    ]


def test_a_contrast_has_a_speaker_of_its_own(draft_of: DraftOf) -> None:
    text = (
        "Mayor Ann Lee called the verdict “a travesty,” while Gov. Tom Reed said he was “troubled.”"
    )
    assert [take.chain[0].name for take in draft_of(text).takes] == ["Ann Lee", "Tom Reed"]


def test_signed_words_one_after_the_other(draft_of: DraftOf) -> None:
    text = "“It is a shame.” ― Ann Lee “I am so tired of it all.” ― Tom Reed “No more.” — Ada Byrne"
    assert spoken(draft_of(text).takes) == [
        ("Ann Lee", "It is a shame."),
        ("Tom Reed", "I am so tired of it all."),
        ("Ada Byrne", "No more."),
    ]


def test_a_column_keeps_whom_each_paper_pays(draft_of: DraftOf) -> None:
    text = (
        "The Daily Telegraph’s Allister Ward writes that the party of business is dead. For the "
        "Independent, John Rand argues that it could have been worse. In the Guardian, Polly Tyne "
        "says pensioners will pay. Hardly, said Tom Reed in The Times; he was merely asleep. "
        "“Robbed,” screams the Sun’s headline."
    )
    takes = draft_of(text).takes
    assert [(take.chain[0].name, take.outlet.name) for take in takes] == [
        ("Allister Ward", "The Daily Telegraph"),
        ("John Rand", "The Independent"),
        ("Polly Tyne", "The Guardian"),
        ("Tom Reed", "The Times"),
        ("The Sun", "The Sun"),
    ]
    assert takes[3].anchor.exact == ("Hardly", "he was merely asleep")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee was quoted by Xinhua as saying the bridge was unsafe.",
        "Ann Lee came. Xinhua quoted her as saying that the bridge was unsafe.",
    ],
)
def test_who_quotes_is_a_link_of_the_chain(draft_of: DraftOf, text: str) -> None:
    (take,) = draft_of(text).takes
    assert [voice.name for voice in take.chain][:2] == ["Ann Lee", "Xinhua"]
    assert take.anchor.exact == ("the bridge was unsafe",)


def test_an_interview_with_names_before_the_colon(draft_of: DraftOf) -> None:
    text = (
        "The painter of walls\n\nThe Post: When did you begin to paint walls like these?\n\n"
        "Lena Brandt: When I was nine. My father left a tin of red paint on the stairs.\n\n"
        "The Post: Was he cross when he found out what you had done with it?\n\n"
        "Brandt: He never noticed.\n\nThe Post: And now?\n\nBrandt: Now they pay me.\n"
    )
    names = [take.chain[0].name for take in draft_of(text).takes]
    assert names == [
        "The Post",
        "Lena Brandt",
        "The Post",
        "Lena Brandt",
        "The Post",
        "Lena Brandt",
    ]


def test_a_spokesperson_speaks_for_somebody(draft_of: DraftOf) -> None:
    text = "A spokesperson for Hull Council said the bridge was closed. Analysts at Orr agree."
    voice = draft_of(text).takes[0].chain[0]
    assert (voice.name, voice.description) == ("A spokesperson", "Hull Council")


REVIEW = (
    "The summit has split opinion in Europe, and the press is no exception. We have read the "
    "papers for you.\n\n{blocks}\n\nElsewhere we look at the harvest, which failed for the third "
    "time in a row. “We have lost everything,” said the farmer Luis Prado. The government has "
    "promised help, but farmers doubt that it will come in time, and the unions have called a "
    "strike for Monday.\n"
)


WORDS = "The handshake cost the West a year of work."
HEAD = "\n\nA costly handshake\n\nThe meeting gave away too much, Helsingin Sanomat fears:"


@pytest.mark.parametrize(
    "blocks",
    [
        f"Helsingin Sanomat (FI) /{HEAD}\n\n“{WORDS}”",
        f"Helsingin Sanomat (FI) /{HEAD}\n\n«{WORDS}»",
        f"Helsingin Sanomat (FI) /{HEAD}\n\n„The handshake cost the West a year of work.“",
        f'Helsingin Sanomat - Finland{HEAD} "{WORDS}" (26/04/2019)',
    ],
)
def test_a_press_review_inside_a_longer_page(draft_of: DraftOf, blocks: str) -> None:
    review, farmer = draft_of(REVIEW.format(blocks=blocks)).takes
    assert (review.kind, review.outlet.name) == (TakeKind.PRESS_REVIEW, "Helsingin Sanomat")
    assert review.anchor.exact == (WORDS,)
    assert review.headline == "A costly handshake"
    assert farmer.chain[0].name == "Luis Prado"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The union noted clients are beginning to leave.", ["clients are beginning to leave"]),
        ("The group left, arguing the move was needed.", ["the move was needed"]),
        ("As the council noted, the bridge is closed.", ["the bridge is closed"]),
        ("According to a person briefed on it, who asked for silence, the deal is dead.",
         ["the deal is dead"]),
        ("Police said he was held at dawn; he had a knife, they added.",
         ["he was held at dawn", "he had a knife"]),
        ("Few experts believe that is likely.", ["that is likely"]),
        ("Twelve percent said that they were not sure.", ["they were not sure"]),
        ("Reed said after the vote he would not run.", ["he would not run"]),
        ("Reed says at a stop in Toledo, Ohio, that it is over.", ["it is over"]),
        ("It took calls from listeners who said they had doubts.", ["they had doubts"]),
        ("The protesters, who said they were tired, left.", ["they were tired"]),
        ("The talks, which Reed said were long and hard, are over.", ["were long and hard"]),
        ("The bridge, which is old, is unsafe, says a report published on Monday.",
         ["The bridge, which is old, is unsafe"]),
        ("Experts on bridges and old tunnels said the town was safe.", ["the town was safe"]),
        ("Reed is telling his men that it is over and says he will leave.",
         ["it is over", "he will leave"]),
        ("Reed said he took it, noting that it was his.", ["he took it", "it was his"]),
        ("Reed said it was over, and human rights groups warned that it would return.",
         ["it was over", "it would return"]),
        ("Reed said nothing had changed in the town.", ["nothing had changed in the town"]),
        ("Reed said about 20 people have left.", ["about 20 people have left"]),
        ("Without saying that it was over, Reed left.", []),
        ("The set of rules that could end the strike is new.", []),
        ("Polls put Reed ahead by 3 points, that much is clear.", []),
    ],
)  # fmt: skip
def test_what_is_stated_without_marks(draft_of: DraftOf, text: str, words: list[str]) -> None:
    assert [take.anchor.exact[-1] for take in draft_of(text).takes] == words


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Ann Lee called the plan a waste of money.", "Ann Lee", "the plan a waste of money"),
        ("Ann Lee accused the council of wasting money.", "Ann Lee",
         "the council of wasting money"),
        ("The mayor criticised the council’s long silence.", "The mayor",
         "the council’s long silence"),
        ("Ann Lee described the plan as a step back.", "Ann Lee", "the plan as a step back"),
        ("Ann Lee left, comparing the plan to a bad joke.", "Ann Lee",
         "the plan to a bad joke"),
    ],
)  # fmt: skip
def test_judgements(draft_of: DraftOf, text: str, speaker: str, words: str) -> None:
    (take,) = draft_of(text).takes
    assert (take.kind, take.chain[0].name, take.anchor.exact) == (
        TakeKind.INDIRECT, speaker, (words,)
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee called the council on Monday.",
        "Ann Lee called for more money.",
        "Ann Lee was accused of wasting money.",
        "Ann Lee described the plan.",
        "Stop attacking Ann Lee for what others did.",
    ],
)
def test_no_judgements(draft_of: DraftOf, text: str) -> None:
    assert draft_of(text).takes == ()
