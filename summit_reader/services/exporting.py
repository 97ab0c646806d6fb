"""Handing things on: citations for the clipboard, hand-outs as files."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from summit_reader.domain.comparison import Comparison, Source
from summit_reader.domain.errors import ExportProblem, SummitError
from summit_reader.domain.point import PointView
from summit_reader.domain.search import SearchResults
from summit_reader.domain.take import Take
from summit_reader.export.citation import citation_of
from summit_reader.export.handout import comparison_of_point
from summit_reader.export.markdown import markdown_of
from summit_reader.export.page import page_of
from summit_reader.export.quotation import quotation_of
from summit_reader.export.results import results_as_csv, results_as_json
from summit_reader.store.errors import NoSuchComparison

_LISTS: dict[str, Callable[[SearchResults], str]] = {
    ".csv": results_as_csv,
    ".json": results_as_json,
}
_FORMATS: dict[str, Callable[[Comparison], str]] = {
    ".md": markdown_of,
    ".markdown": markdown_of,
    ".html": page_of,
    ".htm": page_of,
}


class UnknownComparison(SummitError):
    """No comparison has that name or number."""

    sentence = "There is no comparison “{name}” in this library. It has: {known}."


class UnknownFormat(ExportProblem):
    """The file name does not say which kind of hand-out it is to be."""

    sentence = "“{path}” could not be written: {reason}. End the name in .html or .md."


class UnknownListFormat(ExportProblem):
    """The file name does not say which kind of list it is to be."""

    sentence = "“{path}” could not be written: {reason}. End the name in .csv or .json."


class Texts(Protocol):
    """Who finds takes and the texts they were read in."""

    def take(self, take_id: int) -> Take:
        """The take with that id."""
        ...

    def source(self, article_id: int) -> Source:
        """The text with that id."""
        ...


class Boards(Protocol):
    """Who knows the comparisons."""

    def comparisons(self) -> Sequence[Comparison]:
        """All of them."""
        ...


class Exporting:
    """What leaves the library; it changes nothing in it."""

    def __init__(self, texts: Texts, boards: Boards) -> None:
        self._texts = texts
        self._boards = boards

    def citation(self, take_id: int) -> str:
        """The citation of a take, with the whole chain."""
        take = self._texts.take(take_id)
        return str(citation_of(take, self._texts.source(take.article_id)))

    def quotations(self, take_ids: Sequence[int]) -> str:
        """Plain text for the clipboard: each take's words, the citation under them."""
        return "\n\n".join(self._quotation(take_id) for take_id in take_ids)

    def markdown(self, comparison_id: int) -> str:
        """The comparison as CommonMark.

        Raises:
            NoSuchComparison: if there is none with that id.
        """
        return markdown_of(self._comparison(comparison_id))

    def html(self, comparison_id: int) -> str:
        """The comparison as one self-contained page.

        Raises:
            NoSuchComparison: if there is none with that id.
        """
        return page_of(self._comparison(comparison_id))

    def comparison_named(self, name: str) -> Comparison:
        """The comparison with that name, case aside, else with that number.

        Raises:
            UnknownComparison: if there is none; it lists those there are.
        """
        folded = name.casefold().strip()
        comparisons = self._boards.comparisons()
        for comparison in comparisons:
            if comparison.name.casefold().strip() == folded:
                return comparison
        for comparison in comparisons:
            if str(comparison.id) == folded:
                return comparison
        known = ", ".join(f"“{comparison.name}”" for comparison in comparisons)
        raise UnknownComparison(name=name, known=known or "none")

    def write(self, comparison_id: int, path: Path) -> None:
        """Write the comparison to `path`, in the format its suffix names, wholly or not at all.

        Raises:
            NoSuchComparison: if there is none with that id.
            UnknownFormat: if the suffix is neither .html nor .md.
            ExportProblem: if the file cannot be written; what lay there before is untouched.
        """
        _write(_rendering_for(path)(self._comparison(comparison_id)), path)

    def write_point(self, view: PointView, path: Path) -> None:
        """Write all takes of a point to `path`, as a comparison of them would be; see `write`."""
        render = _rendering_for(path)
        sources = {
            article_id: self._texts.source(article_id)
            for article_id in {point_take.take.article_id for point_take in view.takes}
        }
        _write(render(comparison_of_point(view, sources)), path)

    def write_results(self, results: SearchResults, path: Path) -> None:
        """Write a list of results to `path`, as comma-separated values or JSON; see `write`.

        Raises:
            UnknownListFormat: if the suffix is neither .csv nor .json.
            ExportProblem: if the file cannot be written; what lay there before is untouched.
        """
        listed = _LISTS.get(path.suffix.casefold())
        if listed is None:
            raise UnknownListFormat(path=path, reason="its kind is not named")
        _write(listed(results), path)

    def _comparison(self, comparison_id: int) -> Comparison:
        for comparison in self._boards.comparisons():
            if comparison.id == comparison_id:
                return comparison
        raise NoSuchComparison(comparison_id)

    def _quotation(self, take_id: int) -> str:
        take = self._texts.take(take_id)
        source = self._texts.source(take.article_id)
        return f"{quotation_of(take, source)}\n— {citation_of(take, source)}"


def _rendering_for(path: Path) -> Callable[[Comparison], str]:
    rendering = _FORMATS.get(path.suffix.casefold())
    if rendering is None:
        kind = f"“{path.suffix}” is no kind of hand-out" if path.suffix else "its kind is not named"
        raise UnknownFormat(path=path, reason=kind)
    return rendering


def _write(text: str, path: Path) -> None:
    """Put `text` at `path` by way of a file beside it, so that no half of it is ever seen."""
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            raise ExportProblem(path=path, reason="something that is no file has that name")
        beside = target.with_name(f".summit-{uuid4().hex}.part")
        try:
            with beside.open("xb") as file:
                file.write(text.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ExportProblem(path=path, reason=reason or str(error)) from error
    _keep_name(target.parent)


def _keep_name(folder: Path) -> None:
    # The new name lives in the folder, which has to reach the disk as well. Windows opens no
    # folders, and some network disks refuse: the file itself is safe by then.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
