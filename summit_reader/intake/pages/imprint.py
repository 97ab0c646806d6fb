"""What a page states of its article: linked data and mark-up weighed against each other.

Linked data are written for machines by the same hand that wrote the article, so they win where they
say something; what they leave out is taken from the mark-up.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from summit_reader.intake.dates import moment_in
from summit_reader.intake.pages import meta
from summit_reader.intake.pages.linked_data import LinkedArticle
from summit_reader.intake.pages.meta import Head

_JOINT = re.compile(r"\s+[|–—·•‹›«»:-]\s+|\s?[|｜：]\s?")
"""What divides a headline from the name of its site."""
_DATE = re.compile(r"[\d./ -]{6,12}$")
_BY = re.compile(r"(?:by|von|par|por|de|di|door|av|af|przez)\s+", re.IGNORECASE)
_NO_NAME = re.compile(r"https?:|www\.|@|[(){}<>=/]|\d{4}", re.IGNORECASE)
_LONGEST_NAME = 80
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
_NOT_A_SITE = frozenset({"com", "co", "org", "net", "www"})


def imprint_of(head: Head, linked: LinkedArticle, url: str) -> dict[str, Any]:
    """What is stated, by the names that `Imprint` has for it, as JSON has it.

    Its `description` is a standfirst only where it is printed, too.
    """
    address = _url(head, linked, url)
    sites = tuple(_sites(head, linked))
    return {
        "outlet": sites[0] if sites else "",
        "headline": _headline(head, linked, (*sites, *_host_names(address))),
        "description": linked.description or head.first(meta.DESCRIPTIONS),
        "authors": _authors(head, linked),
        "published": _published(head, linked),
        "url": address,
        "language": _language(head, linked),
        "section": linked.section or head.first(meta.SECTIONS),
        "paywalled": linked.free is False or (linked.free is None and head.is_paid),
    }


def _sites(head: Head, linked: LinkedArticle) -> Iterator[str]:
    """What the page calls its site; a company that publishes it comes last."""
    names = (name for key in meta.SITES for name in head.meta.get(key, ()))
    return iter(dict.fromkeys(filter(None, (*names, linked.publisher))))


def _host_names(url: str) -> Iterator[str]:
    """What may stand for the site in its own titles: "dw.com", "dw"."""
    host = _host(url)
    yield host
    yield from (part for part in host.split(".") if len(part) > 1 and part not in _NOT_A_SITE)


def _headline(head: Head, linked: LinkedArticle, sites: Iterable[str]) -> str:
    keys = {_key(site) for site in sites} - {""}
    stated = (head.first(meta.HEADLINES), linked.headline, *head.headings[:1], head.title)
    return next((cut for cut in (without_site(one, keys) for one in stated) if cut), "")


def without_site(headline: str, keys: Collection[str]) -> str:
    """`headline` without the name of its site, and a date, at its end; `keys` are such names.

    >>> without_site("Ferry stops | Harbour | The Tide", {"tide"})
    'Ferry stops | Harbour'
    """
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
    for one in stated:
        name = _BY.sub("", one.strip(" ,;|"), count=1) if _BY.match(one) else one.strip(" ,;|")
        if name and len(name) <= _LONGEST_NAME and not _NO_NAME.search(name):
            names.setdefault(_key(name), name)
    return list(names.values())


def _published(head: Head, linked: LinkedArticle) -> str:
    stated = (linked.published, *(head.first((name,)) for name in meta.PUBLISHED))
    return next((one for one in stated if one and moment_in(one)), "")


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
