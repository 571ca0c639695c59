from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.documents.document import Cell, Table
from turntide.explaining.sheets import set_out

PLACES = st.tuples(st.integers(1, 5), st.integers(1, 5))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    places = sorted(draw(st.sets(PLACES, min_size=1, max_size=12)))
    spans = st.integers(1, 3)
    return Table(1, tuple(Cell(row, column, "words", draw(spans), draw(spans)) for row, column in places))


@given(tables())
@settings(max_examples=80)
def test_every_cell_stands_in_the_sheet_once(table: Table) -> None:
    shown = [slot.cell for row in set_out(table).rows for slot in row.slots if slot.cell]
    assert shown == list(table.cells)


@given(tables())
@settings(max_examples=80)
def test_no_two_cells_stand_in_one_place_and_each_stands_under_its_own_column(table: Table) -> None:
    sheet = set_out(table)
    taken: dict[tuple[int, int], object] = {}
    for at, row in enumerate(sheet.rows):
        column = 0
        for slot in row.slots:
            while (at, column) in taken:
                column += 1
            if slot.cell:
                assert sheet.columns[column] == slot.cell.column
            for down in range(slot.row_span):
                for across in range(slot.column_span):
                    assert (at + down, column + across) not in taken
                    taken[at + down, column + across] = slot
    assert len(taken) == len(sheet.rows) * len(sheet.columns)


def test_empty_rows_and_columns_are_left_out_and_the_others_keep_their_numbers() -> None:
    table = Table(1, (Cell(4, 2, "Action"), Cell(5, 2, " "), Cell(900, 7, "Plant trees")))
    sheet = set_out(table)
    assert sheet.columns == (2, 7)
    assert [row.number for row in sheet.rows] == [4, 900]


def test_a_span_counts_the_rows_that_are_shown() -> None:
    table = Table(1, (Cell(1, 1, "Theme", 4, 1), Cell(1, 2, "one"), Cell(4, 2, "two")))
    assert set_out(table).rows[0].slots[0].row_span == 2
