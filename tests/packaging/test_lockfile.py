from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import lockfile
from problem import SetupError

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VERSIONS = ["3.11", "3.12", "3.13", "3.14"]


def locked(*parts: str) -> list[Requirement]:
    return [
        Requirement(entry.partition(" \\")[0])
        for part in parts
        for entry in lockfile.entries(lockfile.part(ROOT, part))
    ]


def applies(requirement: Requirement, python: str) -> bool:
    environment = {"python_version": python, "python_full_version": f"{python}.1"}
    return requirement.marker is None or requirement.marker.evaluate(environment)


@pytest.mark.parametrize("python", VERSIONS)
@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        (PROJECT["project"]["dependencies"], [lockfile.RUN]),
        (PROJECT["build-system"]["requires"], [lockfile.RUN]),
        (PROJECT["project"]["optional-dependencies"]["test"], [lockfile.RUN, lockfile.TEST]),
    ],
    ids=["dependencies", "build backend", "test tools"],
)
def test_the_lock_holds_what_the_project_asks_for(
    asked: list[str], parts: list[str], python: str
) -> None:
    pinned = {
        canonicalize_name(entry.name): str(entry.specifier).removeprefix("==")
        for entry in locked(*parts)
        if applies(entry, python)
    }
    for requirement in map(Requirement, asked):
        if applies(requirement, python):
            version = pinned[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), requirement


def test_every_entry_is_an_exact_version_with_hashes() -> None:
    for part in (lockfile.RUN, lockfile.TEST):
        for entry in lockfile.entries(lockfile.part(ROOT, part)):
            assert re.match(r"[a-z0-9-]+==[^ ]+ ", entry)
            assert "--hash=sha256:" in entry


def test_no_package_is_pinned_twice_for_one_python() -> None:
    for python in VERSIONS:
        names = [
            entry.name for entry in locked(lockfile.RUN, lockfile.TEST) if applies(entry, python)
        ]
        assert len(names) == len(set(names))


def test_the_file_names_no_host() -> None:
    assert "://" not in (ROOT / lockfile.NAME).read_text(encoding="utf-8")


def test_a_missing_part_is_reported(tmp_path: Path) -> None:
    (tmp_path / lockfile.NAME).write_text("# [run]\none==1\n", encoding="utf-8")
    with pytest.raises(SetupError, match="make lock"):
        lockfile.part(tmp_path, lockfile.TEST)


def test_an_entry_keeps_its_continued_lines() -> None:
    text = "# a comment\n\none==1 \\\n    --hash=sha256:a \\\n    --hash=sha256:b\ntwo==2\n"
    assert lockfile.entries(text) == [
        "one==1 \\\n    --hash=sha256:a \\\n    --hash=sha256:b",
        "two==2",
    ]
