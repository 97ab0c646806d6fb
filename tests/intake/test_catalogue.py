from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from summit_reader.domain.errors import FileProblem, NoSample
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.take import Origin, Role, TakeKind, VoiceKind
from summit_reader.intake.catalogue import Catalogue, CatalogueProblem, read_catalogue
from summit_reader.intake.reader import all_of, articles_at


@pytest.fixture(scope="module")
def catalogue(seeds_folder: Path, register: OutletRegister) -> Catalogue:
    return read_catalogue(seeds_folder, register)


@pytest.fixture
def copy(seeds_folder: Path, tmp_path: Path) -> Path:
    """A copy of the sample that a test may spoil."""
    return Path(shutil.copytree(seeds_folder, tmp_path / "seeds"))


def edit(copy: Path, identifier: str, **changes: Any) -> None:
    path = copy / "points.json"
    entries = json.loads(path.read_text("utf-8"))
    for entry in entries:
        if entry["id"] == identifier:
            entry.update(changes)
    path.write_text(json.dumps(entries), "utf-8")


def test_points_in_their_order(catalogue: Catalogue) -> None:
    assert [(point.question, len(point.takes)) for point in catalogue.points] == [
        ("Will Russia pay?", 9),
        ("Results or just optics?", 8),
        ("What does Putin want?", 5),
        ("Where is China?", 5),
        ("A message to Trump after Hanoi?", 6),
        ("Denuclearisation: who said what?", 5),
    ]
    assert catalogue.searches == ("flour OR aid",)


def test_first_pairs(catalogue: Catalogue) -> None:
    pairs = [tuple(take.draft for take in point.first_pair) for point in catalogue.points]
    assert [(left.outlet.name, right.outlet.name) for left, right in pairs] == [
        ("Polityka", "South China Morning Post"),
        ("The Week", "World Politics Review"),
        ("Turun Sanomat", "South China Morning Post"),
        ("Turun Sanomat", "South China Morning Post"),
        ("Lidové noviny", "World Politics Review"),
        ("The Week", "AFP"),
    ]
    flour, money = pairs[0]
    assert flour.anchor.exact[0].endswith("100,000 tonnes of flour.")
    assert money.anchor.exact[0].endswith("not going to shower him with money")


def test_every_take_holds_in_its_text(catalogue: Catalogue) -> None:
    for text in catalogue.texts:
        (raw,) = all_of(articles_at(text.path))
        takes = catalogue.takes_in(text.path.name)
        assert takes
        for take in takes:
            assert take.anchor.holds_in(raw.source_text)
            assert take.origin is Origin.CATALOGUE
            assert take.sentence is not None or not take.fragment


def test_no_words_are_used_under_two_points(catalogue: Catalogue) -> None:
    for text in catalogue.texts:
        segments = [take.anchor.segments[0] for take in catalogue.takes_in(text.path.name)]
        assert all(one.end <= two.start for one, two in pairwise(segments))


def test_chains_run_outwards(catalogue: Catalogue) -> None:
    drafts = {take.id: take.draft for point in catalogue.points for take in point.takes}
    chains = {
        name: [(voice.name, voice.kind) for voice in drafts[name].chain]
        for name in ("pay-lankov-money", "putin-independent", "pay-polityka", "results-wpr")
    }
    assert chains == {
        "pay-lankov-money": [
            ("Andrei Lankov", VoiceKind.PERSON),
            ("South China Morning Post", VoiceKind.OUTLET),
            ("a forum post", VoiceKind.CARRIER),
        ],
        "putin-independent": [
            ("analysts", VoiceKind.UNNAMED),
            ("The Independent", VoiceKind.OUTLET),
            ("The Week", VoiceKind.OUTLET),
        ],
        "pay-polityka": [("Polityka", VoiceKind.OUTLET), ("eurotopics", VoiceKind.OUTLET)],
        "results-wpr": [("World Politics Review", VoiceKind.OUTLET)],
    }


def test_a_thesis_is_a_kind_and_no_role(catalogue: Catalogue) -> None:
    theses = [
        take.draft
        for point in catalogue.points
        for take in point.takes
        if take.draft.kind is TakeKind.THESIS
    ]
    assert {take.role for take in theses} == {Role.EDITORIAL}
    assert {take.outlet.name for take in theses} == {"Lidové noviny", "Tages-Anzeiger"}


def test_hints_say_who_published_and_who_carries(catalogue: Catalogue) -> None:
    hints = {text.path.name[:3]: text.hints for text in catalogue.texts}
    outlets = {name: one.outlet.name for name, one in hints.items() if one.outlet}
    assert outlets["004"] == "AFP"
    assert {name: one.carrier for name, one in hints.items() if one.carrier} == {
        "001": "a forum post",
        "004": "a blog",
    }
    assert hints["001"].url.startswith("https://www.scmp.com/")


def test_countries_agree_with_the_register(seeds_folder: Path, register: OutletRegister) -> None:
    for entry in json.loads((seeds_folder / "points.json").read_text("utf-8")):
        outlet = register.named(entry["outlet"])
        assert outlet is not None
        assert outlet.country == entry["country"]


def test_readers_comments_are_cut_from_the_sample(seeds_folder: Path) -> None:
    text = (seeds_folder / "001_6ab18dfe9966b88a.txt").read_text("utf-8")
    assert text.rstrip().splitlines()[-1].startswith("Full story at https://www.scmp.com/")


def test_words_that_moved_are_found_again(copy: Path, register: OutletRegister) -> None:
    edit(copy, "pay-polityka", start=10, end=82)
    take = read_catalogue(copy, register).points[0].first_pair[0].draft
    assert take.anchor.segments[0].start == 3452
    assert take.anchor.prefix


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Kim has asked Russia for nothing."},
        {"text": ""},
        {"role": "poet"},
        {"kind": "sung"},
        {"file": "005.txt"},
        {"start": -1},
        {"start": "ten"},
        {"point": "Why?"},
    ],
)
def test_a_take_that_does_not_fit(
    copy: Path, register: OutletRegister, changes: dict[str, Any]
) -> None:
    edit(copy, "pay-polityka", **changes)
    with pytest.raises(CatalogueProblem) as caught:
        read_catalogue(copy, register)
    assert str(copy) in str(caught.value)


@pytest.mark.parametrize("file", ["catalogue.toml", "points.json"])
def test_a_broken_file(copy: Path, register: OutletRegister, file: str) -> None:
    (copy / file).write_text("[[", "utf-8")
    with pytest.raises(CatalogueProblem):
        read_catalogue(copy, register)


def test_a_missing_text(copy: Path, register: OutletRegister) -> None:
    (copy / "003_9388702707b9c665.txt").unlink()
    with pytest.raises(FileProblem):
        read_catalogue(copy, register)


def test_no_catalogue_no_sample(tmp_path: Path, register: OutletRegister) -> None:
    with pytest.raises(NoSample):
        read_catalogue(tmp_path, register)
