"""All kinds of hostile files; run it with a folder to have them written there and look at them."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.data.hostile.archives import ARCHIVES
from tests.data.hostile.kinds import Kind
from tests.data.hostile.letters import LETTERS
from tests.data.hostile.papers import PAPERS
from tests.data.hostile.webpages import WEBPAGES

KINDS: tuple[Kind, ...] = (*ARCHIVES, *PAPERS, *LETTERS, *WEBPAGES)


def write(folder: Path) -> None:
    """Write one file of each kind into `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, kind in enumerate(KINDS, 1):
        (folder / f"{number:03} {kind.name}").write_bytes(kind.make())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
