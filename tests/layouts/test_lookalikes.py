"""What looks like an action and is none, and plans that hold none at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_plans import (
    ALL,
    Block,
    Bullet,
    Heading,
    Text,
    grid,
    header,
    measures,
    read_as,
    refs,
    texts,
    words_of,
)

COLUMNS = ("Ref", "Action", "Lead", "Measure of success")
ROWS = (
    ("1", "Open the towpath gate at weekends", "Canal Trust", "More adults walk each week"),
    ("2", "Train walk leaders in every village", "Leisure Trust", "More adults walk each week"),
    ("3", "Plant forty trees by the ring road", "Parks", "More adults walk each week"),
)
INDICATORS = (
    "Increase the share of adults who walk for ten minutes on five days",
    "Reduce the number of falls that lead to a stay in hospital",
    "Improve the share of children who are ready for school",
)
WIDTHS = (0.5, 3, 1.5, 2)


@pytest.mark.parametrize(
    "title", ("Indicators", "How we will know", "Performance indicators", "Outcome measures")
)
@pytest.mark.parametrize("format_", ("docx", "html", "md", "odt"))
def test_a_list_of_indicators_is_no_list_of_actions(tmp_path: Path, format_: str, title: str) -> None:
    listed: tuple[Block, ...] = (Heading(title), *(Bullet(text) for text in INDICATORS))
    plan = read_as(
        tmp_path, format_, Heading("Actions"), grid(header(*COLUMNS), *ROWS, widths=WIDTHS), *listed
    )
    assert texts(plan) == [row[1] for row in ROWS]
    assert all(text in words_of(plan) for text in INDICATORS)


@pytest.mark.parametrize("format_", ("docx", "html", "md", "xlsx"))
def test_a_table_of_indicators_is_no_table_of_actions(tmp_path: Path, format_: str) -> None:
    table = grid(
        header("Indicator", "Baseline", "Target"),
        *((text, "41%", "45%") for text in INDICATORS),
    )
    plan = read_as(
        tmp_path, format_, Heading("Actions"), grid(header(*COLUMNS), *ROWS), Heading("Indicators"), table
    )
    assert texts(plan) == [row[1] for row in ROWS]
    assert all(text in words_of(plan) for text in INDICATORS)


@pytest.mark.parametrize("format_", ALL)
def test_the_same_measure_listed_three_times_belongs_to_each(tmp_path: Path, format_: str) -> None:
    plan = read_as(tmp_path, format_, grid(header(*COLUMNS), *ROWS, widths=WIDTHS))
    assert refs(plan) == ["1", "2", "3"]
    assert measures(plan) == ["More adults walk each week"] * 3


@pytest.mark.parametrize("format_", ("docx", "html", "md", "odt", "pdf", "txt"))
def test_strategies_with_no_action_read_as_none_and_say_so(tmp_path: Path, format_: str) -> None:
    strategies = (
        Heading("A healthy weight for Wexcombe", 0),
        Heading("Strategy 1: A town where walking is pleasant"),
        Text(
            "Most journeys in the town are short. Where benches line the way, people of every age are on foot."
        ),
        Heading("Strategy 2: Food that families can afford"),
        Text("Fresh fruit costs more at the corner shop than at the supermarket on the ring road."),
    )
    plan = read_as(tmp_path, format_, *strategies)
    assert plan.actions == ()
    assert any("action" in finding.message.lower() for finding in plan.findings)
    assert "Food that families can afford" in words_of(plan)


def test_prose_between_tables_is_no_action(tmp_path: Path) -> None:
    prose = Text("We will report to the board each quarter and ask residents what they think of the plan.")
    table = grid(header(*COLUMNS), *ROWS[:2])
    rest = grid(header(*COLUMNS), ROWS[2])
    plan = read_as(tmp_path, "docx", Heading("Out and about"), table, prose, rest)
    assert texts(plan) == [row[1] for row in ROWS]
    assert prose.text in words_of(plan)


def test_a_table_of_contents_or_of_versions_is_no_table_of_actions(tmp_path: Path) -> None:
    versions = grid(
        header("Version", "Date", "Author"),
        ("0.1", "3 May 2026", "J. Marlow"),
        ("0.2", "9 June 2026", "K. Sands"),
    )
    plan = read_as(tmp_path, "docx", versions, grid(header(*COLUMNS), *ROWS))
    assert texts(plan) == [row[1] for row in ROWS]
    assert "Marlow" in words_of(plan)
