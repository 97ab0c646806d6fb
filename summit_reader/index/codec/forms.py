"""Queries for a word in all its forms, where a field's terms are grouped in families."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from whoosh import matching
from whoosh.query import And, Or, Phrase, Query, Term
from whoosh.reading import IndexReader, SegmentReader
from whoosh.searching import SearchContext, Searcher

from summit_reader.index.codec.families import Families
from summit_reader.index.codec.terms import Terms


class WordForms(Query):  # type: ignore[misc]  # Whoosh ships no types
    """Documents that hold a word as it is given, or a form of it in the document's own language."""

    def __init__(self, fieldname: str, text: str, boost: float = 1.0) -> None:
        self.fieldname = fieldname
        self.text = text
        self.boost = boost

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WordForms) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"WordForms({self.fieldname!r}, {self.text!r}, boost={self.boost})"

    def __unicode__(self) -> str:
        return f"{self.fieldname}:{self.text}^forms"

    __str__ = __unicode__

    def _key(self) -> tuple[str, str, float]:
        return self.fieldname, self.text, self.boost

    def has_terms(self) -> bool:
        """Whoosh asks; the terms are those of `forms`, not of the query itself."""
        return False

    def field(self) -> str:
        """The field searched."""
        return self.fieldname

    def estimate_size(self, ixreader: IndexReader) -> int:
        """At most so many documents match."""
        return int(self._plain(ixreader).estimate_size(ixreader))

    def estimate_min_size(self, ixreader: IndexReader) -> int:
        """At least so many documents match."""
        return int(ixreader.doc_frequency(self.fieldname, self.text))

    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Any:
        """Whoosh's way: the printed word, or a form of a language in a document of it."""
        found = self._plain(searcher.reader()).matcher(searcher, context)
        return found if self.boost == 1 else matching.WrappingMatcher(found, boost=self.boost)

    def _plain(self, reader: IndexReader) -> Query:
        name = self.fieldname
        in_parts = [
            _in_part(reader, name, part, [Term(name, text) for text in members])
            for part, members in family_members(reader, name, self.text)
        ]
        return Or([Term(name, self.text), *in_parts])


class FormsPhrase(Query):  # type: ignore[misc]  # Whoosh ships no types
    """Documents that hold words in a row, each in any form, all in the document's own language."""

    def __init__(
        self, fieldname: str, words: Sequence[str], slop: int = 1, boost: float = 1.0
    ) -> None:
        self.fieldname = fieldname
        self.words = list(words)
        self.slop = slop
        self.boost = boost

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FormsPhrase) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"FormsPhrase({self.fieldname!r}, {self.words!r}, slop={self.slop})"

    def __unicode__(self) -> str:
        return f'{self.fieldname}:"{" ".join(self.words)}"^forms'

    __str__ = __unicode__

    def _key(self) -> tuple[str, tuple[str, ...], int, float]:
        return self.fieldname, tuple(self.words), self.slop, self.boost

    def has_terms(self) -> bool:
        """Whoosh asks; the terms depend on the segment."""
        return False

    def field(self) -> str:
        """The field searched."""
        return self.fieldname

    def estimate_size(self, ixreader: IndexReader) -> int:
        """At most so many documents match."""
        return min(WordForms(self.fieldname, word).estimate_size(ixreader) for word in self.words)

    def estimate_min_size(self, ixreader: IndexReader) -> int:
        """At least so many documents match."""
        return 0

    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Any:
        """Whoosh's way: every row of forms that the segment could hold, as a phrase."""
        reader = searcher.reader()
        rows: list[Query] = [Phrase(self.fieldname, self.words, slop=self.slop)]
        for part, phrases in self.in_parts(reader).items():
            rows.append(_in_part(reader, self.fieldname, part, phrases))
        return Or(rows, boost=self.boost).matcher(searcher, context)

    def in_parts(self, reader: IndexReader) -> dict[str, list[Query]]:
        """For each language of an index, the rows of forms that its documents could hold."""
        choices: dict[str, list[list[str]]] = {}
        for word in self.words:
            for part, members in family_members(reader, self.fieldname, word):
                choices.setdefault(part, []).append([text.decode() for text in members])
        return {
            part: [Phrase(self.fieldname, row, slop=self.slop) for row in _rows(words)]
            for part, words in choices.items()
            if len(words) == len(self.words)
        }


def forms_of(reader: IndexReader, fieldname: str, word: str) -> list[tuple[str, int]]:
    """The forms of a word that an index holds, and in how many documents, most frequent first.

    The word itself counts if it is held. Deleted documents count until they are merged away.
    """
    counts: dict[str, int] = {}
    for leaf, _ in reader.leaf_readers():
        if fieldname not in leaf.indexed_field_names():
            continue
        texts = {word.encode("utf-8", "surrogatepass")}
        for _, members in family_members(leaf, fieldname, word):
            texts.update(members)
        for text in texts:
            if held := leaf.doc_frequency(fieldname, text):
                form = text.decode("utf-8", "surrogatepass")
                counts[form] = counts.get(form, 0) + held
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def field_families(reader: SegmentReader, fieldname: str) -> tuple[Terms, Families] | None:
    """The segment's terms and how the field groups them; None where it does not."""
    terms = reader._terms  # noqa: SLF001 - Whoosh gives no other way to a segment's terms
    families = getattr(reader.schema[fieldname], "families", None)
    if not isinstance(terms, Terms) or families is None or fieldname not in terms.fields:
        return None
    return terms, families


def family_members(
    reader: IndexReader, fieldname: str, word: str
) -> Iterator[tuple[str, list[bytes]]]:
    """For each language of an index, the forms of `word` that documents of it hold."""
    found: dict[str, set[bytes]] = {}
    for leaf, _ in reader.leaf_readers():
        grouped = field_families(leaf, fieldname)
        if grouped is None:
            continue
        terms, families = grouped
        groups = terms.families(fieldname)
        dictionary = terms.fields[fieldname].terms
        for part in groups.parts:
            members = groups.members(families, word, part)
            found.setdefault(part, set()).update(dictionary[ordinal] for ordinal in members)
    yield from ((part, sorted(members)) for part, members in sorted(found.items()) if members)


def _in_part(reader: IndexReader, fieldname: str, part: str, queries: Sequence[Query]) -> Query:
    return And([Term(reader.schema[fieldname].families.partition, part), Or(list(queries))])


def _rows(choices: list[list[str]]) -> Iterator[list[str]]:
    if not choices:
        yield []
        return
    for rest in _rows(choices[1:]):
        for word in choices[0]:
            yield [word, *rest]
