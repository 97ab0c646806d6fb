from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

import pytest

from summit_reader.bootstrap import Services
from summit_reader.compare.word_vectors import UnreadableVectors, WordVectors, vectors_at
from summit_reader.domain.alignment import Part, ReasonKind
from summit_reader.domain.difference import FactKind
from summit_reader.domain.importing import Imported
from summit_reader.domain.spans import Span
from summit_reader.services.aligning import Aligning
from summit_reader.shipped import resources_folder
from summit_reader.store.database import Database
from summit_reader.store.errors import NoSuchStory, NoSuchText

Paste = Callable[..., Imported]

SHARED = """Quay sold

“We will close the harbour for good,” said Ada Byrne, who is the mayor. It was a cold Monday.

Nobody from the Orchard Union came to listen.
"""


def test_articles_are_aligned_at_their_passages(stocked: Services, paste: Paste) -> None:
    third = paste(SHARED, "Anchor").article_id
    found = stocked.aligning.articles(1, third)
    pair = found.pairs[0]
    assert pair.is_certain
    assert "close the harbour" in found.first[pair.first].text
    assert found.second[pair.second].source.of(SHARED) == found.second[pair.second].text
    kinds = [reason.kind for reason in pair.reasons]
    assert kinds[:2] == [ReasonKind.SAME_WORDS, ReasonKind.SAME_SPEAKER]
    assert any("Orchard" in found.second[number].text for number in found.only_second)


def test_a_speaker_of_two_names_is_the_same_to_the_reader(stocked: Services, paste: Paste) -> None:
    words = "“The quay and the pier are safe now,” said {}, the mayor of the old town."
    numbers = [
        paste(f"Quay\n\n{words.format(name)}\n", "Anchor").article_id
        for name in ("Sergei Lavrov", "Sergej Lawrow")
    ]

    def reasons() -> set[ReasonKind]:
        (pair,) = stocked.aligning.articles(*numbers).pairs
        return {reason.kind for reason in pair.reasons}

    assert ReasonKind.SAME_SPEAKER not in reasons()
    one, other = (stocked.recognising.named(name) for name in ("Lavrov", "Lawrow"))
    stocked.recognising.accept(one.id, other.id)
    assert ReasonKind.SAME_SPEAKER in reasons()


def test_an_article_without_text_has_no_pairs(stocked: Services, paste: Paste) -> None:
    bare = paste("Only a headline\n", "Anchor").article_id
    assert stocked.aligning.articles(1, bare).pairs == ()


def test_outlets_of_a_story_are_aligned(stocked: Services, paste: Paste) -> None:
    paste(SHARED, "Anchor")
    stocked.gathering.gather()
    outlets = {each.outlet.name: each.outlet.id for each in stocked.reading.outlets()}
    story = stocked.gathering.story_of(1)
    if story is None or story != stocked.gathering.story_of(3):
        pytest.fail("the two articles on the harbour are no story")
    found = stocked.aligning.outlets(story.id, outlets["The Tide"], outlets["Anchor"])
    assert found.pairs[0].is_certain
    assert stocked.aligning.outlets(story.id, outlets["The Tide"], 99).second == ()


def test_what_differs_is_told_as_facts(stocked: Services, paste: Paste) -> None:
    third = paste(SHARED, "Anchor").article_id
    found = stocked.aligning.differences(1, third)
    assert found.common == ("harbour",)
    assert "mayor" in found.of(FactKind.WORDS).shared
    assert "Orchard" in found.of(FactKind.NAMES).only_second
    (speech,) = found.speeches
    assert (speech.speaker, speech.first, speech.second) == ("Ada Byrne", 10, 7)


def test_two_passages_are_told_apart_as_two_texts_are(stocked: Services, paste: Paste) -> None:
    third = paste(SHARED, "Anchor").article_id
    pair = stocked.aligning.articles(1, third)
    best = pair.pairs[0]
    one, other = pair.first[best.first], pair.second[best.second]
    found = stocked.aligning.part_differences(one, other)
    whole = stocked.aligning.differences(1, third)
    assert set(found.of(FactKind.NAMES).shared) <= set(whole.of(FactKind.NAMES).shared)
    assert found.common == whole.common or not found.common
    assert [speech.speaker for speech in found.speeches] == ["Ada Byrne"]
    silent = Part(1, Span(0, 1), "nothing of the kind")
    assert stocked.aligning.part_differences(silent, silent).speeches == ()
    with pytest.raises(NoSuchText):
        stocked.aligning.part_differences(one, Part(99, Span(0, 1), "gone"))


def test_the_vectors_are_read_once(stocked: Services, database: Database, paste: Paste) -> None:
    reads: list[WordVectors] = []

    def read() -> WordVectors:
        reads.append(vectors_at(resources_folder() / "vectors"))
        return reads[-1]

    third = paste(SHARED, "Anchor").article_id
    aligning = Aligning(database, stocked.gathering, stocked.recognising, read)
    assert reads == []
    assert aligning.articles(1, third) == aligning.articles(1, third)
    assert len(reads) == 1


def test_without_vectors_words_do(
    stocked: Services, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> WordVectors:
        message = "vectors.npz is damaged or of another version"
        raise UnreadableVectors(message)

    aligning = Aligning(database, stocked.gathering, stocked.recognising, broken)
    with caplog.at_level(logging.WARNING):
        found = replace(stocked, aligning=aligning).aligning.articles(1, 2)
    assert len(found.first) + len(found.second) > 0
    assert "damaged or of another version" in caplog.text


def test_a_wrong_number_is_named(stocked: Services) -> None:
    with pytest.raises(NoSuchText):
        stocked.aligning.articles(1, 99)
    with pytest.raises(NoSuchText):
        stocked.aligning.differences(99, 1)
    with pytest.raises(NoSuchStory):
        stocked.aligning.outlets(99, 1, 2)
