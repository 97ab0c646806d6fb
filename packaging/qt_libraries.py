"""Shared objects that PySide6's wheels expect of a Linux system, and who brings them on Debian."""

from __future__ import annotations

from collections.abc import Mapping

import debian
from problem import SetupError
from system import System

OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
    "libX11.so.6": "libx11-6",
}
"""Needed by QtGui itself, also where nothing is shown."""

WINDOW = OFFSCREEN | {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Needed besides to show a window on X11."""


def needs_x11(environ: Mapping[str, str]) -> bool:
    """Whether Qt will open its windows on X11: there is one, and nothing else is preferred."""
    if platform := environ.get("QT_QPA_PLATFORM"):
        return platform.startswith("xcb")
    return "DISPLAY" in environ and "WAYLAND_DISPLAY" not in environ


def missing(libraries: Mapping[str, str], system: System) -> dict[str, str]:
    """Those of `libraries` that cannot be loaded, with their packages."""
    return {name: package for name, package in libraries.items() if not system.loads(name)}


def provide(libraries: Mapping[str, str], system: System) -> None:
    """Make sure that Qt finds `libraries`.

    Raises:
        SetupError: if some are missing and cannot be installed from here.
    """
    if not system.is_linux():
        return
    absent = missing(libraries, system)
    if not absent:
        return
    why = f"Qt cannot start without these system libraries: {', '.join(absent)}."
    debian.provide(absent.values(), why, system)
    if still := missing(libraries, system):
        message = f"These libraries were installed but cannot be loaded: {', '.join(still)}."
        raise SetupError(message)
