"""`search`: what the library says on something."""

from __future__ import annotations

from argparse import ArgumentTypeError

from rich.padding import Padding
from rich.text import Text

from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.status import Status
from summit_reader.domain.search import ArticleHits, SearchResults
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted, outlet_named

_INDENT = (0, 0, 0, 2)
_LIMIT_DIGITS = 5


def add_search(add: AddCommand) -> None:
    """Describe the command."""
    parser = add("search", purpose="find texts", description="Find texts, the best first.")
    parser.add_argument("query", nargs="+", help="what to look for")
    parser.add_argument("--limit", type=_limit, default=20, help="how many at most (default: 20)")
    parser.set_defaults(run=search)


def search(call: Call) -> int:
    """Print the texts that match, one entry a text; 1 if there is none."""
    query = " ".join(call.arguments.query)
    with call.services() as services:
        results = services.searching.search(query, limit=call.arguments.limit)
    call.screen.data(
        {
            "query": query,
            "total": results.total,
            "results": [
                {
                    "article_id": found.article_id,
                    "outlet": found.outlet.name,
                    "headline": found.headline,
                    "snippet": found.hits[0].snippet.text if found.hits else "",
                    "score": found.score,
                }
                for found in results.articles
            ],
        }
    )
    if not results.articles:
        call.screen.complain(f"Nothing matches “{query}”.")
        return Status.NOTHING_FOUND
    for found in results.articles:
        call.screen.show(*_entry(found), "")
    call.screen.show(_count(query, results))
    return Status.FINE


def _entry(found: ArticleHits) -> tuple[Text | Padding, ...]:
    head = Text.assemble(
        (outlet_named(found.outlet), "bold"), "  ", one_line(found.headline), overflow="fold"
    )
    if not found.hits:
        return (head,)
    snippet = found.hits[0].snippet
    plain = one_line(snippet.text)
    shown = Text(plain, overflow="fold")
    if plain == snippet.text:  # else the marks count characters that are not printed
        for mark in snippet.marks:
            shown.stylize("bold underline", mark.start, mark.end)
    return head, Padding(shown, _INDENT)


def _count(query: str, results: SearchResults) -> str:
    shown = len(results.articles)
    beyond = f", the best {shown} shown" if shown < results.total else ""
    verb = "matches" if results.total == 1 else "match"
    return one_line(f"{counted(results.total, 'text')} {verb} “{query}”{beyond}.")


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _LIMIT_DIGITS and int(text)):
        message = f"{text!r} is not a number from 1 to {'9' * _LIMIT_DIGITS}"
        raise ArgumentTypeError(message)
    return int(text)
