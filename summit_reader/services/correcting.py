"""What the reader knows better than the rules; it outranks them and survives a re-import."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from summit_reader.domain.anchor import Anchor
from summit_reader.domain.article import Article
from summit_reader.domain.correction import Attributed, Correction, TakeInText, TakeRecord
from summit_reader.domain.errors import NothingSelected, NothingToMerge, NothingToSplit, TakeChanged
from summit_reader.domain.outlet import OutletProfile, OutletRef, OutletRegister
from summit_reader.domain.spans import Span
from summit_reader.domain.take import (
    BY_READER,
    Evidence,
    Origin,
    Standing,
    Take,
    TakeDraft,
    VoiceKind,
)
from summit_reader.services.suggesting import suggested
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, outbox, outlets, takes
from summit_reader.store.database import Database, Work
from summit_reader.store.outbox import Action
from summit_reader.text.chains import chain_from, outlet_voice
from summit_reader.text.marking import Selection, selection_of


class Correcting:
    """Puts right what was read wrongly.

    Every step about takes answers with a `Correction`, which `apply` takes back and makes again.
    A take that the reader has corrected counts as confirmed: rules change nothing about it.
    """

    def __init__(
        self, database: Database, upkeep: Upkeep, register: Callable[[], OutletRegister]
    ) -> None:
        self._database = database
        self._upkeep = upkeep
        self._register = register

    def set_outlet(self, article_id: int, name: str, country: str = "") -> OutletRef:
        """The outlet that published the article from now on; its own takes go with it.

        A name or alias of the register or the library means that outlet. `country` is ISO 3166-1
        alpha-2; an empty one leaves what is known.

        Raises:
            NoSuchText: if there is no such article.
            ValueError: if the name is blank.
        """
        name = " ".join(name.split())
        if not name:
            message = "an outlet needs a name"
            raise ValueError(message)
        profile = self._profile(name)
        if country:
            profile = replace(profile, country=country.upper())
        with self._writing() as work:
            outlet = outlets.ensure(work, profile)
            articles.set_outlet(work, article_id, outlet)
            work.commit()
        return outlet

    # --- what the reader says of a take ---------------------------------------------------------

    def confirm(self, take_id: int) -> Correction:
        """The take is right as it is; a rejected one is listed again.

        Raises:
            NoSuchTake: if there is none.
        """
        return self._judged(take_id, Standing.CONFIRMED)

    def reject(self, take_id: int) -> Correction:
        """The take is none: it is listed no more, and rules do not bring it back.

        Raises:
            NoSuchTake: if there is none.
        """
        return self._judged(take_id, Standing.REJECTED)

    def attribute(self, take_id: int, attributed: Attributed) -> Correction:
        """The words are somebody else's than it said.

        Raises:
            NoSuchTake: if there is no such take.
        """
        with self._writing() as work:
            record = takes.record(work, take_id)
            article = articles.by_id(work, record.take.article_id)
            took = None
            if not record.take.lost:
                took = _selection(article, record.take.anchor.segments)
            take = self._voiced(work, record.take, attributed, took)
            return self._made(work, article, [record], [replace(record, take=take)])

    def respan(self, take_id: int, segments: Sequence[Span]) -> Correction:
        """The take is made of these words of its text; a lost one is linked to them.

        What rules propose for the very same words is part of it then.

        Raises:
            NoSuchTake: if there is no such take.
            NothingSelected: if there are no words there.
        """
        with self._writing() as work:
            record = takes.record(work, take_id)
            article = articles.by_id(work, record.take.article_id)
            after = _worded(record, article, _chosen(article, segments))
            doubles = _doubles(work, after)
            merged = [replace(one, replaced_by=take_id) for one in doubles]
            return self._made(work, article, [record, *doubles], [after, *merged])

    def split(self, take_id: int, at: int) -> Correction:
        """The take ends at the offset `at` of the source text; another one begins there.

        Raises:
            NoSuchTake: if there is no such take.
            NothingToSplit: if all its words stand on one side.
        """
        with self._writing() as work:
            record = takes.record(work, take_id)
            article = articles.by_id(work, record.take.article_id)
            sides = _divided(record.take.anchor.segments, at)
            first, second = (_selection(article, side) for side in sides)
            if record.take.lost or first is None or second is None:
                raise NothingToSplit
            whole = _worded(record, article, first)
            part = _worded(record, article, second).take
            made = self._added(work, article, replace(part, origin=Origin.MARKED))
            return self._made(work, article, [record, _withdrawn(made)], [whole, made])

    def merge(self, take_id: int, other_id: int) -> Correction:
        """The two takes are one, which is credited as the first; the other is part of it.

        Raises:
            NoSuchTake: if one of them is not there.
            NothingToMerge: if they are the same, of different texts, or one is lost.
        """
        with self._writing() as work:
            record, other = (takes.record(work, one) for one in (take_id, other_id))
            is_pair = take_id != other_id and record.take.article_id == other.take.article_id
            if not is_pair or record.take.lost or other.take.lost:
                raise NothingToMerge
            article = articles.by_id(work, record.take.article_id)
            both = (*record.take.anchor.segments, *other.take.anchor.segments)
            whole = _worded(record, article, _chosen(article, both))
            parts = [
                one
                for one in takes.records(work, article.id)
                if other_id in {one.take.id, one.replaced_by}
            ]
            merged = [replace(one, replaced_by=take_id) for one in parts]
            return self._made(work, article, [record, *parts], [whole, *merged])

    def mark(self, article_id: int, segments: Sequence[Span], attributed: Attributed) -> Correction:
        """The words at these places of a text are a take, with the voice that is given.

        What rules propose for the very same words is part of it then.

        Raises:
            NoSuchText: if there is no such text.
            NothingSelected: if there are no words there.
        """
        with self._writing() as work:
            article = articles.by_id(work, article_id)
            took = _chosen(article, segments)
            bare = Take(
                id=0,
                article_id=article_id,
                kind=took.kind(has_speaker=attributed.speaker is not None),
                role=attributed.role,
                origin=Origin.MARKED,
                anchor=Anchor.of(article.cleaned.source, took.segments),
                outlet=article.outlet,
                chain=(),
                segments=(),
                sentence=took.sentence,
                quoted=took.quoted,
            )
            made = self._added(work, article, self._voiced(work, bare, attributed, took))
            doubles = _doubles(work, made)
            merged = [replace(one, replaced_by=made.take.id) for one in doubles]
            return self._made(work, article, [_withdrawn(made), *doubles], [made, *merged])

    def apply(self, correction: Correction) -> None:
        """Take the step again; its `undone` takes it back.

        Raises:
            TakeChanged: if a take is not as the step expects it; nothing is changed then.
            NoSuchTake: if one of its takes is gone; likewise.
        """
        with self._writing() as work:
            if any(takes.record(work, one.take.id) != one for one in correction.before):
                raise TakeChanged
            _put(work, articles.by_id(work, correction.after[0].take.article_id), correction.after)
            work.commit()

    # --- what helps the reader to decide ----------------------------------------------------------

    def suggestions(self, article_id: int, segments: Sequence[Span]) -> tuple[Attributed, ...]:
        """Whose words a selection may be, by what stands around it, likeliest first.

        Raises:
            NoSuchText: if there is no such text.
        """
        with self._database.read() as work:
            article = articles.by_id(work, article_id)
            present = takes.in_article(work, article_id)
        return suggested(article, present, segments, self._register())

    def lost(self) -> tuple[TakeInText, ...]:
        """The takes whose words are no longer in their text; `respan` links one again."""
        with self._database.read() as work:
            return _in_texts(work, takes.lost(work))

    def rejected(self) -> tuple[TakeInText, ...]:
        """The takes that the reader has rejected; `confirm` brings one back."""
        with self._database.read() as work:
            return _in_texts(work, takes.rejected(work))

    # --- steps ------------------------------------------------------------------------------------

    def _judged(self, take_id: int, standing: Standing) -> Correction:
        with self._writing() as work:
            record = takes.record(work, take_id)
            article = articles.by_id(work, record.take.article_id)
            after = replace(record, take=replace(record.take, standing=standing))
            return self._made(work, article, [record], [after])

    def _voiced(
        self, work: Work, take: Take, attributed: Attributed, took: Selection | None
    ) -> Take:
        metadata = articles.source(work, take.article_id).metadata
        profile = self._profile(attributed.outlet) if attributed.outlet else metadata.outlet
        outlet = outlets.ensure(work, profile)
        former = {take.outlet.name, metadata.outlet.name, outlet.name}
        # Who quotes the outlet in turn stays in the chain, whoever speaks.
        between = tuple(
            voice
            for voice in take.chain[1:]
            if voice.kind is VoiceKind.OUTLET and voice.name not in former
        )
        inner = tuple(filter(None, (attributed.speaker,)))
        if outlet.name != metadata.outlet.name:
            inner += (outlet_voice(OutletProfile(outlet.name)),)
        kind = take.kind
        if took is not None:
            kind = took.kind(has_speaker=attributed.speaker is not None, former=take.kind)
        return replace(
            take,
            kind=kind,
            role=attributed.role,
            outlet=outlet,
            chain=chain_from((*inner, *between), metadata),
            evidence=Evidence(BY_READER),
            confidence=1.0,
            standing=Standing.CONFIRMED,
        )

    def _profile(self, name: str) -> OutletProfile:
        name = " ".join(name.split())
        return self._register().named(name) or OutletProfile(name)

    def _added(self, work: Work, article: Article, take: Take) -> TakeRecord:
        draft = TakeDraft(
            kind=take.kind,
            role=take.role,
            origin=take.origin,
            anchor=take.anchor,
            outlet=outlets.by_id(work, take.outlet.id).profile,
            chain=take.chain,
            attribution=take.attribution,
            cue=take.cue,
            headline=take.headline,
            thesis=take.thesis,
            subject=take.subject,
            sentence=take.sentence,
            fragment=take.fragment,
            confidence=take.confidence,
            quoted=take.quoted,
            hedged=take.hedged,
            evidence=take.evidence,
        )
        return takes.record(
            work, takes.add(work, article.id, draft, article.cleaned, Standing.CONFIRMED)
        )

    def _made(
        self,
        work: Work,
        article: Article,
        before: Sequence[TakeRecord],
        after: Sequence[TakeRecord],
    ) -> Correction:
        _put(work, article, after)
        stored = tuple(takes.record(work, one.take.id) for one in after)
        work.commit()
        return Correction(tuple(before), stored)

    @contextmanager
    def _writing(self) -> Iterator[Work]:
        with self._database.write() as work:
            yield work
        self._upkeep.catch_up()


def _put(work: Work, article: Article, records: Sequence[TakeRecord]) -> None:
    for record in records:
        takes.put(work, record, article.cleaned)
    outbox.append(work, article.id, Action.PUT)


def _selection(article: Article, segments: Sequence[Span]) -> Selection | None:
    return selection_of(article.cleaned, article.passages, segments)


def _chosen(article: Article, segments: Sequence[Span]) -> Selection:
    selection = _selection(article, segments)
    if selection is None:
        raise NothingSelected
    return selection


def _worded(record: TakeRecord, article: Article, selection: Selection) -> TakeRecord:
    """The take made of the selected words; what rules found in its place goes on record."""
    take = record.take
    evidence = take.evidence
    if evidence is not None and (place := evidence.cue or evidence.subject) is not None:
        evidence = replace(evidence, distance=place.distance_to(selection.segments))
    told = replace(
        take,
        kind=selection.kind(has_speaker=take.speaker is not None, former=take.kind),
        anchor=Anchor.of(article.cleaned.source, selection.segments),
        sentence=selection.sentence,
        clause=None,
        quoted=selection.quoted,
        evidence=evidence,
        standing=Standing.CONFIRMED,
        lost=False,
    )
    is_told_by_rules = take.origin is not Origin.MARKED and not take.lost
    found = record.found
    if is_told_by_rules and take.anchor != told.anchor and take.anchor not in found:
        found = (*found, take.anchor)
    return replace(record, take=told, found=found)


def _doubles(work: Work, record: TakeRecord) -> list[TakeRecord]:
    """Other takes of the same words that only rules propose."""
    take = record.take
    return [
        one
        for one in takes.records(work, take.article_id)
        if one.take.id != take.id
        and one.take.anchor.segments == take.anchor.segments
        and one.take.origin is Origin.EXTRACTED
        and one.take.standing is Standing.PROPOSED
        and one.replaced_by is None
        and not one.take.lost
    ]


def _withdrawn(record: TakeRecord) -> TakeRecord:
    """A take that a step makes, as it is before the step and after it is taken back."""
    return replace(record, take=replace(record.take, standing=Standing.REJECTED))


def _divided(segments: Sequence[Span], at: int) -> tuple[list[Span], list[Span]]:
    before = [Span(one.start, min(one.end, at)) for one in segments if one.start < at]
    after = [Span(max(one.start, at), one.end) for one in segments if one.end > at]
    return before, after


def _in_texts(work: Work, listed: Sequence[Take]) -> tuple[TakeInText, ...]:
    sources = {
        article_id: articles.source(work, article_id)
        for article_id in {take.article_id for take in listed}
    }
    return tuple(TakeInText(take, sources[take.article_id]) for take in listed)
