from __future__ import annotations

import pytest

import qt_libraries
from problem import SetupError
from tests.packaging.fake_system import FakeSystem


def test_nothing_is_done_where_nothing_is_missing() -> None:
    system = FakeSystem()
    qt_libraries.provide(qt_libraries.WINDOW, system)
    assert not system.commands


def test_only_what_is_missing_is_installed() -> None:
    system = FakeSystem(absent_libraries={"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"})
    qt_libraries.provide(qt_libraries.OFFSCREEN, system)
    assert system.commands[-1].endswith(" libgl1 libegl1")
    assert qt_libraries.missing(qt_libraries.OFFSCREEN, system) == {}


def test_a_package_that_does_not_help_is_reported() -> None:
    system = FakeSystem(absent_libraries={"libEGL.so.1": "another-package"})
    with pytest.raises(SetupError, match=r"cannot be loaded: libEGL\.so\.1"):
        qt_libraries.provide(qt_libraries.OFFSCREEN, system)


def test_other_systems_bring_their_own() -> None:
    system = FakeSystem(linux=False, absent_libraries={"libEGL.so.1": "libegl1"})
    qt_libraries.provide(qt_libraries.OFFSCREEN, system)
    assert not system.commands


def test_a_window_needs_all_that_offscreen_needs_and_more() -> None:
    assert qt_libraries.OFFSCREEN.items() < qt_libraries.WINDOW.items()


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, True),
        ({}, False),
    ],
)
def test_x11_is_asked_for_only_where_qt_will_use_it(
    environ: dict[str, str], *, expected: bool
) -> None:
    assert qt_libraries.needs_x11(environ) is expected
