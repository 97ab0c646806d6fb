from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summit_reader.domain.outlet import OutletProfile
from summit_reader.text.fingerprint import canonical_url, fingerprint_of

PLANET = OutletProfile("The Daily Planet")


def test_the_address_identifies_whatever_the_text() -> None:
    one = fingerprint_of(PLANET, "https://www.example.org/a?utm_source=mail", "a text")
    assert one == fingerprint_of(PLANET, "http://example.org/a/#top", "the text, corrected")
    assert one != fingerprint_of(OutletProfile("Bugle"), "https://example.org/a", "a text")
    assert one != fingerprint_of(PLANET, "https://example.org/b", "a text")


def test_without_an_address_the_text_identifies() -> None:
    assert fingerprint_of(PLANET, "", "a text") == fingerprint_of(
        OutletProfile("Bugle"), "", "a text"
    )
    assert fingerprint_of(PLANET, "", "a text") != fingerprint_of(PLANET, "", "another text")


@pytest.mark.parametrize(
    "url", ["", "not an address", "ftp://example.org/a", "https://[", "https://"]
)
def test_what_is_no_web_address(url: str) -> None:
    assert canonical_url(url) == ""


@given(st.text())
def test_any_text_may_stand_for_an_address(url: str) -> None:
    assert canonical_url(canonical_url(url)) == canonical_url(url)
