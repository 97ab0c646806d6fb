"""The sample library, made once, and a way to call the program as a shell would."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from summit_reader import bootstrap
from summit_reader.cli.main import main


@dataclass(frozen=True)
class Outcome:
    """What a call left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@dataclass
class FakeWindow:
    """Notes which library it was to open, and whether that was there."""

    opened: list[tuple[Path | None, bool, bool]] = field(default_factory=list)

    def __call__(self, library: Path | None, *, sample: bool) -> int:
        there = library is not None and (library / "library.db").is_file()
        self.opened.append((library, sample, there))
        return 0


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "Sample library"
    bootstrap.make_sample(folder)
    return folder


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the usual libraries are to lie; they are not there yet."""
    monkeypatch.setattr(bootstrap, "default_library", lambda: tmp_path / "Library")
    monkeypatch.setattr(bootstrap, "sample_library", lambda: tmp_path / "Sample library")
    return tmp_path


@pytest.fixture
def window() -> FakeWindow:
    return FakeWindow()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], window: FakeWindow) -> Callable[..., Outcome]:
    def call(*arguments: str | Path) -> Outcome:
        try:
            code = main([str(argument) for argument in arguments], window=window)
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return call


@pytest.fixture
def library_of(run: Callable[..., Outcome], tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Makes a library of texts by the names of their files."""

    def imported(texts: dict[str, str]) -> Path:
        files = [tmp_path / name for name in texts]
        for path in files:
            path.write_text(texts[path.name], encoding="utf-8")
        folder = tmp_path / "Harbour"
        assert run("import", *files, "--library", folder).code == 0
        return folder

    return imported
