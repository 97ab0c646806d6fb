"""Ours, SQLite FTS5, tantivy and stock Whoosh: built from the same rows, asked the same queries."""

from __future__ import annotations

import resource
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from search_corpus import Query, documents

FIRST = 20
ROWS_AT_ONCE = 256
Answer = tuple[list[int], int]
"""The ids of the first hits, and how many there are."""


def size(path: Path) -> int:
    """Bytes of a file, or of all files of a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())


# --- ours -----------------------------------------------------------------------------------------


def our_schema() -> Any:
    from whoosh.fields import ID, NUMERIC, Schema

    from summit_reader.index.analyzer import stem
    from summit_reader.index.codec import Families, PrintedText
    from summit_reader.index.frequent_words import FREQUENT_WORDS

    families = Families("language", stem)
    return Schema(
        language=ID(),
        title=PrintedText(families),
        body=PrintedText(families, FREQUENT_WORDS),
        outlet=ID(),
        day=NUMERIC(int, 32, signed=False, shift_step=0, sortable=True, default=2**32 - 1),
    )


def our_fields(rows: Sequence[tuple[int, str, str, str, int]]) -> Iterator[dict[str, Any]]:
    from summit_reader.index.cutting import cut

    titles = cut([row[1] for row in rows])
    bodies = cut([row[2] for row in rows])
    for number, (_, title, _, outlet, day) in enumerate(rows):
        yield {
            "language": "en",
            "title": titles.text(number) if title else None,
            "body": bodies.text(number),
            "outlet": outlet,
            "day": day,
        }


def build_ours(database: Path, target: Path) -> None:
    from whoosh.index import create_in

    from summit_reader.index.codec import ColumnarWriter

    target.mkdir()
    writer = ColumnarWriter(create_in(str(target), our_schema()))
    rows = documents(database)
    while some := list(islice(rows, ROWS_AT_ONCE)):
        for fields in our_fields(some):
            writer.add_document(**fields)
    writer.commit(merge=False)


def whoosh_query(
    asked: Query, word: Callable[[str], Any], words: Callable[[str], list[str]]
) -> tuple[Any, Any]:
    """The query in Whoosh's objects and what limits it; `word` is one of the words it asks for."""
    from whoosh import query as q

    parts = [word(each) for text in asked.get("terms", []) for each in words(text)]
    if "phrase" in asked:
        parts.append(q.Phrase("body", words(asked["phrase"])))
    if "prefix" in asked:
        parts.append(q.Prefix("body", asked["prefix"].lower()))
    if "fuzzy" in asked:
        parts.append(q.FuzzyTerm("body", asked["fuzzy"].lower(), maxdist=1, prefixlength=1))
    limiting = None
    if "outlet" in asked:
        limiting = q.Term("outlet", asked["outlet"])
    elif "lo" in asked:
        limiting = q.NumericRange("day", asked["lo"], asked["hi"])
    if len(parts) == 1:
        return parts[0], limiting
    return (q.Or(parts) if asked["kind"] == "or" else q.And(parts)), limiting


def ours(target: Path, kind: str) -> Callable[[Query], Answer]:
    from whoosh import query as q
    from whoosh.index import open_dir

    from summit_reader.index.analyzer import terms
    from summit_reader.index.codec import WordForms
    from summit_reader.index.evaluator import Collection, Sort

    reader = open_dir(str(target)).reader()
    collection = Collection([leaf for leaf, _ in reader.leaf_readers()])
    newest = Sort("day", descending=True)

    def word(text: str) -> q.Query:
        body = WordForms("body", text)
        return q.Or([WordForms("title", text, boost=2.0), body]) if kind == "articles" else body

    def run(asked: Query) -> Answer:
        sort = newest if asked["kind"] == "sortdate" else None
        query, limiting = whoosh_query(asked, word, terms)
        found = collection.evaluate(query, limit=FIRST, sort=sort, filter=limiting)
        return [each.document + 1 for each in found.documents], found.total

    return run


# --- SQLite FTS5 ----------------------------------------------------------------------------------


def build_fts5(database: Path, target: Path) -> None:
    shutil.copy(database, target)
    connection = sqlite3.connect(target)
    connection.executescript(
        "pragma journal_mode=wal; pragma synchronous=normal;"
        "create virtual table f using fts5(title, body, content='d', content_rowid='id',"
        " tokenize='porter unicode61')"
    )
    with connection:
        connection.execute("insert into f(f) values('rebuild')")
    with connection:
        connection.execute("insert into f(f) values('optimize')")
    connection.executescript("create index dd on d(day); create index do on d(outlet)")
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()


def fts5(target: Path, kind: str) -> Callable[[Query], Answer]:  # noqa: ARG001 - all engines alike
    connection = sqlite3.connect(target)
    connection.execute("pragma mmap_size=2000000000")
    connection.execute("pragma cache_size=-200000")

    def match(asked: Query) -> str:
        parts = [f'"{text}"' for text in asked.get("terms", [])]
        if "phrase" in asked:
            parts.append('"' + asked["phrase"] + '"')
        if "prefix" in asked:
            parts.append(f'"{asked["prefix"]}"*')
        return (" OR " if asked["kind"] == "or" else " AND ").join(parts)

    def run(asked: Query) -> Answer | None:
        if "fuzzy" in asked:
            return None
        join, values = "", [match(asked)]
        if "outlet" in asked:
            join, values = " and d.outlet = ?", [*values, asked["outlet"]]
        elif "lo" in asked:
            join, values = " and d.day between ? and ?", [*values, asked["lo"], asked["hi"]]
        table = "f join d on d.id = f.rowid" if join or asked["kind"] == "sortdate" else "f"
        where = f" from {table} where f match ?{join}"
        order = "d.day desc" if asked["kind"] == "sortdate" else "bm25(f, 2, 1)"
        rows = connection.execute(f"select f.rowid{where} order by {order} limit {FIRST}", values)
        first = [row[0] for row in rows]
        if len(first) < FIRST:
            return first, len(first)
        return first, connection.execute(f"select count(*){where}", values).fetchone()[0]

    return run  # type: ignore[return-value]


# --- tantivy --------------------------------------------------------------------------------------


def _tantivy_schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", stored=True, fast=True, indexed=True)
    builder.add_text_field("title", tokenizer_name="en_stem")
    builder.add_text_field("body", tokenizer_name="en_stem")
    builder.add_text_field("outlet", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("day", indexed=True, fast=True)
    return builder.build()


def build_tantivy(database: Path, target: Path) -> None:
    import tantivy

    target.mkdir()
    schema = _tantivy_schema()
    index = tantivy.Index(schema, path=str(target))
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for number, title, body, outlet, day in documents(database):
        values = {"id": number, "title": title, "body": body, "outlet": outlet, "day": day}
        writer.add_document(tantivy.Document.from_dict(values, schema))
    writer.commit()
    writer.wait_merging_threads()


def tantivy_engine(target: Path, kind: str) -> Callable[[Query], Answer]:
    import tantivy

    schema = _tantivy_schema()
    index = tantivy.Index(schema, path=str(target))
    searcher = index.searcher()
    fields = ["title", "body"] if kind == "articles" else ["body"]
    made = tantivy.Query

    def tree(asked: Query) -> Any:
        parts = [
            index.parse_query(f'"{text}"', fields, field_boosts={"title": 2.0})
            for text in asked.get("terms", [])
        ]
        if "phrase" in asked:
            parts.append(index.parse_query(f'"{asked["phrase"]}"', ["body"]))
        if "prefix" in asked:
            parts.append(made.regex_query(schema, "body", asked["prefix"].lower() + ".*"))
        if "fuzzy" in asked:
            parts.append(made.fuzzy_term_query(schema, "body", asked["fuzzy"].lower(), distance=1))
        if "outlet" in asked:
            parts.append(made.term_query(schema, "outlet", asked["outlet"]))
        if "lo" in asked:
            kind_ = tantivy.FieldType.Unsigned
            parts.append(made.range_query(schema, "day", kind_, asked["lo"], asked["hi"]))
        if len(parts) == 1:
            return parts[0]
        occur = tantivy.Occur.Should if asked["kind"] == "or" else tantivy.Occur.Must
        return made.boolean_query([(occur, part) for part in parts])

    def run(asked: Query) -> Answer:
        order = {"order_by_field": "day"} if asked["kind"] == "sortdate" else {}
        found = searcher.search(tree(asked), FIRST, count=True, **order)
        return [searcher.doc(address)["id"][0] for _, address in found.hits], found.count

    return run


# --- stock Whoosh ---------------------------------------------------------------------------------


def _stock_schema() -> Any:
    from whoosh.analysis import StemmingAnalyzer
    from whoosh.fields import ID, NUMERIC, STORED, TEXT, Schema

    analyzer = StemmingAnalyzer(stoplist=None)
    return Schema(
        id=STORED(),
        title=TEXT(analyzer),
        body=TEXT(analyzer),
        outlet=ID(),
        day=NUMERIC(int, 32, signed=False, sortable=True),
    )


def build_stock(database: Path, target: Path) -> None:
    from whoosh.index import create_in

    target.mkdir()
    writer = create_in(str(target), _stock_schema()).writer(limitmb=256)
    for number, title, body, outlet, day in documents(database):
        writer.add_document(id=number, title=title, body=body, outlet=outlet, day=day)
    writer.commit(merge=False)


def stock(target: Path, kind: str) -> Callable[[Query], Answer]:
    from whoosh import query as q
    from whoosh.index import open_dir

    searcher = open_dir(str(target)).searcher()
    analyzer = searcher.schema["body"].analyzer

    def stems(text: str) -> list[str]:
        return [token.text for token in analyzer(text)]

    def word(text: str) -> q.Query:
        body = q.Term("body", text)
        return q.Or([q.Term("title", text, boost=2.0), body]) if kind == "articles" else body

    def run(asked: Query) -> Answer:
        newest = asked["kind"] == "sortdate"
        order = {"sortedby": "day", "reverse": True} if newest else {}
        query, limiting = whoosh_query(asked, word, stems)
        found = searcher.search(query, limit=FIRST, filter=limiting, **order)
        return [hit["id"] for hit in found], len(found)

    return run


BUILD = {
    "ours": build_ours, "fts5": build_fts5, "tantivy": build_tantivy, "stock": build_stock
}  # fmt: skip
OPEN = {"ours": ours, "fts5": fts5, "tantivy": tantivy_engine, "stock": stock}
if find_spec("tantivy") is None:
    del BUILD["tantivy"], OPEN["tantivy"]


def main() -> None:
    """Build one index in a process of its own and print CPU seconds and peak megabytes."""
    engine, database, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    started = time.process_time()
    BUILD[engine](database, target)
    spent = time.process_time() - started
    print(f"{spent} {_peak()}")


def _peak() -> float:
    """Megabytes this process had in memory at most."""
    status = Path("/proc/self/status")
    if status.exists():  # `getrusage` counts what the process was before it became this program
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
