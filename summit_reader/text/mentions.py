"""Reading a noun phrase as whoever speaks: a person, a body, an outlet, a group without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summit_reader.text.people import NAME, is_personal, without_titles
from summit_reader.text.vocabulary import (
    BODY_WORDS,
    FUNCTION_WORDS,
    GROUPS,
    NO_APPOSITION,
    OUTLET_NOUNS,
    PRONOUNS,
    TITLES,
)

LONGEST_PHRASE = 220
"""Characters beyond which no phrase is read as a speaker."""
LONGEST_MODIFIER = 9
"""Words that may stand before a name."""

_ORGANISATION = (
    r"(?:the\s)?[A-Z][\w’'.-]*(?:\s(?:(?:of|for|and|on|in|the)\s){0,2}[A-Z][\w’'.-]*){0,8}"
)
_PERSON = re.compile(
    rf"(?P<before>[^“”\"();:]{{1,90}}?,?\s)??(?P<name>{NAME})"
    rf"(?:\s(?:of(?!\sState)|from|at|with)\s(?P<place>{_ORGANISATION})"
    r"(?=$|,|\s(?:ahead|on|in|after|during|before)\b))?"
    r"(?:,\s(?P<apposition>[^“”\"();:]{3,160}?))?"
    r"(?:\s(?:ahead|on|after|during|before|in an?)\s[^,“”\"]{0,60})?$"
)
_GROUP = re.compile(
    r"(?:[\w’'-]+\s){0,5}?(?P<head>[a-z]+)"
    r"(?:\s(?:in|from|at|close|familiar|with|of|on|who)\b[^“”\"]{0,80})?$",
    re.IGNORECASE,
)
_POSSESSOR = re.compile(r"(?P<owner>(?:[Tt]he\s)?[A-Z][\w .&-]{0,40}?)[’']s?$")
_ARTICLES = ("a ", "an ", "the ")


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker as printed at one place.

    Exactly one of `pronoun`, `outlet_noun`, `group` and `name` is given; `description` and
    `owner` (an outlet in the possessive) go with a name.
    """

    pronoun: str = ""
    outlet_noun: str = ""
    group: str = ""
    name: str = ""
    description: str = ""
    owner: str = ""


def mention_in(phrase: str) -> Mention | None:
    """What speaker the whole of `phrase` is; None if it is none.

    >>> mention_in("veteran North Korea analyst Andrei Lankov").description
    'veteran North Korea analyst'
    """
    phrase = " ".join(phrase.split()).strip(" ,-–—.")
    if not phrase or len(phrase) > LONGEST_PHRASE:
        return None
    words = phrase.split()
    if phrase.casefold() in PRONOUNS:
        return Mention(pronoun=phrase.casefold())
    if len(words) == 2 and words[0].casefold() == "the" and words[1] in OUTLET_NOUNS:  # noqa: PLR2004 - the noun
        return Mention(outlet_noun=words[1])
    return _person(phrase) or _group(phrase, words)


def _person(phrase: str) -> Mention | None:
    match = _PERSON.match(phrase)
    if match is None:
        return None
    name = match["name"]
    before = (match["before"] or "").strip(" ,")
    stripped = without_titles(name)
    if stripped != name:
        before = f"{before} {name.removesuffix(stripped)}".strip()
    owner = ""
    possessor = _POSSESSOR.match(before)
    if possessor is not None:
        owner, before = possessor["owner"], ""
    elif before.casefold() in {"the", ""}:
        name_kept = f"{before} {name}".strip() if stripped == name else stripped
        return _described(name_kept, "", match)
    elif not _can_modify(before):
        return None
    mention = _described(stripped, _without_article(before), match)
    return Mention(name=mention.name, description=mention.description, owner=owner)


def _described(name: str, before: str, match: re.Match[str]) -> Mention:
    apposition = match["apposition"] or ""
    first = apposition.split()[0].casefold() if apposition.split() else ""
    if first in NO_APPOSITION or first.endswith("ing"):
        apposition = ""
    parts = (before, _without_article(match["place"] or ""), _without_article(apposition))
    return Mention(name=name, description=", ".join(part for part in parts if part))


def _can_modify(before: str) -> bool:
    words = before.split()
    if len(words) > LONGEST_MODIFIER:
        return False
    plain = [word.casefold().strip(",.") for word in _without_article(before).split()]
    if plain[-2:] == ["of", "state"]:
        plain = plain[:-2]
    return bool(plain) and plain[-1] in TITLES and not FUNCTION_WORDS.intersection(plain)


def _group(phrase: str, words: list[str]) -> Mention | None:
    match = _GROUP.match(phrase)
    if match is None or words[0].casefold() in FUNCTION_WORDS - {"the", "a", "an", "no"}:
        return None
    head = match["head"].casefold()
    named = [word for word in words[1:] if word[:1].isupper()]
    if head in GROUPS or (head in TITLES and words[0].casefold() in {"a", "an", "the"}):
        return Mention(group=phrase)
    if head in BODY_WORDS and words[0].casefold() == "the" and (named or len(words) > 1):
        return Mention(name=phrase)
    return None


def is_body(name: str) -> bool:
    """Whether `name` is that of a body: "the Kremlin", "United Nations"."""
    return name.casefold().startswith("the ") or not is_personal(name)


def _without_article(text: str) -> str:
    for article in _ARTICLES:
        if text.casefold().startswith(article):
            return text[len(article) :]
    return text
