from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="these systems have no desktop files"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("shutil.which", lambda _: None)
    return tmp_path


def test_links_are_registered_on_request_and_taken_back(
    run: Callable[..., Any], home: Path
) -> None:
    assert run("register-links", "--status").code == 1
    assert list(home.iterdir()) == []
    told = run("--json", "register-links").data
    assert told["registered"] is True
    assert Path(told["place"]).is_relative_to(home)
    assert "summit_reader" in Path(told["place"]).read_text("utf-8")
    assert run("register-links", "--status").code == 0
    said = run("register-links", "--remove")
    assert "are not opened" in said.out
    assert not Path(told["place"]).exists()
