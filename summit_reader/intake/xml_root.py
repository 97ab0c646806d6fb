"""What an XML file is, told from the name of its outermost element."""

from __future__ import annotations

from dataclasses import dataclass

HEAD = 65_536
"""Bytes in which the outermost element begins, comments above it included."""

_NAME_ENDS = frozenset(b" \t\r\n/>")


@dataclass(frozen=True, slots=True)
class Root:
    """The outermost element: its name in small letters, without prefix, and the bytes it is in."""

    name: str
    head: bytes


def root_of(content: bytes) -> Root:
    """The outermost element of `content`, of no name if this is not XML.

    >>> root_of(b'<?xml version="1.0"?><!-- a <rss> --><atom:feed xmlns:atom="x">').name
    'feed'
    """
    # In UTF-16 and UTF-32 each letter comes with NULs, and a mark of bytes above ASCII first.
    head = content[:HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    at = 0
    while head.startswith(b"<", at):
        if head.startswith(b"<!--", at):
            end = head.find(b"-->", at + 4) + 3
        elif head.startswith(b"<?", at):
            end = head.find(b"?>", at + 2) + 2
        elif head[at : at + 9].upper() == b"<!DOCTYPE":
            end = _end_of_doctype(head, at)
        else:
            return Root(_name_at(head, at + 1), head)
        if end <= at + 2:
            break
        at = end
        while head[at : at + 1].isspace():
            at += 1
    return Root("", head)


def _end_of_doctype(head: bytes, at: int) -> int:
    """Behind the document type at `at`, whose own declarations stand in square brackets."""
    end, inner = head.find(b">", at), head.find(b"[", at)
    if 0 <= inner < end:
        closing = head.find(b"]", inner)
        end = head.find(b">", closing) if closing >= 0 else -1
    return end + 1


def _name_at(head: bytes, start: int) -> str:
    end = start
    while end < len(head) and head[end] not in _NAME_ENDS:
        end += 1
    return head[start:end].decode("latin-1").rpartition(":")[2].lower()
