"""Filling a new library with the texts that ship with the program."""

from __future__ import annotations

from dataclasses import replace

from summit_reader.domain.article import ArticleDraft
from summit_reader.domain.outlet import OutletRegister
from summit_reader.domain.point import DecidedBy, Decision
from summit_reader.domain.progress import Progress, Report, silent
from summit_reader.domain.spans import Span
from summit_reader.domain.take import Origin
from summit_reader.intake.catalogue import Catalogue, CataloguedPoint, CataloguedText
from summit_reader.intake.reader import all_of, articles_at
from summit_reader.store import articles, points, saved_searches, takes
from summit_reader.store.database import Database, Work
from summit_reader.text.articles import draft_article
from summit_reader.text.merging import merged_takes

NAME = "Sample library"

_Places = dict[tuple[str, tuple[Span, ...]], int]
"""The ids of catalogued takes by file and segments; no words are used under two points."""


def fill(
    database: Database, catalogue: Catalogue, register: OutletRegister, report: Report = silent
) -> None:
    """Store the catalogue's texts, takes, points and searches, all in one transaction.

    Raises:
        FileProblem: if a text cannot be read.
        LibraryProblem: if the library cannot be written.
    """
    with database.write() as work:
        places: _Places = {}
        for done, text in enumerate(catalogue.texts):
            report(Progress(done, len(catalogue.texts), text.path.name))
            for draft in _drafts(catalogue, text, register):
                places |= _stored(work, text.path.name, draft)
        for point in catalogue.points:
            _put(work, point, places)
        for query in catalogue.searches:
            saved_searches.ensure(work, query)
        work.commit()
    report(Progress(len(catalogue.texts), len(catalogue.texts)))


def _drafts(
    catalogue: Catalogue, text: CataloguedText, register: OutletRegister
) -> list[ArticleDraft]:
    listed = catalogue.takes_in(text.path.name)
    drafts = [draft_article(raw, register) for raw in all_of(articles_at(text.path, text.hints))]
    return [replace(one, takes=merged_takes(one.takes, listed)) for one in drafts]


def _stored(work: Work, file: str, draft: ArticleDraft) -> _Places:
    # The file's name is enough: where the texts lay when the sample was built is nobody's business.
    named = replace(draft, raw=replace(draft.raw, name=file))
    stored = takes.in_article(work, articles.add(work, named))
    return {
        (file, take.anchor.segments): take.id for take in stored if take.origin is Origin.CATALOGUE
    }


def _put(work: Work, point: CataloguedPoint, places: _Places) -> None:
    point_id = points.add(work, point.question)
    for take in point.takes:
        take_id = places[take.file, take.draft.anchor.segments]
        points.decide(work, point_id, take_id, Decision.ACCEPTED, DecidedBy.CATALOGUE)
    left, right = (places[take.file, take.draft.anchor.segments] for take in point.first_pair)
    points.set_first_pair(work, point_id, (left, right))
