"""What the program does without a window and without a command: previews, and its own processes.

A process of our own is the program, started anew with an argument of `bootstrap`. It opens the
library for itself and tells its standard output how it goes.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from summit_reader import bootstrap, shipped
from summit_reader.domain.errors import SummitError
from summit_reader.domain.progress import CancelToken, Report, silent
from summit_reader.own_program import be_unhurried

if TYPE_CHECKING:
    from summit_reader.domain.article import Hints
    from summit_reader.domain.importing import Failure
    from summit_reader.domain.outlet import OutletProfile
    from summit_reader.domain.preview import Preview
    from summit_reader.intake.offers import Offer
    from summit_reader.intake.protocol import Reader
    from summit_reader.services.building import Work


_OBJECTS = 100_000


def collect_seldom() -> None:
    """Look for cycles of objects far less often than Python does by itself.

    A text makes thousands of small objects that are gone with it; going through all there are as
    often as that takes a tenth of the time of long work, and finds nothing.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS)


def previews_of(
    offers: Iterable[Offer | Failure], hints: Hints, reader: Reader | None = None
) -> Iterator[Preview | Failure]:
    """What is offered as it would come in, outside any library; read one by one."""
    from summit_reader.services.previewing import previews  # noqa: PLC0415 - as in `bootstrap`

    return previews(offers, shipped.equip, hints, reader)


def outlet_named(name: str) -> OutletProfile:
    """The outlet that the program knows by this name; one that it only knows the name of else."""
    from summit_reader.domain.outlet import OutletProfile  # noqa: PLC0415 - as in `bootstrap`

    return shipped.equip().named(name) or OutletProfile(name)


def work_on(task: str, library: Path) -> int:
    """Do what the argument `task` of `bootstrap` asks for; the exit code."""
    be_unhurried()
    collect_seldom()
    tasks = {
        bootstrap.BUILD_INDEX: build_index,
        bootstrap.BUILD_VECTORS: build_vectors,
        bootstrap.IMPORT: import_texts,
    }
    return tasks[task](library)


def build_index(library: Path) -> int:
    """Build the index of the library, telling standard output how it goes; the exit code.

    What `Services` start as a process of its own. The vectors of passages, which take as long, are
    made by another one meanwhile.
    """
    from summit_reader.index.whoosh_index import WhooshIndex  # noqa: PLC0415 - as in `bootstrap`
    from summit_reader.services.upkeep import Upkeep  # noqa: PLC0415 - as in `bootstrap`
    from summit_reader.store.database import Database  # noqa: PLC0415 - as in `bootstrap`

    def build(report: Report, token: CancelToken) -> int:
        shipped.equip()  # comments are told apart by their words
        # Not `open_index`: what is there may be broken, and is somebody else's to mend.
        with (
            closing(Database.open(library)) as database,
            closing(WhooshIndex(library / bootstrap.INDEX)) as index,
            _vectors_beside(library, token),
        ):
            return Upkeep(database, index).build(report, token)

    return _told(build)


def build_vectors(library: Path) -> int:
    """Make the vectors of the library's passages, as `build_index` builds the index."""
    from summit_reader.services.vector_keeping import (  # noqa: PLC0415 - as in `bootstrap`
        VectorKeeping,
    )
    from summit_reader.store.database import Database  # noqa: PLC0415 - as in `bootstrap`

    def build(report: Report, token: CancelToken) -> None:
        shipped.equip()
        with closing(Database.open(library)) as database:
            folder = library / bootstrap.VECTORS
            VectorKeeping(database, folder, shipped.vectors).build(report, token)

    return _told(build)


@contextmanager
def _vectors_beside(library: Path, token: CancelToken) -> Iterator[None]:
    """Have the vectors made while the block is worked on; without them points still work."""
    from summit_reader.services.building import (  # noqa: PLC0415 - as in `bootstrap`
        ProcessFailed,
        done_in_process,
    )

    def make() -> None:
        with suppress(ProcessFailed, SummitError):
            done_in_process(
                bootstrap.program(bootstrap.BUILD_VECTORS, library.resolve()), "", silent, token
            )

    making = Thread(target=make)
    making.start()
    try:
        yield
    except BaseException:
        token.cancel()
        raise
    finally:
        making.join()


def _told(work: Work) -> int:
    from summit_reader.services.building import tell  # noqa: PLC0415 - as in `bootstrap`

    # Not `sys.stdout`: a program built without a console has none, but has what it was given.
    with open(1, "w", encoding="utf-8", closefd=False) as stream:
        return tell(work, stream)


def import_texts(library: Path) -> int:
    """Import what standard input asks for, telling standard output how it goes; the exit code.

    What `Services` start as a process of its own.
    """
    from summit_reader.services.ordering import order_in, report_fields  # noqa: PLC0415 - as in `bootstrap`

    with open(0, encoding="utf-8", closefd=False) as stream:
        order = order_in(stream.read())

    def work(report: Report, token: CancelToken) -> object:
        with closing(bootstrap.open_services(library, bulk=False)) as services:
            return report_fields(services.importing.import_here(order, report, token))

    return _told(work)
