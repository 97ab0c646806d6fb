"""The words of a language by what they do: verbs of saying, pronouns, small words, titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

Words = tuple[str, ...]
"""Some words in small letters, one after the other."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a verb by which words are reported.

    `states` tells whether it can carry a whole statement, `bare` whether that needs no "that",
    `names` whether it carries a phrase only. A `doubtful` form is as often a noun, a `participle`
    shares the subject of the verb before it.
    """

    verb: str
    states: bool = False
    bare: bool = False
    names: bool = False
    doubtful: bool = False
    participle: bool = False


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb of judging asks for after its object: one of `words`; with none, nothing.

    `is_noun` tells that the words are articles, before a noun that says what something is called.
    """

    words: frozenset[str]
    is_noun: bool = False


@dataclass(frozen=True)
class Pronouns:
    """The pronouns that can be subjects, and the endings that attach one to its verb."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    plural: frozenset[str]
    neuter: frozenset[str]
    first: frozenset[str]
    relative: frozenset[str]
    possessive: frozenset[str]
    objects: frozenset[str]
    masculine_forms: frozenset[str]
    feminine_forms: frozenset[str]
    attached: frozenset[str]
    elided: frozenset[str]

    @cached_property
    def third(self) -> frozenset[str]:
        """Those that stand for somebody else."""
        return self.masculine | self.feminine | self.plural | self.neuter


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words between which names and noun phrases stand."""

    determiners: frozenset[str]
    indefinite: frozenset[str]
    existential: frozenset[str]
    prepositions: frozenset[str]
    affiliating: frozenset[str]
    agents: frozenset[str]
    publishing: frozenset[str]
    conjunctions: frozenset[str]
    questions: frozenset[str]
    connectives: frozenset[str]
    empty: frozenset[str]
    lead_ins: frozenset[str]
    tails: frozenset[str]
    joining: frozenset[str]
    negations: frozenset[str]
    particles: frozenset[str]
    afterthoughts: frozenset[str]
    contrasts: frozenset[str]
    coordinators: frozenset[str]
    auxiliaries: frozenset[str]
    finite: frozenset[str]
    perfect: frozenset[str]
    passive: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: frozenset[str]
    verb_endings: frozenset[str]
    leading_verbs: frozenset[str]
    infinitive: frozenset[str]
    apposition_openers: frozenset[str]
    openers: frozenset[str]
    name_articles: frozenset[str]
    time_words: frozenset[str]
    weekdays: frozenset[str]
    abbreviations: frozenset[str]
    name_particles: frozenset[str]
    name_suffixes: frozenset[str]
    body_particles: frozenset[str]
    possessive_endings: frozenset[str]


@dataclass(frozen=True, slots=True)
class People:
    """Titles, professions, first names, and the words for speakers without a name."""

    honorifics_masculine: frozenset[str]
    honorifics_feminine: frozenset[str]
    honorifics: frozenset[str]
    official: frozenset[str]
    expert: frozenset[str]
    domains: frozenset[str]
    modifiers: frozenset[str]
    groups: frozenset[str]
    masculine_first_names: frozenset[str]
    feminine_first_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Bodies:
    """What bodies and places are called, to tell them from people."""

    outlet_nouns: frozenset[str]
    public: frozenset[str]
    think_tanks: frozenset[str]
    words: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]


@dataclass(frozen=True)
class Offices:
    """Who holds an office, by the words of "russian president" and by those of "the president"."""

    described: Mapping[Words, frozenset[Words]]
    bare: Mapping[Words, frozenset[Words]]

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Any]]) -> Offices:
        """What the rows of a language file say.

        The `holders` of an office are `called` by it with its country, or by its bare `titles`, an
        article before them.

        Raises:
            KeyError: if a row lacks one of the three.
        """
        described: dict[Words, set[Words]] = {}
        bare: dict[Words, set[Words]] = {}
        for row in rows:
            holders = {folded(name) for name in row["holders"]}
            for table, phrases in ((described, row["called"]), (bare, row["titles"])):
                for phrase in phrases:
                    table.setdefault(folded(phrase), set()).update(holders)
        return cls(_frozen(described), _frozen(bare))

    @cached_property
    def last_words(self) -> frozenset[str]:
        """What an office ends with."""
        return frozenset(words[-1] for words in (*self.described, *self.bare))

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many words offices have, the most first."""
        return tuple(sorted({len(words) for words in (*self.described, *self.bare)}, reverse=True))


def folded(text: str) -> Words:
    """The words of a name or an office, however it is hyphenated."""
    return tuple(text.casefold().replace("-", " ").split())


def _frozen(table: Mapping[Words, set[Words]]) -> dict[Words, frozenset[Words]]:
    return {words: frozenset(holders) for words, holders in table.items()}


@dataclass(frozen=True, slots=True)
class Facts:
    """The words by which two texts are told apart as facts.

    `negation_endings` are those of words that say no ("won't"), `magnitudes` what belongs to a
    number in figures, `not_names` words with a capital that open sentences and name nobody, and
    `no_points` words that many outlets share without any of them being a point to compare on.
    """

    negations: frozenset[str]
    negation_endings: frozenset[str]
    hedges: frozenset[str]
    magnitudes: frozenset[str]
    not_names: frozenset[str]
    no_points: frozenset[str]
