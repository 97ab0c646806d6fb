"""A look and settings of their own for each test; the palette is set, for offscreen has none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from summit_reader.gui.app import application
from summit_reader.gui.look import Look
from summit_reader.gui.settings import Settings
from summit_reader.gui.theme import Theme, ThemeChoice
from summit_reader.gui.typography import Typography


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return application()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture(params=[ThemeChoice.LIGHT, ThemeChoice.DARK])
def look(qapp: QApplication, request: pytest.FixtureRequest) -> Look:
    theme = Theme()
    theme.choose(qapp, request.param)
    return Look(theme, Typography())
