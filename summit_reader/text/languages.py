"""What the rules need to know of each language, as data: verbs of saying, titles, pronouns, months.

The data come from `resources/languages/*.toml`, one file a language. This room reads no files: it
is given a loader (`read_with`), which is called when the first text is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from typing import Any, TypeVar

from summit_reader.text.vocabulary import (
    Bodies,
    Complement,
    Cue,
    Facts,
    Grammar,
    Offices,
    People,
    Pronouns,
)

SAMPLE = 4_000
"""Characters from the beginning of a text by which its language is told."""
FEWEST_STOP_WORDS = 4
"""Stop words of a language that a text must have to be taken for one in it."""

_WORD = re.compile(r"[^\W\d_]+")
_Lists = TypeVar("_Lists")


@dataclass(frozen=True)
class Language:
    """One language as the rules see it; `cues` is by form, `phrases` by first word."""

    code: str
    stop_words: frozenset[str]
    capitalised_nouns: bool
    small_months: bool
    inverts: bool
    inside_marks: bool
    cues: Mapping[str, Cue]
    judging: Mapping[str, Complement]
    cue_phrases: Mapping[str, frozenset[str]]
    sources: tuple[tuple[str, ...], ...]
    opening_sources: tuple[tuple[str, ...], ...]
    closing_sources: tuple[tuple[str, ...], ...]
    that: frozenset[str]
    addressees: frozenset[str]
    addressing: frozenset[str]
    said_things: frozenset[str]
    hedges: frozenset[str]
    participle_endings: frozenset[str]
    pronouns: Pronouns
    grammar: Grammar
    people: People
    bodies: Bodies
    facts: Facts
    months: tuple[str, ...]
    month_abbreviations: tuple[str, ...]
    countries: Mapping[str, str]
    offices: Offices
    boilerplate: Mapping[str, tuple[str, ...]]
    furniture: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Language:
        """The language that the file with the contents `data` describes.

        Raises:
            KeyError: if the file lacks its code, its stop words or a table.
        """
        cues, words = data["cues"], data["words"]
        return cls(
            code=str(data["code"]),
            stop_words=_words(data["stop_words"]),
            capitalised_nouns=bool(data.get("capitalised_nouns")),
            small_months=bool(data.get("small_months")),
            inverts=bool(data.get("inverts")),
            inside_marks=bool(data.get("inside_marks")),
            cues=_cues(cues),
            judging=_judging(cues.get("judging", {}), words),
            cue_phrases=_phrases(cues.get("phrases", ())),
            sources=_word_rows(cues.get("sources", ())),
            opening_sources=_word_rows(cues.get("opening_sources", ())),
            closing_sources=_word_rows(cues.get("closing_sources", ())),
            that=_words(cues.get("that", "")),
            addressees=_words(cues.get("addressees", "")),
            addressing=_words(cues.get("addressing", "")),
            said_things=_words(cues.get("said_things", "")),
            hedges=_words(cues.get("hedges", "")),
            participle_endings=_words(cues.get("participle_endings", "")),
            pronouns=_lists(Pronouns, data["pronouns"]),
            grammar=_lists(Grammar, words),
            people=_lists(People, data["people"]),
            bodies=_lists(Bodies, data["bodies"]),
            facts=_lists(Facts, data.get("facts", {})),
            months=tuple(words.get("months", "").split()),
            month_abbreviations=tuple(words.get("month_abbreviations", "").split()),
            countries=dict(data.get("countries", {})),
            offices=Offices.of(data.get("offices", ())),
            boilerplate=_rules(data.get("boilerplate", {})),
            furniture=_rules(data.get("furniture", {})),
        )

    @cached_property
    def titles(self) -> frozenset[str]:
        """Titles and professions of every sort."""
        return self.people.official | self.people.expert

    @cached_property
    def known_nouns(self) -> frozenset[str]:
        """Nouns the file lists: none of them is a name."""
        bodies = self.bodies
        return (
            self.titles | self.people.groups | bodies.public | bodies.words | bodies.outlet_nouns
            | bodies.places | bodies.peoples | self.grammar.time_words | self.said_things
        )  # fmt: skip

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that end a noun phrase to their right."""
        grammar, pronouns = self.grammar, self.pronouns
        return (
            grammar.prepositions | grammar.conjunctions | grammar.auxiliaries | grammar.determiners
            | pronouns.third | pronouns.relative | pronouns.possessive
        )  # fmt: skip

    @cached_property
    def skipped_before_cue(self) -> frozenset[str]:
        """What may stand between a subject and its verb."""
        return self.grammar.adverbs | self.grammar.auxiliaries

    @cached_property
    def sources_by_first(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """The phrases that introduce a source, by their first words."""
        by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
        for source in (*self.sources, *self.opening_sources, *self.closing_sources):
            by_first[source[0]] = (*by_first.get(source[0], ()), source)
        return by_first

    @cached_property
    def owners(self) -> frozenset[str]:
        """What a noun phrase begins with: articles, and whose it is."""
        return self.grammar.determiners | self.pronouns.possessive

    @cached_property
    def linking(self) -> frozenset[str]:
        """Prepositions and conjunctions."""
        return self.grammar.prepositions | self.grammar.conjunctions

    @cached_property
    def asides(self) -> frozenset[str]:
        """What an aside about time or place begins with."""
        return self.grammar.prepositions | self.grammar.time_words

    @cached_property
    def small_subjects(self) -> frozenset[str]:
        """Words that are a subject by themselves: "he", "there"."""
        return self.pronouns.third | self.grammar.existential

    @cached_property
    def subordinating(self) -> frozenset[str]:
        """What a clause begins with that is part of another: "that", "what", "who"."""
        return self.that | self.grammar.questions | self.pronouns.relative

    @cached_property
    def bodies_known(self) -> frozenset[str]:
        """Nouns in the names of bodies, public ones too."""
        return self.bodies.public | self.bodies.words

    @cached_property
    def speaking_nouns(self) -> frozenset[str]:
        """Nouns of whoever can say something: titles, groups, bodies, outlets, reports."""
        return (
            self.titles | self.people.groups | self.bodies_known | self.bodies.outlet_nouns
            | self.said_things | self.bodies.peoples
        )  # fmt: skip

    @cached_property
    def places_and_peoples(self) -> frozenset[str]:
        """Capitalised words that are nobody's name."""
        return self.bodies.places | self.bodies.peoples

    def share_of(self, counts: Mapping[str, int]) -> int:
        """How often words of this language's profile are among the counted ones."""
        return sum(counts.get(word, 0) for word in self.stop_words)


@dataclass(frozen=True)
class Languages:
    """All languages the program knows; the first one stands in for those it does not."""

    known: tuple[Language, ...]
    _patterns: dict[str, re.Pattern[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    _several: dict[str, tuple[re.Pattern[str], ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def boilerplate(self, *names: str) -> re.Pattern[str]:
        """One pattern of the rules `names` of all languages, each rule a named group."""
        key = " ".join(names)
        if key not in self._patterns:
            groups = []
            for name in names:
                rules = [rule for one in self.known for rule in one.boilerplate.get(name, ())]
                groups.append(f"(?P<{name}>{'|'.join(rules) or '(?!)'})")
            self._patterns[key] = re.compile("|".join(groups), re.IGNORECASE)
        return self._patterns[key]

    def furniture(self, name: str) -> str:
        """The rules `name` about names and dates around an article, of all languages, as one.

        It is a part of a pattern, which matches nothing if there are no such rules.
        """
        rules = [rule for one in self.known for rule in one.furniture.get(name, ())]
        return f"(?:{'|'.join(rules) or '(?!)'})"

    def weekdays(self) -> tuple[str, ...]:
        """The names of the days of the week, in small letters."""
        return tuple(sorted({day for one in self.known for day in one.grammar.weekdays}))

    @cached_property
    def no_points(self) -> frozenset[str]:
        """Words of any language that many texts share and nobody would compare them on."""
        return frozenset().union(
            *(one.facts.no_points | one.stop_words | one.function_words | one.grammar.adverbs
              | one.people.masculine_first_names | one.people.feminine_first_names
              | one.cues.keys() for one in self.known)
        )  # fmt: skip

    def patterns(self, name: str) -> tuple[re.Pattern[str], ...]:
        """The rules `name` of all languages, each a pattern with groups of its own."""
        if name not in self._several:
            rules = [rule for one in self.known for rule in one.boilerplate.get(name, ())]
            self._several[name] = tuple(re.compile(rule, re.IGNORECASE) for rule in rules)
        return self._several[name]

    def months(self) -> dict[str, int]:
        """The numbers of the months by their names and abbreviations, in small letters."""
        numbers: dict[str, int] = {}
        for one in self.known:
            for number, month in enumerate(one.months, start=1):
                numbers.setdefault(month, number)
                for short in one.month_abbreviations:
                    if month.startswith(short):
                        numbers.setdefault(short, number)
        return numbers

    def named(self, code: str) -> Language:
        """The language with this code, region aside ("de-AT"); else the first one."""
        primary = code.casefold().replace("_", "-").split("-")[0]
        return next((one for one in self.known if one.code == primary), self.known[0])

    def country(self, name: str) -> str:
        """The ISO 3166-1 code of a country by its name in any language; empty if unknown."""
        return next((one.countries[name] for one in self.known if name in one.countries), "")

    def told_from(self, text: str) -> str:
        """The code of the language most stop words of `text` belong to; empty if none has a few.

        A language the program does not know has few stop words of those it does, or is taken for
        its neighbour.
        """
        counts = Counter(_WORD.findall(text[:SAMPLE].lower()))
        shares = {one.code: one.share_of(counts) for one in self.known}
        code = max(shares, key=lambda code: shares[code])
        return code if shares[code] >= FEWEST_STOP_WORDS else ""


def read_with(load: Callable[[], Languages]) -> None:
    """From now on, `languages` are those that `load` returns; it is called once, when needed.

    The same loader again changes nothing: what it read is kept.
    """
    if _source == [load]:
        return
    _source[:] = [load]
    languages.cache_clear()


@cache
def languages() -> Languages:
    """The languages the program knows.

    Raises:
        LookupError: if nobody has said where they come from.
    """
    if not _source:
        message = "no loader of languages was given"
        raise LookupError(message)
    return _source[0]()


_source: list[Callable[[], Languages]] = []


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _word_rows(phrases: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.lower().split()) for phrase in phrases)


def _lists(cls: type[_Lists], table: Mapping[str, str]) -> _Lists:
    # Every field of these classes is a list of words; one the file leaves out is empty.
    names = [one.name for one in fields(cls)]  # type: ignore[arg-type] # dataclasses, all of them
    return cls(**{name: _words(table.get(name, "")) for name in names})


def _cues(table: Mapping[str, Any]) -> dict[str, Cue]:
    bare, doubtful = _words(table.get("bare", "")), _words(table.get("nouns_too", ""))
    only = _words(table.get("phrases_only", ""))
    endings = tuple(table.get("participle_endings", "").split())
    cues: dict[str, Cue] = {}
    for kind in ("stating", "voicing", "naming"):
        for verb in table.get(kind, ()):
            infinitive, *others = verb.split()
            for form in (infinitive, *others):
                if form in only:
                    continue
                cue = Cue(
                    verb=infinitive,
                    states=kind == "stating",
                    bare=infinitive in bare,
                    names=kind == "naming",
                    doubtful=form in doubtful,
                    participle=bool(endings) and form.endswith(endings),
                )
                cues.setdefault(form, cue)
    return cues


def _judging(table: Mapping[str, str], words: Mapping[str, str]) -> dict[str, Complement]:
    indefinite = _words(words.get("indefinite", ""))
    found = {}
    for asked, verbs in table.items():
        is_noun = asked == "a noun"
        complement = Complement(indefinite if is_noun else _words(asked), is_noun)
        found.update(dict.fromkeys(verbs.split(), complement))
    return found


def _rules(table: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(rules) for name, rules in table.items()}


def _phrases(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    seconds: dict[str, set[str]] = {}
    for phrase in phrases:
        first, second = phrase.split()
        seconds.setdefault(first, set()).add(second)
    return {first: frozenset(found) for first, found in seconds.items()}
