"""What every reader of a format offers, and what those offer besides that need not hold a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO, Protocol, TypeAlias, runtime_checkable

from summit_reader.domain.article import Hints
from summit_reader.domain.importing import Item

Within: TypeAlias = Callable[[bytes, str, Hints], Iterator[Item]]
"""Reads what lies inside another file, as `reader.articles_in` reads a file."""


class Reader(Protocol):
    """What turns the bytes of one format into articles."""

    @property
    def format(self) -> str:
        """The short name by which the format is asked for: "html", "text"."""

    @property
    def media_type(self) -> str:
        """The IANA name of the format, kept with every article read from it."""

    def accepts(self, content: bytes) -> bool:
        """Whether these bytes are of the format; cheap, and never an error."""

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The articles in `content`; `name` is the path or title it came under.

        Each carries `hints` as they are, and as its `Imprint` what the file itself states. Of a
        file with several articles each has a name and bytes of its own, and a part that cannot be
        read is a `Failure` among them.

        Raises:
            FileProblem: if nothing of `content` can be read.
        """


@runtime_checkable
class StreamReader(Protocol):
    """A reader that need not hold a file to read it: of tables, mailboxes and archives.

    `limit` is the bytes that a file may have.
    """

    @property
    def limit(self) -> int:
        """Bytes that a file of the format may have."""

    def read_stream(self, name: str, stream: BinaryIO, hints: Hints) -> Iterator[Item]:
        """The articles in a seekable `stream`, which stays open; see `Reader.read`."""
