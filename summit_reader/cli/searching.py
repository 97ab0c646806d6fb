"""`search`: what the library says on something."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Iterator

from rich.padding import Padding
from rich.text import Text

from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.screen import indented
from summit_reader.cli.status import Status
from summit_reader.domain.errors import QueryProblem
from summit_reader.domain.grouping import Grouping, HitGroup, grouped
from summit_reader.domain.search import Facet, Hit, Obstacle, Order, Scope, SearchResults
from summit_reader.export.characters import one_line
from summit_reader.export.results import results_as_csv, results_as_data
from summit_reader.export.wording import counted, outlet_named

_LIMIT_DIGITS = 5
_MOST_COUNTS = 10
_WIDTH = 100

_LANGUAGE = """
Words have all to be found; OR, NOT, brackets and "phrases" are understood, as are "kim trump"~5,
sanct*, wom?n and kremlin~. Fields: outlet: country: language: speaker: said: role: title:
date: (2019, 2019-04, 2019-03..2019-05, >2019-04-01), has: (take, note, pin, cut, duplicate),
in: (story, point, comparison, comments, removed). After -- a query may begin with a minus.
"""


def add_search(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "search",
        purpose="find texts",
        description="Find texts, the best first.",
        epilog=_LANGUAGE,
    )
    parser.add_argument("query", nargs="+", help="what to look for")
    parser.add_argument("--limit", type=_limit, default=20, help="how many at most (default: 20)")
    parser.add_argument(
        "--scope", choices=[each.value for each in Scope], default=Scope.ALL.value,
        help="where to look (default: all)",
    )  # fmt: skip
    parser.add_argument(
        "--sort", choices=[each.value for each in Order], default=Order.RELEVANCE.value,
        help="what comes first (default: relevance)",
    )  # fmt: skip
    parser.add_argument(
        "--group", choices=[each.value for each in Grouping], default=Grouping.ARTICLE.value,
        help="what stands together: an article with its best passage, or all that an outlet says "
        "(default: article)",
    )  # fmt: skip
    parser.add_argument("--facets", action="store_true", help="count what is found, by field")
    parser.add_argument("--explain", action="store_true", help="say how the query was read")
    parser.add_argument("--exact", action="store_true", help="never look for similar words")
    parser.add_argument(
        "--as-spelt", action="store_true", help="tell British and American spellings apart"
    )
    parser.add_argument(
        "--csv", action="store_true", help="print comma-separated values on standard output"
    )
    parser.set_defaults(run=search)


def search(call: Call) -> int:
    """Print the texts that match, one entry a text; 1 if there is none."""
    asked = call.arguments
    query = " ".join(asked.query)
    try:
        with call.services() as services:
            results = services.searching.search(
                query,
                limit=asked.limit,
                scope=Scope(asked.scope),
                order=Order(asked.sort),
                facets=asked.facets,
                both_spellings=not asked.as_spelt,
                fuzzy=not asked.exact,
                strict=True,
            )
    except QueryProblem as problem:
        call.screen.complain(str(problem))
        if len(query) <= _WIDTH:
            call.screen.point_at(query, problem.span)
        return Status.BAD_INPUT
    if asked.csv:
        call.screen.write(results_as_csv(results))
        return Status.FINE if results.articles else Status.NOTHING_FOUND
    call.screen.data(results_as_data(results, explain=asked.explain, facets=asked.facets))
    if asked.explain and results.understood:
        call.screen.show(one_line(f"Looked for: {results.understood}."))
    if not results.articles:
        call.screen.complain(f"Nothing matches “{query}”.")
        for each in results.obstacles:
            call.screen.complain(_obstacle(each))
        return Status.NOTHING_FOUND
    if results.is_fuzzy:
        call.screen.show(
            one_line(f"Nothing matches “{query}”. Did you mean “{results.suggestion}”?"),
            "Similar words stand in these texts:",
            "",
        )
    for group in grouped(results.articles, Grouping(asked.group)):
        call.screen.show(*_entries(group), "")
    for facet in results.facets:
        call.screen.show(*_counts(facet))
    call.screen.show(_count(query, results))
    return Status.FINE


def _obstacle(obstacle: Obstacle) -> str:
    if not obstacle.total:
        return f"Nothing at all matches “{obstacle.text}”."
    return f"Without “{obstacle.text}”, {counted(obstacle.total, 'text')} would be found."


def _counts(facet: Facet) -> Iterator[str]:
    if facet.counts:
        yield f"{facet.field.value.capitalize()}:"
        for each in facet.counts[:_MOST_COUNTS]:
            yield one_line(f"  {each.count:>6}  {each.value}")
        yield ""


def _entries(group: HitGroup) -> Iterator[Text | Padding]:
    """An article with its best passage, or an outlet with all of them."""
    by_outlet = not group.headline
    name = Text(outlet_named(group.outlet), "bold")
    if not by_outlet:
        yield Text.assemble(name, "  ", one_line(group.headline), overflow="fold")
        yield from _shown(group.hits[0].hit)
        return
    yield name
    for listed in group.hits:
        yield from _shown(listed.hit)
        yield indented(Text(f"— {one_line(listed.headline)}", overflow="fold"))


def _shown(hit: Hit) -> Iterator[Padding]:
    yield indented(_snippet(hit))
    if hit.comment:
        writer = f"by {hit.speaker}" if hit.speaker else "by a reader"
        yield indented(Text(one_line(f"— comment {writer}"), overflow="fold"))


def _snippet(hit: Hit) -> Text:
    plain = one_line(hit.snippet.text)
    shown = Text(plain, overflow="fold")
    if plain == hit.snippet.text:  # else the marks count characters that are not printed
        for mark in hit.snippet.marks:
            shown.stylize("bold underline", mark.start, mark.end)
    return shown


def _count(query: str, results: SearchResults) -> str:
    shown = len(results.articles)
    beyond = f", the best {shown} shown" if shown < results.total else ""
    if results.is_at_least:
        beyond = f", at least{beyond}"
    verb = "matches" if results.total == 1 else "match"
    return one_line(f"{counted(results.total, 'text')} {verb} “{query}”{beyond}.")


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _LIMIT_DIGITS and int(text)):
        message = f"{text!r} is not a number from 1 to {'9' * _LIMIT_DIGITS}"
        raise ArgumentTypeError(message)
    return int(text)
