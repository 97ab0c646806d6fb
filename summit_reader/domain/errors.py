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


class TakesTooLong(FileProblem):
    """Reading it was given up."""

    sentence = (
        "“{path}” could not be read within {seconds} seconds, so it was left out. "
        "Copy the text you want from it and paste that."
    )


class BreaksReader(FileProblem):
    """The process that reads files ended over it, or would have needed too much memory."""

    sentence = (
        "“{path}” is damaged, or made in a way that cannot be read safely, so it was left out. "
        "Copy the text you want from it and paste that."
    )


class PageTooLarge(FileProblem):
    """There is too much of the page even without its scripts and pictures."""

    sentence = (
        "“{path}” has {size} MB of text and mark-up, more than the {limit} MB that can be read. "
        "Copy the text you want from it and paste that."
    )


class NoArticleFound(FileProblem):
    """A page of which nothing is left without what surrounds an article."""

    sentence = (
        "There is no article in “{path}”, or none that could be told from the rest of the page. "
        "Copy the text you want from it and paste that."
    )


class NoFeed(FileProblem):
    """What was to be read as a feed is something else."""

    sentence = "“{path}” is not a feed. Give the address of one, or of a page that names one."


class NamesNoFeed(FileProblem):
    """A page was asked for the feeds it names, and names none."""

    sentence = (
        "“{path}” is not a feed and names none. "
        "Look on the site for “RSS” or “Feed” and give the address behind it."
    )


class UnknownFeed(SummitError):
    """No feed that is followed has that address, title or number."""

    sentence = "No feed “{name}” is followed here. `summit-reader feeds list` lists them all."


class PageSaysLess(FileProblem):
    """The page an item leads to was fetched, and has less to read than the feed."""

    sentence = "“{path}” has less of the article than the feed, so the feed's own text was kept."


class NoPage(SummitError):
    """An item of a feed leads nowhere."""

    sentence = "“{headline}” has no address, so there is no page to fetch."


class NoFeedList(FileProblem):
    """What was to be read as a list of feeds is something else."""

    sentence = "“{path}” is not a list of feeds. Export the list as OPML and try that."


class FeedsToFollow(FileProblem):
    """A list of feeds was offered as a text, and there is no text in it."""

    sentence = (
        "“{path}” is a list of feeds. Choose Feeds > Follow the feeds of a list, "
        "or run `summit-reader feeds add` with its name."
    )


class FetchProblem(FileProblem):
    """Something at a web address cannot be fetched; `path` is the address."""

    sentence = "“{path}” could not be fetched."

    def __init__(self, path: Path | str, **facts: object) -> None:
        super().__init__(path, **facts)
        self.url = str(path)


class NotAWebAddress(FetchProblem):
    """It does not begin with http:// or https://, or names no host."""

    sentence = "“{path}” is not a web address. It must begin with https:// or http://."


class PrivateAddress(FetchProblem):
    """It lies on this computer or in the reader's own network."""

    sentence = (
        "“{path}” leads to {address}, which is on this computer or in your own network, "
        "so nothing was fetched. If you trust it, allow private addresses in the settings."
    )


class NobodyAnswers(FetchProblem):
    """The host cannot be found, or the connection fails."""

    sentence = "“{path}” could not be reached: {reason}. Check the address and your connection."


class AnswerTooSlow(FetchProblem):
    """The answer has not come in time."""

    sentence = "“{path}” did not answer in full within {seconds} seconds. Try again later."


class AnswerTooLarge(FetchProblem):
    """There is more than an article can have, perhaps only once it is unpacked."""

    sentence = "What lies at “{path}” is larger than {limit} MB, so it was not fetched."


class TooManyRedirects(FetchProblem):
    """Each address leads to the next."""

    sentence = "“{path}” leads from one address to the next without end, so it was given up."


class RefusedByServer(FetchProblem):
    """The server answers, but not with what was asked for."""

    sentence = (
        "The server of “{path}” answered {status}. "
        "Open it in your browser; if it shows there, save the page and import the file."
    )


class NothingToRead(FetchProblem):
    """A picture, a film, a programme."""

    sentence = "What lies at “{path}” is {kind}, not a text. Choose the address of an article."


class UnknownColumn(SummitError):
    """What was said of a table's columns names no part of an article."""

    sentence = "“{part}” does not say which column holds what. The parts are: {known}."


class UnknownFormat(SummitError):
    """No reader is called that."""

    sentence = "There is no format “{name}”. Choose one of these: {known}."


class HandOutProblem(FileProblem):
    """A hand-out that cannot be read back; nothing of it was merged."""


class NotAHandOut(HandOutProblem):
    """It carries nothing that could be read back."""

    sentence = (
        "“{path}” carries nothing to read back: it was made blind or by another program, or its "
        "ids were removed. Ask for the HTML, Word, Markdown or JSON file as it was exported."
    )


class HandOutChanged(HandOutProblem):
    """What it carries was changed since, by an editor or on the way."""

    sentence = (
        "“{path}” was changed after it was exported: {reason}. "
        "Nothing was merged; ask for the file as it was exported."
    )


class HandOutTooNew(HandOutProblem):
    """Written by a later version of the program."""

    sentence = (
        "“{path}” was written by a newer version of Summit Reader. "
        "Nothing was merged; update the program to read it back."
    )


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


class ExportProblem(SummitError):
    """The hand-out could not be written."""

    sentence = "“{path}” could not be written: {reason}. Choose another folder."


class BlindReferences(SummitError):
    """References name what a blind hand-out hides."""

    sentence = (
        "A list of references names its outlets and cannot be blind. "
        "Choose another format, or leave the blind option out."
    )


class PrintingFailed(SummitError):
    """The part of the program that makes PDF files did not do it."""

    sentence = "The PDF could not be made: {reason}. Export a web page and print that instead."


class UnknownLink(SummitError):
    """A link that is not one of ours."""

    sentence = "“{link}” leads nowhere. Links to takes look like summit://take/12."


class MergeChanged(SummitError):
    """The comparison is not as the merge left it."""

    sentence = "The comparison was removed meanwhile, so the merge cannot be taken back."


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
