"""search, points, compare, outlets, doctor: on the sample library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
PAY = "Will Russia pay?"
FLOUR = "100,000 tonnes of flour"
SHOWER = "not going to shower him with money"


def in_columns(out: str) -> tuple[str, str]:
    """The two columns of the table, each read from top to bottom."""
    lines = out.splitlines()
    at = next(line.index("South China") for line in lines if "South China" in line)
    halves = ((line[:at], line[at:]) for line in lines)
    left, right = zip(*halves, strict=True)
    return " ".join(" ".join(left).split()), " ".join(" ".join(right).split())


def test_search_answers_one_row_a_text(run: Run, sample: Path) -> None:
    outcome = run("search", "US", "--library", sample, "--json")
    assert outcome.code == 0
    assert outcome.err == ""
    assert outcome.data["query"] == "US"
    results = outcome.data["results"]
    assert outcome.data["total"] == len(results) > 2
    assert len({result["article_id"] for result in results}) == len(results)
    for result in results:
        assert set(result) == {"article_id", "outlet", "headline", "snippet", "score"}
        assert result["snippet"]


def test_search_for_people(run: Run, sample: Path) -> None:
    outcome = run("search", "flour", "--library", sample)
    assert outcome.code == 0
    assert "What do Kim and Putin want from their meeting?" in outcome.out
    assert outcome.out.count("flour") == 2
    assert outcome.out.endswith("1 text matches “flour”.\n")


def test_the_limit_leaves_the_total_alone(run: Run, sample: Path) -> None:
    outcome = run("search", "US", "--limit", "2", "--library", sample, "--json")
    total = outcome.data["total"]
    assert total > len(outcome.data["results"]) == 2
    shown = run("search", "US", "--limit", "2", "--library", sample).out
    assert f"{total} texts match “US”, the best 2 shown." in shown


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1" * 5000])
def test_a_senseless_limit_is_a_wrong_call(run: Run, sample: Path, limit: str) -> None:
    assert run("search", "US", f"--limit={limit}", "--library", sample).code == 2


def test_finding_nothing_is_exit_code_one(run: Run, sample: Path) -> None:
    outcome = run("search", "zygomorphic", "--library", sample, "--json")
    assert outcome.code == 1
    assert outcome.data == {"query": "zygomorphic", "total": 0, "results": []}
    assert outcome.err == "Nothing matches “zygomorphic”.\n"


def test_points_in_their_order(run: Run, sample: Path) -> None:
    outcome = run("points", "--library", sample, "--json")
    points = outcome.data["points"]
    assert len(points) == 6
    assert points[0]["question"] == PAY
    assert points[0]["takes"] >= points[0]["outlets"] >= 6
    shown = run("points", "--library", sample)
    assert [line for line in shown.out.splitlines() if PAY in line]


def test_outlets(run: Run, sample: Path) -> None:
    outlets = run("outlets", "--library", sample, "--json").data["outlets"]
    countries = {outlet["name"]: outlet["country"] for outlet in outlets}
    assert countries["Polityka"] == "PL"
    assert countries["South China Morning Post"] == "HK"
    assert "Lidové noviny" in run("outlets", "--library", sample).out


def test_two_outlets_beside_each_other(run: Run, sample: Path) -> None:
    outcome = run(
        "compare", PAY, "--outlets", "Polityka", "South China Morning Post", "--library", sample
    )
    assert outcome.code == 0
    left, right = in_columns(outcome.out)
    assert FLOUR in left
    assert SHOWER in right
    assert "quoted in eurotopics" in left
    assert "Andrei Lankov, veteran North Korea analyst" in right
    assert max(map(len, outcome.out.splitlines())) <= 100


def test_an_outlets_takes_are_all_there_the_first_pairs_first(run: Run, sample: Path) -> None:
    outcome = run(
        "compare", PAY, "--outlets", "Polityka", "South China Morning Post",
        "--library", sample, "--json",
    )  # fmt: skip
    polityka, scmp = outcome.data["columns"]
    assert (polityka["outlet"], polityka["country"]) == ("Polityka", "PL")
    assert len(scmp["takes"]) >= 4
    assert SHOWER in scmp["takes"][0]["text"]
    assert scmp["takes"][0]["role"] == "expert"
    assert scmp["takes"][0]["citation"].startswith("Andrei Lankov, ")
    assert polityka["takes"][0]["chain"] == ["Polityka", "eurotopics"]


def test_the_order_of_the_outlets_is_the_callers(run: Run, sample: Path) -> None:
    outcome = run(
        "compare", "will russia PAY", "--outlets", "South China Morning Post", "polityka",
        "--library", sample, "--json",
    )  # fmt: skip
    assert [column["outlet"] for column in outcome.data["columns"]] == [
        "South China Morning Post",
        "Polityka",
    ]


def test_without_outlets_the_first_pair_alone(run: Run, sample: Path) -> None:
    columns = run("compare", PAY, "--library", sample, "--json").data["columns"]
    assert [len(column["takes"]) for column in columns] == [1, 1]
    assert FLOUR in columns[0]["takes"][0]["text"]
    assert SHOWER in columns[1]["takes"][0]["text"]


def test_every_point_has_a_pair_to_show(run: Run, sample: Path) -> None:
    for point in run("points", "--library", sample, "--json").data["points"]:
        outcome = run("compare", point["question"], "--library", sample, "--json")
        assert outcome.code == 0
        one, two = outcome.data["columns"]
        assert one["outlet"] != two["outlet"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["Who won?"], "There is no point “Who won?”."),
        ([PAY, "--outlets", "Polityka", "Le Canard"], "There is no outlet “Le Canard” here."),
        ([PAY, "--outlets", "Polityka", "Turun Sanomat"], "“Turun Sanomat” has no take on"),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(
    run: Run, sample: Path, arguments: list[str], sentence: str
) -> None:
    outcome = run("compare", *arguments, "--library", sample)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith(sentence)
    assert outcome.err.count("\n") == 1


def test_the_options_may_stand_before_the_command(run: Run, sample: Path) -> None:
    assert run("--json", "--library", sample, "points").data["points"]


def test_a_sound_library(run: Run, sample: Path) -> None:
    outcome = run("doctor", "--library", sample, "--json")
    assert outcome.code == 0
    assert all(finding["ok"] for finding in outcome.data["findings"])
    assert "TROUBLE" not in run("doctor", "--library", sample).out


def test_a_folder_that_is_no_library(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for command in (["points"], ["doctor"], ["search", "x"]):
        outcome = run(*command, "--library", tmp_path)
        assert outcome.code == 2
        assert str(tmp_path) in outcome.err
        assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
