from __future__ import annotations

import pytest

from summit_reader.domain.outlet import OutletProfile, OutletRegister

PLANET = OutletProfile("The Daily Planet", aliases=("DP",), domains=("planet.example",))
POST = OutletProfile("Planet Post", domains=("post.planet.example.org",))
REGISTER = OutletRegister((PLANET, POST))


@pytest.mark.parametrize("name", ["The Daily Planet", "daily planet", "THE  DAILY\nPLANET", "dp"])
def test_names_with_case_article_and_blanks_aside(name: str) -> None:
    assert REGISTER.named(name) == PLANET


@pytest.mark.parametrize("name", ["", "The", "Planet", "Daily"])
def test_names_nobody_has(name: str) -> None:
    assert REGISTER.named(name) is None


def test_a_name_outranks_an_alias_of_the_same_outlet_only_in_its_own_entry() -> None:
    register = OutletRegister((OutletProfile("L’Écho"), OutletProfile("Other", aliases=("OT",))))
    assert register.named("l'écho") == register.profiles[0]


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("planet.example", PLANET),
        ("www.Planet.Example.", PLANET),
        ("notplanet.example", None),
        ("example", None),
        ("post.planet.example.org", POST),
        ("", None),
    ],
)
def test_hosts_with_their_subdomains(host: str, outlet: OutletProfile | None) -> None:
    assert REGISTER.at(host) == outlet


def test_the_fullest_names_come_first() -> None:
    assert REGISTER.names() == ("The Daily Planet", "Planet Post", "DP")
