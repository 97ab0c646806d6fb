"""What is asked for by number and is not there: typed wrongly, or removed since it was shown."""

from __future__ import annotations

from typing import ClassVar

from summit_reader.domain.errors import SummitError


class NotStored(SummitError, LookupError):
    """Nothing of that kind has that number in this library."""

    sentence: ClassVar[str] = (
        "There is nothing with the number {id} here. It may have been removed."
    )

    def __init__(self, id: int | str) -> None:  # noqa: A002 - the gap in the sentences
        super().__init__(id=id)


class NoSuchText(NotStored):
    """No article has that number."""

    sentence = "There is no text with the number {id} here. It may have been removed."


class NoSuchTake(NotStored):
    """No take has that number."""

    sentence = "There is no take with the number {id} here. Its text may have been removed."


class NoSuchOutlet(NotStored):
    """No outlet has that number."""

    sentence = "There is no outlet with the number {id} here."


class NoSuchPerson(NotStored):
    """No speaker has that number, or none who still says something."""

    sentence = "There is no speaker with the number {id} here. The texts may have been removed."


class NoSuchPoint(NotStored):
    """No point has that number."""

    sentence = "There is no point with the number {id} here. It may have been removed."


class NoSuchComparison(NotStored):
    """No comparison has that number."""

    sentence = "There is no comparison with the number {id} here."


class NoSuchClipping(NotStored):
    """The comparison has no clipping with that id."""

    sentence = "The clipping {id} is not in this comparison. It may have been unpinned."


class NoSuchStory(NotStored):
    """No story has that number."""

    sentence = "There is no story with the number {id} here. It may have been merged with another."


class NoSuchFeed(NotStored):
    """No feed has that number."""

    sentence = "There is no feed with the number {id} here. It may have been removed."


class NoSuchItem(NotStored):
    """Nothing in the inbox has that number."""

    sentence = "There is no item with the number {id} in the inbox. Its feed may have been removed."


class OutletNameTaken(SummitError):
    """Two outlets cannot go by one name."""

    sentence: ClassVar[str] = (
        "Another outlet already goes by the name “{name}”. Merge the two, or choose another name."
    )

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class NoSuchAlias(SummitError, LookupError):
    """An outlet does not go by that name."""

    sentence: ClassVar[str] = (
        "“{outlet}” has no other name “{name}”. `summit-reader outlets {outlet}` lists its names."
    )

    def __init__(self, name: str, outlet: str) -> None:
        super().__init__(name=name, outlet=outlet)
