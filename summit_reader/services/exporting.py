"""Handing things on: citations for the clipboard, hand-outs as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Article
from summit_reader.domain.comparison import Clipping, Comparison, Source
from summit_reader.domain.hand_out_errors import (
    BlindReferences,
    UnknownComparison,
    UnknownHandOutFormat,
    UnknownListFormat,
)
from summit_reader.domain.point import PointView
from summit_reader.domain.search import Hit, SearchResults
from summit_reader.domain.take import Origin, Role, Take, TakeKind
from summit_reader.export.citation import citation_of
from summit_reader.export.exchange import exchange_of
from summit_reader.export.formats import CARRYING, REFERENCES, Format, format_of
from summit_reader.export.handout import (
    HandOut,
    comparison_of_point,
    comparison_of_takes,
    hand_out,
)
from summit_reader.export.options import CitationStyle, Options
from summit_reader.export.quotation import quotation_of
from summit_reader.export.rendering import PrintPdf, rendered
from summit_reader.export.results import results_as_csv, results_as_json
from summit_reader.services.saving import save
from summit_reader.store.errors import NoSuchComparison
from summit_reader.text.context import Context, context_of

_LISTS: dict[str, Callable[[SearchResults], str]] = {
    ".csv": results_as_csv,
    ".json": results_as_json,
}


class Texts(Protocol):
    """Who finds takes and the texts they were read in."""

    def take(self, take_id: int) -> Take:
        """The take with that id."""
        ...

    def source(self, article_id: int) -> Source:
        """The text with that id, as a citation names it."""
        ...

    def article(self, article_id: int) -> Article:
        """The text with that id, whole."""
        ...

    def fingerprints(self, article_ids: Sequence[int]) -> Mapping[int, str]:
        """What tells these texts from all others, in any library; unknown ids are left out."""
        ...

    def library_id(self) -> str:
        """What tells this library from all others."""
        ...


class Boards(Protocol):
    """Who knows the comparisons."""

    def comparisons(self) -> Sequence[Comparison]:
        """All of them."""
        ...


class Exporting:
    """What leaves the library; it changes nothing in it.

    Whatever goes out as a hand-out is a comparison first: one of the reader's, or one made of a
    point, of chosen takes or of what a search found.
    """

    def __init__(self, texts: Texts, boards: Boards, print_pdf: PrintPdf) -> None:
        self._texts = texts
        self._boards = boards
        self._print_pdf = print_pdf

    # --- for the clipboard ------------------------------------------------------------------------

    def citation(
        self,
        take_id: int,
        style: CitationStyle = CitationStyle.PLAIN,
        accessed: date | None = None,
    ) -> str:
        """The citation of a take, with the whole chain."""
        take = self._texts.take(take_id)
        return str(citation_of(take, self._texts.source(take.article_id), style, accessed))

    def quotations(
        self,
        take_ids: Sequence[int],
        style: CitationStyle = CitationStyle.PLAIN,
        accessed: date | None = None,
    ) -> str:
        """Plain text for the clipboard: each take's words, the citation under them."""
        return "\n\n".join(self._quotation(take_id, style, accessed) for take_id in take_ids)

    # --- what a hand-out can be made of -----------------------------------------------------------

    def comparison(self, comparison_id: int) -> Comparison:
        """One of the reader's.

        Raises:
            NoSuchComparison: if there is none with that id.
        """
        for comparison in self._boards.comparisons():
            if comparison.id == comparison_id:
                return comparison
        raise NoSuchComparison(comparison_id)

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

    def of_point(self, view: PointView) -> Comparison:
        """All takes of a point, as a reader would pin them."""
        articles = {point_take.take.article_id for point_take in view.takes}
        return comparison_of_point(view, self._sources(articles))

    def of_takes(self, name: str, take_ids: Sequence[int]) -> Comparison:
        """These takes under a name, one below the other.

        Raises:
            NoSuchTake: if one of them is not there.
        """
        takes = [self._texts.take(take_id) for take_id in take_ids]
        return comparison_of_takes(name, takes, self._sources({take.article_id for take in takes}))

    def of_results(self, results: SearchResults) -> Comparison:
        """What a search found: the takes it hit, and the passages where no take stands."""
        found: list[Take] = []
        for articles in results.articles:
            whole: Article | None = None
            for hit in articles.hits:
                if hit.take_id is None:
                    whole = whole or self._texts.article(hit.article_id)
                    found.append(_passage_hit(hit, whole))
                elif all(take.id != hit.take_id for take in found):
                    found.append(self._texts.take(hit.take_id))
        return comparison_of_takes(
            results.query, found, self._sources({take.article_id for take in found})
        )

    # --- hand-outs --------------------------------------------------------------------------------

    def sheet(self, comparison: Comparison, options: Options = Options()) -> HandOut:  # noqa: B008 - frozen
        """The comparison laid out, with the words around its takes if the options ask for them."""
        contexts = self._contexts(comparison.clippings) if options.context else {}
        return hand_out(comparison, options, contexts)

    def rendered(
        self,
        comparison: Comparison,
        kind: Format,
        options: Options = Options(),  # noqa: B008 - frozen
    ) -> bytes:
        """The comparison as a file.

        Raises:
            BlindReferences: if references are to be blind.
            PrintingFailed: if a PDF cannot be made.
        """
        if kind in REFERENCES and options.blind:
            raise BlindReferences
        exchange = None
        if kind in CARRYING and not options.blind:
            articles = [clipping.source.article_id for clipping in comparison.clippings]
            fingerprints = self._texts.fingerprints(articles)
            exchange = exchange_of(comparison, self._texts.library_id(), fingerprints)
        return rendered(self.sheet(comparison, options), kind, self._print_pdf, exchange)

    def write(
        self,
        comparison: Comparison,
        path: Path,
        options: Options = Options(),  # noqa: B008 - frozen
        kind: Format | None = None,
    ) -> None:
        """Write the comparison to `path`, wholly or not at all; the name tells what kind it is.

        Raises:
            UnknownHandOutFormat: if nobody says which kind of file it is to be.
            ExportProblem: if the file cannot be written; what lay there before is untouched.
            BlindReferences: if references are to be blind.
            PrintingFailed: if a PDF cannot be made.
        """
        kind = kind or format_of(path)
        if kind is None:
            reason = f"“{path.suffix}” is no kind of hand-out" if path.suffix else _UNNAMED
            raise UnknownHandOutFormat(path=path, reason=reason)
        save(self.rendered(comparison, kind, options), path)

    def write_results(self, results: SearchResults, path: Path) -> None:
        """Write a list of results to `path`, as comma-separated values or JSON; see `write`.

        Raises:
            UnknownListFormat: if the suffix is neither .csv nor .json.
            ExportProblem: if the file cannot be written; what lay there before is untouched.
        """
        listed = _LISTS.get(path.suffix.casefold())
        if listed is None:
            raise UnknownListFormat(path=path, reason=_UNNAMED)
        save(listed(results).encode("utf-8"), path)

    def _sources(self, article_ids: set[int]) -> dict[int, Source]:
        return {article_id: self._texts.source(article_id) for article_id in article_ids}

    def _contexts(self, clippings: Sequence[Clipping]) -> dict[str, Context]:
        """The words around the clippings whose text is here and still has them."""
        by_text: dict[int, list[Clipping]] = {}
        for clipping in clippings:
            by_text.setdefault(clipping.take.article_id, []).append(clipping)
        present = self._texts.fingerprints(list(by_text))
        contexts: dict[str, Context] = {}
        for article_id in present:
            article = self._texts.article(article_id)
            for clipping in by_text[article_id]:
                anchor = clipping.take.anchor.found_in(article.cleaned.source)
                if anchor is not None:
                    contexts[clipping.id] = context_of(
                        article.cleaned,
                        article.passages,
                        anchor.segments,
                        article.metadata.language,
                    )
        return contexts

    def _quotation(self, take_id: int, style: CitationStyle, accessed: date | None) -> str:
        take = self._texts.take(take_id)
        source = self._texts.source(take.article_id)
        return f"{quotation_of(take, source)}\n— {citation_of(take, source, style, accessed)}"


_UNNAMED = "its kind is not named"


def _passage_hit(hit: Hit, article: Article) -> Take:
    """A passage in the form of a take, in its outlet's own words."""
    shown = article.cleaned.cleaned_span(hit.source)
    words = shown.of(article.cleaned.text) if shown else hit.snippet.text
    return Take(
        id=0,
        article_id=hit.article_id,
        kind=TakeKind.NARRATIVE,
        role=Role.COMMENT if hit.comment else Role.REPORTING,
        origin=Origin.MARKED,
        anchor=Anchor.of(article.cleaned.source, (hit.source,)),
        outlet=hit.outlet,
        chain=(),
        segments=(" ".join(words.split()),),
    )
