"""What articles are counted by, and what copies of one text have in common."""

from __future__ import annotations

from hashlib import blake2b

from summit_reader.domain.search import FacetField
from summit_reader.index.analyzer import primary_language, terms
from summit_reader.index.port import ArticleDocument

_TELLING = 20
"""Words of a passage that two articles hardly share by chance."""


def facet_values(document: ArticleDocument, field: FacetField) -> frozenset[str]:
    """The values of the article in this field; what it carries of others counts as much."""
    takes = document.takes
    if field is FacetField.OUTLET:
        values = {document.outlet, *(take.outlet for take in takes)}
    elif field is FacetField.COUNTRY:
        values = {document.country, *(take.country for take in takes)}
    elif field is FacetField.LANGUAGE:
        values = {primary_language(document.language)}
    elif field is FacetField.ROLE:
        values = {take.role for take in takes}
    elif field is FacetField.SPEAKER:
        values = {take.speaker for take in takes}
    else:
        values = {f"{document.published:%Y-%m}" if document.published else ""}
    return frozenset(values - {""})


def digest(document: ArticleDocument) -> str:
    """What copies of a text share: the longest passage. Empty where that is too short to tell."""
    longest = terms(max((each.text for each in document.passages), key=len, default=""))
    if len(longest) < _TELLING:
        return ""
    return blake2b(" ".join(longest).encode(), digest_size=8).hexdigest()
