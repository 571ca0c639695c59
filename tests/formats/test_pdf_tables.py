"""Tables on a PDF's pages come back as they were made, however their borders are drawn."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from made_pdfs import GRID, HEADER, ROWS, WIDTHS, Turned, document, plan, table
from pypdfium2 import PdfDocument
from reportlab.lib import colors

from turntide.documents.document import Role, Table
from turntide.documents.formats.pdf import lay_out

BLACK = colors.black
WHOLE = ((0, 0), (-1, -1))
STYLES = {
    "grid": [GRID],
    "dashed grid": [("GRID", *WHOLE, 0.5, BLACK, 1, (2, 2))],
    "double grid": [("GRID", *WHOLE, 0.5, BLACK, 0, None, None, 2, 1.2)],
    "thick grid": [("GRID", *WHOLE, 3, BLACK)],
    "cells in the middle": [GRID, ("VALIGN", *WHOLE, "MIDDLE")],
    "rules below rows": [("LINEBELOW", *WHOLE, 0.5, BLACK), ("LINEABOVE", (0, 0), (-1, 0), 0.5, BLACK)],
    "three rules": [
        ("LINEABOVE", (0, 0), (-1, 0), 1, BLACK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, BLACK),
        ("LINEBELOW", (0, -1), (-1, -1), 1, BLACK),
    ],
    "outer frame": [("BOX", *WHOLE, 1, BLACK)],
    "columns only": [("BOX", *WHOLE, 1, BLACK), ("LINEBEFORE", (1, 0), (-1, -1), 0.5, BLACK)],
    "every other row shaded": [("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.whitesmoke, colors.lightgrey])],
    "tiles": [
        ("BACKGROUND", (column, row), (column, row), (colors.lightblue, colors.lightgrey)[(row + column) % 2])
        for row in range(5)
        for column in range(4)
    ],
    "no borders": [],
}


def rows_of(found: Table) -> list[tuple[str, ...]]:
    """A table's texts, row by row, the empty cells left out."""
    rows = sorted({cell.row for cell in found.cells})
    return [tuple(cell.text for cell in found.cells if cell.row == row and cell.text) for row in rows]


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_table_comes_back_as_made(style: list[tuple[object, ...]]) -> None:
    found = lay_out(plan(*style), "plan.pdf")
    assert [rows_of(each) for each in found.tables] == [[HEADER, *ROWS]]
    assert found.paragraphs[0].role is Role.HEADING
    assert found.paragraphs[-1].text == "Closing words stand below the table."


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_edges_and_boxes_lie_round_the_text(style: list[tuple[object, ...]]) -> None:
    (found,) = lay_out(plan(*style), "plan.pdf").tables
    assert found.edges is not None
    assert len(found.edges) == len(WIDTHS) + 1
    assert all(left < right for left, right in pairwise(found.edges))
    for cell in found.cells:
        assert cell.box is not None
        assert found.edges[cell.column - 1] - 1 <= cell.box[0] <= cell.box[2] <= found.edges[-1] + 1


def test_spans_are_found() -> None:
    rows = [
        ["Aim", "Action", "Lead"],
        ["Walk more", "Open paths", "Parks"],
        ["", "Mend gates", "Streets"],
        ["All year"],
    ]
    rows[3] += ["", ""]
    made = table(rows, (80, 120, 100), GRID, ("SPAN", (0, 1), (0, 2)), ("SPAN", (0, 3), (2, 3)))
    (found,) = lay_out(document([made]), "plan.pdf").tables
    assert found.by_place[2, 1].row_span == 2
    assert found.by_place[2, 1].text == "Walk more"
    assert found.by_place[4, 1].column_span == 3


def test_fills_are_told_and_white_is_none() -> None:
    made = table([["Late", "Early"]], (80, 80), GRID, ("BACKGROUND", (0, 0), (0, 0), colors.red))
    (found,) = lay_out(document([made]), "plan.pdf").tables
    assert [cell.fill for cell in found.cells] == ["#ff0000", None]


@pytest.mark.parametrize("turn", [90, 270])
def test_turned_cells_read_in_their_own_direction(turn: int) -> None:
    made = table(
        [[Turned(("Walk along", "the water"), turn), "Open paths"], ["Then", "Mend gates"]], (60, 120), GRID
    )
    (found,) = lay_out(document([made]), "plan.pdf").tables
    assert found.by_place[1, 1].text.split() == ["Walk", "along", "the", "water"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_printed_sideways_is_turned_upright(turn: int) -> None:
    source = PdfDocument(plan(GRID))
    source[0].set_rotation(turn)
    out = BytesIO()
    source.save(out)
    (found,) = lay_out(out.getvalue(), "plan.pdf").tables
    assert rows_of(found) == [HEADER, *ROWS]


def test_a_section_row_runs_across_a_borderless_table() -> None:
    section = ["<b>Priority 1 - Paths for everybody who walks</b>", "", "", ""]
    made = table([HEADER, section, *ROWS[:2], *ROWS[2:]], WIDTHS, ("SPAN", (0, 1), (-1, 1)))
    (found,) = lay_out(document([made]), "plan.pdf").tables
    cell = found.by_place[2, 1]
    assert (cell.text, cell.column_span) == ("Priority 1 - Paths for everybody who walks", 4)
    assert rows_of(found)[2:] == list(ROWS)


def test_a_sparse_first_column_heads_its_rows() -> None:
    said = "Open path {} to walkers and keep its gate clear in every season, with the help of those who live near"
    rows = [["Housing" if at % 3 == 0 else "", said.format(at)] for at in range(6)]
    (found,) = lay_out(document([table([["Area", "Action"], *rows], (80, 250))]), "plan.pdf").tables
    assert [row[-1] for row in rows_of(found)[1:]] == [row[1] for row in rows]


def test_a_form_for_each_action_is_a_table() -> None:
    form = [["Action", ROWS[0][1]], ["Lead", "Parks team"], ["By when", "May 2027"], ["Steps", "Gates built"]]
    (found,) = lay_out(document([table(form, (80, 260))]), "plan.pdf").tables
    assert rows_of(found) == [tuple(row) for row in form]


def test_the_first_table_of_each_later_page_comes_after_a_break() -> None:
    made = table([HEADER, *(ROWS * 12)], WIDTHS, GRID, repeatRows=1)
    found = lay_out(document([made]), "plan.pdf").tables
    assert [(each.page, each.after_break) for each in found] == [(1, False), (2, True), (3, True)][
        : len(found)
    ]
    assert len(found) > 1
    assert sum(len(rows_of(each)) - 1 for each in found) == 48
