"""Opening libraries: the one place where the parts meet what the program ships with.

Importing this module costs next to nothing. The database layer is by far the largest thing to load,
so it is loaded when a library is opened, by which time a window can already stand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summit_reader import shipped
from summit_reader.domain.errors import NoSample
from summit_reader.domain.progress import Report, silent
from summit_reader.services.use_cases import Services as Services  # noqa: PLC0414 - handed on

if TYPE_CHECKING:
    from summit_reader.domain.article import ArticleDraft, RawArticle
    from summit_reader.domain.backup import Backup
    from summit_reader.index.port import SearchIndex
    from summit_reader.services.assembly import Equipment
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
    library: Path,
    *,
    create: bool = False,
    bulk: bool = True,
    report: Report = silent,
    stand_back: Callable[[], object] | None = None,
) -> Services:
    """The use cases on the library in that folder, its index holding every change.

    With `create`, a folder that is missing or empty becomes a new library. With `bulk` False, an
    index that takes long to build is left for `Upkeep.rebuild`. `stand_back` is as `Database` says.

    Raises:
        LibraryProblem: if the library cannot be opened or made; nothing on disk was changed then.
    """
    # See the docstring of the module.
    from summit_reader.services.assembly import put_together  # noqa: PLC0415
    from summit_reader.store.database import Database  # noqa: PLC0415 - as above

    shipped.teach_languages()
    if create:
        _create_where_vacant(library)
    with ExitStack() as opening:
        database = opening.enter_context(closing(Database.open(library, stand_back=stand_back)))
        index = opening.enter_context(closing(_open_index(library / INDEX)))
        equipment = _equipment(library, database)
        services = put_together(database, index, equipment, opening.pop_all())
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


def _equipment(library: Path, database: Database) -> Equipment:
    from summit_reader.services.assembly import Equipment  # noqa: PLC0415 - as above
    from summit_reader.services.building import build_in_process  # noqa: PLC0415 - as above
    from summit_reader.services.ordering import import_in_process  # noqa: PLC0415 - as above
    from summit_reader.services.printing import print_in_process  # noqa: PLC0415 - as above
    from summit_reader.services.vector_keeping import VectorKeeping  # noqa: PLC0415 - as above

    here = library.resolve()
    return Equipment(
        register=shipped.register,
        transliteration=shipped.transliteration,
        vectors=shipped.vectors,
        fetcher=shipped.fetcher,
        print_pdf=partial(print_in_process, program(PRINT_PDF)),
        spellings=shipped.spellings,
        build=partial(build_in_process, program(BUILD_INDEX, here)),
        import_texts=partial(import_in_process, program(IMPORT, here)),
        equip=shipped.equip,
        directions=VectorKeeping(database, library / VECTORS, shipped.vectors),
    )


def program(*arguments: str | Path) -> list[str]:
    """The command with which the program calls itself to do something."""
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-m", __package__]
    return [*program, *map(str, arguments)]


def opener() -> list[str]:
    """The command that opens the window as it is opened now; a link may follow it."""
    chosen = profile()
    return program("--profile", chosen) if chosen is not None else program()


def data_folder() -> Path:
    """Where libraries lie unless somebody says otherwise; it need not be there yet."""
    chosen = profile()
    if chosen is not None:
        return chosen
    from platformdirs import user_data_path  # noqa: PLC0415 - as above

    return user_data_path("summit-reader", appauthor=False)
