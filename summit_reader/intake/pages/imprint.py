"""What a page states of its article: linked data and mark-up weighed against each other.

Linked data are written for machines by the same hand that wrote the article, so they win where they
say something; what they leave out is taken from the mark-up.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from summit_reader.intake.pages import meta
from summit_reader.intake.pages.linked_data import LinkedArticle
from summit_reader.intake.pages.meta import Head

_JOINT = re.compile(r"\s+[|–—·•‹›«»:-]\s+|\s?[|｜：]\s?")
"""What divides a headline from the name of its site."""
_DATE = re.compile(r"\d[\d./ -]{4,10}\d$")
_BY = re.compile(r"(?:by|von|par|por|de|di|door|av|af|przez)\s+", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|www\.|@|[(){}<>=/]|\d{4}", re.IGNORECASE)
_LONGEST_NAME = 80
_LONGEST_SITE = 40
_MOST_WORDS = 4
_LIST = 2
"""Commas between names in one string that make it a list: one may stand before an office."""
_SURE = re.compile(r"\s*[;|•·]\s*")
_AND = re.compile(r"\s+(?:and|und|et|y|og|och|&)\s+", re.IGNORECASE)
_COMMA = re.compile(r",\s+")
_COMPANY = re.compile(
    r"\b(?:GmbH|AG|KG|SE|Ltd|Limited|Inc|LLC|Corp|Group|Verlag|Holding|Media|S\.?[AL]\.?|A/S|AS|AB|Oy"
    r"|B\.?V|Mediehuset)\b"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_NOT_A_SITE = frozenset({"com", "co", "org", "net", "www"})


def imprint_of(head: Head, linked: LinkedArticle, url: str) -> dict[str, Any]:
    """What is stated, by the names that `Imprint` has for it, as JSON has it.

    Its `description` is a standfirst only where it is printed, too.
    """
    address = _url(head, linked, url)
    sites = tuple(_sites(head, linked))
    host_names = tuple(_host_names(address))
    authors = _authors(head, linked)
    people = [name for name in authors if not _is_house(name, sites, host_names)]
    return {
        "outlet": min(sites, key=_oddity, default=""),
        "headline": _headline(head, linked, (*sites, *host_names)),
        "description": linked.description or head.first(meta.DESCRIPTIONS),
        "authors": people,
        "house": "" if people else next(iter(authors), ""),
        "url": address,
        "language": _language(head, linked),
        "section": linked.section or head.first(meta.SECTIONS),
        "paywalled": linked.free is False or (linked.free is None and head.is_paid),
    }


def _sites(head: Head, linked: LinkedArticle) -> Iterator[str]:
    """What the page calls its site."""
    names = (name for key in meta.SITES for name in head.meta.get(key, ()))
    return iter(dict.fromkeys(filter(None, (*names, linked.publisher))))


def _oddity(site: str) -> int:
    """How far a name is from what readers call an outlet: a company, a domain, a slogan."""
    return (
        4 * (_COMPANY.search(site) is not None)
        + 2 * (len(site) > _LONGEST_SITE)
        + ("." in site or site.islower())
    )


def _is_house(author: str, sites: Iterable[str], host_names: Iterable[str]) -> bool:
    """Whether it is no person but the outlet that signs."""
    if _key(author) in map(_key, sites):
        return True
    words = author.split()
    beginnings = {_key(" ".join(words[:count])) for count in range(1, len(words) + 1)}
    return any(_key(host) in beginnings for host in host_names)


def _host_names(url: str) -> Iterator[str]:
    """What may stand for the site in its own titles: "dw.com", "dw"."""
    host = _host(url)
    yield host
    yield from (part for part in host.split(".") if len(part) > 1 and part not in _NOT_A_SITE)


def _headline(head: Head, linked: LinkedArticle, sites: Iterable[str]) -> str:
    """What is shared is what the outlet calls its article; what machines are told comes next."""
    keys = {_key(site) for site in sites} - {""}
    stated = (head.first(meta.HEADLINES), linked.headline, *head.headings[:1], head.title)
    cut = (_as_printed(without_site(one, keys), head.headings) for one in stated)
    return next(filter(None, cut), "")


def _as_printed(headline: str, headings: Iterable[str]) -> str:
    """`headline` without what is joined to the heading of the page it begins with."""
    for heading in headings:
        rest = headline.removeprefix(heading)
        if rest != headline and _JOINT.match(rest):
            return heading
    return headline


def without_site(headline: str, keys: Collection[str]) -> str:
    """`headline` without the name of its site, and a date, at its end; `keys` are such names.

    >>> without_site("Ferry stops | Harbour | The Tide", {"tide"})
    'Ferry stops | Harbour'
    """
    if headline.startswith("|"):
        return ""  # nothing but the site is named
    while True:
        joints = list(_JOINT.finditer(headline))
        if not joints:
            return headline
        last = headline[joints[-1].end() :].strip()
        if _key(last) not in keys and not _DATE.match(last):
            return headline
        headline = headline[: joints[-1].start()].strip()


def _key(name: str) -> str:
    """A name as it is compared: letters and digits, without an article or a domain's ending."""
    bare = re.sub(r"\.(?:com?|org|net|[a-z]{2})(?:\.[a-z]{2})?$", "", name.casefold().strip())
    return "".join(filter(str.isalnum, bare.removeprefix("the ")))


def _authors(head: Head, linked: LinkedArticle) -> list[str]:
    stated = (
        linked.authors,
        next((found for name in meta.AUTHORS if (found := _named(head.meta.get(name, ())))), ()),
        head.authors[:3],
    )
    return next((found for found in map(_named, stated) if found), [])


def _named(stated: Iterable[str]) -> list[str]:
    """The names among what is stated as such, each once."""
    names: dict[str, str] = {}
    for name in (name for one in stated for part in _SURE.split(one) for name in _divided(part)):
        if name and len(name) <= _LONGEST_NAME and not _NO_NAME.search(name):
            names.setdefault(_key(name), name)
    return list(names.values())


def _divided(stated: str) -> list[str]:
    """Each name of several in one string, as long as all of them look like a person's."""
    stated = stated.strip(" ,")
    bare = _BY.sub("", stated, count=1) if _BY.match(stated) else stated
    is_list = _AND.search(bare) is not None or len(_COMMA.findall(bare)) >= _LIST
    names = [name for part in _AND.split(bare) for name in _COMMA.split(part)]
    whole = all(1 < len(name.split()) <= _MOST_WORDS for name in names)
    return names if is_list and whole else [bare]


def _url(head: Head, linked: LinkedArticle, url: str) -> str:
    """The address that the page itself goes by."""
    for stated in (head.canonical, head.first(("og:url",)), linked.url):
        address = _joined(url, stated)
        if address and urlsplit(address).path.strip("/"):
            return address
    return url


def _joined(base: str, address: str) -> str:
    try:
        joined = urljoin(base, address) if address else ""
        parts = urlsplit(joined)
    except ValueError:
        return ""
    return joined if parts.scheme in {"http", "https"} and parts.hostname else ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _language(head: Head, linked: LinkedArticle) -> str:
    """The code of the language, without its region."""
    for stated in (linked.language, head.language, head.first(("og:locale", "content-language"))):
        found = _LANGUAGE.match(stated.strip())
        if found:
            return found.group().casefold()
    return ""
