from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from summit_reader.domain.article import Hints, Imprint, RawArticle
from summit_reader.domain.outlet import OutletRegister
from summit_reader.text.articles import draft_article
from summit_reader.text.bylines import authors_of, byline_of, names_in

NAMES = st.text("abé ,;&AndundET\u3000", min_size=1).map(lambda name: " ".join(name.split()))


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ("Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Jane Roe, John Doe und Max Muster", ("Jane Roe", "John Doe", "Max Muster")),
        ("Jane Roe; Roe, Doe and Sons", ("Jane Roe", "Roe, Doe and Sons")),
        ("Roe & Doe", ("Roe", "Doe")),
        ("", ()),
    ],
)
def test_names_in_a_byline(byline: str, names: tuple[str, ...]) -> None:
    assert names_in(byline) == names


@given(st.lists(NAMES.filter(lambda name: name.strip(" ,") and ";" not in name), max_size=4))
def test_names_come_back_from_their_byline(names: list[str]) -> None:
    names = [name.strip(", ") for name in names]
    assume(len(names) > 1 or list(names_in("".join(names))) == names)
    assert list(names_in(byline_of(names))) == names


@pytest.mark.parametrize(
    ("hints", "imprint", "authors"),
    [
        (Hints(), Imprint(authors=("Le Figaro et AFP",)), ("Le Figaro et AFP",)),
        (Hints(byline="Ann and Bob"), Imprint(authors=("Jane Roe",)), ("Ann", "Bob")),
        (Hints(), Imprint(), ("Max Doe", "Ann Lee")),
        (Hints(), Imprint(house="The Tide"), ("Max Doe", "Ann Lee")),
    ],
)
def test_the_authors_of_an_article(
    hints: Hints, imprint: Imprint, authors: tuple[str, ...]
) -> None:
    text = "By Max Doe and Ann Lee\n\nThe ferry stopped on Monday because of the storm at sea."
    raw = RawArticle("a", text.encode(), "text/html", text, hints, imprint)
    assert authors_of(draft_article(raw, OutletRegister(()))) == authors
