"""What can go wrong that is not our mistake. Each error is a sentence and the facts in it.

`sentence` is the English source text with named gaps: the command line prints `str(error)`, the
window translates `sentence` and fills in `facts`. It says what happened, to which file, and what to
do. Anything that is not a `SummitError` is a defect of the program.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from summit_reader.domain.clause import Clause
from summit_reader.domain.spans import Span


class SummitError(Exception):
    """Something expected went wrong; the reader can do something about it."""

    sentence: ClassVar[str] = "Something went wrong."

    def __init__(self, **facts: object) -> None:
        super().__init__(self.sentence.format(**facts))
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        # An exception is otherwise made anew from its sentence, without the facts.
        return _made_anew, (type(self), self.facts)


def _made_anew(kind: type[SummitError], facts: dict[str, object]) -> SummitError:
    return kind(**facts)


class Cancelled(SummitError):
    """The reader gave up on long work."""

    sentence = "Stopped on request."


class FileProblem(SummitError):
    """One file cannot be taken in; the others can."""

    sentence = "“{path}” could not be read."

    def __init__(self, path: Path | str, **facts: object) -> None:
        super().__init__(path=str(path), **facts)
        self.path = Path(path)


class MissingFile(FileProblem):
    """There is nothing under that name."""

    sentence = "There is no file “{path}”. Check the name and try again."


class UnreadableFile(FileProblem):
    """The system refuses to open it."""

    sentence = "“{path}” could not be opened: {reason}. Check its permissions and try again."


class NotAFile(FileProblem):
    """It is a folder, a device or a pipe."""

    sentence = "“{path}” is not a file. Choose the texts inside it instead."


class NotAFolder(FileProblem):
    """A folder was asked for, and it is something else."""

    sentence = "“{path}” is not a folder. Give the folder that your texts are put into."


class EmptyFile(FileProblem):
    """It holds no text at all."""

    sentence = "“{path}” is empty. Save the text again and import the new copy."


class BinaryFile(FileProblem):
    """It is not text."""

    sentence = "“{path}” is not a text file. Save it as plain text (.txt) and import that."


class UndecodableFile(FileProblem):
    """Its encoding is not one we can tell."""

    sentence = "The characters of “{path}” could not be decoded. Save it as UTF-8 and import that."


class FileTooLarge(FileProblem):
    """It is larger than an article can be."""

    sentence = "“{path}” is {size} MB, more than the {limit} MB an article may have. Split it up."


class LibraryProblem(SummitError):
    """The library as a whole cannot be used."""

    sentence = "The library “{path}” cannot be used."

    def __init__(self, path: Path | str, **facts: object) -> None:
        super().__init__(path=str(path), **facts)
        self.path = Path(path)


class NotALibrary(LibraryProblem):
    """A folder, or a file, that no library of ours is in."""

    sentence = (
        "“{path}” is not a Summit Reader library. Nothing was changed; choose another folder."
    )


class MissingLibrary(LibraryProblem):
    """The folder that was opened last is not there, perhaps with the drive it lies on."""

    sentence = (
        "The library “{path}” is not there now, so the sample is open. "
        "Connect its drive and choose File > Open library; it stays the one to open next time."
    )


class LibraryTooNew(LibraryProblem):
    """Written by a later version of the program."""

    sentence = (
        "“{path}” was written by a newer version of Summit Reader. "
        "Nothing was changed; update the program to open it."
    )


class LibraryDamaged(LibraryProblem):
    """The database file is broken."""

    sentence = "The library “{path}” is damaged: {reason}. Restore it from a backup."


class BackupDamaged(LibraryProblem):
    """A backup, or the library it is to be made of, cannot be read."""

    sentence = "“{path}” cannot be read as a library: {reason}. Choose another backup."


class NoBackup(LibraryProblem):
    """There is none to go back to."""

    sentence = "There is no backup of “{path}” that can be read."


class LibraryReadOnly(LibraryProblem):
    """We may not write where the library lies."""

    sentence = (
        "“{path}” cannot be written to: {reason}. "
        "Change its permissions, or choose another folder with --library."
    )


class DiskFull(LibraryReadOnly):
    """There is no room left where the library lies."""

    sentence = (
        "There is no room left for “{path}”: {reason}. "
        "Nothing was lost. Free some space on that disk and try again."
    )


class LibraryExists(LibraryProblem):
    """A new library was to be made where something already lies."""

    sentence = "“{path}” is not empty. Choose a new folder for the library."


class LibraryBusy(LibraryProblem):
    """Another program holds the write lock for too long."""

    sentence = "“{path}” is in use by another program. Close it there and try again."


class NoSample(SummitError):
    """The program was built without the five texts."""

    sentence = "This copy of Summit Reader comes without the sample texts."


class UnknownPoint(SummitError):
    """No point has that question."""

    sentence = "There is no point “{question}”. `summit-reader points` lists them all."


class UnknownProposal(SummitError):
    """Nothing that is proposed for the point has that number."""

    sentence = (
        "Nothing with the number {number} is proposed for “{question}”. "
        "`summit-reader point` prints what is."
    )


class UnknownOutlet(SummitError):
    """No outlet has that name."""

    sentence = "There is no outlet “{name}” here. `summit-reader outlets` lists them all."


class UnknownPerson(SummitError):
    """No speaker has that name, or several have it as a part of theirs."""

    sentence = "Nobody here is “{name}”, or several are. `summit-reader people` lists them all."


class OutletNotOnPoint(SummitError):
    """The outlet is known but has nothing on the point."""

    sentence = "“{name}” has no take on “{question}” here."


class QueryProblem(SummitError):
    """The search cannot be read; `span` is the stretch of the query that is to blame."""

    sentence = "“{query}” cannot be searched for: {reason}."

    def __init__(self, *, query: str, reason: Clause, span: Span | None = None) -> None:
        super().__init__(query=query, reason=reason)
        self.reason = reason
        self.span = span or Span(0, len(query))


class TakeProblem(SummitError):
    """What the reader asked of a take cannot be done."""


class NothingSelected(TakeProblem):
    """There are no words in what was selected."""

    sentence = (
        "No words of the text are selected. Select those that make up the take, and try again."
    )


class NothingToSplit(TakeProblem):
    """One of the two parts would be empty."""

    sentence = "The take cannot be split there. Put the cursor between two of its words."


class NothingToMerge(TakeProblem):
    """There is no second take, or it stands in another text."""

    sentence = "There is no take beside this one in its text to merge it with."


class TakeChanged(TakeProblem):
    """The take is no longer as the step left it."""

    sentence = "The take was changed elsewhere meanwhile, so this step cannot be taken back."
