"""A segment's terms: read as Whoosh asks for them, and as columns for whoever knows more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from whoosh.codec.base import FieldCursor, TermsReader
from whoosh.fields import FieldType
from whoosh.formats import Format
from whoosh.reading import TermInfo, TermNotFound
from whoosh.scoring import BaseScorer

from summit_reader.index.codec.families import FamilyReader
from summit_reader.index.codec.matcher import ColumnarMatcher
from summit_reader.index.codec.pairs import pair_term, pairs_field
from summit_reader.index.codec.postings import FieldPostings
from summit_reader.index.codec.sections import SectionFile

Term = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The neighbours among a field's common words, each pair a term."""

    common: frozenset[bytes]
    postings: FieldPostings

    def find(self, one: bytes, two: bytes) -> int | None:
        """The ordinal of a pair of common words; None where no document holds it."""
        ordinal = self.postings.terms.find(pair_term(one, two))
        return None if ordinal < 0 else ordinal


class Terms(TermsReader):  # type: ignore[misc]  # Whoosh ships no types
    """The fields of one segment and their postings."""

    def __init__(self, path: Path, documents: int) -> None:
        self._file = SectionFile(path)
        self.fields = {
            name: FieldPostings(self._file, name, documents) for name in self._file.facts["fields"]
        }
        self._families: dict[str, FamilyReader] = {}
        self._pairs = {
            name: Pairs(
                frozenset(word.encode("utf-8", "surrogatepass") for word in words),
                FieldPostings(self._file, pairs_field(name), documents),
            )
            for name, words in self._file.facts["pairs"].items()
        }

    def pairs(self, fieldname: str) -> Pairs | None:
        """The pairs of a field's common words; None where they are not known."""
        return self._pairs.get(fieldname)

    def families(self, fieldname: str) -> FamilyReader:
        """The groups of a field's terms."""
        if fieldname not in self._families:
            terms = self.fields[fieldname].terms
            self._families[fieldname] = FamilyReader(self._file, fieldname, terms)
        return self._families[fieldname]

    def close(self) -> None:
        """Let go of the file."""
        self.fields = {}
        self._families = {}
        self._pairs = {}
        self._file.close()

    def __contains__(self, term: Term) -> bool:
        return self._find(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """The fields that hold any term."""
        return list(self.fields)

    def cursor(self, fieldname: str, fieldobj: FieldType) -> TermCursor:
        """A cursor over the terms of a field."""
        return TermCursor(self, fieldname, fieldobj)

    def terms(self) -> Iterator[Term]:
        """All terms, field by field."""
        for name in sorted(self.fields):
            yield from self.terms_from(name, b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """The field's terms from `prefix` on."""
        postings = self.fields.get(fieldname)
        if postings is not None:
            start = postings.terms.lower_bound(prefix)
            for term in postings.terms.between(start, len(postings.terms)):
                yield fieldname, term

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        """All terms and what is known of them."""
        for name in sorted(self.fields):
            yield from self.items_from(name, b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        """The field's terms from `prefix` on, and what is known of them."""
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """What is known of a term.

        Raises:
            TermNotFound: if the segment does not hold it.
        """
        postings, ordinal = self._found(fieldname, text)
        documents = postings.holding(ordinal, ordinal + 1)
        frequencies = postings.frequencies(*postings.stretch(ordinal, ordinal + 1))
        return TermInfo(
            weight=float(frequencies.sum(dtype=np.int64)),
            df=len(documents),
            minlength=1,
            maxlength=2**31,
            maxweight=float(frequencies.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """How often the term stands in all documents; 0 if the segment does not hold it."""
        found = self._find(fieldname, text)
        if found is None:
            return 0.0
        postings, ordinal = found
        stretch = postings.stretch(ordinal, ordinal + 1)
        return float(postings.frequencies(*stretch).sum(dtype=np.int64))

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """How many documents hold the term."""
        found = self._find(fieldname, text)
        return 0 if found is None else found[0].holders(found[1])

    def matcher(
        self, fieldname: str, text: bytes, format_: Format, scorer: BaseScorer | None = None
    ) -> ColumnarMatcher:
        """Whoosh's way through the term's postings.

        Raises:
            TermNotFound: if the segment does not hold it.
        """
        postings, ordinal = self._found(fieldname, text)
        return ColumnarMatcher(postings, ordinal, format_, (fieldname, text), scorer)

    def _find(self, fieldname: str, text: bytes) -> tuple[FieldPostings, int] | None:
        postings = self.fields.get(fieldname)
        ordinal = -1 if postings is None else postings.terms.find(text)
        return None if postings is None or ordinal < 0 else (postings, ordinal)

    def _found(self, fieldname: str, text: bytes) -> tuple[FieldPostings, int]:
        found = self._find(fieldname, text)
        if found is None:
            raise TermNotFound(f"{fieldname}:{text!r}")  # noqa: EM102 - Whoosh's message
        return found


class TermCursor(FieldCursor):  # type: ignore[misc]  # Whoosh ships no types
    """Goes through the terms of a field, for Whoosh's automata."""

    def __init__(self, terms: Terms, fieldname: str, fieldobj: FieldType) -> None:
        self._terms = terms
        self._name = fieldname
        self._decode = fieldobj.from_bytes
        postings = terms.fields.get(fieldname)
        self._dictionary = None if postings is None else postings.terms
        self._at = 0

    def _valid(self) -> bool:
        return self._dictionary is not None and self._at < len(self._dictionary)

    def first(self) -> str | None:
        """Go to the first term."""
        self._at = 0
        return self.text()

    def find(self, term: bytes | str) -> str | None:
        """Go to the first term that does not sort before `term`."""
        if self._dictionary is not None:
            raw = term if isinstance(term, bytes) else term.encode("utf-8", "surrogatepass")
            self._at = self._dictionary.lower_bound(raw)
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        """The current term; None past the last."""
        if not self._valid():
            return None
        text: str = self._decode(self._dictionary[self._at])  # type: ignore[index]  # it is valid
        return text

    def term_info(self) -> TermInfo | None:
        """What is known of the current term."""
        if not self._valid():
            return None
        return self._terms.term_info(self._name, self._dictionary[self._at])  # type: ignore[index]  # it is valid
