"""Whoosh query objects made ready for one segment."""

from __future__ import annotations

from collections.abc import Callable
from functools import singledispatchmethod
from typing import Protocol

import numpy as np
from whoosh import query as q
from whoosh.fields import NUMERIC

from summit_reader.index.codec.columns import NumberColumn
from summit_reader.index.codec.forms import FormsPhrase, WordForms, field_families
from summit_reader.index.codec.postings import FieldPostings
from summit_reader.index.codec.sections import Array
from summit_reader.index.evaluator.expansion import (
    matching_wildcard,
    signatures_of,
    stretches,
    within_distance,
)
from summit_reader.index.evaluator.hits import Hits, Node
from summit_reader.index.evaluator.nodes import (
    AndMaybeNode,
    AndNode,
    ColumnNode,
    ConstantNode,
    EveryNode,
    FixedNode,
    NoNode,
    NotNode,
    OrNode,
    parents_of,
)
from summit_reader.index.evaluator.phrases import Form, PhraseNode, Slot, neighbours
from summit_reader.index.evaluator.segments import SegmentView
from summit_reader.index.evaluator.words import AnyTermNode, FormsNode, TermNode, Weighting


class Statistics(Protocol):
    """What scoring needs to know of the whole collection."""

    def weighting(
        self, view: SegmentView, name: str, terms: list[bytes], boost: float
    ) -> Weighting:
        """How much a word that stands for `terms` counts in a segment."""

    def all_forms(self, name: str, word: str) -> list[bytes]:
        """Every term of any segment that counts as a form of a word."""

    def stock(self, view: SegmentView, query: q.Query) -> Hits:
        """What Whoosh's own matchers find in a segment."""


class Compiler:
    """Compiles for one segment; `scored` is False where only the documents matter."""

    def __init__(self, view: SegmentView, statistics: Statistics, *, scored: bool = True) -> None:
        self._view = view
        self._statistics = statistics
        self._scored = scored
        self._boost = 1.0

    def _with(self, boost: float, *, scored: bool = True) -> Compiler:
        compiler = Compiler(self._view, self._statistics, scored=scored and self._scored)
        compiler._boost = self._boost * boost
        return compiler

    def _score(self, score: float) -> float | None:
        return score * self._boost if self._scored else None

    def node(self, query: q.Query) -> Node:
        """The query, made ready. One that has no node is left to Whoosh's matcher."""
        made: Node = _METHODS.dispatch(type(query))(self, query)
        return made

    def _stock(self, query: q.Query) -> Node:
        if query == q.NullQuery:
            return NoNode()
        boost = self._boost

        def find() -> Hits:
            hits = self._statistics.stock(self._view, query)
            return (
                hits
                if boost == 1 or hits.scores is None
                else Hits(hits.documents, hits.scores * np.float32(boost))
            )

        return FixedNode(find, self._view.count)

    @singledispatchmethod
    def _made(self, query: q.Query) -> Node:
        return self._stock(query)

    # --- words ----------------------------------------------------------------------------------

    @_made.register
    def _(self, query: q.Term) -> Node:
        found = self._term(query.fieldname, query.text)
        if found is None:
            return NoNode()
        postings, ordinal, raw = found
        weighting = self._weighting(query.fieldname, [raw], query.boost)
        return TermNode(postings, ordinal, weighting)

    @_made.register
    def _(self, query: WordForms) -> Node:
        postings = self._view.field(query.fieldname)
        forms = self._forms(query.fieldname, query.text)
        if postings is None or not forms:
            return NoNode()
        terms = self._statistics.all_forms(query.fieldname, query.text)
        weighting = self._weighting(query.fieldname, terms, query.boost)
        if len(forms) == 1 and forms[0][1] is None:
            return TermNode(postings, forms[0][0], weighting)
        return FormsNode(postings, forms, weighting)

    @_made.register
    def _(self, query: q.Prefix) -> Node:
        postings = self._view.field(query.fieldname)
        if postings is None:
            return NoNode()
        found = postings.terms.beginning_with(self._bytes(query.fieldname, query.text))
        return self._any(postings, [found], query.boost)

    @_made.register
    def _(self, query: q.Wildcard) -> Node:
        postings = self._view.field(query.fieldname)
        if postings is None:
            return NoNode()
        raw = self._bytes(query.fieldname, query.text)
        if b"[" in raw:
            return self._expanded(query)
        try:
            return self._any(
                postings, stretches(matching_wildcard(postings.terms, raw)), query.boost
            )
        except ValueError:
            return self._expanded(query)

    @_made.register
    def _(self, query: q.FuzzyTerm) -> Node:
        postings = self._view.field(query.fieldname)
        if postings is None:
            return NoNode()
        terms = postings.terms
        signatures = self._view.remembered(
            ("signatures", query.fieldname), lambda: signatures_of(terms)
        )
        found = within_distance(terms, signatures, query.text, query.maxdist, query.prefixlength)
        return self._any(postings, stretches(found), query.boost)

    @_made.register
    def _(self, query: q.TermRange) -> Node:
        postings = self._view.field(query.fieldname)
        if postings is None:
            return NoNode()
        terms = postings.terms
        start, end = 0, len(terms)
        if query.start is not None:
            raw = self._bytes(query.fieldname, query.start)
            start = terms.lower_bound(raw + b"\0" if query.startexcl else raw)
        if query.end is not None:
            raw = self._bytes(query.fieldname, query.end)
            end = terms.lower_bound(raw if query.endexcl else raw + b"\0")
        return self._any(postings, [(start, end)] if start < end else [], query.boost)

    @_made.register
    def _(self, query: q.MultiTerm) -> Node:
        return self._expanded(query)

    def _expanded(self, query: q.MultiTerm) -> Node:
        """A query for many terms of which only Whoosh can tell which."""
        postings = self._view.field(query.fieldname)
        if postings is None:
            return NoNode()
        found = (postings.terms.find(raw) for raw in query._btexts(self._view.reader))  # noqa: SLF001 - Whoosh gives no other way
        ordinals = sorted({ordinal for ordinal in found if ordinal >= 0})
        return self._any(postings, stretches(np.array(ordinals, np.int64)), query.boost)

    def _any(self, postings: FieldPostings, found: list[tuple[int, int]], boost: float) -> Node:
        found = [(start, end) for start, end in found if start < end]
        return AnyTermNode(postings, found, self._score(boost)) if found else NoNode()

    @_made.register
    def _(self, query: q.NumericRange) -> Node:
        view = self._view
        column = view.column(query.fieldname) if query.fieldname in view.schema else None
        if not isinstance(column, NumberColumn):
            if view.field(query.fieldname) is None:
                return NoNode()
            compiled = query._compile_query(view.reader)  # noqa: SLF001 - the tiers are Whoosh's
            plain = compiled.child if isinstance(compiled, q.ConstantScoreQuery) else compiled
            return ConstantNode(
                self._with(1, scored=False).node(plain), self._score(query.boost) or 0
            )
        field = view.schema[query.fieldname]
        missing = field.column_type.default_value()
        return ColumnNode(
            column.values, _range_test(query, field, missing), self._score(query.boost)
        )

    # --- phrases --------------------------------------------------------------------------------

    @_made.register
    def _(self, query: q.Phrase) -> Node:
        words = [q.Term(query.fieldname, word) for word in query.words]
        found = [self._term(query.fieldname, word) for word in query.words]
        forms: list[list[Form]] = [[(each[1], None, 0)] for each in found if each is not None]
        return self._phrase(query, forms, words)

    @_made.register
    def _(self, query: FormsPhrase) -> Node:
        words = [WordForms(query.fieldname, word) for word in query.words]
        found = [self._forms(query.fieldname, word) for word in query.words]
        return self._phrase(query, [forms for forms in found if forms], words)

    def _phrase(
        self, query: q.Phrase | FormsPhrase, forms: list[list[Form]], words: list[q.Query]
    ) -> Node:
        postings = self._view.field(query.fieldname)
        if not forms or len(forms) < len(words) or postings is None:
            return NoNode()
        plain, scoring = self._with(1, scored=False), self._with(query.boost)
        scored = [scoring.node(word) for word in words] if self._scored else []
        pairs = self._view.terms.pairs(query.fieldname) if query.slop == 1 else None
        return PhraseNode(
            [Slot(postings, each) for each in forms],
            [plain.node(word) for word in words],
            scored,
            query.slop,
            neighbours(postings, pairs, forms) if pairs is not None else [],
        )

    # --- queries of queries ---------------------------------------------------------------------

    @_made.register
    def _(self, query: q.And) -> Node:
        return self._compound(query, AndNode)

    @_made.register
    def _(self, query: q.Or) -> Node:
        if query.minmatch or query.scale:
            return self._stock(query)
        return self._compound(query, lambda parts: OrNode(parts, self._view.count))

    def _compound(self, query: q.And | q.Or, join: Callable[[list[Node]], Node]) -> Node:
        # Whoosh forgets the boost of a compound of one.
        compiler = self._with(query.boost if len(query) > 1 else 1.0)
        parts = [compiler.node(part) for part in query]
        if len(parts) == 1:
            return parts[0]
        return join(parts) if parts else NoNode()

    @_made.register
    def _(self, query: q.Not) -> Node:
        part = self._with(1, scored=False).node(query.query)
        return NotNode(part, self._view.count, self._score(1.0))

    @_made.register
    def _(self, query: q.AndNot) -> Node:
        count = self._view.count
        excluded = NotNode(self._with(1, scored=False).node(query.b), count, None)
        return AndNode([self.node(query.a), excluded])

    @_made.register
    def _(self, query: q.AndMaybe) -> Node:
        return AndMaybeNode(self.node(query.a), self.node(query.b))

    @_made.register
    def _(self, query: q.Require) -> Node:
        return AndNode([self.node(query.a), self._with(1, scored=False).node(query.b)])

    @_made.register
    def _(self, query: q.ConstantScoreQuery) -> Node:
        part = self._with(1, scored=False).node(query.child)
        score = self._score(query.score)
        return part if score is None else ConstantNode(part, score)

    @_made.register
    def _(self, query: q.Every) -> Node:
        if query.fieldname in {None, "", "*"}:
            return EveryNode(self._view.count, self._score(query.boost))
        postings = self._view.field(query.fieldname)
        if postings is None:
            return NoNode()
        return self._any(postings, [(0, len(postings.terms))], query.boost)

    @_made.register
    def _(self, query: q.NestedParent) -> Node:
        if (
            not isinstance(query.parents, q.Query)
            or query.per_parent_limit
            or query.score_fn is not sum
        ):
            return self._stock(query)
        parents = self._with(1, scored=False).node(query.parents)
        children = self.node(query.child)
        live = self._view.live
        return FixedNode(lambda: parents_of(parents, children, live), self._view.count)

    # --- pieces ---------------------------------------------------------------------------------

    def _bytes(self, name: str, text: str | bytes) -> bytes:
        if isinstance(text, bytes):
            return text
        raw: bytes = self._view.schema[name].to_bytes(text)
        return raw

    def _term(self, name: str, text: str | bytes) -> tuple[FieldPostings, int, bytes] | None:
        postings = self._view.field(name)
        if postings is None:
            return None
        try:
            raw = self._bytes(name, text)
        except ValueError:
            return None
        ordinal = postings.terms.find(raw)
        return None if ordinal < 0 else (postings, ordinal, raw)

    def _forms(self, name: str, word: str) -> list[Form]:
        """The word as printed, and in its forms of each language, limited to documents of it."""
        postings = self._view.field(name)
        grouped = None if postings is None else field_families(self._view.reader, name)
        if postings is None:
            return []
        forms: list[Form] = []
        printed = postings.terms.find(word.encode("utf-8", "surrogatepass"))
        if printed >= 0:
            forms.append((printed, None, 0))
        if grouped is None:
            return forms
        terms, families = grouped
        groups = terms.families(name)
        for part in groups.parts:
            members = groups.members(families, word, part)
            limit = self._view.document_parts(families.partition, part) or (None, 0)
            forms.extend((member, *limit) for member in members if member != printed)
        return forms

    def _weighting(self, name: str, terms: list[bytes], boost: float) -> Weighting | None:
        if not self._scored or not self._view.schema[name].scorable:
            return None
        return self._statistics.weighting(self._view, name, terms, boost * self._boost)


_METHODS = vars(Compiler)["_made"].dispatcher
"""Asked for directly: `singledispatchmethod` makes a new function for each call."""


def _range_test(query: q.NumericRange, field: NUMERIC, missing: float) -> Callable[[Array], Array]:
    """The test that a value is in the range; what stands for no value never is."""
    start = None if query.start is None else field.to_column_value(query.start)
    end = None if query.end is None else field.to_column_value(query.end)

    def passes(values: Array) -> Array:
        mask: Array = values != missing
        if start is not None:
            mask &= values > start if query.startexcl else values >= start
        if end is not None:
            mask &= values < end if query.endexcl else values <= end
        return mask

    return passes
