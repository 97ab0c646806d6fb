"""The documents and queries that the search benchmark runs on."""

from __future__ import annotations

import datetime as dt
import json
import lzma
import random
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

SHORTEST_PASSAGE = 25
FIRST_DAY = dt.date(1990, 1, 1)
KINDS = ("articles", "passages")
Query = dict[str, Any]

_TABLE = "create table d(id integer primary key, title, body, outlet, day integer)"
_VARIED_FROM = 100_000
_WORD = re.compile(r"[A-Za-z]{4,}")


def lines(corpus: Path | None, limit: int | None) -> Iterator[dict[str, str]]:
    """The articles of a corpus, one JSON object a line; made up where there is none."""
    if corpus is None:
        yield from _made_up(limit or 5_000)
        return
    with (lzma.open if corpus.suffix == ".xz" else open)(corpus, "rt") as stream:
        for number, line in enumerate(stream):
            if number == limit:
                return
            yield json.loads(line)


def _made_up(count: int) -> Iterator[dict[str, str]]:
    """Articles of invented words whose frequencies fall off as those of a language do."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    signs = "aeiourstlnmdkp"
    words = ["".join(chance.choices(signs, k=chance.randint(3, 9))) for _ in range(30_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    for number in range(count):
        passages = [
            " ".join(chance.choices(words, weights, k=chance.randint(15, 70))) + "."
            for _ in range(chance.randint(5, 30))
        ]
        yield {
            "title": " ".join(chance.choices(words, weights, k=8)),
            "outlet": f"Outlet {number % 23}",
            "date": str(FIRST_DAY + dt.timedelta(chance.randrange(8_000, 11_000))),
            "body": "\n".join(passages),
        }


def store(folder: Path, corpus: Path | None, limit: int | None) -> dict[str, int]:
    """Lay articles and their passages into `KIND.db`, which all engines read; gives the counts."""
    counts = dict.fromkeys(KINDS, 0)
    databases = {kind: sqlite3.connect(folder / f"{kind}.db") for kind in KINDS}
    for database in databases.values():
        database.execute(_TABLE)
    for number, article in enumerate(lines(corpus, limit), 1):
        outlet, day = article["outlet"], _day(article["date"])
        databases["articles"].execute(
            "insert into d values(?,?,?,?,?)",
            (number, article["title"], article["body"], outlet, day),
        )
        counts["articles"] += 1
        stripped = (line.strip() for line in article["body"].splitlines())
        for passage in stripped:
            if len(passage) >= SHORTEST_PASSAGE:
                counts["passages"] += 1
                databases["passages"].execute(
                    "insert into d values(?,?,?,?,?)",
                    (counts["passages"], "", passage, outlet, day),
                )
    for database in databases.values():
        database.commit()
        database.close()
    return counts


def share(values: Sequence[float], part: float) -> float:
    """The value below which this part of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def documents(database: Path, limit: int | None = None) -> Iterator[tuple[int, str, str, str, int]]:
    """Id, title, body, outlet and day of each document."""
    connection = sqlite3.connect(database)
    try:
        yield from connection.execute("select * from d order by id limit ?", (limit or -1,))
    finally:
        connection.close()


def grown(passages: Path, target: Path, count: int) -> None:
    """Lay `count` passages into a database; where there are fewer, they come again, varied.

    A repeated passage has every seventh word taken from elsewhere and one word of its own, so that
    lists and vocabulary grow as they do with new texts.
    """
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    database = sqlite3.connect(target)
    database.execute(_TABLE)
    number, words = 0, ["word"]
    while number < count:
        first = number == 0
        for _, title, body, outlet, day in documents(passages, count - number):
            number += 1
            split = body.split()
            if first and len(words) < _VARIED_FROM:
                words += split
            elif not first:
                split[::7] = chance.choices(words, k=len(split[::7]))
                body = " ".join([*split, f"x{number:x}"])  # noqa: PLW2901 - the varied one
            database.execute("insert into d values(?,?,?,?,?)", (number, title, body, outlet, day))
    database.commit()
    database.close()


def _day(date: str) -> int:
    try:
        return max((dt.date.fromisoformat(date[:10]) - FIRST_DAY).days, 0)
    except ValueError:
        return 0


def made_queries(database: Path) -> list[Query]:  # noqa: C901 - one line a kind
    """210 queries of twelve kinds, made of the words that articles share."""
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    texts = [row[2] for row in documents(database)][::9]
    outlets = [row[3] for row in documents(database, 2_000)]
    holders = Counter(word for text in texts for word in {w.lower() for w in _WORD.findall(text)})
    share = len(texts)
    common = sorted(w for w, n in holders.items() if 0.08 * share < n < 0.42 * share)
    usual = sorted(w for w, n in holders.items() if 0.006 * share < n < 0.08 * share)
    rare = sorted(w for w, n in holders.items() if n in {1, 2, 3, 4})
    held = {w for w, n in holders.items() if n > 0.004 * share}

    def near(count: int) -> list[str]:
        while True:
            found = [w for w in map(str.lower, _WORD.findall(chance.choice(texts))) if w in held]
            if len(found) > 12:  # noqa: PLR2004 - enough to choose among
                start = chance.randrange(len(found) - 12)
                window = list(dict.fromkeys(found[start : start + 12]))
                chance.shuffle(window)
                if len(window) >= count:
                    return window[:count]

    def phrase(count: int) -> str:
        expression = re.compile(rf"[A-Za-z]+(?: [A-Za-z]+){{{count - 1}}}")
        while True:
            found = expression.findall(chance.choice(texts))
            if found:
                return str(chance.choice(found))

    queries: list[Query] = []
    queries += [{"kind": "common", "terms": [chance.choice(common)]} for _ in range(25)]
    queries += [{"kind": "rare", "terms": [chance.choice(rare)]} for _ in range(20)]
    queries += [{"kind": "and", "terms": near(2 + n % 2)} for n in range(30)]
    queries += [{"kind": "or", "terms": near(2 + n % 2)} for n in range(25)]
    queries += [{"kind": "phrase", "phrase": phrase(2 + (n % 3 == 0))} for n in range(20)]
    queries += [{"kind": "prefix3", "prefix": near(1)[0][:3]} for _ in range(15)]
    long = [word for word in usual if len(word) > 6] or usual  # noqa: PLR2004 - room for five
    queries += [{"kind": "prefix5", "prefix": chance.choice(long)[:5]} for _ in range(15)]
    for _ in range(10):
        one, two = near(2)
        queries.append({"kind": "and_prefix", "terms": [one], "prefix": two[:3]})
    queries += [
        {"kind": "outlet", "terms": near(1), "outlet": chance.choice(outlets)} for _ in range(15)
    ]
    for _ in range(15):
        start = chance.randrange(8_000, 11_000)
        end = start + chance.choice([30, 180, 365])
        queries.append({"kind": "date", "terms": near(1), "lo": start, "hi": end})
    for _ in range(10):
        word = chance.choice(long)
        gone = chance.randrange(2, len(word) - 1)
        queries.append({"kind": "fuzzy", "fuzzy": word[:gone] + word[gone + 1 :]})
    queries += [{"kind": "sortdate", "terms": [chance.choice(common)]} for _ in range(10)]
    return queries
