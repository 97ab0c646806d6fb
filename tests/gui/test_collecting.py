"""Garbage is collected on the window's thread, and when it does no harm."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from summit_reader.gui.collecting import MANY, Collector
from summit_reader.gui.precedence import Precedence


class Pair:
    """One half of a cycle."""

    other: Pair | None = None


class FakePrecedence(Precedence):
    """Quiet when the test says so."""

    quiet = False

    def is_quiet_for(self, seconds: float) -> bool:
        del seconds
        return self.quiet


@pytest.fixture
def precedence(qtbot: QtBot) -> FakePrecedence:
    del qtbot  # there is an application
    return FakePrecedence()


@pytest.fixture
def collector(precedence: FakePrecedence) -> Iterator[Collector]:
    made = Collector(precedence)
    yield made
    made.release()


def cycle() -> weakref.ref[Pair]:
    one, other = Pair(), Pair()
    one.other, other.other = other, one
    return weakref.ref(one)


def test_nobody_else_collects(collector: Collector) -> None:
    gone = cycle()
    kept: list[list[int]] = [[] for _ in range(2 * MANY)]
    assert gone() is not None
    assert not gc.isenabled()
    collector.look()
    assert gone() is None
    assert len(kept) == 2 * MANY


def test_what_is_old_waits_for_a_quiet_moment(
    collector: Collector, precedence: FakePrecedence
) -> None:
    gone = cycle()
    gc.collect(0)
    old = cycle()
    assert gone() is None
    held = old()
    gc.collect(1)  # it is old now
    del held
    collector.look()
    assert old() is not None
    precedence.quiet = True
    collector.look()
    assert old() is None


def test_python_collects_again_afterwards(precedence: FakePrecedence) -> None:
    Collector(precedence).release()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
