"""XML from outside as a tree: nothing is expanded, nothing is fetched, nothing is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from summit_reader.domain.file_errors import DamagedFile


def tree_of(content: bytes, path: Path | str) -> Any:  # noqa: ANN401 - lxml has no types
    """The outermost element of `content`; `path` names it in errors.

    Raises:
        DamagedFile: if it is not XML, is nested beyond what any document is, or declares entities.
    """
    from lxml import etree  # noqa: PLC0415 - no start waits for it

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise DamagedFile(path) from error
    if root is None or next(root.iter(etree.Entity), None) is not None:
        raise DamagedFile(path)
    return root


def local(element: Any) -> str:  # noqa: ANN401 - as above
    """The name of an element without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Any, name: str) -> str:  # noqa: ANN401 - as above
    """The value of the attribute with the local name `name`, whatever its namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""
