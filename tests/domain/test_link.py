from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.hand_out_errors import UnknownLink
from summit_reader.domain.link import is_link, link_to, linked_take


@given(st.integers(0, 10**15 - 1))
def test_a_link_leads_back_to_its_take(take_id: int) -> None:
    assert is_link(link_to(take_id))
    assert linked_take(link_to(take_id)) == take_id


@pytest.mark.parametrize("link", ["summit://take/12/", "SUMMIT://TAKE/12", " summit://take/12\n"])
def test_other_spellings_of_browsers_are_read(link: str) -> None:
    assert linked_take(link) == 12


@pytest.mark.parametrize(
    "link",
    [
        "summit://take/",
        "summit://take/x",
        "summit://take/-1",
        "summit://take/١٢",
        "summit://take/12?x=1",
        "summit://take/" + "9" * 99,
        "summit://outlet/3",
        "summit:",
        "https://example.org/take/12",
    ],
)
def test_anything_else_leads_nowhere(link: str) -> None:
    with pytest.raises(UnknownLink, match="leads nowhere"):
        linked_take(link)
