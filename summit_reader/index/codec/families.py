"""Words of a field that belong together, such as the forms of one stem.

Text is indexed as it is printed. That a word is also found in its other forms costs no second set
of postings: when a segment is written, its terms are grouped by a key (their stem), and a query
takes the terms of one group. What a word's key is depends on the document: it is stemmed in its own
language. So each value of the *partition* field, say "en", has its own groups, made of the terms
that documents of that language hold.

A group that is nothing but its own key ("kim") is not stored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from summit_reader.index.codec.dictionary import TermDictionary, write_terms
from summit_reader.index.codec.postings import Block, FieldPostings
from summit_reader.index.codec.sections import Array, SectionFile, SectionWriter


@dataclass(frozen=True)
class Families:
    """How the terms of a field are grouped; part of the schema, so both must pickle.

    `key(word, part)` is the key of a word in documents that hold the term `part` in the field
    `partition`. A document holds one such term at most; what holds none is in no group.
    """

    partition: str
    key: Callable[[str, str], str]


class FamilyWriter:
    """Watches a field being written and groups its terms at the end."""

    def __init__(self, families: Families, parts: list[bytes], part_of: Array) -> None:
        self._families = families
        self._parts = parts
        self._part_of = part_of
        self._held: list[Array] = []

    def see(self, block: Block) -> None:
        """Note which parts hold the terms of the block."""
        width = len(self._parts) + 1
        ordinals = np.repeat(np.arange(len(block.terms)) * width, block.holders)
        cells = np.bincount(
            ordinals + self._part_of[block.documents], minlength=len(block.terms) * width
        )
        self._held.append(cells.reshape(-1, width)[:, 1:] > 0)

    def finish(self, sections: SectionWriter, name: str, terms: list[bytes]) -> None:
        """Write the groups of every part."""
        held = np.concatenate(self._held) if self._held else np.zeros((0, len(self._parts)), bool)
        for number, part in enumerate(self._parts):
            members = np.flatnonzero(held[:, number]).tolist()
            self._write(sections, f"{name}/family {part.decode()}", part.decode(), members, terms)

    def _write(
        self,
        sections: SectionWriter,
        name: str,
        part: str,
        members: list[int],
        terms: list[bytes],
    ) -> None:
        groups: dict[bytes, list[int]] = {}
        key = self._families.key
        for ordinal in members:
            word = terms[ordinal].decode("utf-8", "surrogatepass")
            stem = key(word, part).encode("utf-8", "surrogatepass")
            groups.setdefault(stem, []).append(ordinal)
        alone = [
            stem for stem, group in groups.items() if len(group) == 1 and terms[group[0]] == stem
        ]
        for stem in alone:
            del groups[stem]
        keys = sorted(groups)
        write_terms(sections, name, keys)
        ends = np.cumsum([0, *(len(groups[stem]) for stem in keys)]).astype(np.uint32)
        sections.add(f"{name}/groups", ends)
        sections.add(
            f"{name}/members",
            np.array([ordinal for stem in keys for ordinal in groups[stem]], np.uint32),
        )


class FamilyReader:
    """The groups of one field."""

    def __init__(self, file: SectionFile, name: str, terms: TermDictionary) -> None:
        self._terms = terms
        prefix, suffix = f"{name}/family ", "/members"
        self._parts = {
            section.removeprefix(prefix).removesuffix(suffix): (
                TermDictionary(file, section.removesuffix(suffix)),
                file[section.removesuffix(suffix) + "/groups"],
                file[section],
            )
            for section in file.names()
            if section.startswith(prefix) and section.endswith(suffix)
        }

    @property
    def parts(self) -> tuple[str, ...]:
        """The terms of the partition field, ascending."""
        return tuple(sorted(self._parts))

    def members(self, families: Families, word: str, part: str) -> list[int]:
        """The ordinals of the terms that share the key of `word` in `part`, ascending."""
        keys, groups, members = self._parts[part]
        key = families.key(word, part)
        stem = key.encode("utf-8", "surrogatepass")
        group = keys.find(stem)
        if group >= 0:
            found: list[int] = members[groups[group] : groups[group + 1]].tolist()
            return found
        # A group of one was not stored: the key itself, if it is its own key.
        alone = self._terms.find(stem)
        return [alone] if alone >= 0 and families.key(key, part) == key else []


def partition(postings: FieldPostings | None, documents: int) -> tuple[list[bytes], Array]:
    """The terms of a partition field, and for each document 1 + the number of its term, or 0.

    A document that holds several counts for the last.
    """
    if postings is None:
        return [], np.zeros(documents, np.uint8)
    parts = list(postings.terms.between(0, len(postings.terms)))
    part_of = np.zeros(documents, np.min_scalar_type(len(parts)))
    for number in range(len(parts)):
        part_of[postings.holding(number, number + 1)] = number + 1
    return parts, part_of
