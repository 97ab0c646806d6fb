"""Markdown: its marks become text again, its front matter what the file states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from summit_reader.domain.article import Hints, Imprint, RawArticle
from summit_reader.domain.errors import EmptyFile
from summit_reader.domain.importing import Item
from summit_reader.intake.composing import composed, headline_of, line_of
from summit_reader.intake.dates import moment_in
from summit_reader.intake.documents.front_matter import (
    FENCE,
    FIELD,
    Fields,
    front_matter_of,
)
from summit_reader.intake.language_tags import language_of
from summit_reader.intake.plain_text import decoded

_LOOKED_AT = 32_768
_SIGNS = 2
"""Kinds of marks from which on a text is Markdown; a star or a number sign is in many texts."""

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_QUOTE = re.compile(r"\s{0,3}(?:>\s?)+")
_BULLET = re.compile(r"\s{0,12}[-*+]\s+(?:\[[ xX]\]\s+)?(?P<text>\S.*)$")
_NUMBERED = re.compile(r"\s{0,12}\d{1,9}[.)]\s+\S")
_CODE_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_DEFINITION = re.compile(r"\s{0,3}\[(?!\^)[^\]\n]{1,200}\]:\s+\S+")
_NOTE = re.compile(r"\s{0,3}\[\^(?P<mark>[^\]\n]{1,40})\]:\s+(?P<text>.*)$")
_TABLE_RULE = re.compile(r"\s{0,3}\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IMAGE = re.compile(
    r"!\[[^\]\n]{0,500}\](?:\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)|\[[^\]\n]{0,200}\])"
)
_LINK = re.compile(
    r"\[(?P<text>[^\[\]\n]{1,1000})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\))?[^()\s]{0,200}"
    r"(?:\s+\"[^\"\n]{0,300}\")?\)|\[[^\]\n]{0,200}\])"
)
_WEB_LINK = re.compile(r"\[[^\[\]\n]{1,300}\]\(https?://")
_ADDRESS = re.compile(r"<(?P<url>https?://[^<>\s]{1,2000})>")
_NOTE_MARK = re.compile(r"\[\^[^\]\n]{1,40}\]")
_TAG = re.compile(
    r"</?(?:br|b|i|em|strong|u|s|sub|sup|span|a|p|div|small|mark|img)\b[^<>\n]{0,500}>"
)
_STRONG = re.compile(
    r"(?<![\w*])\*\*(?=\S)(?P<text>[^*\n]{1,2000}?)(?<=\S)\*\*|__(?=\S)(?P<low>[^_\n]{1,2000}?)(?<=\S)__"
)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])(?P<text>[^*\n]{1,2000}?)(?<=[^\s*\\])\*(?![\w*])"
    r"|(?<![\w_\\])_(?=[^\s_])(?P<low>[^_\n]{1,2000}?)(?<=[^\s_\\])_(?![\w_])"
)
_STRUCK = re.compile(r"~~(?=\S)(?P<text>[^~\n]{1,2000}?)(?<=\S)~~")
_CODE = re.compile(r"`(?P<text>[^`\n]{1,2000})`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")

_TITLES = ("title", "headline")
_STANDFIRSTS = ("standfirst", "subtitle", "description", "summary", "dek")
_DATES = ("date", "published", "publish date", "date published", "created")
_AUTHORS = ("author", "authors", "byline", "by")
_ADDRESSES = ("url", "link", "source", "canonical", "canonical url", "permalink")
_OUTLETS = ("outlet", "publisher", "publication", "site", "website", "newspaper", "source")
_LANGUAGES = ("language", "lang", "locale")
_SECTIONS = ("section", "category")


class MarkdownReader:
    """The one article of a Markdown file."""

    format = "markdown"
    media_type = "text/markdown"

    def accepts(self, content: bytes) -> bool:
        """Whether it begins with front matter, or has marks of more than one kind."""
        head = content[:_LOOKED_AT].decode("utf-8", "replace").removeprefix("\ufeff")
        head = head.replace("\r\n", "\n")
        if "\0" in head:
            return False
        fence = FENCE.match(head)
        if fence:
            lines = head.split("\n", 2)
            return len(lines) > 1 and bool(FIELD.match(lines[1]) or "=" in lines[1])
        lines = head.split("\n")
        signs = (
            any(map(_HEADING.match, lines)),
            _WEB_LINK.search(head) is not None,
            _STRONG.search(head) is not None,
            any(map(_CODE_FENCE.match, lines)),
            sum(map(bool, map(_HEADING.match, lines))) > 1,
        )
        return any(signs[:2]) and sum(signs) >= _SIGNS

    def read(self, name: str, content: bytes, hints: Hints) -> Iterator[Item]:
        """The article.

        Raises:
            EmptyFile: if there is nothing but marks.
            FileProblem: if it is not text.
        """
        text = decoded(content, Path(name), hints.charset)
        fields, body = front_matter_of(text)
        paragraphs = list(_paragraphs(_COMMENT.sub("", body)))
        imprint = _imprint(fields)
        source = composed(paragraphs, imprint.headline, imprint.standfirst)
        if not source:
            raise EmptyFile(name)
        yield RawArticle(name, content, self.media_type, source, hints, imprint)


def _imprint(fields: Fields) -> Imprint:
    def first(keys: tuple[str, ...]) -> str:
        return next((line_of(value) for key in keys for value in fields.get(key, ()) if value), "")

    addresses = [value for key in _ADDRESSES for value in fields.get(key, ())]
    outlets = [value for key in _OUTLETS for value in fields.get(key, ()) if "://" not in value]
    return Imprint(
        outlet=line_of(outlets[0]) if outlets else "",
        headline=headline_of(_words(first(_TITLES))),
        standfirst=_words(first(_STANDFIRSTS)),
        authors=tuple(line_of(one) for key in _AUTHORS for one in fields.get(key, ()) if one)[:20],
        published=moment_in(first(_DATES)),
        url=next(
            (line_of(one) for one in addresses if one.startswith(("http://", "https://"))), ""
        ),
        language=language_of(first(_LANGUAGES)),
        section=first(_SECTIONS),
    )


def _paragraphs(body: str) -> Iterator[str]:
    """The paragraphs without their marks; lines that were broken by hand are joined."""
    current: list[str] = []
    before, is_code = "", False
    for line in (*body.split("\n"), ""):
        if _CODE_FENCE.match(line):
            if current:
                yield "\n".join(current) if is_code else _words(_joined(current))
            current, is_code = [], not is_code
        elif is_code:
            current.append(line)
        else:
            plain = _QUOTE.sub("", line)
            opened = _opened(plain, has_lines=bool(current))
            # A heading ends where its line does.
            if current and (opened is not None or _HEADING.match(before)):
                yield _words(_joined(current))
                current = []
            current += [plain] if opened is None else opened
            before = plain
    if current:
        yield "\n".join(current)


def _opened(line: str, *, has_lines: bool) -> list[str] | None:
    """The first line of the paragraph that `line` opens, no line if it only ends one; else None."""
    if heading := _HEADING.match(line):
        return [heading["text"]]
    if bullet := _BULLET.match(line):
        return [f"• {bullet['text']}"]
    if note := _NOTE.match(line):
        return [f"{note['mark']}. {note['text']}"]
    if _NUMBERED.match(line):
        return [line]
    ends = (
        not line.strip()
        or _RULE.match(line)
        or _DEFINITION.match(line)
        or _TABLE_RULE.match(line)
        or (has_lines and _UNDERLINE.match(line))
    )
    return [] if ends else None


def _joined(lines: list[str]) -> str:
    """Lines in one; where one ends with two blanks or a stroke, a new line was meant."""
    text = ""
    for line in lines:
        hard = line.endswith(("  ", "\\"))
        text += line.rstrip("\\").strip() + ("\n" if hard else " ")
    return text.strip()


def _words(text: str) -> str:
    """A piece of text without the marks in it."""
    text = _TAG.sub("", _IMAGE.sub("", text))
    text = _ADDRESS.sub(r"\g<url>", _NOTE_MARK.sub("", _LINK.sub(r"\g<text>", text)))
    for pattern in (_STRONG, _EMPHASIS, _EMPHASIS, _STRUCK, _CODE):
        text = pattern.sub(lambda match: next(filter(None, match.groups()), ""), text)
    return _ESCAPED.sub(r"\1", text).strip()
