"""What can go wrong with web addresses and feeds; see `errors`."""

from __future__ import annotations

from pathlib import Path

from summit_reader.domain.errors import FileProblem, SummitError


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
