"""Links `summit://take/12` of other programs: who opens them is told to the system, if asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from summit_reader.domain.hand_out_errors import ExportProblem, LinksNotKept, LinksNotOffered
from summit_reader.services.default_applications import with_default, without_default
from summit_reader.services.saving import save

SCHEME = "summit"
DESKTOP_FILE = "summit-reader-links.desktop"
"""Beside the file that a package may have brought: it opens links, and no menu lists it."""
MIME_TYPE = f"x-scheme-handler/{SCHEME}"
REFRESH_SECONDS = 10
KEY = rf"Software\Classes\{SCHEME}"
"""Where Windows looks up, for one user, who opens links of a kind."""
COMMAND_KEY = rf"{KEY}\shell\open\command"


class LinkOpening(Protocol):
    """How one system is told that links of ours are opened with this program."""

    @property
    def place(self) -> str:
        """Where that is written, to be told before it is."""
        ...

    def is_registered(self) -> bool:
        """Whether links are opened with this program, started as it is now."""
        ...

    def register(self) -> None:
        """Have links opened with this program.

        Raises:
            LinksNotKept: if it cannot be written.
        """
        ...

    def remove(self) -> None:
        """Have them opened no more; nothing if they are not.

        Raises:
            LinksNotKept: if it cannot be written.
        """
        ...


def link_opening(
    command: Sequence[str],
    system: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
) -> LinkOpening:
    """How this system is told; `command` starts the program, the link comes behind it.

    Raises:
        LinksNotOffered: where only an installed application can be told of.
    """
    if system == "win32":
        return RegistryLinks(UserRegistry(), without_console(command))
    if system == "darwin":
        raise LinksNotOffered(system="macOS")
    home = Path(environment.get("HOME") or Path.home())
    return DesktopLinks(
        Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "applications",
        Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "mimeapps.list",
        tuple(command),
    )


def refresh(applications: Path) -> None:
    """Have the desktop look at its applications anew, where there is a tool for it."""
    tool = shutil.which("update-desktop-database")
    if tool is None:
        return
    try:
        subprocess.run(  # noqa: S603  # the system's own tool, on a folder of ours
            [tool, str(applications)],
            check=False,
            capture_output=True,
            timeout=REFRESH_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired):
        return  # desktops that need no cache find the file all the same


@dataclass(frozen=True, slots=True)
class DesktopLinks:
    """Linux and its kin: a desktop file, and the choice of it as the one that opens the links."""

    applications: Path
    choices: Path
    command: tuple[str, ...]
    refresh: Callable[[Path], None] = refresh

    @property
    def place(self) -> str:
        """The desktop file."""
        return str(self._file)

    def is_registered(self) -> bool:
        """Whether the file is there as it would be written now, and chosen."""
        try:
            written = self._file.read_text("utf-8")
            chosen = self.choices.read_text("utf-8", "surrogateescape")
        except OSError:
            return False
        is_chosen = with_default(chosen, MIME_TYPE, DESKTOP_FILE) == chosen
        return written == desktop_entry(self.command) and is_chosen

    def register(self) -> None:
        """Write both files; what else is chosen in the second stays."""
        _write(self._file, desktop_entry(self.command))
        _write(self.choices, with_default(_text(self.choices), MIME_TYPE, DESKTOP_FILE))
        self.refresh(self.applications)

    def remove(self) -> None:
        """Delete the file, and take the choice back."""
        chosen = _text(self.choices)
        left = without_default(chosen, MIME_TYPE, DESKTOP_FILE)
        if left != chosen:
            _write(self.choices, left)
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            raise LinksNotKept(path=str(self._file), reason=_reason(error)) from error
        self.refresh(self.applications)

    @property
    def _file(self) -> Path:
        return self.applications / DESKTOP_FILE


def desktop_entry(command: Sequence[str]) -> str:
    """The desktop file that hands links to this command.

    >>> print(desktop_entry(["/opt/my python", "-m", "summit_reader"]))
    [Desktop Entry]
    Type=Application
    Name=Summit Reader
    Comment=Opens summit:// links at their take
    Exec="/opt/my python" "-m" "summit_reader" %u
    Terminal=false
    NoDisplay=true
    MimeType=x-scheme-handler/summit;
    <BLANKLINE>
    """
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Summit Reader",
        "Comment=Opens summit:// links at their take",
        f"Exec={' '.join(map(_argument, command))} %u",
        "Terminal=false",
        "NoDisplay=true",
        f"MimeType={MIME_TYPE};",
        "",
    )
    return "\n".join(lines)


class Registry(Protocol):
    """What is asked of the registry of Windows: the values of a user's key by their names."""

    def read(self, key: str, name: str) -> str | None:
        """The value; None if there is none."""
        ...

    def write(self, key: str, name: str, value: str) -> None:
        """Set the value, making the key if it is new."""
        ...

    def delete(self, key: str) -> None:
        """Delete a key that has none below it; nothing if it is not there."""
        ...


class UserRegistry:
    """The part of the registry that belongs to the user; Windows only."""

    def read(self, key: str, name: str) -> str | None:
        """The value; None if there is none."""
        import winreg  # noqa: PLC0415  # only Windows has it

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:  # type: ignore[attr-defined,unused-ignore]  # known on Windows only
                value, _ = winreg.QueryValueEx(opened, name)  # type: ignore[attr-defined,unused-ignore]  # as above
        except FileNotFoundError:
            return None
        return str(value)

    def write(self, key: str, name: str, value: str) -> None:
        """Set the value, making the key if it is new."""
        import winreg  # noqa: PLC0415  # only Windows has it

        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:  # type: ignore[attr-defined,unused-ignore]  # known on Windows only
            winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)  # type: ignore[attr-defined,unused-ignore]  # as above

    def delete(self, key: str) -> None:
        """Delete a key that has none below it; nothing if it is not there."""
        import winreg  # noqa: PLC0415  # only Windows has it

        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)  # type: ignore[attr-defined,unused-ignore]  # known on Windows only
        except FileNotFoundError:
            return


@dataclass(frozen=True, slots=True)
class RegistryLinks:
    """Windows: a key of the user's part of the registry."""

    registry: Registry
    command: tuple[str, ...]

    @property
    def place(self) -> str:
        """The key."""
        return rf"HKEY_CURRENT_USER\{KEY}"

    def is_registered(self) -> bool:
        """Whether the key names the command as it is now."""
        try:
            return self.registry.read(COMMAND_KEY, "") == self._line
        except OSError:
            return False

    def register(self) -> None:
        """Write the key."""
        try:
            self.registry.write(KEY, "", "URL:Summit Reader")
            self.registry.write(KEY, "URL Protocol", "")
            self.registry.write(COMMAND_KEY, "", self._line)
        except OSError as error:
            raise LinksNotKept(path=self.place, reason=_reason(error)) from error

    def remove(self) -> None:
        """Delete the key with what is below it, if it is about this program."""
        if not self.is_registered():
            return
        try:
            for below in (r"\shell\open\command", r"\shell\open", r"\shell", ""):
                self.registry.delete(KEY + below)
        except OSError as error:
            raise LinksNotKept(path=self.place, reason=_reason(error)) from error

    @property
    def _line(self) -> str:
        return f'{subprocess.list2cmdline(self.command)} "%1"'


def without_console(command: Sequence[str]) -> tuple[str, ...]:
    """The command with the Python that opens no console window, where there is one beside it."""
    first, *rest = command
    quiet = Path(first).with_name("pythonw.exe")
    return (str(quiet) if Path(first).stem == "python" and quiet.exists() else first, *rest)


def _argument(word: str) -> str:
    # Quoted as the Desktop Entry Specification asks: first the argument, then the string it is in.
    quoted = "".join(f"\\{one}" if one in '"`$\\' else one for one in word)
    return '"' + quoted.replace("\\", "\\\\").replace("%", "%%") + '"'


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise LinksNotKept(path=str(path), reason=_reason(error)) from error


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save(text.encode("utf-8", "surrogateescape"), path)
    except OSError as error:
        raise LinksNotKept(path=str(path), reason=_reason(error)) from error
    except ExportProblem as error:
        raise LinksNotKept(path=str(path), reason=error.facts["reason"]) from error


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
