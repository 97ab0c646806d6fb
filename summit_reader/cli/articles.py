"""`article` and `restore`: one text with what was set apart from it, and that put back."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator, Mapping, Sequence

from summit_reader.cli.call import Call
from summit_reader.cli.parser import AddCommand
from summit_reader.cli.screen import plain_table
from summit_reader.cli.status import Status
from summit_reader.domain.article import Article
from summit_reader.domain.set_apart import SetApart
from summit_reader.domain.spans import Span
from summit_reader.export.characters import one_line
from summit_reader.export.wording import counted, outlet_named

_DIGITS = 9
_LONGEST = 300
_MOST = 100_000
"""Parts named by one run; a slip of the finger should not fill the memory."""

_WHICH = "the number of the text: `article_id` in what `search --json` prints"

_Numbers = Mapping[Span, int]


def add_article(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "article",
        purpose="print a text and what was set apart from it",
        description="Print a text, then the other stories, the readers' comments and whatever "
        "else was removed from it, with numbers.",
        epilog="`summit-reader restore` takes the numbers and puts the parts back into the text.",
    )
    parser.add_argument("article", type=_number, metavar="ARTICLE", help=_WHICH)
    steps = parser.add_mutually_exclusive_group()
    steps.add_argument("--delete", action="store_true", help="move the text to the bin")
    steps.add_argument(
        "--restore-from-bin", action="store_true", help="bring the text back from the bin"
    )
    parser.set_defaults(run=article)


def add_restore(add: AddCommand) -> None:
    """Describe the command."""
    parser = add(
        "restore",
        purpose="put removed parts back into a text",
        description="Show removed parts of a text in their places from now on.",
        epilog="`summit-reader article` lists the parts with their numbers.",
    )
    parser.add_argument("article", type=_number, metavar="ARTICLE", help=_WHICH)
    parser.add_argument(
        "parts", nargs="+", type=_numbers, metavar="NUMBER", help="a part, or several as in 3-6"
    )
    parser.add_argument("--undo", action="store_true", help="remove the parts again")
    parser.set_defaults(run=restore)


def article(call: Call) -> int:
    """Print one text and what was set apart from it; or move it to the bin or back."""
    if call.arguments.delete:
        return _delete(call)
    with call.services() as services:
        if call.arguments.restore_from_bin:
            services.shelving.take_out([call.arguments.article])
        shown = services.reading.article(call.arguments.article)
        apart = services.restoring.set_apart(shown.id)
    numbers = {one.source: number for number, one in enumerate(shown.removed, 1)}
    call.screen.data(_fields(shown, apart, numbers))
    source = outlet_named(shown.outlet)
    date = shown.metadata.published
    call.screen.show(one_line(f"{source}, {date}" if date else source), "")
    for paragraph in shown.cleaned.text.split("\n\n"):
        call.screen.show(one_line(paragraph), "")
    for heading, rows in _sections(shown, apart, numbers):
        table = plain_table(gap=2, head=False)
        table.add_column(justify="right", no_wrap=True)
        table.add_column()
        table.add_column(overflow="fold")
        for number, about, words in rows:
            table.add_row(number, one_line(about), one_line(_shortened(words)))
        if table.row_count:
            call.screen.show(f"{heading}:", table, "")
    return Status.FINE


def restore(call: Call) -> int:
    """Put parts of a text back, or remove them again; 2 if it has no such part."""
    asked = call.arguments
    wanted = sorted({number for numbers in asked.parts for number in numbers})
    with call.services() as services:
        before = services.reading.article(asked.article)
        missing = [number for number in wanted if number > len(before.removed)]
        if missing:
            call.screen.complain(
                f"Text {before.id} has no part {missing[0]}. "
                f"`summit-reader article {before.id}` lists its parts."
            )
            return Status.BAD_INPUT
        places = [before.removed[number - 1].source for number in wanted]
        change = services.restoring.remove_again if asked.undo else services.restoring.restore
        takes = len(services.reading.takes_in(before.id))
        after = change(before.id, *places)
        takes = len(services.reading.takes_in(before.id)) - takes
    changed = sum(one != two for one, two in zip(before.removed, after.removed, strict=True))
    done = "removed" if asked.undo else "restored"
    call.screen.data({"article": before.id, done: changed, "takes": takes})
    verb = "Removed again" if asked.undo else "Restored"
    call.screen.show(f"{verb}: {counted(changed, 'part')} of text {before.id}.")
    if takes:
        gone = "came to light" if takes > 0 else "went with what was removed"
        call.screen.show(f"{counted(abs(takes), 'take')} {gone}.")
    return Status.FINE


def _delete(call: Call) -> int:
    article_id = call.arguments.article
    with call.services() as services:
        gone = services.shelving.deletion([article_id])
        services.shelving.delete([article_id])
    call.screen.data({"article": article_id, "deleted": gone.name, "takes": gone.takes})
    takes = counted(gone.takes, "take")
    call.screen.show(f"“{one_line(gone.name)}” is in the bin with {takes}.")
    call.screen.show(f"`summit-reader article {article_id} --restore-from-bin` brings it back.")
    return Status.FINE


def _sections(
    shown: Article, apart: SetApart, numbers: _Numbers
) -> Iterator[tuple[str, Iterator[tuple[str, str, str]]]]:
    yield (
        "Related",
        (
            (_range(one.ranges, numbers), _joined(one.section, one.author), one.headline)
            for one in apart.related
        ),
    )
    yield (
        "Comments",
        (
            (_range(one.ranges, numbers), _joined(one.author, one.written), one.text)
            for one in apart.comments
        ),
    )
    source = shown.cleaned.source
    yield (
        "Removed",
        (
            (
                str(numbers[one.source]),
                _joined(one.kind, "restored" if one.restored else ""),
                one.source.of(source),
            )
            for one in apart.removed
        ),
    )


def _fields(shown: Article, apart: SetApart, numbers: _Numbers) -> dict[str, object]:
    date = shown.metadata.published
    return {
        "article": shown.id,
        "outlet": shown.outlet.name,
        "title": shown.title,
        "published": date.isoformat() if date else None,
        "text": shown.cleaned.text,
        "related": [
            {
                "numbers": _listed(one.ranges, numbers),
                "headline": one.headline,
                "section": one.section,
                "author": one.author,
                "url": one.url,
            }
            for one in apart.related
        ],
        "comments": [
            {
                "numbers": _listed(one.ranges, numbers),
                "author": one.author,
                "written": one.written,
                "text": one.text,
            }
            for one in apart.comments
        ],
        "removed": [
            {
                "number": numbers[one.source],
                "kind": one.kind.value,
                "restored": one.restored,
                "text": one.source.of(shown.cleaned.source),
            }
            for one in apart.removed
        ],
    }


def _listed(places: Iterable[Span], numbers: _Numbers) -> list[int]:
    return [numbers[place] for place in places]


def _range(places: Sequence[Span], numbers: _Numbers) -> str:
    """The numbers of the parts, as `restore` takes them: runs are told by their ends."""
    runs: list[list[int]] = []
    for number in _listed(places, numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return " ".join("-".join(map(str, run)) for run in runs)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _DIGITS and int(text)):
        message = f"{text!r} is not a number"
        raise ArgumentTypeError(message)
    return int(text)


def _numbers(text: str) -> range:
    first, dash, last = text.partition("-")
    start, end = _number(first), _number(last) if dash else _number(first)
    if end < start or end - start > _MOST:
        message = f"{text!r} is not a run of numbers such as 3-6"
        raise ArgumentTypeError(message)
    return range(start, end + 1)
