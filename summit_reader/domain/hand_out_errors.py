"""What can go wrong with what goes out, and with what is read back in; see `errors`."""

from __future__ import annotations

from summit_reader.domain.errors import FileProblem, SummitError


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


class LinksNotOffered(SummitError):
    """The system learns of links from installed applications only."""

    sentence = (
        "{system} takes links only to applications that are installed as bundles, and this is a "
        "program of Python. Open a link with: summit-reader summit://take/12."
    )


class LinksNotKept(SummitError):
    """What tells the system of links could not be written."""

    sentence = "“{path}” could not be written: {reason}. See whether it belongs to you."


class MergeChanged(SummitError):
    """The comparison is not as the merge left it."""

    sentence = "The comparison was removed meanwhile, so the merge cannot be taken back."


class UnknownComparison(SummitError):
    """No comparison has that name or number."""

    sentence = "There is no comparison “{name}” in this library. It has: {known}."


class UnknownHandOutFormat(ExportProblem):
    """The file name does not say which kind of hand-out it is to be."""

    sentence = (
        "“{path}” could not be written: {reason}. "
        "End the name in .html, .docx, .odt, .pdf, .md, .csv, .json, .bib, .ris or .csl.json."
    )


class UnknownListFormat(ExportProblem):
    """The file name does not say which kind of list it is to be."""

    sentence = "“{path}” could not be written: {reason}. End the name in .csv or .json."
