import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from summit_reader.gui.settings import Settings


def test_a_setting_has_its_default_until_it_is_set(settings: Settings) -> None:
    assert settings.sidebar_shown is True
    settings.sidebar_shown = False
    assert settings.sidebar_shown is False


def test_a_fresh_process_reads_the_same_types(tmp_path: Path, project: Path) -> None:
    file = tmp_path / "settings.ini"
    store = QSettings(str(file), QSettings.Format.IniFormat)
    kept = Settings(store)
    kept.sidebar_shown = False
    kept.reading_size = 21.5
    store.sync()
    script = (
        "from PySide6.QtCore import QSettings\n"
        "from summit_reader.gui.settings import Settings\n"
        f"kept = Settings(QSettings({str(file)!r}, QSettings.Format.IniFormat))\n"
        "print(repr(kept.sidebar_shown), repr(kept.reading_size))"
    )
    answer = subprocess.run(  # noqa: S603  # our own interpreter and script
        [sys.executable, "-c", script], cwd=project, capture_output=True, text=True, check=True
    )
    assert answer.stdout.split() == ["False", "21.5"]
