"""What tells one article from another, so that the same one is not taken in twice."""

from __future__ import annotations

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit

from summit_reader.domain.outlet import OutletProfile

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "smid", "ocid", "at_")


def fingerprint_of(outlet: OutletProfile, url: str, source_text: str) -> str:
    """SHA-256 over the outlet and the canonical URL; without a URL, over the source text."""
    canonical = canonical_url(url)
    identity = f"{outlet.name.casefold()}\0{canonical}" if canonical else source_text
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()


def canonical_url(url: str) -> str:
    """`url` without what varies from link to link; empty if it is not a web address.

    >>> canonical_url("HTTP://www.Example.org/a/?utm_source=x&id=7#top")
    'https://example.org/a?id=7'
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port else ""
        kept = [
            (key, value)
            for key, value in parse_qsl(parts.query, keep_blank_values=True)
            if not key.casefold().startswith(_TRACKING)
        ]
        query = f"?{urlencode(kept)}" if kept else ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    return f"https://{host}{port}{parts.path.rstrip('/')}{query}"
