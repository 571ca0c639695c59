"""Pictures can be read: without colour, with much to draw and with little, and in the plan's own words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from made_record import PLAN, made_record, record_before

from turntide.web.periods.rules.record import (
    ActionThen,
    BodyThen,
    HeadingThen,
    MilestoneThen,
    PlanThen,
    Record,
    TermThen,
)
from turntide.web.reporting.pictures import strokes
from turntide.web.reporting.pictures.axes import KEYS, standings
from turntide.web.reporting.pictures.drawing import (
    milestones,
    partners_by_theme,
    status_over_time,
    themes_by_freshness,
)
from turntide.web.reporting.pictures.letters import width_of, wrapped
from turntide.web.reporting.pictures.matrix import SHADES
from turntide.web.reporting.rules.paper import Picture, plain

TODAY = date(2027, 1, 25)
COLOURS = (strokes.SEA, strokes.BRICK, strokes.AMBER, strokes.BLUE, strokes.TEAL)


def rows_of(picture: Picture) -> list[list[str]]:
    """What the cells of its table say."""
    return [[plain(cell.words) for cell in row] for row in picture.table.rows]


def told_in_stories(record: Record) -> Record:
    """The record with all its plans told in stories only."""
    return replace(record, plans=tuple(replace(each, stories_only=True) for each in record.plans))


def much(themes: int, bodies: int) -> Record:
    """A record with so many themes and bodies, each in one action that has a milestone."""
    return Record(
        "Tarrow",
        "tarrow",
        "2026-10-01",
        "2026-12-31",
        "",
        plans=(PlanThen("p", "Plan"),),
        headings=tuple(HeadingThen(f"h{at}", "p", f"Theme of number {at}") for at in range(themes)),
        actions=tuple(
            ActionThen(
                f"a{at}",
                "p",
                "",
                "Walk",
                path=(f"h{at % themes}",),
                leads=(BodyThen(f"b{at % bodies}", f"Body of number {at % bodies}"),),
                milestones=(MilestoneThen("m", "Begun", f"2027-{at % 12 + 1:02}-01"),),
            )
            for at in range(max(themes, bodies))
        ),
    )


def test_the_made_periods_stand_side_by_side() -> None:
    picture = status_over_time([made_record(), record_before()])
    assert [column.heading for column in picture.table.columns] == ["Status", "Jul–Sep 2026", "Oct–Dec 2026"]
    assert rows_of(picture) == [
        ["Red", "0", "1"],
        ["Amber", "2", "1"],
        ["Green", "3", "1"],
        ["Blue", "0", "1"],
        ["Not reported", "1", "3"],
        ["Told without colours", "2", "2"],
        ["All actions", "8", "9"],
    ]
    assert "Oct–Dec 2026, 9 actions: 1 red, 1 amber" in picture.seen


def test_a_milestone_is_met_moved_due_or_overdue() -> None:
    now, later = milestones(made_record(), TODAY), milestones(made_record(), date(2027, 2, 1))
    assert [row[2] for row in rows_of(now)] == ["Met", "Due", "Moved"]
    assert [row[2] for row in rows_of(later)] == ["Met", "Overdue", "Moved"]
    assert rows_of(now)[2][3:] == ["15 March 2027", "31 January 2027"]


def test_who_is_in_which_theme() -> None:
    assert rows_of(partners_by_theme(made_record()))[0] == [
        "Harbour Trust",
        "4",
        "4",
        "1 Active every day: 1; 2 Places to move in: 2; A Warm and well: 1",
    ]


def test_plans_told_in_stories_show_no_colours() -> None:
    now = told_in_stories(made_record())
    for picture in (status_over_time([now]), themes_by_freshness(now)):
        assert not any(colour in picture.svg for colour in COLOURS)
        assert {cell.tone for row in picture.table.rows for cell in row} <= {"grey", ""}
        assert "red" not in picture.seen


def test_statuses_go_by_the_plans_own_words_where_all_plans_share_them() -> None:
    own = TermThen("freshness", "late", "Overdue reply")
    one = replace(made_record(), plans=(replace(made_record().plans[0], terms=(own,)),))
    two = replace(one, plans=(*one.plans, made_record().plans[1]))
    assert "Overdue reply" in [column.heading for column in themes_by_freshness(one).table.columns]
    assert "Late" in [column.heading for column in themes_by_freshness(two).table.columns]


def test_what_is_too_much_to_draw_is_counted_and_said() -> None:
    record = much(60, 200)
    fresh, matrix = rows_of(themes_by_freshness(record)), rows_of(partners_by_theme(record))
    assert (len(fresh), fresh[-1][0], fresh[-1][-1]) == (24, "37 other themes", "111")
    assert (len(matrix), matrix[-1][0], matrix[-1][1]) == (20, "181 other bodies", "181")
    assert "53 other themes" in matrix[0][3] + matrix[-1][3]
    assert "176 other milestones are not drawn" in milestones(record, TODAY).svg
    periods = [
        replace(made_record(), starts=f"{year}-01-01", ends=f"{year}-12-31") for year in range(2010, 2021)
    ]
    assert "The latest 8 of 11 periods are shown." in status_over_time(periods).svg


def test_nothing_to_draw_is_said() -> None:
    nothing = replace(made_record(), actions=())
    for picture in (
        status_over_time([]),
        milestones(nothing, TODAY),
        themes_by_freshness(replace(nothing, headings=())),
        partners_by_theme(nothing),
    ):
        assert not picture.table.rows
        assert picture.table.empty
        assert picture.seen and "<text" in picture.svg


def test_a_long_name_is_cut_in_the_drawing_and_whole_in_the_table() -> None:
    name = "Neighbourhoods in which everybody walks " * 4
    headings = (replace(made_record().headings[0], text=name.strip()),)
    picture = themes_by_freshness(replace(made_record(), headings=headings))
    assert "…</text>" in picture.svg
    assert f"1 {name.strip()}" in [row[0] for row in rows_of(picture)]


def test_the_same_record_gives_the_same_drawing() -> None:
    assert partners_by_theme(made_record()).svg == partners_by_theme(made_record()).svg


@pytest.mark.parametrize("axis", KEYS)
def test_every_status_of_an_axis_has_its_own_shape_and_filling(axis: str) -> None:
    every = standings(axis, made_record().plans)
    assert len({each.shown.shape for each in every}) == len(every)
    assert all(one.look.pattern != two.look.pattern for one, two in combinations(every, 2))


def test_inks_stand_out_from_paper_and_words_from_shades() -> None:
    inks = (*COLOURS, strokes.INK, strokes.SOFT, strokes.GREY)
    assert all(contrast(ink, strokes.PAPER) >= 4.5 for ink in inks)
    assert all(contrast(strokes.INK, shade) >= 4.5 for shade in SHADES)


def test_words_are_wrapped_within_their_width() -> None:
    words = "Neighbourhoods where everybody of any age can walk"
    lines = wrapped(words, 60, 9, lines=20)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(width_of(line, 9) <= 60 for line in lines)
    assert wrapped(words, 60, 9, lines=2)[1].endswith("…")


def test_a_picture_names_its_plan_where_there_are_several() -> None:
    assert [row[1] for row in rows_of(themes_by_freshness(made_record()))] == [
        "Tarrow active plan",
        "Tarrow active plan",
        "Warm homes together",
    ]
    one = replace(made_record(), plans=made_record().plans[:1])
    assert one.plans[0].id == PLAN
    assert "Plan" not in [column.heading for column in themes_by_freshness(one).table.columns]


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, as WCAG measures it."""
    lights = sorted((_light(one), _light(other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def _light(colour: str) -> float:
    parts = (int(each, 16) / 255 for each in re.findall("[0-9a-f]{2}", colour))
    linear = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
