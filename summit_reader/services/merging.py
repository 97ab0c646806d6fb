"""Reading a hand-out back in: a colleague's clippings and notes beside one's own.

Nothing of the reader's is overwritten. Where both have written something, both stand there
afterwards, one below the other, and the report says so. Merging the same hand-out twice changes
nothing the second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from summit_reader.domain.backup import BackupReason
from summit_reader.domain.comparison import Card, Clipping, Comparison, LooseClipping
from summit_reader.domain.exchange import (
    Fate,
    HandOutRead,
    MergedClipping,
    MergedText,
    MergeReport,
)
from summit_reader.domain.hand_out_errors import MergeChanged
from summit_reader.domain.relation import TakeRelation
from summit_reader.domain.take import Standing
from summit_reader.export.reading_back import read_back
from summit_reader.intake.files import bytes_of
from summit_reader.services.homing import Homes
from summit_reader.services.pinning import tidied
from summit_reader.services.upkeep import Upkeep
from summit_reader.store import articles, comparisons, outbox, properties, relations, takes
from summit_reader.store.backups import back_up
from summit_reader.store.database import Database, Work
from summit_reader.store.errors import NoSuchComparison, NoSuchTake
from summit_reader.store.outbox import Action

_UNNAMED = "Hand-out"


class Merging:
    """Brings hand-outs in; every merge is one transaction, and can be taken back."""

    def __init__(self, database: Database, upkeep: Upkeep) -> None:
        self._database = database
        self._upkeep = upkeep

    def read(self, path: Path) -> HandOutRead:
        """The comparison that a hand-out carries.

        Raises:
            FileProblem: if the file cannot be read, or carries none that is whole.
        """
        return read_back(bytes_of(path), path)

    def preview(self, read: HandOutRead, into: int | None = None) -> MergeReport:
        """What `merge` would do; nothing is changed.

        Raises:
            NoSuchComparison: if there is none with the id `into`.
        """
        with self._database.write() as work:
            return _merged(work, read, into)  # and never committed

    def merge(self, read: HandOutRead, into: int | None = None) -> MergeReport:
        """What became of each clipping, in the comparison with the id `into`.

        Without one it is the comparison that the hand-out was made of, or was merged into before;
        if there is none, a new one. The library is backed up before it changes.

        Raises:
            NoSuchComparison: if there is none with that id.
            LibraryProblem: if there is no room for the backup; nothing is merged then.
        """
        with self._database.write() as work:
            report = _merged(work, read, into)
            if report.changes:
                back_up(self._database.folder, BackupReason.MERGE)  # of what is committed yet
                work.commit()
        self._upkeep.catch_up()
        return report

    def undo(self, report: MergeReport) -> None:
        """Take back what the merge brought; what was written since stays.

        Raises:
            MergeChanged: if the comparison is gone.
        """
        with self._database.write() as work:
            try:
                _taken_back(work, report)
            except NoSuchComparison as error:
                raise MergeChanged from error
            work.commit()
        self._upkeep.catch_up()

    def redo(self, report: MergeReport) -> MergeReport:
        """Merge again what was taken back; its report takes the place of `report`.

        Raises:
            MergeChanged: if the comparison it went into is gone.
        """
        into = None if report.is_new else report.comparison.id
        with self._database.write() as work:
            _judge(work, report.marked, Standing.CONFIRMED)
            try:
                again = _merged(work, report.read, into)
            except NoSuchComparison as error:
                raise MergeChanged from error
            work.commit()
        self._upkeep.catch_up()
        return replace(again, marked=(*report.marked, *again.marked))


def _merged(work: Work, read: HandOutRead, into: int | None) -> MergeReport:
    before = _target(work, read) if into is None else comparisons.by_id(work, into)
    is_new = before is None
    if before is None:
        name = read.comparison.name.strip() or _UNNAMED
        before = comparisons.by_id(work, comparisons.add(work, name))
    merge = _Merge(work, read, before)
    merged = tuple(merge.clipping(clipping) for clipping in read.comparison.clippings)
    loose = tuple(merge.loose(card) for card in read.comparison.loose)
    merge.keep()
    relations = _related(work, read.comparison, merged)
    titles = _titled(before.titles, read.comparison.titles)
    if titles != before.titles:
        comparisons.set_titles(work, before.id, titles)
    my_take = _both(before.my_take, read.comparison.my_take, read.name)
    if my_take.after != my_take.before:
        comparisons.set_my_take(work, before.id, my_take.after)
    after = comparisons.by_id(work, before.id)
    return MergeReport(
        read,
        after,
        is_new,
        merged,
        my_take,
        tuple(merge.marked),
        tuple(each for each in loose if each),
        relations,
        before.titles,
    )


def _target(work: Work, read: HandOutRead) -> Comparison | None:
    """The comparison that the hand-out belongs to: most of its clippings are there."""
    ids = {card.id for card in read.comparison.cards}
    known = comparisons.all_comparisons(work)
    shared = {one.id: len(ids & {card.id for card in one.cards}) for one in known}
    best = max(known, key=lambda one: shared[one.id], default=None)
    if best is not None and shared[best.id]:
        return best
    is_ours = read.library == properties.library_id(work)
    return next(
        (
            one
            for one in known
            if is_ours and (one.id, one.name) == (read.comparison.id, read.comparison.name)
        ),
        None,
    )


class _Merge:
    """One merge under way, clipping by clipping; `marked` collects the takes it had to make."""

    def __init__(self, work: Work, read: HandOutRead, into: Comparison) -> None:
        self._work, self._read, self._into = work, read, into
        self._present = {clipping.id: clipping for clipping in into.clippings}
        self._loose = {card.id for card in into.loose}
        self._fingerprints = articles.fingerprints(
            work, {clipping.source.article_id for clipping in into.clippings}
        )
        self._homes = Homes(work)
        self._new: list[Card] = []
        self.marked: list[int] = []

    def keep(self) -> None:
        """Put what is new into the comparison, below what is there."""
        comparisons.put_clippings(self._work, self._into.id, self._new)

    def clipping(self, theirs: Clipping) -> MergedClipping:
        """What becomes of a clipping of the hand-out."""
        fingerprint = self._read.fingerprints.get(theirs.source.article_id, "")
        ours = self._counterpart(theirs, fingerprint)
        if ours is None:
            return self._added(theirs, fingerprint, theirs.id, Fate.NEW)
        in_library = ours.source.article_id in self._fingerprints
        if not _is_same(ours, theirs):
            other = _derived(theirs.id, *_essence(theirs))
            if other not in self._present:
                return self._added(theirs, fingerprint, other, Fate.CONFLICT)
            ours = self._present[other]
        note = _both(ours.note, theirs.note, self._read.name)
        if note.after != note.before:
            comparisons.set_note(self._work, self._into.id, ours.id, note.after)
        tags = tidied((*ours.tags, *theirs.tags))
        if tags != ours.tags:
            comparisons.set_tags(self._work, self._into.id, ours.id, tags)
        colour = ours.colour or theirs.colour
        if colour is not ours.colour:
            comparisons.set_colour(self._work, self._into.id, ours.id, colour)
        marked = tags != ours.tags or colour is not ours.colour
        fate = Fate.NOTED if note.fate is Fate.SAME and marked else note.fate
        now = replace(ours, note=note.after, tags=tags, colour=colour)
        return MergedClipping(
            now, fate, note, in_library, tags_before=ours.tags, colour_before=ours.colour
        )

    def loose(self, theirs: LooseClipping) -> str:
        """The id under which the words are here now; empty if they were here."""
        here = {theirs.id, _derived(theirs.id, str(self._into.id))}
        if here & self._loose:
            return ""
        clipping_id = self._free(theirs.id)
        card = replace(theirs, id=clipping_id, row=self._into.rows + theirs.row)
        self._new.append(card)
        self._loose.add(clipping_id)
        return clipping_id

    def _counterpart(self, theirs: Clipping, fingerprint: str) -> Clipping | None:
        """The clipping here that is the same one, or of the same words of the same text."""
        for clipping_id in (theirs.id, _derived(theirs.id, str(self._into.id))):
            if clipping_id in self._present:
                return self._present[clipping_id]
        return next(
            (
                ours
                for ours in self._into.clippings
                if fingerprint
                and self._fingerprints.get(ours.source.article_id) == fingerprint
                and ours.take.anchor.exact == theirs.take.anchor.exact
                and ours.take.anchor.segments == theirs.take.anchor.segments
            ),
            None,
        )

    def _added(
        self, theirs: Clipping, fingerprint: str, clipping_id: str, fate: Fate
    ) -> MergedClipping:
        home = self._homes.of(theirs, fingerprint)
        if home.is_marked:
            self.marked.append(home.take.id)
        clipping_id = self._free(clipping_id)
        # Their rows stay whole, below those that are here.
        clipping = replace(
            theirs,
            id=clipping_id,
            take=home.take,
            source=home.source,
            row=self._into.rows + theirs.row,
        )
        self._new.append(clipping)
        self._present[clipping_id] = clipping
        note = MergedText("", theirs.note, theirs.note)
        return MergedClipping(clipping, fate, note, home.in_library, is_added=True)

    def _free(self, clipping_id: str) -> str:
        """The id, or another one where a comparison has it already; there it stays."""
        taken = comparisons.holder(self._work, clipping_id) is not None
        return _derived(clipping_id, str(self._into.id)) if taken else clipping_id


def _related(
    work: Work, read: Comparison, merged: Sequence[MergedClipping]
) -> tuple[TakeRelation, ...]:
    """Their relations of takes that are here, set where the reader has said nothing of the two."""
    here = {
        theirs.take.id: ours.clipping.take.id
        for theirs, ours in zip(read.clippings, merged, strict=True)
        if ours.in_library
    }
    made = []
    for said in read.relations:
        first, second = here.get(said.first_id), here.get(said.second_id)
        if first is None or second is None or first == second:
            continue
        try:
            if relations.between(work, first, second) is None:
                relations.put(work, first, second, said.relation)
                made.append(TakeRelation(first, second, said.relation))
        except NoSuchTake:  # its text is here, and the take was removed
            continue
    return tuple(made)


def _titled(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """The reader's titles; theirs where a column has none."""
    return tuple(
        mine.strip() or yours.strip() for mine, yours in zip_longest(ours, theirs, fillvalue="")
    )


def _both(ours: str, theirs: str, name: str) -> MergedText:
    """Both texts in one; the reader's comes first, and what is in the other already is left out."""
    if not theirs.strip() or _has_lines(ours, theirs):
        after = ours
    elif not ours.strip() or _has_lines(theirs, ours):
        after = theirs
    else:
        after = f"{ours.rstrip()}\n\n[{name}]\n{theirs.strip()}"
    return MergedText(ours, theirs, after)


def _has_lines(text: str, lines: str) -> bool:
    return f"\n{lines.strip()}\n" in f"\n{text.strip()}\n"


def _is_same(ours: Clipping, theirs: Clipping) -> bool:
    return _essence(ours) == _essence(theirs)


def _essence(clipping: Clipping) -> tuple[str, ...]:
    """What a clipping says, by which two readings of the same words are told apart."""
    take = clipping.take
    voices = [f"{voice.name}\n{voice.kind}\n{voice.description}" for voice in take.chain]
    return (take.kind, take.role, take.headline, take.thesis, *take.anchor.exact, *voices)


def _derived(clipping_id: str, *parts: str) -> str:
    return str(uuid5(NAMESPACE_URL, "\0".join((clipping_id, *parts))))


def _taken_back(work: Work, report: MergeReport) -> None:
    comparison = comparisons.by_id(work, report.comparison.id)
    _judge(work, report.marked, Standing.REJECTED)
    if report.is_new:
        _unrelate(work, report)
        if properties.current_comparison(work) == comparison.id:
            properties.use_no_comparison(work)
        comparisons.remove(work, comparison.id)
        return
    present = {clipping.id: clipping for clipping in comparison.clippings}
    for merged in report.clippings:
        if (ours := present.get(merged.clipping.id)) is not None:
            _clipping_taken_back(work, comparison.id, ours, merged)
    for card in comparison.loose:
        if card.id in report.loose:
            comparisons.remove_clipping(work, comparison.id, card.id)
    _unrelate(work, report)
    if comparison.titles == report.comparison.titles:
        comparisons.set_titles(work, comparison.id, report.titles_before)
    if comparison.my_take == report.my_take.after:
        comparisons.set_my_take(work, comparison.id, report.my_take.before)


def _clipping_taken_back(
    work: Work, comparison_id: int, ours: Clipping, merged: MergedClipping
) -> None:
    if merged.is_added:
        comparisons.remove_clipping(work, comparison_id, ours.id)
        return
    if ours.note == merged.note.after:
        comparisons.set_note(work, comparison_id, ours.id, merged.note.before)
    if ours.tags == merged.clipping.tags:
        comparisons.set_tags(work, comparison_id, ours.id, merged.tags_before)
    if ours.colour is merged.clipping.colour:
        comparisons.set_colour(work, comparison_id, ours.id, merged.colour_before)


def _unrelate(work: Work, report: MergeReport) -> None:
    for said in report.relations:
        if relations.between(work, said.first_id, said.second_id) == said:
            relations.remove(work, said.first_id, said.second_id)


def _judge(work: Work, take_ids: Iterable[int], standing: Standing) -> None:
    """Let the takes that the merge made be listed, or not."""
    for take_id in take_ids:
        try:
            record = takes.record(work, take_id)
        except NoSuchTake:  # removed with its text
            continue
        article = articles.by_id(work, record.take.article_id)
        told = replace(record, take=replace(record.take, standing=standing))
        takes.put(work, told, article.cleaned)
        outbox.append(work, article.id, Action.PUT)
