from __future__ import annotations

from pathlib import Path

import pytest

from summit_reader.compare.transliteration import Transliteration, transliteration_at

RESOURCE = Path(__file__).parents[2] / "resources" / "transliterations.toml"


@pytest.fixture(scope="module")
def folding() -> Transliteration:
    return transliteration_at(RESOURCE)


@pytest.mark.parametrize(
    "spellings",
    [
        "Lavrov Lawrow Лавров",
        "Putin Poutine Путин",
        "Zelensky Zelenskyy Selenskyj Zelenskiy Зеленский",
        "Yeltsin Jelzin Eltsine Ельцин",
        "Gorbachev Gorbatschow Горбачев",
        "Zhukov Schukow Жуков",
        "Yushchenko Juschtschenko Iouchtchenko Ющенко",
        "Tsipras Τσίπρας",
        "Müller Mueller Muller",
        "Smirnov Smirnoff Smirnow",
        "Dmitry Dmitrij Dimitri Дмитрий",
        "Vladimir Wladimir Volodymyr Владимир",
        "Mohammed Muhammad Mohamed",
    ],
)
def test_spellings_have_one_skeleton(folding: Transliteration, spellings: str) -> None:
    assert len({folding.skeleton(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Merkel", "Merkle"), ("Putin", "Rutin"), ("Kim", "Kam"), ("Xi", "Li")]
)
def test_other_names_have_others(folding: Transliteration, one: str, other: str) -> None:
    assert folding.skeleton(one) != folding.skeleton(other)


def test_without_a_table_only_accents_case_and_doubled_letters_go() -> None:
    assert Transliteration().skeleton("Møller") == "møler"
    assert Transliteration().skeleton("ORBÁN") == "orban"
