"""A Whoosh field of words that were analysed before the index is called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from whoosh.fields import FieldType
from whoosh.formats import Positions

from summit_reader.index.codec.families import Families


class PrintedText(FieldType):  # type: ignore[misc]  # Whoosh ships no types
    """A field whose value is a sequence of words, in order; "" is a position left empty.

    An empty position keeps phrases apart: none reaches from one passage into the next. Words that
    many texts have in columns (`tokens.Words`) are taken as they are.
    """

    def __init__(self, families: Families | None = None, common: Iterable[str] = ()) -> None:
        """Of `common` words that stand side by side the pairs are kept, for phrases."""
        super().__init__(Positions(), analyzer=None, scorable=True)
        self.families = families
        self.common = frozenset(word.encode("utf-8", "surrogatepass") for word in common)

    def index(self, value: Sequence[str], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """What a stock Whoosh writer asks for; `ColumnarWriter` takes the words as they are."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(value):
            if word:
                places.setdefault(word, []).append(place)
        for word, found in places.items():
            text = word.encode("utf-8", "surrogatepass")
            yield text, len(found), float(len(found)), self.format.encode(found)
