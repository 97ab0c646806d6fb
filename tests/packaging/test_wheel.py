from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_what_the_wheel_takes_in_is_there() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    for folder in (*wheel["packages"], *wheel["force-include"]):
        assert any((ROOT / folder).iterdir()), folder


def test_licences_and_readme_are_there() -> None:
    project = PROJECT["project"]
    for name in (*project["license-files"], project["readme"]):
        assert (ROOT / name).stat().st_size > 0, name
