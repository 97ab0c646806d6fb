"""What the window remembers between runs; each setting is declared once."""

from __future__ import annotations

from typing import Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QSettings

from summit_reader.bootstrap import profile
from summit_reader.domain.backup import MOST_KEPT

T = TypeVar("T", bool, int, float, str, QByteArray)


class Setting(Generic[T]):
    """A typed entry of the settings file."""

    def __init__(self, key: str, default: T) -> None:
        self._key = key
        self._default: T = default

    @overload
    def __get__(self, owner: None, kind: type[Settings]) -> Setting[T]: ...
    @overload
    def __get__(self, owner: Settings, kind: type[Settings]) -> T: ...
    def __get__(self, owner: Settings | None, kind: type[Settings]) -> Setting[T] | T:
        if owner is None:
            return self
        # Without a type a fresh process reads 'true' where this one wrote True.
        kept: object = owner.store.value(self._key, self._default, type=type(self._default))
        return kept if isinstance(kept, type(self._default)) else self._default

    def __set__(self, owner: Settings, value: T) -> None:
        owner.store.setValue(self._key, value)


class Settings:
    """The settings, in an INI file so that they can be read and carried along."""

    geometry = Setting("window/geometry", QByteArray())
    left_widths = Setting("window/left_widths", "")
    outlets_by = Setting("window/outlets_by", "")
    articles_columns = Setting("window/articles_columns", QByteArray())
    panes = Setting("window/panes", QByteArray())
    panes_in_rows = Setting("window/panes_in_rows", default=False)
    lock = Setting("window/lock", "point")
    sidebar_shown = Setting("window/sidebar", default=True)
    both_spellings = Setting("search/both_spellings", default=True)
    group_by_article = Setting("search/group_by_article", default=False)
    preview_imports = Setting("import/preview", default=True)
    private_addresses = Setting("network/private_addresses", default=False)
    keys = Setting("window/keys", "")
    language = Setting("window/language", "system")
    theme = Setting("look/theme", "system")
    text_scale = Setting("look/text_scale", 1.0)
    reading_size = Setting("look/reading_size", 16.0)
    reading_family = Setting("look/reading_family", "")
    line_spacing = Setting("look/line_spacing", 1.0)
    measure = Setting("look/measure", 68)
    library = Setting("library/last", "")
    recent_libraries = Setting("library/recent", "")
    point = Setting("library/point", 0)
    point_library = Setting("library/point_of", "")
    citation_style = Setting("export/citation_style", "plain")
    hand_out_format = Setting("export/format", "html")
    hand_out_layout = Setting("export/layout", "columns")
    hand_out_context = Setting("export/context", default=False)
    backups_kept = Setting("backups/kept", MOST_KEPT)
    libraries_folder = Setting("library/folder", "")
    last_folder = Setting("library/last_folder", "")

    def __init__(self, store: QSettings | None = None) -> None:
        self.store = store or _store()


def _store() -> QSettings:
    chosen = profile()
    if chosen is not None:
        return QSettings(str(chosen / "settings.ini"), QSettings.Format.IniFormat)
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "summit-reader", "summit-reader"
    )
