"""Reading texts anew: rules that find more or less, texts that have changed, and the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from summit_reader.bootstrap import Services
from summit_reader.domain.article import ArticleDraft, Hints, Imprint, RawArticle
from summit_reader.domain.correction import Attributed, Renewal
from summit_reader.domain.errors import Cancelled
from summit_reader.domain.importing import Imported
from summit_reader.domain.outlet import OutletProfile, OutletRegister
from summit_reader.domain.passage import PassageKind
from summit_reader.domain.point import Decision
from summit_reader.domain.progress import CancelToken, Progress
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Role, Standing, Take, TakeDraft, Voice, VoiceKind
from summit_reader.services import refreshing
from summit_reader.store import takes
from summit_reader.store.database import Database
from summit_reader.text.articles import EXTRACTION, draft_article

TEXT = """Ferry strike ends

“The boats sail again on Monday,” said Ada Byrne, the harbour master. “We are glad.”

The union had asked for more pay, and the talks were long and hard.

“Nobody has won,” said Tom Reed, who leads the union.
"""
URL = "https://tide.example/ferry"
REED = Attributed(Voice("Tom Reed", VoiceKind.PERSON, "union leader"), "", Role.OFFICIAL)

Import = Callable[[str], Imported]
SetRules = Callable[[Callable[[tuple[TakeDraft, ...]], tuple[TakeDraft, ...]]], None]


@pytest.fixture
def bring(services: Services) -> Import:
    """Takes in a text as what its address shows now."""

    def taken_in(text: str) -> Imported:
        hints = Hints(outlet=OutletProfile("The Tide", "GB"), url=URL)
        return services.importing.import_text(text, "ferry", hints).imported[0]

    return taken_in


@pytest.fixture
def ferry(services: Services, bring: Import) -> Services:
    bring(TEXT)
    return services


@pytest.fixture
def set_rules(monkeypatch: pytest.MonkeyPatch) -> SetRules:
    """Lets rules find other takes than they do."""

    def set_to(change: Callable[[tuple[TakeDraft, ...]], tuple[TakeDraft, ...]]) -> None:
        def drafted(raw: RawArticle, register: OutletRegister) -> ArticleDraft:
            draft = draft_article(raw, register)
            return replace(draft, takes=change(draft.takes))

        monkeypatch.setattr(refreshing, "draft_article", drafted)

    return set_to


def span_of(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def take_of(services: Services, words: str) -> Take:
    return next(take for take in services.reading.takes_in(1) if words in take.text)


def words_in(services: Services) -> list[str]:
    return [take.text for take in services.reading.takes_in(1)]


def nothing(_: tuple[TakeDraft, ...]) -> tuple[TakeDraft, ...]:
    return ()


def test_the_same_rules_change_nothing(ferry: Services) -> None:
    before = ferry.reading.takes_in(1)
    article = ferry.reading.article(1)
    assert ferry.refreshing.refresh(1) == Renewal(texts=1)
    assert ferry.reading.takes_in(1) == before
    assert ferry.reading.article(1) == article


def test_everything_the_reader_did_outlives_the_same_rules(ferry: Services) -> None:
    ferry.correcting.split(take_of(ferry, "Nobody").id, TEXT.index(" won"))
    ferry.correcting.respan(take_of(ferry, "boats").id, [span_of("We are glad")])
    ferry.correcting.mark(1, [span_of("more pay")], REED)
    before = ferry.reading.takes_in(1)
    assert ferry.refreshing.refresh(1) == Renewal(texts=1)
    assert ferry.reading.takes_in(1) == before


def test_merged_takes_stay_one(ferry: Services) -> None:
    ferry.correcting.merge(take_of(ferry, "boats").id, take_of(ferry, "Nobody").id)
    before = ferry.reading.takes_in(1)
    ferry.refreshing.refresh(1)
    assert ferry.reading.takes_in(1) == before


def test_what_rules_find_no_more_goes_unless_the_reader_uses_it(
    ferry: Services, set_rules: SetRules
) -> None:
    set_rules(nothing)
    pinned, other = take_of(ferry, "boats"), take_of(ferry, "Nobody")
    ferry.pinning.pin(ferry.pinning.current().id, "one", pinned.id, 0)
    renewal = ferry.refreshing.refresh(1)
    assert renewal == Renewal(texts=1, gone=1)
    assert ferry.reading.takes_in(1) == (pinned,)
    assert other.id not in {take.id for take in ferry.reading.takes_in(1)}


@pytest.mark.parametrize("decision", [Decision.ACCEPTED, Decision.REFUSED])
def test_what_the_reader_decided_about_a_point_holds_its_take(
    ferry: Services, set_rules: SetRules, decision: Decision
) -> None:
    take = take_of(ferry, "Nobody")
    point = ferry.comparing.add_point("Who has won?")
    ferry.comparing.decide(point.id, take.id, decision)
    set_rules(nothing)
    ferry.refreshing.refresh(1)
    assert words_in(ferry) == [take.text]


def test_confirmed_and_corrected_takes_stay_as_they_are(
    ferry: Services, set_rules: SetRules
) -> None:
    ferry.correcting.confirm(take_of(ferry, "Nobody").id)
    ferry.correcting.attribute(take_of(ferry, "boats").id, REED)
    before = ferry.reading.takes_in(1)
    stranger = (Voice("Nobody", VoiceKind.PERSON),)
    set_rules(lambda takes: tuple(replace(take, chain=stranger) for take in takes))
    assert ferry.refreshing.refresh(1) == Renewal(texts=1)
    assert ferry.reading.takes_in(1) == before


def test_a_rejected_take_does_not_come_back(ferry: Services, set_rules: SetRules) -> None:
    ferry.correcting.reject(take_of(ferry, "Nobody").id)
    before = words_in(ferry)
    ferry.refreshing.refresh(1)
    assert words_in(ferry) == before

    def longer(takes: tuple[TakeDraft, ...]) -> tuple[TakeDraft, ...]:
        *others, nobody = takes
        end = nobody.anchor.segments[0].end
        span = Span(nobody.anchor.segments[0].start, end + 3)
        return (*others, replace(nobody, anchor=type(nobody.anchor).of(TEXT, (span,))))

    set_rules(longer)
    ferry.refreshing.refresh(1)
    assert words_in(ferry) == before


def test_a_take_that_was_marked_and_taken_back_does_not_hide_what_rules_find(
    ferry: Services, set_rules: SetRules
) -> None:
    set_rules(nothing)
    ferry.refreshing.refresh(1)
    correction = ferry.correcting.mark(1, [span_of("Nobody has won,")], REED)
    ferry.correcting.apply(correction.undone)
    set_rules(lambda takes: takes)
    ferry.refreshing.refresh(1)
    assert "Nobody has won," in words_in(ferry)


def test_better_rules_name_another_speaker_and_the_pin_stays(
    ferry: Services, set_rules: SetRules
) -> None:
    take = take_of(ferry, "Nobody")
    ferry.pinning.pin(ferry.pinning.current().id, "one", take.id, 0)
    other = (Voice("Mia Quill", VoiceKind.PERSON), take.chain[-1])
    set_rules(lambda takes: (*takes[:-1], replace(takes[-1], chain=other)))
    assert ferry.refreshing.refresh(1) == Renewal(texts=1, changed=1)
    told = ferry.reading.take(take.id)
    assert (told.chain, told.text) == (other, take.text)
    assert ferry.searching.search("speaker:quill").total > 0


def test_only_texts_that_older_rules_read_are_outdated(
    ferry: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ferry.refreshing.outdated() == 0
    assert ferry.refreshing.refresh_all() == Renewal()
    assert ferry.refreshing.refresh_all(every=True) == Renewal(texts=1)
    monkeypatch.setattr(refreshing, "EXTRACTION", EXTRACTION + 1)
    assert ferry.refreshing.outdated() == 1


def test_refreshing_tells_how_far_it_is_and_stops_on_request(ferry: Services) -> None:
    told: list[Progress] = []
    ferry.refreshing.refresh_all(told.append, every=True)
    assert told == [Progress(0, 1), Progress(1, 1)]
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        ferry.refreshing.refresh_all(token=token, every=True)


def test_a_changed_text_takes_the_place_of_the_one_before(ferry: Services, bring: Import) -> None:
    ferry.correcting.confirm(take_of(ferry, "Nobody").id)
    pinned = take_of(ferry, "boats")
    board = ferry.pinning.pin(ferry.pinning.current().id, "one", pinned.id, 0)
    ferry.pinning.set_note(board.id, "one", "Check the date.")
    before = {take.text: take.id for take in ferry.reading.takes_in(1)}
    text = TEXT.replace("ends\n", "ends\n\nUpdated on Tuesday with what the mayor says.\n")
    imported = bring(text + "\n“So it goes,” said Mia Quill, the mayor.\n")
    assert (imported.article_id, imported.known, imported.renewed) == (1, True, True)
    takes = ferry.reading.takes_in(1)
    source = ferry.reading.article(1).cleaned.source
    assert "So it goes," in [take.text for take in takes]
    assert before.items() <= {take.text: take.id for take in takes}.items()
    assert all(take.anchor.holds_in(source) for take in takes)
    assert ferry.pinning.current().clippings[0].note == "Check the date."
    assert ferry.searching.search("mayor").total > 0


def test_words_that_are_gone_leave_their_take_lost_until_it_is_linked(
    ferry: Services, bring: Import
) -> None:
    take = take_of(ferry, "Nobody")
    ferry.correcting.confirm(take.id)
    text = TEXT.replace("Nobody has won", "No one has won")
    imported = bring(text)
    assert imported.lost == 1
    (entry,) = ferry.correcting.lost()
    assert (entry.take.id, entry.take.text) == (take.id, take.text)
    assert entry.source.article_id == 1
    findings = {finding.check: finding for finding in ferry.upkeep.findings()}
    assert not findings["takes"].ok
    assert words_in(ferry).count("No one has won,") == 1
    correction = ferry.correcting.respan(take.id, [span_of("No one has won,", text)])
    assert ferry.correcting.lost() == ()
    assert words_in(ferry).count("No one has won,") == 1
    linked = ferry.reading.take(take.id)
    assert linked.text == "No one has won,"
    assert not linked.lost
    ferry.correcting.apply(correction.undone)
    assert [one.take.id for one in ferry.correcting.lost()] == [take.id]


def test_words_that_come_back_find_their_take_again(ferry: Services, bring: Import) -> None:
    take = take_of(ferry, "Nobody")
    ferry.correcting.confirm(take.id)
    bring(TEXT.replace("Nobody has won", "No one has won"))
    bring(TEXT)
    assert ferry.correcting.lost() == ()
    assert ferry.reading.take(take.id) == replace(take, standing=Standing.CONFIRMED)


def test_a_text_that_is_cut_does_not_take_the_place_of_the_whole(
    ferry: Services, bring: Import
) -> None:
    article = ferry.reading.article(1)
    cut = TEXT[: TEXT.index("The union")] + "Already a subscriber? Log in here.\n"
    imported = bring(cut)
    assert (imported.known, imported.renewed) == (True, False)
    assert ferry.reading.article(1) == article


def test_restored_parts_stay_restored(services: Services, bring: Import) -> None:
    offer = "Already a subscriber? Log in here."
    text = f"{TEXT}\n{offer}\n"
    bring(text)
    (part,) = services.reading.article(1).removed
    services.restoring.restore(1, part.source)
    shown = services.reading.article(1)
    services.refreshing.refresh(1)
    assert services.reading.article(1) == shown
    bring("A new first line\n\n" + text)
    article = services.reading.article(1)
    (now,) = article.removed
    assert now.restored
    assert now.source.start > part.source.start
    assert offer in article.cleaned.text


def test_takes_are_found_in_the_view_that_restoring_makes(
    services: Services, bring: Import, database: Database
) -> None:
    bring(TEXT.replace("ends\n", "ends\n\nAlready a subscriber? Log in here.\n"))
    (part,) = services.reading.article(1).removed
    services.restoring.restore(1, part.source)
    text = services.reading.article(1).cleaned.text
    with database.read() as work:
        places = takes.places(work, [1])
    shown = [" … ".join(span.of(text) for span in place.cleaned) for place in places]
    assert shown == words_in(services)


def test_the_outlet_that_the_reader_set_outlives_a_changed_text(
    ferry: Services, bring: Import
) -> None:
    ferry.correcting.set_outlet(1, "Harbour Post")
    bring(TEXT + "\nMore will follow on Wednesday, the harbour master has said to us.\n")
    assert ferry.reading.article(1).outlet.name == "Harbour Post"
    assert {take.outlet.name for take in ferry.reading.takes_in(1)} == {"Harbour Post"}


def test_a_lost_take_can_still_get_another_speaker_but_not_be_split(
    ferry: Services, bring: Import
) -> None:
    take = take_of(ferry, "Nobody")
    ferry.correcting.confirm(take.id)
    bring(TEXT.replace("Nobody has won", "No one has won"))
    ferry.correcting.attribute(take.id, REED)
    told = ferry.reading.take(take.id)
    assert (told.speaker, told.lost, told.text) == (REED.speaker, True, take.text)


def test_what_a_page_stated_is_known_when_it_is_read_anew(services: Services) -> None:
    text = "“It sails.”\n\nNo boat had left the harbour for days, and then one did, in the morning."
    imprint = Imprint(headline="“It sails.”", published=date(2024, 3, 4), outlet="The Tide")
    raw = RawArticle("page.html", b"<html>", "text/html", text, imprint=imprint)
    article_id = services.importing.store(draft_article(raw, OutletRegister(()))).article_id
    before = services.reading.article(article_id)
    assert before.passages[0].kind is PassageKind.HEADLINE
    services.refreshing.refresh_all(every=True)
    assert services.reading.article(article_id) == before
