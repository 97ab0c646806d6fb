from __future__ import annotations

import pytest

import debian
from problem import SetupError
from tests.packaging.fake_system import FakeSystem

WHY = "Nothing works without."


def test_root_gets_the_packages_after_fresh_lists() -> None:
    system = FakeSystem()
    debian.provide(["libgl1", "libegl1"], WHY, system)
    update, install = system.commands
    assert update.endswith("apt-get update -qq")
    assert install.endswith(" libgl1 libegl1")
    assert "DEBIAN_FRONTEND=noninteractive" in install


def test_a_library_rebuilt_for_64_bit_time_is_asked_for_by_its_new_name() -> None:
    system = FakeSystem(known_packages={"libglib2.0-0t64", "libgl1"})
    debian.provide(["libglib2.0-0", "libgl1"], WHY, system)
    assert system.commands[-1].endswith(" libglib2.0-0t64 libgl1")


def test_an_ordinary_user_is_told_the_command() -> None:
    system = FakeSystem(root=False, known_packages={"libglib2.0-0t64"})
    with pytest.raises(SetupError, match=r"sudo apt-get install libglib2\.0-0t64 libgl1$"):
        debian.provide(["libglib2.0-0", "libgl1"], WHY, system)
    assert not system.commands


def test_another_distribution_is_told_what_debian_calls_them() -> None:
    with pytest.raises(SetupError, match=r"^Nothing works without\. .* Debian .*: libgl1$"):
        debian.provide(["libgl1"], WHY, FakeSystem(programs=set()))


def test_old_lists_may_do_when_new_ones_cannot_be_had() -> None:
    system = FakeSystem(failing="apt-get update")
    debian.provide(["libgl1"], WHY, system)
    assert "install" in system.commands[-1]


def test_a_failing_apt_is_reported_with_the_command_to_repeat() -> None:
    system = FakeSystem(failing="apt-get install")
    with pytest.raises(SetupError, match=r"apt-get update && apt-get install libgl1$"):
        debian.provide(["libgl1"], WHY, system)
