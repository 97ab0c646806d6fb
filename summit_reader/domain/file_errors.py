"""What can be wrong with documents, archives, tables and what else holds texts; see `errors`."""

from __future__ import annotations

from summit_reader.domain.errors import FileProblem, SummitError


class DamagedFile(FileProblem):
    """It is of a format we read, but broken or cut short."""

    sentence = "“{path}” is damaged or incomplete. Get it again from where it came from."


class EncryptedFile(FileProblem):
    """It opens only with a password or a licence."""

    sentence = (
        "“{path}” is protected with a password or a licence. "
        "Save a copy without protection and import that."
    )


class PicturesOnly(FileProblem):
    """Its pages are pictures, or it is one."""

    sentence = (
        "“{path}” holds pictures and no text. "
        "Run text recognition (OCR) on it and import the copy that has text."
    )


class UnsupportedFormat(FileProblem):
    """A format that other programs turn into one we read."""

    sentence = (
        "“{path}” is of a format that cannot be read. "
        "Save it as .docx, .pdf or .html (a table as .csv) and import that."
    )


class ExtraMissing(FileProblem):
    """A library that few readers need was not installed."""

    sentence = (
        "“{path}” is a web archive. To read it, install what it takes with "
        "`pip install 'summit-reader[warc]'` and import it again."
    )


class ArchiveTooLarge(FileProblem):
    """Unpacked it would be far larger than it looks, or has too many files."""

    sentence = (
        "“{path}” holds more than can be unpacked safely. "
        "Unpack it yourself and import the files in it that you want."
    )


class NestedTooDeep(FileProblem):
    """An archive in an archive in an archive in an archive."""

    sentence = "“{path}” lies in too many archives. Unpack the outer ones and import it by itself."


class NothingInside(FileProblem):
    """An archive, a mailbox or a table without a single text."""

    sentence = "There is no text in “{path}” that could be read."


class NoTextAttached(FileProblem):
    """An entry of a bibliography without the text it is about."""

    sentence = (
        "“{path}”: no text attached. Export the entry with its files, or import the text itself."
    )


class OutsideFolder(FileProblem):
    """An entry of a bibliography names a file that does not lie with it."""

    sentence = (
        "“{path}” names a file outside its own folder, which was not opened. "
        "Import that file itself."
    )


class NoTextInRow(FileProblem):
    """A row of a table without text."""

    sentence = "“{path}”: this row has no text. Choose the column that holds it."


class UnreadableRow(FileProblem):
    """A row of a table that is not one."""

    sentence = "“{path}”: this row could not be read, so it was left out. Mend it and import again."


class MostRowsUnreadable(FileProblem):
    """A table of which hardly a row could be read."""

    sentence = (
        "Most rows of “{path}” have no text or could not be read, so the rest was left out. "
        "Choose the column that holds the texts, or mend the table."
    )


class NoTextColumn(FileProblem):
    """A table in which no column is known to hold texts."""

    sentence = (
        "No column of “{path}” is named as one that holds texts. "
        "Name it “text”, or choose the column."
    )


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


class UnknownColumn(SummitError):
    """What was said of a table's columns names no part of an article."""

    sentence = "“{part}” does not say which column holds what. The parts are: {known}."


class UnknownFormat(SummitError):
    """No reader is called that."""

    sentence = "There is no format “{name}”. Choose one of these: {known}."
