"""Which column of a table holds what, by their names or by the reader's choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

_NAMES: Mapping[str, tuple[str, ...]] = {
    "body": (
        "text", "body", "content", "fulltext", "articletext", "articlebody", "maintext",
        "contenttext", "contenthtml", "article", "story", "plaintext", "html", "volltext", "texte",
        "texto", "testo", "inhalt", "contenu", "contenido",
    ),
    "headline": (
        "title", "headline", "heading", "articletitle", "name", "titel", "titre", "titulo",
        "titolo", "subject",
    ),
    "standfirst": (
        "standfirst", "subtitle", "description", "summary", "abstract", "dek", "lead", "lede",
        "teaser", "excerpt",
    ),
    "outlet": (
        "outlet", "source", "publisher", "publication", "newspaper", "sourcename", "site",
        "sitename", "medium", "media", "journal", "paper", "containertitle", "domain", "zeitung",
    ),
    "published": (
        "date", "published", "publishedat", "publisheddate", "publicationdate", "datepublished",
        "publishdate", "pubdate", "datetime", "timestamp", "time", "created", "createdat", "datum",
        "fecha", "data", "issued",
    ),
    "authors": (
        "author", "authors", "byline", "by", "creator", "writer", "autor", "auteur", "autore",
    ),
    "url": (
        "url", "link", "href", "articleurl", "canonicalurl", "sourceurl", "permalink", "webpage",
        "address", "uri", "adresse",
    ),
    "language": ("language", "lang", "languagecode", "locale", "sprache", "langue", "idioma"),
    "section": ("section", "category", "rubric", "desk", "ressort", "rubrique"),
    "id": ("id", "key", "articleid", "uuid", "guid", "docid", "identifier"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TableColumns:
    """The names of the columns that hold the parts of an article; empty where none does."""

    body: str = ""
    headline: str = ""
    standfirst: str = ""
    outlet: str = ""
    published: str = ""
    authors: str = ""
    url: str = ""
    language: str = ""
    section: str = ""
    id: str = ""

    @classmethod
    def recognised(cls, names: Iterable[str]) -> TableColumns:
        """The columns by their names in any spelling; of several that fit, the usual one.

        >>> TableColumns.recognised(["Headline", "Full_Text", "pub_date"]).body
        'Full_Text'
        """
        by_key: dict[str, str] = {}
        for name in names:
            by_key.setdefault(_key(name), name)
        return cls(
            **{
                part: next((by_key[key] for key in keys if key in by_key), "")
                for part, keys in _NAMES.items()
            }
        )

    def over(self, others: TableColumns) -> TableColumns:
        """These columns, and those of `others` for the parts that have none here."""
        return TableColumns(
            **{
                each.name: getattr(self, each.name) or getattr(others, each.name)
                for each in fields(self)
            }
        )


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
