"""What the reading is not sure of is said, with its kind, its place and what to do."""

from __future__ import annotations

from pathlib import Path

from made_documents import document, read
from made_plans import Cell, Grid, Heading, Text, grid, header, owners, read_as, read_file, texts

from turntide.documents.document import Document
from turntide.plan.model import Finding, Plan
from turntide.reading.kinds import DoubtKind

ACTIONS = ("Open the ramp to the library", "Print the walking map", "Train ten swimming helpers")
FILLS = ("#00b050", "#ffc000", "#ff0000", "#00b050")


def said(plan: Plan, kind: DoubtKind) -> list[Finding]:
    return [finding for finding in plan.findings if finding.kind == kind]


def test_names_that_ran_together_are_said_as_they_were_parted() -> None:
    rows = [(ACTIONS[0], "Public Health"), (ACTIONS[1], "Housing"), (ACTIONS[2], "Public Health Housing")]
    reading = read(document(("Action", "Lead"), rows))
    assert owners(reading.plan)[2] == ["Public Health", "Housing"]
    (doubt,) = said(reading.plan, DoubtKind.NAMES_PARTED)
    assert "“Public Health” and “Housing”" in doubt.message
    assert doubt.about == reading.plan.actions[2].id
    assert words_at(reading.document, doubt) == ["Public Health", "Housing"]


def test_names_parted_by_a_mark_are_no_doubt() -> None:
    rows = [(ACTIONS[0], "Public Health"), (ACTIONS[1], "Housing"), (ACTIONS[2], "Public Health, Housing")]
    assert not said(read(document(("Action", "Lead"), rows)).plan, DoubtKind.NAMES_PARTED)


def words_at(document: Document, finding: Finding) -> list[str]:
    return [document.text_at(spot) for spot in (finding.source.spots if finding.source else ())]


def coloured(fills: tuple[str, ...]) -> Grid:
    rows = [(f"{ACTIONS[0]} {at}", "Housing", Cell(fill=fill)) for at, fill in enumerate(fills)]
    return grid(header("Action", "Lead", "RAG"), *rows)


def test_a_status_read_from_a_colour_is_said_at_its_cell(tmp_path: Path) -> None:
    plan = read_as(tmp_path, "docx", coloured(FILLS[:2]))
    doubts = said(plan, DoubtKind.STATUS_FROM_COLOUR)
    assert [doubt.about for doubt in doubts] == [action.id for action in plan.actions]
    assert "“green”" in doubts[0].message
    assert doubts[0].source and doubts[0].source.spots[0].row == 2


def test_many_statuses_read_from_colours_are_said_at_once(tmp_path: Path) -> None:
    (doubt,) = said(read_as(tmp_path, "xlsx", coloured(FILLS)), DoubtKind.STATUS_FROM_COLOUR)
    assert "4 actions" in doubt.message
    assert "2 “green”" in doubt.message
    assert doubt.source and len(doubt.source.spots) == 4


def test_a_status_in_words_on_a_coloured_cell_is_no_doubt(tmp_path: Path) -> None:
    table = grid(header("Action", "Status"), (ACTIONS[0], Cell("Complete", fill=FILLS[1])), (ACTIONS[1], ""))
    plan = read_as(tmp_path, "docx", table)
    assert plan.actions[0].status and plan.actions[0].status.lifecycle == "complete"
    assert plan.actions[0].status.confidence is None
    assert not said(plan, DoubtKind.STATUS_FROM_COLOUR)


def test_a_row_set_in_a_colour_as_a_whole_has_no_status_by_it(tmp_path: Path) -> None:
    rows = [
        tuple(Cell(text, fill=fill) for text in (action, "Housing", ""))
        for action, fill in zip(ACTIONS, FILLS, strict=False)
    ]
    plan = read_as(tmp_path, "docx", grid(header("Action", "Lead", "RAG"), *rows))
    assert [action.status for action in plan.actions] == [None, None, None]


def test_a_column_nobody_knows_is_said_once() -> None:
    rows = [(ACTIONS[0], "Housing", "Blue flock"), (ACTIONS[1], "Parks", "Heron line")]
    reading = read(document(("Action", "Lead", "Zibbet"), rows))
    (doubt,) = said(reading.plan, DoubtKind.COLUMN_UNNAMED)
    assert "“Zibbet”" in doubt.message
    assert words_at(reading.document, doubt) == ["Zibbet"]
    assert not said(
        read(document(("Action", "Lead"), [row[:2] for row in rows])).plan, DoubtKind.COLUMN_UNNAMED
    )


def test_a_weighting_that_is_no_number_is_said() -> None:
    columns = ("Recommendation", "Year 1 weighting", "Year 2 weighting")
    reading = read(document(columns, [(ACTIONS[0], "60%", "X%"), (ACTIONS[1], "40%", "100%")]))
    (doubt,) = said(reading.plan, DoubtKind.WEIGHTING_UNREAD)
    assert "“X%”" in doubt.message and "Year 2 weighting" in doubt.message
    assert words_at(reading.document, doubt) == ["X%"]


def weighed(total: str) -> list[Finding]:
    rows = [(ACTIONS[0], "55%"), (ACTIONS[1], "40%"), ("Total", total)]
    return said(read(document(("Recommendation", "Year 1 weighting"), rows)).plan, DoubtKind.TOTAL)


def test_a_stated_total_is_held_against_its_rows() -> None:
    (doubt,) = weighed("100%")
    assert "100%" in doubt.message and "95" in doubt.message
    assert not weighed("95%")


def test_subtotals_and_the_sum_of_all_are_each_held_against_their_own_rows() -> None:
    rows = [
        (ACTIONS[0], "£100"),
        ("Subtotal", "£100"),
        (ACTIONS[1], "£50"),
        ("Subtotal", "£50"),
        ("Total", "£150"),
    ]
    assert not said(read(document(("Action", "Cost"), rows)).plan, DoubtKind.TOTAL)
    rows[-1] = ("Total", "£160")
    (doubt,) = said(read(document(("Action", "Cost"), rows)).plan, DoubtKind.TOTAL)
    assert "£160" in doubt.message and "150" in doubt.message


def test_a_timescale_that_points_above_has_no_date_and_says_so() -> None:
    rows = [(ACTIONS[0], "March 2027"), (ACTIONS[1], "(See Above)"), (ACTIONS[2], "ditto")]
    plan = read(document(("Action", "By when"), rows)).plan
    assert [action.timescale.wording for action in plan.actions if action.timescale] == [
        row[1] for row in rows
    ]
    assert [action.timescale.end for action in plan.actions if action.timescale][1:] == [None, None]
    doubts = said(plan, DoubtKind.TIMESCALE_ABOVE)
    assert [doubt.about for doubt in doubts] == [action.id for action in plan.actions[1:]]


def test_headings_taken_from_an_earlier_table_are_said(tmp_path: Path) -> None:
    first = grid(header("Ref", "Action", "Lead"), ("1", ACTIONS[0], "Housing"), ("2", ACTIONS[1], "Parks"))
    second = grid(("3", ACTIONS[2], "Leisure Trust"), ("4", "Mow the towpath", "Canal Trust"))
    plan = read_as(tmp_path, "docx", Heading("Homes"), first, Text("More of the same follows here."), second)
    assert texts(plan)[2:] == [ACTIONS[2], "Mow the towpath"]
    (doubt,) = said(plan, DoubtKind.HEADINGS_INHERITED)
    assert "“Action”" in doubt.message
    assert doubt.source and doubt.source.spots[0].table == 2


WHOLE_ROWS = (
    "Objective\tAction\tMilestones\n"
    "1. Walks for all\ta) Open the gate at weekends for walkers\tThe gate stands open by spring of the year\n"
    "2. Food for all\tb) Plant an orchard beside the primary school\tForty trees have been planted by autumn\n"
    "3. Rest for all\tc) Set out benches along the whole towpath\tA bench stands at every second lock\n"
)
SCRAMBLED = (
    "4. Play for all\td) 'Build beside the old mill pond a playground. In May the swings hang and the slide is set\t"
    "beside the old mill pond a playground\tthe swings hang and the slide is set\n"
)


def test_a_row_read_across_its_columns_is_said_with_its_first_words(tmp_path: Path) -> None:
    assert not said(read_file(tmp_path, "whole.txt", WHOLE_ROWS), DoubtKind.ROW_MENDED)
    (doubt,) = said(read_file(tmp_path, "plan.txt", WHOLE_ROWS + SCRAMBLED), DoubtKind.ROW_MENDED)
    assert "“d) 'Build beside the old mill pond …”" in doubt.message
    assert doubt.source and {spot.row for spot in doubt.source.spots} == {5}
