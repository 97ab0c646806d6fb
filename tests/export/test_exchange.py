"""What is written can be read back, whatever it is; what was changed is refused in a sentence."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Layout, Metadata
from summit_reader.domain.comparison import (
    Clipping,
    Colour,
    Comparison,
    LooseClipping,
    Source,
)
from summit_reader.domain.exchange import HandOutRead
from summit_reader.domain.hand_out_errors import (
    HandOutChanged,
    HandOutProblem,
    HandOutTooNew,
    NotAHandOut,
)
from summit_reader.domain.outlet import OutletKind, OutletProfile, OutletRef
from summit_reader.domain.relation import Relation, TakeRelation
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Standing, Take, TakeKind, Voice, VoiceKind
from summit_reader.export.exchange import exchange_of
from summit_reader.export.formats import CARRYING, Format
from summit_reader.export.handout import hand_out
from summit_reader.export.options import Arrangement, CitationStyle, Options
from summit_reader.export.paper import Paper
from summit_reader.export.reading_back import read_back
from summit_reader.export.rendering import rendered

LIBRARY = "5e0f8c2e-6b0a-4d0b-9d3a-0c7e5f1a2b3c"
PATH = Path("Anna.html")
WORDS = st.text(st.characters(codec="utf-8"), max_size=30)
TAG = st.text("abc é", min_size=1).filter(str.strip)
NAMES = WORDS.filter(lambda name: bool(name.strip()))
KINDS = sorted(CARRYING)


def never(_: Paper) -> bytes:
    raise AssertionError


@st.composite
def takes(draw: st.DrawFn, article_id: int) -> Take:
    exact = tuple(draw(st.lists(WORDS.filter(bool), min_size=1, max_size=3)))
    spans, at = [], draw(st.integers(0, 500))
    for words in exact:
        spans.append(Span(at, at + len(words)))
        at += len(words) + draw(st.integers(0, 9))
    source = "\0" * at
    anchor = replace(Anchor.of(source, tuple(spans)), exact=exact)
    anchor = Anchor(
        anchor.segments,
        exact,
        draw(WORDS),
        draw(WORDS),
        Anchor.of("".join(exact), _tiled(exact)).digest,
    )
    voices = st.builds(Voice, NAMES, st.sampled_from(VoiceKind), WORDS)
    return Take(
        id=draw(st.integers(0, 10**6)),
        article_id=article_id,
        kind=draw(st.sampled_from(TakeKind)),
        role=draw(st.sampled_from(Role)),
        origin=draw(st.sampled_from(Origin)),
        anchor=anchor,
        outlet=OutletRef(0, draw(NAMES), draw(WORDS)),
        chain=tuple(draw(st.lists(voices, max_size=3))),
        segments=tuple(draw(st.lists(WORDS, max_size=3))),
        headline=draw(WORDS),
        thesis=draw(WORDS),
        subject=draw(WORDS),
        fragment=draw(st.booleans()),
        hedged=draw(st.booleans()),
        quoted=tuple(spans),
        standing=draw(st.sampled_from(Standing)),
    )


def _tiled(exact: tuple[str, ...]) -> tuple[Span, ...]:
    spans, at = [], 0
    for words in exact:
        spans.append(Span(at, at + len(words)))
        at += len(words)
    return tuple(spans)


@st.composite
def sources(draw: st.DrawFn, article_id: int) -> Source:
    profile = OutletProfile(
        draw(NAMES), draw(WORDS), draw(WORDS), draw(st.sampled_from(OutletKind))
    )
    days = st.none() | st.dates(date(1800, 1, 1), date(2100, 1, 1))
    metadata = Metadata(
        profile,
        layout=draw(st.sampled_from(Layout)),
        carrier=draw(WORDS),
        headline=draw(WORDS),
        byline=draw(WORDS),
        published=draw(days),
        suggested_date=draw(days),
        url=draw(WORDS),
        language=draw(WORDS),
        cut=draw(st.booleans()),
    )
    return Source(article_id, draw(WORDS), metadata)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    texts = [draw(sources(number + 1)) for number in range(draw(st.integers(1, 3)))]
    clippings = []
    for position in range(draw(st.integers(0, 4))):
        # The texts are met in their order, by which they are numbered anew.
        source = texts[min(position, len(texts) - 1)]
        clippings.append(
            Clipping(
                str(UUID(int=draw(st.integers(0, 2**100)) * 8 + position)),
                draw(takes(source.article_id)),
                source,
                draw(st.integers(0, 5)),
                position,
                draw(WORDS),
                tuple(draw(st.lists(TAG, max_size=2))),
                draw(st.none() | st.sampled_from(Colour)),
            )
        )
    loose = tuple(
        LooseClipping(str(UUID(int=position)), draw(WORDS), 0, position, draw(WORDS))
        for position in range(len(clippings), len(clippings) + draw(st.integers(0, 2)))
    )
    related = {clipping.take.id for clipping in clippings}
    relations = (
        (TakeRelation(min(related), max(related), draw(st.sampled_from(Relation))),)
        if len(related) > 1
        else ()
    )
    return Comparison(
        draw(st.integers(0, 99)),
        draw(WORDS),
        draw(WORDS),
        tuple(clippings),
        loose,
        tuple(draw(st.lists(WORDS, max_size=6))),
        relations,
    )


def exported(
    comparison: Comparison,
    kind: Format,
    options: Options = Options(),  # noqa: B008 - frozen
) -> bytes:
    exchange = exchange_of(comparison, LIBRARY, {1: "aa", 2: "bb", 3: "cc"})
    return rendered(hand_out(comparison, options), kind, never, exchange)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(
    comparison=comparisons(),
    arrangement=st.sampled_from(Arrangement),
    style=st.sampled_from(CitationStyle),
)
def test_what_goes_out_comes_back(
    kind: Format, comparison: Comparison, arrangement: Arrangement, style: CitationStyle
) -> None:
    content = exported(comparison, kind, Options(arrangement=arrangement, style=style))
    read = read_back(content, PATH)
    assert read.comparison == comparison
    assert (read.library, read.name, read.is_edited) == (LIBRARY, "Anna", False)
    used = {clipping.source.article_id for clipping in comparison.clippings}
    assert set(read.fingerprints) == used


@pytest.fixture
def comparison(polityka: tuple[Take, Source]) -> Comparison:
    take, source = polityka
    # Numbers of outlets stay at home.
    take = replace(take, outlet=replace(take.outlet, id=0))
    clipping = Clipping(str(UUID(int=7)), take, source, 0, 0, "Flour.")
    return Comparison(5, "Who pays?", "Nobody.", (clipping,))


def changed(comparison: Comparison, change: Any) -> bytes:
    data = json.loads(exported(comparison, Format.JSON))
    change(data["summit_reader"])
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda told: told["clippings"][0].update(row="x"), "“row” of take 1"),
        (lambda told: told["clippings"][0].update(tags=[3]), "“tags” of take 1"),
        (lambda told: told.update(loose=[{"id": "x"}]), "“id” of words 1"),
        (lambda told: told.update(relations=[{}]), "“first” of a relation"),
        (lambda told: told["comparison"].update(titles="x"), "“titles” of the hand-out"),
        (lambda told: told["clippings"][0].pop("id"), "“id” of take 1 is missing"),
        (lambda told: told["clippings"][0].update(id="mine"), "“id” of take 1"),
        (lambda told: told["clippings"][0].update(column=-1), "“column” of take 1"),
        (lambda told: told["clippings"][0].update(position=True), "“position” of take 1"),
        (lambda told: told["clippings"][0].update(text=5), "“text” of take 1"),
        (lambda told: told["clippings"][0].update(note=None), "“note” of take 1"),
        (lambda told: told["clippings"][0]["take"].update(kind="song"), "“kind” of take 1"),
        (lambda told: told["clippings"][0]["take"].update(chain="x"), "“chain” of take 1"),
        (
            lambda told: told["clippings"][0]["take"]["anchor"].update(exact=["Other words."]),
            "“exact” of take 1",
        ),
        (
            lambda told: told["clippings"][0]["take"]["anchor"].update(digest="0"),
            "“digest” of take 1",
        ),
        (
            lambda told: told["clippings"].append(told["clippings"][0]),
            "“clippings” of the hand-out",
        ),
        (lambda told: told["texts"][0].update(published="soon"), "“published” of text 1"),
        (lambda told: told["texts"][0]["outlet"].update(name=" "), "“name” of text 1"),
        (lambda told: told.pop("texts"), "“texts” of the hand-out"),
        (lambda told: told.update(library=3), "“library” of the hand-out"),
        (lambda told: told.update(comparison=[]), "“data” of the hand-out"),
    ],
)
def test_what_an_editor_broke_is_named(comparison: Comparison, change: Any, said: str) -> None:
    with pytest.raises(HandOutChanged, match=said):
        read_back(changed(comparison, change), PATH)


def test_a_hand_out_of_the_first_version_fills_its_columns(comparison: Comparison) -> None:
    def as_it_was(told: Any) -> None:
        one = told["clippings"][0]
        for name in ("row", "tags", "colour"):
            del one[name]
        told["clippings"] = [
            one | {"id": str(UUID(int=number)), "position": number, "column": column}
            for number, column in enumerate((1, 0, 1))
        ]
        del told["loose"], told["relations"], told["comparison"]["titles"]

    read = read_back(changed(comparison, as_it_was), PATH).comparison
    places = [(one.row, one.column) for one in read.clippings]
    assert places == [(0, 0), (0, 1), (1, 1)]
    assert (read.titles, read.loose, read.relations) == ((), (), ())


def test_a_later_version_is_refused(comparison: Comparison) -> None:
    with pytest.raises(HandOutTooNew, match="newer version"):
        read_back(changed(comparison, lambda told: told.update(version=2)), PATH)


@pytest.mark.parametrize("kind", [Format.HTML, Format.MARKDOWN])
def test_changed_words_are_noticed_and_what_was_exported_is_read(
    comparison: Comparison, kind: Format
) -> None:
    content = exported(comparison, kind)
    edited = content.replace(b"Flour.", b"Bread.").replace(b"\n", b"\r\n")
    read = read_back(edited, PATH)
    assert read.is_edited
    assert read.comparison == comparison
    assert not read_back(content.replace(b"\n", b"\r\n"), PATH).is_edited


def test_a_word_document_that_was_saved_again_is_read(comparison: Comparison) -> None:
    import docx  # noqa: PLC0415 - only here

    document = docx.Document(BytesIO(exported(comparison, Format.WORD)))
    unchanged, edited = BytesIO(), BytesIO()
    document.save(unchanged)
    document.paragraphs[0].runs[0].text = "Who pays now?"
    document.save(edited)
    assert not read_back(unchanged.getvalue(), PATH).is_edited
    read = read_back(edited.getvalue(), PATH)
    assert read.is_edited
    assert read.comparison == comparison


@pytest.mark.parametrize("kind", KINDS)
def test_a_blind_hand_out_carries_nothing(comparison: Comparison, kind: Format) -> None:
    content = rendered(hand_out(comparison, Options(blind=True)), kind, never)
    with pytest.raises(NotAHandOut, match="made blind"):
        read_back(content, PATH)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 99,
        b"{}",
        b'{"summit_reader": null}',
        b'{"summit_reader": {"format": "other", "version": 1}}',
        b"<!doctype html><title>x</title>",
        b"# Title\n\nwords",
        b"\xff\xfe<\0h\0",
    ],
)
def test_other_files_carry_nothing(content: bytes) -> None:
    with pytest.raises(NotAHandOut):
        read_back(content, PATH)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04" + b"\0" * 99,
        b"{" * 100_000,
        b'{"summit_reader": ' + b"[" * 100_000,
    ],
)
def test_broken_files_are_refused(content: bytes) -> None:
    with pytest.raises(HandOutChanged):
        read_back(content, PATH)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60)
@given(data=st.data())
def test_no_damage_does_more_than_be_refused(kind: Format, data: st.DataObject) -> None:
    whole = _WHOLE.setdefault(kind, exported(_sample(), kind))
    at = data.draw(st.integers(0, len(whole) - 1))
    cut = data.draw(st.integers(0, 40))
    damaged = whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + cut :]
    with suppress(HandOutProblem):
        assert isinstance(read_back(damaged, PATH), HandOutRead)


_WHOLE: dict[Format, bytes] = {}


def _sample() -> Comparison:
    words = "Nobody will pay."
    take = Take(
        id=3,
        article_id=1,
        kind=TakeKind.DIRECT,
        role=Role.OFFICIAL,
        origin=Origin.EXTRACTED,
        anchor=Anchor.of(words, (Span(0, len(words)),)),
        outlet=OutletRef(0, "The Tide", "GB"),
        chain=(Voice("Ada Byrne", VoiceKind.PERSON, "mayor"),),
        segments=(words,),
    )
    source = Source(1, "Harbour to close", Metadata(OutletProfile("The Tide", "GB")))
    return Comparison(5, "Who pays?", "", (Clipping(str(UUID(int=3)), take, source, 0, 0),))


def test_an_archive_that_lies_about_its_size_is_refused(comparison: Comparison) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("customXml/item2.xml", "<x/>")
        archive.writestr("word/document.xml", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>")
    with pytest.raises(NotAHandOut):
        read_back(file.getvalue(), PATH)
