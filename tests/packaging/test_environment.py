from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import lockfile
from environment import RUN, TEST, Environment
from problem import SetupError
from tests.packaging.fake_system import FakeSystem

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    lock = f"{lockfile.heading(RUN)}\none==1\n\n{lockfile.heading(TEST)}\ntwo==2\n"
    (tmp_path / lockfile.NAME).write_text(lock, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return tmp_path


def commands_of_start(checkout: Path, *parts: str) -> list[str]:
    """What a start in `checkout` runs to have `parts`."""
    system = FakeSystem()
    Environment(checkout, system).provide(*parts)
    return system.commands


def test_a_fresh_checkout_gets_an_environment_the_packages_and_the_project(checkout: Path) -> None:
    made, packages, project = commands_of_start(checkout, RUN)
    assert "-m venv --clear" in made
    assert "--require-hashes" in packages
    assert (checkout / ".venv" / "run.txt").read_text(encoding="utf-8") == "one==1\n"
    assert project.endswith(f"--editable {checkout}")


def test_the_next_start_runs_nothing(checkout: Path) -> None:
    commands_of_start(checkout, RUN)
    assert commands_of_start(checkout, RUN) == []


def test_the_tests_add_their_tools_to_what_is_there(checkout: Path) -> None:
    commands_of_start(checkout, RUN)
    packages, _ = commands_of_start(checkout, RUN, TEST)
    assert packages.endswith("test.txt")
    assert commands_of_start(checkout, RUN) == []


@pytest.mark.parametrize("changed", [lockfile.NAME, "pyproject.toml"])
def test_a_changed_lock_or_project_file_is_installed_again(checkout: Path, changed: str) -> None:
    commands_of_start(checkout, RUN)
    with (checkout / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    packages, _ = commands_of_start(checkout, RUN)
    assert packages.endswith("run.txt")


@pytest.mark.parametrize("fact", ["root", "python"])
def test_an_environment_of_another_place_or_python_is_remade(checkout: Path, fact: str) -> None:
    commands_of_start(checkout, RUN)
    stamp = checkout / ".venv" / "summit-reader.json"
    facts = json.loads(stamp.read_text(encoding="utf-8"))
    stamp.write_text(json.dumps({**facts, fact: "another"}), encoding="utf-8")
    assert "-m venv --clear" in commands_of_start(checkout, RUN)[0]


@pytest.mark.parametrize("damage", ["", "null", "[]", "{", '{"done": 3}', '{"stranger": 1}'])
def test_a_damaged_stamp_means_a_new_environment(checkout: Path, damage: str) -> None:
    commands_of_start(checkout, RUN)
    (checkout / ".venv" / "summit-reader.json").write_text(damage, encoding="utf-8")
    assert "-m venv --clear" in commands_of_start(checkout, RUN)[0]


def test_an_environment_whose_python_is_gone_is_remade(checkout: Path) -> None:
    commands_of_start(checkout, RUN)
    Path(Environment(checkout, FakeSystem()).python).unlink()
    assert "-m venv --clear" in commands_of_start(checkout, RUN)[0]


def test_what_failed_is_tried_again_in_the_same_environment(checkout: Path) -> None:
    offline = FakeSystem(failing="--require-hashes")
    with pytest.raises(SetupError, match="network"):
        Environment(checkout, offline).provide(RUN)
    packages, _ = commands_of_start(checkout, RUN)
    assert packages.endswith("run.txt")


def test_debians_split_python_is_completed(checkout: Path) -> None:
    system = FakeSystem(modules=set())
    Environment(checkout, system).provide(RUN)
    assert system.commands[1].endswith(f" python{VERSION}-venv")
    assert "-m venv" in system.commands[2]


def test_who_may_not_complete_it_is_told_the_package(checkout: Path) -> None:
    system = FakeSystem(modules=set(), root=False)
    with pytest.raises(SetupError, match=rf"sudo apt-get install python{VERSION}-venv$"):
        Environment(checkout, system).provide(RUN)


def test_a_noted_fact_holds_until_the_lock_changes(checkout: Path) -> None:
    environment = Environment(checkout, FakeSystem())
    environment.provide(RUN)
    assert not environment.has("libraries")
    environment.note("libraries")
    assert Environment(checkout, FakeSystem()).has("libraries")
    (checkout / lockfile.NAME).write_text("", encoding="utf-8")
    assert not Environment(checkout, FakeSystem()).has("libraries")
