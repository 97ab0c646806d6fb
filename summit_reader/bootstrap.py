"""The one place where the parts are put together.

Importing this module costs next to nothing. The database layer is by far the largest thing to load,
so it is loaded when a library is opened, by which time a window can already stand.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summit_reader import shipped
from summit_reader.domain.errors import NoSample
from summit_reader.domain.progress import Report, silent

if TYPE_CHECKING:
    from summit_reader.domain.article import ArticleDraft, RawArticle
    from summit_reader.domain.backup import Backup
    from summit_reader.index.port import SearchIndex
    from summit_reader.services.aligning import Aligning
    from summit_reader.services.backing_up import BackingUp
    from summit_reader.services.charting import Charting
    from summit_reader.services.collating import Collating
    from summit_reader.services.comparing import Comparing
    from summit_reader.services.correcting import Correcting
    from summit_reader.services.curating import Curating
    from summit_reader.services.deciding import Deciding
    from summit_reader.services.describing import Describing
    from summit_reader.services.exporting import Exporting
    from summit_reader.services.following import Following
    from summit_reader.services.gathering import Gathering
    from summit_reader.services.importing import Importing
    from summit_reader.services.merging import Merging
    from summit_reader.services.narrowing import NarrowingDown
    from summit_reader.services.pinning import Pinning
    from summit_reader.services.place_keeping import PlaceKeeping
    from summit_reader.services.polling import Polling
    from summit_reader.services.previewing import Previewing
    from summit_reader.services.proposing import Proposing
    from summit_reader.services.reading import Reading
    from summit_reader.services.recognising import Recognising
    from summit_reader.services.refreshing import Refreshing
    from summit_reader.services.restoring import Restoring
    from summit_reader.services.searching import Searching
    from summit_reader.services.shelving import Shelving
    from summit_reader.services.sifting import Sifting
    from summit_reader.services.upkeep import Upkeep
    from summit_reader.store.database import Database

INDEX = "index"
"""The folder, in a library, that the search index lies in."""
VECTORS = "vectors"
"""The folder, in a library, that the vectors of its passages lie in."""
_profile: list[Path] = []

BUILD_INDEX = "--build-index"
"""The argument, before a library, with which the program calls itself to build an index."""

PRINT_PDF = "--print-pdf"
"""The argument with which the program calls itself to make a PDF of what standard input holds."""


BUILD_VECTORS = "--build-vectors"
"""The argument with which that process has another one make the vectors of passages beside it."""

IMPORT = "--import-texts"
"""The argument, before a library, with which the program calls itself to import."""


@dataclass(frozen=True)
class Services:
    """The use cases on one open library; any thread may use them until `close`."""

    library: Path
    is_sample: bool
    reading: Reading
    place_keeping: PlaceKeeping
    describing: Describing
    comparing: Comparing
    collating: Collating
    recognising: Recognising
    correcting: Correcting
    curating: Curating
    shelving: Shelving
    deciding: Deciding
    proposing: Proposing
    restoring: Restoring
    pinning: Pinning
    searching: Searching
    importing: Importing
    previewing: Previewing
    following: Following
    polling: Polling
    sifting: Sifting
    refreshing: Refreshing
    gathering: Gathering
    charting: Charting
    narrowing: NarrowingDown
    aligning: Aligning
    exporting: Exporting
    merging: Merging
    upkeep: Upkeep
    backing_up: BackingUp
    _opened: ExitStack = field(repr=False, compare=False)

    def close(self) -> None:
        """Let go of every file; may be called twice."""
        self._opened.close()


def use_profile(folder: Path) -> None:
    """Keep libraries and settings in that folder instead of where the system keeps such things."""
    _profile[:] = [folder.absolute()]


def profile() -> Path | None:
    """The folder that was named for all that the program keeps; None if none was."""
    return _profile[0] if _profile else None


def default_library() -> Path:
    """Where the reader's own library lies if nobody says otherwise."""
    return data_folder() / "Library"


def sample_library() -> Path:
    """Where the sample library lies."""
    return data_folder() / "Sample library"


def draft_of(raw: RawArticle) -> ArticleDraft:
    """`raw` as an article with its takes, outside any library."""
    from summit_reader.text.articles import draft_article  # noqa: PLC0415 - as below

    shipped.teach_languages()
    return draft_article(raw, shipped.register())


def open_services(
    library: Path, *, create: bool = False, bulk: bool = True, report: Report = silent
) -> Services:
    """The use cases on the library in that folder, its index holding every change.

    With `create`, a folder that is missing or empty becomes a new library. With `bulk` False, an
    index that takes long to build is left for `Upkeep.rebuild`.

    Raises:
        LibraryProblem: if the library cannot be opened or made; nothing on disk was changed then.
    """
    from summit_reader.store.database import Database  # noqa: PLC0415 - see the module's docstring

    shipped.teach_languages()
    if create:
        _create_where_vacant(library)
    with ExitStack() as opening:
        database = opening.enter_context(closing(Database.open(library)))
        index = opening.enter_context(closing(_open_index(library / INDEX)))
        services = _put_together(library, database, index, opening.pop_all())
    services.upkeep.catch_up(report, bulk=bulk)
    return services


def make_sample(folder: Path, report: Report = silent) -> None:
    """Make a new library of the texts that ship with the program; whole, or not at all.

    Raises:
        NoSample: if this copy of the program comes without them.
        LibraryExists: if something lies in `folder`.
        LibraryReadOnly: if it cannot be made there.
    """
    seeds = shipped.seeds_folder()
    if seeds is None:
        raise NoSample
    shipped.teach_languages()

    from summit_reader.intake.catalogue import read_catalogue  # noqa: PLC0415 - as above
    from summit_reader.services import sampling  # noqa: PLC0415 - as above
    from summit_reader.services.gathering import Gathering  # noqa: PLC0415 - as above
    from summit_reader.services.upkeep import Upkeep  # noqa: PLC0415 - as above
    from summit_reader.store.database import Database  # noqa: PLC0415 - as above
    from summit_reader.store.founding import founded  # noqa: PLC0415 - as above

    catalogue = read_catalogue(seeds, shipped.register())
    # What is opened in the new folder is closed again before the folder is moved into its place.
    with founded(folder, sampling.NAME, is_sample=True) as place, ExitStack() as opening:
        database = opening.enter_context(closing(Database.open(place)))
        index = opening.enter_context(closing(_open_index(place / INDEX)))
        sampling.fill(database, catalogue, shipped.register(), report)
        Gathering(database).gather()
        Upkeep(database, index).catch_up()


def remove_sample(folder: Path) -> None:
    """Delete the sample library in that folder; any other library is left alone.

    Raises:
        LibraryProblem: if it is no library of ours, or cannot be deleted.
    """
    from summit_reader.store.database import Database  # noqa: PLC0415 - as above
    from summit_reader.store.founding import discard  # noqa: PLC0415 - as above
    from summit_reader.store.properties import is_sample  # noqa: PLC0415 - as above

    with closing(Database.open(folder)) as database, database.read() as work:
        sample = is_sample(work)
    if sample:
        discard(folder)


def backups_of(library: Path) -> tuple[Backup, ...]:
    """The backups of a library, newest first; it need not be possible to open it."""
    from summit_reader.store.backups import backups_in  # noqa: PLC0415 - as above

    return backups_in(library)


def newest_good_backup(library: Path) -> Backup:
    """The newest backup that can be read, of a library that perhaps cannot be opened.

    Raises:
        NoBackup: if there is none.
    """
    from summit_reader.services import backing_up  # noqa: PLC0415 - as above

    return backing_up.newest_good_backup(library)


def restore_library(library: Path, backup: Backup) -> Path:
    """Put a backup in the place of a damaged library; the file in which that is kept.

    Raises:
        LibraryProblem: if that cannot be done.
    """
    from summit_reader.services import backing_up  # noqa: PLC0415 - as above

    return backing_up.restore_damaged(library, backup)


def unpack_library(file: Path, library: Path) -> None:
    """Make a library of the file that another one was carried away in.

    Raises:
        LibraryProblem: if it is none, or cannot be put there.
    """
    from summit_reader.services import backing_up  # noqa: PLC0415 - as above

    backing_up.unpack(file, library)


def _create_where_vacant(library: Path) -> None:
    from summit_reader.store.founding import founded  # noqa: PLC0415 - as above
    from summit_reader.store.inspection import is_vacant  # noqa: PLC0415 - as above

    if is_vacant(library):
        with founded(library, library.resolve().name):
            pass


def _open_index(folder: Path) -> SearchIndex:
    from summit_reader.index.whoosh_index import (  # noqa: PLC0415 - as above
        BrokenIndex,
        discard_index,
        open_index,
    )

    try:
        return open_index(folder)
    except BrokenIndex:
        discard_index(folder)
        return open_index(folder)


def _put_together(
    library: Path, database: Database, index: SearchIndex, opened: ExitStack
) -> Services:
    from summit_reader.services.aligning import Aligning  # noqa: PLC0415 - as above
    from summit_reader.services.backing_up import BackingUp  # noqa: PLC0415 - as above
    from summit_reader.services.building import build_in_process  # noqa: PLC0415 - as above
    from summit_reader.services.charting import Charting  # noqa: PLC0415 - as above
    from summit_reader.services.collating import Collating  # noqa: PLC0415 - as above
    from summit_reader.services.comparing import Comparing  # noqa: PLC0415 - as above
    from summit_reader.services.correcting import Correcting  # noqa: PLC0415 - as above
    from summit_reader.services.curating import Curating  # noqa: PLC0415 - as above
    from summit_reader.services.deciding import Deciding  # noqa: PLC0415 - as above
    from summit_reader.services.describing import Describing  # noqa: PLC0415 - as above
    from summit_reader.services.exporting import Exporting  # noqa: PLC0415 - as above
    from summit_reader.services.following import Following  # noqa: PLC0415 - as above
    from summit_reader.services.gathering import Gathering  # noqa: PLC0415 - as above
    from summit_reader.services.importing import Importing  # noqa: PLC0415 - as above
    from summit_reader.services.merging import Merging  # noqa: PLC0415 - as above
    from summit_reader.services.narrowing import NarrowingDown  # noqa: PLC0415 - as above
    from summit_reader.services.ordering import import_in_process  # noqa: PLC0415 - as above
    from summit_reader.services.pinning import Pinning  # noqa: PLC0415 - as above
    from summit_reader.services.place_keeping import PlaceKeeping  # noqa: PLC0415 - as above
    from summit_reader.services.polling import Polling  # noqa: PLC0415 - as above
    from summit_reader.services.previewing import Previewing  # noqa: PLC0415 - as above
    from summit_reader.services.printing import print_in_process  # noqa: PLC0415 - as above
    from summit_reader.services.proposing import Proposing  # noqa: PLC0415 - as above
    from summit_reader.services.reading import Reading  # noqa: PLC0415 - as above
    from summit_reader.services.recognising import Recognising  # noqa: PLC0415 - as above
    from summit_reader.services.refreshing import Refreshing  # noqa: PLC0415 - as above
    from summit_reader.services.restoring import Restoring  # noqa: PLC0415 - as above
    from summit_reader.services.searching import Searching  # noqa: PLC0415 - as above
    from summit_reader.services.shelving import Shelving  # noqa: PLC0415 - as above
    from summit_reader.services.sifting import Sifting  # noqa: PLC0415 - as above
    from summit_reader.services.upkeep import Upkeep  # noqa: PLC0415 - as above
    from summit_reader.services.vector_keeping import VectorKeeping  # noqa: PLC0415 - as above
    from summit_reader.services.weighing import Weighing  # noqa: PLC0415 - as above

    here, register = library.resolve(), shipped.register
    vectors = VectorKeeping(database, library / VECTORS, shipped.vectors)
    build = partial(build_in_process, program(BUILD_INDEX, here))
    upkeep = Upkeep(database, index, build, vectors=vectors)
    elsewhere = partial(import_in_process, program(IMPORT, here))
    reading, pinning = Reading(database), Pinning(database)
    gathering = Gathering(database)
    recognising = Recognising(database, shipped.transliteration)
    importing = Importing(database, upkeep, register, gathering, shipped.equip, elsewhere)
    comparing, correcting = Comparing(database), Correcting(database, upkeep, register)
    return Services(
        library=library,
        is_sample=reading.summary().is_sample,
        reading=reading,
        place_keeping=PlaceKeeping(database),
        describing=Describing(database, gathering),
        comparing=comparing,
        collating=Collating(database, index, upkeep, recognising),
        recognising=recognising,
        restoring=Restoring(database, upkeep, register),
        correcting=correcting,
        curating=Curating(database, upkeep, register),
        shelving=Shelving(database, upkeep, register),
        deciding=Deciding(database, comparing, correcting),
        proposing=Proposing(database, Weighing(index, upkeep, shipped.vectors, vectors.opened)),
        pinning=pinning,
        searching=Searching(database, index, upkeep, shipped.spellings),
        importing=importing,
        previewing=Previewing(database, index, register),
        following=Following(database, shipped.fetcher, register),
        polling=Polling(database, shipped.fetcher),
        sifting=Sifting(database, importing, upkeep, gathering, shipped.fetcher, register),
        refreshing=Refreshing(database, upkeep, register),
        gathering=gathering,
        charting=Charting(database),
        narrowing=NarrowingDown(database),
        aligning=Aligning(database, gathering, recognising, shipped.vectors),
        exporting=Exporting(reading, pinning, partial(print_in_process, program(PRINT_PDF))),
        merging=Merging(database, upkeep),
        upkeep=upkeep,
        backing_up=BackingUp(database, index, upkeep),
        _opened=opened,
    )


def program(task: str, *arguments: Path) -> list[str]:
    """The command with which the program calls itself to do something."""
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-m", __package__]
    return [*program, task, *map(str, arguments)]


def data_folder() -> Path:
    """Where libraries lie unless somebody says otherwise; it need not be there yet."""
    chosen = profile()
    if chosen is not None:
        return chosen
    from platformdirs import user_data_path  # noqa: PLC0415 - as above

    return user_data_path("summit-reader", appauthor=False)
