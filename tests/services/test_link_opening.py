from __future__ import annotations

import configparser
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summit_reader.domain.hand_out_errors import LinksNotKept, LinksNotOffered
from summit_reader.services.default_applications import with_default, without_default
from summit_reader.services.link_opening import (
    COMMAND_KEY,
    DESKTOP_FILE,
    KEY,
    MIME_TYPE,
    DesktopLinks,
    RegistryLinks,
    UserRegistry,
    desktop_entry,
    link_opening,
    without_console,
)

COMMAND = ("/opt/my python/bin/python", "-m", "summit_reader")
CHOSEN = """# mine
[Added Associations]
text/html=a.desktop;

[Default Applications]
text/html=a.desktop;

[Removed Associations]
"""


@dataclass
class Desktop:
    """A home of its own; `refreshed` are the folders that were to be looked at anew."""

    home: Path
    refreshed: list[Path] = field(default_factory=list)

    @property
    def choices(self) -> Path:
        return self.home / ".config" / "mimeapps.list"

    def links(self, *command: str) -> DesktopLinks:
        found = link_opening(command or COMMAND, "linux", {"HOME": str(self.home)})
        assert isinstance(found, DesktopLinks)
        return DesktopLinks(found.applications, found.choices, found.command, self.refreshed.append)


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path / "home")


def test_nothing_is_written_until_it_is_asked_for(desktop: Desktop) -> None:
    links = desktop.links()
    assert not links.is_registered()
    links.remove()
    assert not desktop.home.exists()


def test_links_are_registered_and_taken_back(desktop: Desktop) -> None:
    links = desktop.links()
    links.register()
    assert links.is_registered()
    assert links.place == str(desktop.home / ".local/share/applications" / DESKTOP_FILE)
    assert desktop.refreshed == [Path(links.place).parent]
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # as its documentation says
    entry.read(links.place, "utf-8")
    told = entry["Desktop Entry"]
    assert told["MimeType"] == "x-scheme-handler/summit;"
    assert told["Exec"] == '"/opt/my python/bin/python" "-m" "summit_reader" %u'
    assert desktop.choices.read_text() == f"[Default Applications]\n{MIME_TYPE}={DESKTOP_FILE};\n"
    assert not desktop.links("elsewhere").is_registered(), "another program of that name is not we"
    links.remove()
    assert not links.is_registered()
    assert not Path(links.place).exists()
    assert desktop.choices.read_text() == "[Default Applications]\n"


def test_what_else_was_chosen_stays(desktop: Desktop) -> None:
    desktop.choices.parent.mkdir(parents=True)
    desktop.choices.write_text(CHOSEN)
    links = desktop.links()
    links.register()
    links.register()
    lines = desktop.choices.read_text().splitlines()
    assert lines.count(f"{MIME_TYPE}={DESKTOP_FILE};") == 1
    assert lines.index(f"{MIME_TYPE}={DESKTOP_FILE};") == lines.index("[Default Applications]") + 2
    links.remove()
    assert desktop.choices.read_text() == CHOSEN


def test_folders_that_the_environment_names_are_used(tmp_path: Path) -> None:
    named = {"XDG_DATA_HOME": str(tmp_path / "d"), "XDG_CONFIG_HOME": str(tmp_path / "c")}
    links = link_opening(COMMAND, "linux", {"HOME": "/nowhere", **named})
    assert isinstance(links, DesktopLinks)
    assert (links.applications, links.choices) == (
        tmp_path / "d" / "applications",
        tmp_path / "c" / "mimeapps.list",
    )


def test_what_cannot_be_written_is_named(desktop: Desktop) -> None:
    desktop.home.mkdir()
    (desktop.home / ".local").write_text("a file, where a folder is needed")
    with pytest.raises(LinksNotKept, match=DESKTOP_FILE):
        desktop.links().register()


def test_arguments_are_quoted_as_desktops_read_them() -> None:
    assert 'Exec="a\\\\\\\\b" "50%%" "say \\\\"hi\\\\"" "\\\\$HOME" %u' in desktop_entry(
        ["a\\b", "50%", 'say "hi"', "$HOME"]
    )


kinds = st.sampled_from(["text/html", MIME_TYPE])
apps = st.sampled_from(["a.desktop", "b.desktop", DESKTOP_FILE])
lists = st.lists(
    st.one_of(
        st.tuples(kinds, st.lists(apps, max_size=3)).map(
            lambda one: f"{one[0]}={';'.join(one[1])}"
        ),
        st.sampled_from(["", "# note", "[Default Applications]", "[Added Associations]", "junk"]),
    ),
    max_size=8,
).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(lists)
@example(f"[Default Applications]\n{MIME_TYPE}=\n{MIME_TYPE}={DESKTOP_FILE}\n")
def test_choosing_twice_is_choosing_once_and_can_be_taken_back(text: str) -> None:
    chosen = with_default(text, MIME_TYPE, DESKTOP_FILE)
    assert with_default(chosen, MIME_TYPE, DESKTOP_FILE) == chosen
    others = [line for line in text.splitlines() if not line.startswith(MIME_TYPE) and line]
    assert [line for line in chosen.splitlines() if line in others][: len(others)] == others
    left = without_default(chosen, MIME_TYPE, DESKTOP_FILE)
    assert with_default(left, MIME_TYPE, DESKTOP_FILE) != left


@dataclass
class FakeRegistry:
    """The user's keys, as a dictionary of their values."""

    values: dict[tuple[str, str], str] = field(default_factory=dict)
    refuses: bool = False

    def read(self, key: str, name: str) -> str | None:
        return self.values.get((key, name))

    def write(self, key: str, name: str, value: str) -> None:
        if self.refuses:
            raise PermissionError(13, "Access is denied")
        self.values[key, name] = value

    def delete(self, key: str) -> None:
        assert not [one for one, _ in self.values if one.startswith(f"{key}\\")], "keys below first"
        self.values = {at: value for at, value in self.values.items() if at[0] != key}


def test_the_registry_names_the_command() -> None:
    registry = FakeRegistry()
    links = RegistryLinks(registry, ("C:\\My Python\\pythonw.exe", "-m", "summit_reader"))
    assert not links.is_registered()
    links.register()
    assert links.is_registered()
    assert registry.values[KEY, "URL Protocol"] == ""
    line = '"C:\\My Python\\pythonw.exe" -m summit_reader "%1"'
    assert registry.values[COMMAND_KEY, ""] == line
    assert links.place == "HKEY_CURRENT_USER\\Software\\Classes\\summit"
    links.remove()
    assert registry.values == {}


def test_what_another_program_has_registered_is_not_taken_away() -> None:
    registry = FakeRegistry({(COMMAND_KEY, ""): "other.exe %1"})
    RegistryLinks(registry, COMMAND).remove()
    assert registry.values


def test_a_registry_that_refuses_is_named() -> None:
    with pytest.raises(LinksNotKept, match=r"Software\\Classes\\summit"):
        RegistryLinks(FakeRegistry(refuses=True), COMMAND).register()


def test_windows_opens_no_console_where_it_need_not(tmp_path: Path) -> None:
    python = tmp_path / "python.exe"
    assert without_console([str(python), "-m"]) == (str(python), "-m")
    (tmp_path / "pythonw.exe").touch()
    assert without_console([str(python), "-m"]) == (str(tmp_path / "pythonw.exe"), "-m")


def test_each_system_has_its_way() -> None:
    found = link_opening(COMMAND, "win32", {})
    assert isinstance(found, RegistryLinks)
    assert isinstance(found.registry, UserRegistry)
    with pytest.raises(LinksNotOffered, match="macOS"):
        link_opening(COMMAND, "darwin", {})
