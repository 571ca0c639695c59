"""The same plan as an outline or in forms, in every format: nothing in it is found by its words alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_outlines import FORMS, OUTLINES, TOLD, labelled, lines_of, said, set_out, wanted
from made_plans import ALL, Text, read_as, words_of

from turntide.plan.model import Plan

PARTED = ("a list with brackets", "headings over one line")
"""In a .csv, sentences parted by ';' or '|' are cells, and no reader could tell otherwise."""
TRIED = [(format_, shape) for format_ in ALL for shape in OUTLINES if format_ != "csv" or shape not in PARTED]


def assert_read(plan: Plan, *, numbered: bool = True) -> None:
    assert said(plan) == wanted(numbered=numbered)
    assert [left.text for left in plan.unplaced] == []


@pytest.mark.parametrize(("format_", "shape"), TRIED)
def test_an_outline(tmp_path: Path, format_: str, shape: str) -> None:
    assert_read(read_as(tmp_path, format_, *set_out(OUTLINES[shape])))


@pytest.mark.parametrize("format_", ALL)
def test_actions_set_no_other_way_than_the_themes_above_them(tmp_path: Path, format_: str) -> None:
    assert_read(
        read_as(tmp_path, format_, *set_out(lambda one: (Text(one.text), *lines_of(one)))), numbered=False
    )


@pytest.mark.parametrize("shape", FORMS)
@pytest.mark.parametrize("format_", ALL)
def test_a_form_for_each_action(tmp_path: Path, format_: str, shape: str) -> None:
    assert_read(read_as(tmp_path, format_, *set_out(FORMS[shape])))


def test_prose_of_an_action_is_its_detail(tmp_path: Path) -> None:
    plan = read_as(tmp_path, "docx", *set_out(OUTLINES["headings over prose and bullets"]))
    assert {action.detail for action in plan.actions} == {
        "Residents asked for this at each of the meetings that we held in spring."
    }


@pytest.mark.parametrize("shape", [*OUTLINES, *FORMS])
def test_every_word_is_kept(tmp_path: Path, shape: str) -> None:
    plan = read_as(tmp_path, "html", *set_out((OUTLINES | FORMS)[shape]))
    kept = words_of(plan)
    assert all(word in kept for one in TOLD for line in labelled(one) for word in line.split(": "))
