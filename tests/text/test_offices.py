from __future__ import annotations

from collections.abc import Callable

import pytest

from summit_reader.domain.article import ArticleDraft
from summit_reader.text.vocabulary import Offices

DraftOf = Callable[..., ArticleDraft]


def speakers(draft: ArticleDraft) -> list[tuple[str, str]]:
    return [(take.chain[0].name, take.chain[0].description) for take in draft.takes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Angela Merkel met Vladimir Putin in Sochi.\n\nThe Russian president said: “We will"
                " keep on talking about the pipeline.”"
            ),
            [("Vladimir Putin", "Russian president")],
        ),
        (
            (
                "Kim Jong-un came by train. “The road was long and the tea was good,” Kim said.\n\n"
                "It was the North Korean leader’s first journey of the year."
            ),
            [("Kim Jong-un", "North Korean leader")],
        ),
        (
            (
                "Vladimir Putin and Kim Jong Un met on an island. Kim had asked to meet the"
                " president for years. “It was worth the wait for both of us,” Putin said."
            ),
            [("Vladimir Putin", "president")],
        ),
    ],
)
def test_an_office_leads_to_its_holder(
    draft_of: DraftOf, text: str, expected: list[tuple[str, str]]
) -> None:
    assert speakers(draft_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        # Two of them are named: who is meant, the text does not tell.
        "Barack Obama phoned Donald Trump. The US president said: “We talked for an hour.”",
        # Nobody is named who ever held it.
        "Jane Roe phoned John Doe. The Russian president said: “We talked for an hour.”",
        # Whoever comes later is not "the president" yet.
        "Jane Roe met the president. “It went well for both of us,” Roe said. Putin left early.",
    ],
)
def test_nobody_is_guessed(draft_of: DraftOf, text: str) -> None:
    assert all(
        name not in {"Barack Obama", "Donald Trump", "Vladimir Putin"}
        for name, _ in speakers(draft_of(text))
    )


def test_what_stands_beside_the_name_goes_before_the_office(draft_of: DraftOf) -> None:
    text = (
        "Vladimir Putin, a former spy, said: “We will keep on talking.” Later the Russian president"
        " left for Moscow."
    )
    assert speakers(draft_of(text)) == [("Vladimir Putin", "former spy")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Angela Merkel traf Wladimir Putin in Sotschi, und beide sprachen über die Lage."
                " Der russische Präsident sagte: „Wir werden weiter über die Leitung sprechen.“"
            ),
            ("Wladimir Putin", "russische Präsident"),
        ),
        (
            (
                "Emmanuel Macron a reçu Vladimir Poutine à Brégançon pour parler de la paix. Le"
                " président russe a déclaré : « Nous allons continuer à parler du gazoduc. »"
            ),
            ("Vladimir Poutine", "président russe"),
        ),
    ],
)
def test_offices_are_data_of_each_language(
    draft_of: DraftOf, text: str, expected: tuple[str, str]
) -> None:
    assert speakers(draft_of(text)) == [expected]


def test_a_row_without_holders_is_no_row() -> None:
    with pytest.raises(KeyError, match="holders"):
        Offices.of([{"called": ["Ruritanian king"], "titles": []}])
