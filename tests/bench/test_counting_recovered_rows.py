"""The benchmark's counting is right: an action is counted where it stands whole, and nowhere else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "bench"))

from recovery import Recovery, recovered
from report import BEGIN, END, put_between_marks

OPEN = {
    "text": "Open a warm room in Millbrook",
    "owners": ["Parks and Open Spaces", "Housing"],
    "when": "By March 2027",
    "milestone": None,
    "measure": "1. More people are warm 2. Fewer are alone",
}
LIGHT = {"text": "Light the harbour path", "owners": None}
WHOLE = (
    "Open a warm room in Millbrook | Parks and Open Spaces; Housing | By March 2027 | More people are warm. "
)
WHOLE += "Fewer are alone"


def test_a_whole_row_is_counted_in_both_ways() -> None:
    assert recovered([("row", WHOLE)], [OPEN]) == Recovery(asked=1, in_one_row=1, alone=1)


@pytest.mark.parametrize(
    "lost", ["warm room in", "Parks and", "; Housing", "March", "More people are warm", "Fewer are alone"]
)
def test_a_row_that_lost_a_part_is_not_counted(lost: str) -> None:
    assert recovered([("row", WHOLE.replace(lost, ""))], [OPEN]) == Recovery(asked=1)


def test_an_action_in_two_rows_is_not_counted() -> None:
    half = len(WHOLE) // 2
    assert recovered([("row", WHOLE[:half]), ("row", WHOLE[half:])], [OPEN]) == Recovery(asked=1)


@pytest.mark.parametrize(
    "same",
    [
        WHOLE.replace("Millbrook", "Mill-\nbrook"),
        WHOLE.replace("Open a warm room", "**Open** a <b>warm</b>&nbsp;room"),
        WHOLE.upper(),
        WHOLE.replace("More", "1. More").replace("Fewer", "2. Fewer"),
    ],
)
def test_marks_tags_capitals_and_broken_words_do_not_count(same: str) -> None:
    assert recovered([("row", same)], [OPEN]).alone == 1


def test_an_owner_must_stand_as_whole_words() -> None:
    action = {"text": "Light the path", "owners": ["Arts"]}
    assert recovered([("row", "Light the path | Parts")], [action]).in_one_row == 0
    assert recovered([("row", "Light the path | Arts, Sport")], [action]).in_one_row == 1


def test_a_record_with_another_action_is_nobodys_own() -> None:
    assert recovered([("row", f"{WHOLE} | Light the harbour path")], [OPEN, LIGHT]) == Recovery(2, 2, 0)


def test_a_whole_table_is_a_record_but_not_a_row() -> None:
    assert recovered([("table", WHOLE)], [OPEN]) == Recovery(asked=1, in_one_row=0, alone=1)


def test_what_the_answer_leaves_open_is_not_asked_for() -> None:
    assert recovered([("row", "Light the harbour path | nobody yet")], [LIGHT]) == Recovery(1, 1, 1)


def test_recoveries_of_several_files_add_up() -> None:
    assert sum([Recovery(2, 1, 0), Recovery(3, 3, 2)], Recovery()) == Recovery(5, 4, 2)


def test_figures_are_set_between_the_marks_and_nothing_else_changes(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before {BEGIN} old {END} after", encoding="utf8")
    put_between_marks(page, "new")
    put_between_marks(page, "newer")
    assert page.read_text(encoding="utf8") == f"before {BEGIN}\n\nnewer\n{END} after"


def test_a_page_without_marks_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("no marks", encoding="utf8")
    with pytest.raises(ValueError, match="not enough values"):
        put_between_marks(page, "new")
