from __future__ import annotations

from summit_reader.compare.absence import Coverage, absence_of, absent_outlets
from summit_reader.domain.anchor import Anchor
from summit_reader.domain.outlet import OutletRef
from summit_reader.domain.point import Absence, AbsentOutlet
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin, Role, Take, TakeKind

REVIEW = OutletRef(1, "Review of Reviews")
TIDE = OutletRef(2, "The Tide")
POLSKA = OutletRef(3, "Polska")
WALLED = OutletRef(4, "Walled Garden")


def take(take_id: int, outlet: OutletRef, article_id: int) -> Take:
    return Take(
        id=take_id,
        article_id=article_id,
        kind=TakeKind.DIRECT,
        role=Role.EDITORIAL,
        origin=Origin.EXTRACTED,
        anchor=Anchor.of("It will pay.", (Span(0, 11),)),
        outlet=outlet,
        chain=(),
        segments=("It will pay",),
    )


def covered(outlet: OutletRef, *articles: int, cut: tuple[int, ...] = ()) -> Coverage:
    return Coverage(outlet, frozenset(articles), frozenset(cut))


def test_an_outlet_that_others_carry_is_known_by_excerpts_only() -> None:
    assert absence_of(covered(POLSKA)) is Absence.EXCERPT_ONLY


def test_a_text_behind_a_paywall_is_not_silence() -> None:
    assert absence_of(covered(WALLED, 4, cut=(4,))) is Absence.CUT
    assert absence_of(covered(WALLED, 4, 5, cut=(4,))) is Absence.CUT


def test_a_whole_text_without_a_word_is_silence() -> None:
    assert absence_of(covered(TIDE, 2)) is Absence.SILENT


def test_a_silent_outlet_may_carry_others() -> None:
    on_point = [take(1, POLSKA, 1), take(2, POLSKA, 1), take(3, WALLED, 9)]
    library = [covered(REVIEW, 1), covered(POLSKA), covered(TIDE, 2), covered(WALLED, 9)]
    assert absent_outlets(library, on_point) == (
        AbsentOutlet(REVIEW, Absence.SILENT, carries=2),
        AbsentOutlet(TIDE, Absence.SILENT),
    )


def test_nobody_is_absent_who_has_a_take() -> None:
    assert absent_outlets([covered(TIDE, 2)], [take(1, TIDE, 7)]) == ()


def test_without_takes_everybody_is_absent() -> None:
    library = [covered(TIDE, 2), covered(WALLED, 4, cut=(4,)), covered(POLSKA)]
    absences = [one.absence for one in absent_outlets(library, [])]
    assert absences == [Absence.SILENT, Absence.CUT, Absence.EXCERPT_ONLY]
