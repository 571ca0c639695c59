"""A long document is cut into parts that lose nothing, and cells are named so that they can be found."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from turntide.documents.document import Cell, Document, Paragraph, Table
from turntide.web.intake.looking.parts import MOST_CELLS, part_of_unit, parts_of
from turntide.web.intake.looking.places import name_of, unit_named


def table(number: int, rows: int, columns: int, spans: int = 1) -> Table:
    cells = (
        Cell(row, column, f"{row}.{column}", row_span=spans if column == 1 else 1)
        for row in range(1, rows + 1)
        for column in range(1, columns + 1)
    )
    return Table(number, tuple(cells), sheet="Plan")


@settings(max_examples=25)
@given(st.integers(1, 600), st.integers(1, 12), st.integers(1, 4))
def test_every_cell_stands_in_one_part(rows: int, columns: int, spans: int) -> None:
    document = Document("plan.xlsx", "xlsx", "", (Paragraph(1, "Before"), table(1, rows, columns, spans)))
    parts = parts_of(document)
    shown = [unit for part in parts for unit in sorted(part.units)]
    assert len(shown) == len(set(shown)) == rows * columns + 1
    assert all(len(part.units) <= 2 * MOST_CELLS + columns for part in parts)


def test_rows_of_a_table_that_is_cut_stand_under_its_headings_again() -> None:
    document = Document("plan.xlsx", "xlsx", "", (table(1, 400, 8),))
    parts = parts_of(document, headings=[(0, 1, 1, 3)])
    last = parts[-1]
    shown = last.blocks[0]
    assert isinstance(shown, Table)
    head = last.head_of(shown)
    assert len(parts) > 1
    assert head is not None and [cell.row for cell in head.cells] == [1] * 8
    assert parts[0].head_of(shown) is None


@given(st.tuples(*[st.integers(1, 999)] * 3))
def test_names_of_cells_lead_back_to_them(place: tuple[int, int, int]) -> None:
    for unit in ((place[0], 0, 0, 0), (0, *place)):
        assert unit_named(name_of(unit)) == unit


def test_what_is_no_name_of_a_cell_is_none() -> None:
    assert unit_named("t1r2") is None
    assert unit_named("../p1") is None
    assert part_of_unit(parts_of(Document("a", "text", "")), (5, 0, 0, 0)) is None
