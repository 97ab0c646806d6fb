from __future__ import annotations

import re
from pathlib import Path

import pytest

from summit_reader.domain.outlet import OutletKind, OutletRegister
from summit_reader.intake.register import register_at


def write(folder: Path, text: str) -> Path:
    path = folder / "outlets.toml"
    path.write_text(text, "utf-8")
    return path


def test_an_entry_with_all_it_can_have(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        [[outlets]]
        name = "Le Journal"
        country = "FR"
        language = "fr"
        kind = "newspaper"
        aliases = ["LJ"]
        domains = ["journal.example"]
        """,
    )
    (profile,) = register_at(path).profiles
    assert (profile.name, profile.country, profile.language) == ("Le Journal", "FR", "fr")
    assert profile.kind is OutletKind.NEWSPAPER
    assert (profile.aliases, profile.domains) == (("LJ",), ("journal.example",))


@pytest.mark.parametrize(
    "text",
    ["[[outlets]]\ncountry = 'FR'", "[[outlets]]\nname = 'A'\nkind = 'pamphlet'", "[[outlets"],
)
def test_a_broken_register_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        register_at(write(tmp_path, text))


def test_the_shipped_register_knows_the_outlets_of_the_sample(register: OutletRegister) -> None:
    for name, country in (
        ("eurotopics", "DE"),
        ("Lidové noviny", "CZ"),
        ("Turun Sanomat", "FI"),
        ("Tages-Anzeiger", "CH"),
        ("Polityka", "PL"),
        ("SCMP", "HK"),
        ("The Week", "GB"),
        ("CBS", "US"),
        ("Independent", "GB"),
        ("Sky News", "GB"),
        ("the BBC", "GB"),
        ("DW", "DE"),
        ("The Guardian", "GB"),
        ("WPR", "US"),
        ("Agence France-Presse", "FR"),
    ):
        outlet = register.named(name)
        assert outlet is not None, name
        assert outlet.country == country


def test_the_shipped_register_is_sound(register: OutletRegister) -> None:
    assert len(register.profiles) >= 350
    names: dict[str, str] = {}
    domains: set[str] = set()
    for profile in register.profiles:
        assert re.fullmatch("[A-Z]{2}", profile.country), profile.name
        assert re.fullmatch("[a-z]{2}", profile.language), profile.name
        assert profile.kind is not OutletKind.UNKNOWN, profile.name
        assert profile.homepage == f"https://{profile.domains[0]}", profile.name
        for domain in profile.domains:
            assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain), domain
            assert domain not in domains, domain
            domains.add(domain)
        for name in (profile.name, *profile.aliases):
            found = register.named(name)
            assert found is not None
            assert found.name == profile.name, f"{name} stands for two outlets"
            names[name] = profile.name
    assert len({profile.country for profile in register.profiles}) >= 80
    assert "Time" not in names  # as a word it is in every text
