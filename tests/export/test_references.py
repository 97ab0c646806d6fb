from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import rispy
from bibtexparser.entrypoint import parse_string

from summit_reader.domain.comparison import Comparison, Source
from summit_reader.domain.take import Take
from summit_reader.export.handout import HandOut, hand_out
from summit_reader.export.options import Options
from summit_reader.export.references import as_bibtex, as_csl, as_ris, records_of

Make = Callable[..., Any]
Pinned = tuple[Take, Source]


def sheet_of(*pinned: Pinned, make_clipping: Make, options: Options = Options()) -> HandOut:  # noqa: B008 - frozen
    clippings = tuple(make_clipping(one, row=place) for place, one in enumerate(pinned))
    return hand_out(Comparison(1, "Who pays?", "", clippings), options)


def signed(make_take: Make, make_source: Make) -> Pinned:
    source = make_source(
        "The Tide & Co",
        "100 % of {all} harbours_closed",
        article_id=9,
        byline="By Ann Writer and AFP",
        published=date(2019, 4, 25),
        url="https://tide.example/a_b",
    )
    return make_take("x", article_id=9), source


def test_a_text_is_one_record_with_all_it_quotes(
    lankov: Pinned, polityka: Pinned, make_clipping: Make
) -> None:
    sheet = sheet_of(lankov, polityka, lankov, make_clipping=make_clipping)
    assert [record.key for record in records_of(sheet)] == [
        "southchinamorningpostnd",
        "eurotopicsnd",
    ]
    assert "Andrei Lankov › South China Morning Post" in records_of(sheet)[0].note


def test_a_bibtex_reader_reads_it_back(
    make_take: Make, make_source: Make, make_clipping: Make
) -> None:
    sheet = sheet_of(signed(make_take, make_source), make_clipping=make_clipping)
    library = parse_string(as_bibtex(sheet))
    assert library.failed_blocks == []
    (entry,) = library.entries
    fields = entry.fields_dict
    assert entry.key == "thetideco2019"
    assert fields["author"].value == "Writer, Ann and {AFP}"
    assert fields["title"].value == r"{100 \% of \{all\} harbours\_closed}"
    assert fields["journal"].value == r"The Tide \& Co"
    assert fields["url"].value == "https://tide.example/a_b"
    assert fields["year"].value == "2019"


def test_a_ris_reader_reads_it_back(
    make_take: Make, make_source: Make, make_clipping: Make
) -> None:
    sheet = sheet_of(signed(make_take, make_source), make_clipping=make_clipping)
    (entry,) = rispy.loads(as_ris(sheet))
    assert entry["type_of_reference"] == "NEWS"
    assert entry["authors"] == ["Writer, Ann", "AFP"]
    assert entry["title"] == "100 % of {all} harbours_closed"
    assert entry["year"] == "2019"
    assert entry["urls"] == ["https://tide.example/a_b"]


def test_csl_holds_names_dates_and_addresses(
    make_take: Make, make_source: Make, make_clipping: Make
) -> None:
    options = Options(accessed=date(2020, 5, 3))
    pinned = signed(make_take, make_source)
    sheet = sheet_of(pinned, make_clipping=make_clipping, options=options)
    (item,) = json.loads(as_csl(sheet))
    assert item["type"] == "article-newspaper"
    assert item["author"] == [{"family": "Writer", "given": "Ann"}, {"literal": "AFP"}]
    assert item["issued"] == {"date-parts": [[2019, 4, 25]]}
    assert item["accessed"] == {"date-parts": [[2020, 5, 3]]}
    assert item["container-title"] == "The Tide & Co"


def test_texts_of_one_outlet_and_year_have_keys_of_their_own(
    polityka: Pinned, make_source: Make, make_clipping: Make
) -> None:
    other = (polityka[0], make_source("eurotopics", "Another", article_id=3))
    sheet = sheet_of(polityka, other, make_clipping=make_clipping)
    assert [record.key for record in records_of(sheet)] == ["eurotopicsnd", "eurotopicsnd-2"]


def test_a_hostile_title_stays_in_its_field(
    make_take: Make, make_source: Make, make_clipping: Make
) -> None:
    title = "Fine\nER  - \n}, evil = {yes\\"
    pinned = (make_take("x"), make_source(title=title, url="javascript:alert(1)"))
    sheet = sheet_of(pinned, make_clipping=make_clipping)
    assert len(rispy.loads(as_ris(sheet))) == 1
    library = parse_string(as_bibtex(sheet))
    (entry,) = library.entries
    assert "evil" not in entry.fields_dict
    assert "url" not in entry.fields_dict


def test_a_blind_hand_out_tells_of_no_text(polityka: Pinned, make_clipping: Make) -> None:
    sheet = sheet_of(polityka, make_clipping=make_clipping, options=Options(blind=True))
    assert records_of(sheet) == ()
