"""What the reader has narrowed the library to: one filter that holds in every room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from summit_reader.domain.narrowing import Attribute, Narrowing, Trait
from summit_reader.domain.outlet import OutletSummary


class Filters(QObject):
    """`changed` tells that other things are wanted, `settled` that it is known what counts then.

    Values of one attribute are alternatives; of several attributes all must hold.
    """

    changed = Signal()
    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: tuple[Trait, ...] = ()
        self.narrowing: Narrowing | None = None
        self.everyone: Sequence[OutletSummary] = ()

    @property
    def wanted(self) -> tuple[Trait, ...]:
        """What the library is narrowed to, in the order in which it was chosen."""
        return self._wanted

    def take_up(self, narrowing: Narrowing | None, everyone: Sequence[OutletSummary]) -> None:
        """Know what counts, and the outlets of the whole library."""
        before, self.narrowing, self.everyone = self.narrowing, narrowing, everyone
        if before != narrowing:
            self.settled.emit()

    def add(self, trait: Trait) -> None:
        """Narrow to this value, too."""
        self.put([*self._wanted, trait])

    def remove(self, trait: Trait) -> None:
        """Narrow to this value no longer."""
        self.put(each for each in self._wanted if each != trait)

    def toggle(self, trait: Trait) -> None:
        """Narrow to this value, or no longer if it was narrowed to already."""
        if trait in self._wanted:
            self.remove(trait)
        else:
            self.add(trait)

    def clear(self) -> None:
        """Have everything count again."""
        self.put(())

    def forget(self) -> None:
        """Another library is open: nobody has narrowed that, and nobody needs to be told."""
        self._wanted, self.narrowing, self.everyone = (), None, ()

    def put(self, wanted: Iterable[Trait]) -> None:
        """Narrow to these and nothing else."""
        order = tuple(dict.fromkeys(wanted))
        if order != self._wanted:
            self._wanted = order
            self.changed.emit()

    def axes(self) -> list[str]:
        """The axes of all labels."""
        return sorted({one.axis for each in self.everyone for one in each.labels})

    def attributes(self) -> list[tuple[Attribute, str]]:
        """What the outlets of this library can be told apart by, labels by their axes."""
        owned = any(each.owner for each in self.everyone)
        plain = [Attribute.COUNTRY, Attribute.LANGUAGE, Attribute.KIND]
        return [
            *((each, "") for each in plain),
            *([(Attribute.OWNER, "")] if owned else []),
            *((Attribute.LABEL, axis) for axis in self.axes()),
        ]
