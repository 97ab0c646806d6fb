"""Packages of the npm registry, unpacked into a folder: where the fonts and icons come from."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path


def unpacked(package: str, into: Path) -> Path:
    """The folder that holds `package` ("name@version"), fetched with `npm pack`.

    Nothing of the package is run: `npm pack` only downloads, and the archive is opened here.
    """
    folder = into / package.replace("/", "-").removeprefix("@")
    folder.mkdir()
    answer = subprocess.run(
        ["npm", "pack", "--silent", package],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    with tarfile.open(folder / answer.stdout.split()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"
