"""The laws of reading, held by spreadsheets made at random."""

from __future__ import annotations

import io
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from made_grids import Put, found_in, grids, rows_of
from made_workbooks import sheet
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from turntide.documents.formats import ods, xlsx
from turntide.documents.refusals import Refusal


def as_xlsx(grid: list[Put]) -> bytes:
    def fill(book: Any, plan: Any) -> None:
        plain = book.add_format()
        for put in grid:
            top, left = put.row - 1, put.column - 1
            if put.rows * put.columns == 1:
                plan.write_string(top, left, put.text)
            else:
                plan.merge_range(top, left, top + put.rows - 1, left + put.columns - 1, put.text, plain)

    return sheet(fill)


def as_ods(grid: list[Put]) -> bytes:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Plan")
    width = max(put.column + put.columns - 1 for put in grid)
    for row in rows_of(grid):
        line = TableRow()
        begun = {put.column: put for put in row}
        for column in range(1, width + 1):
            line.addElement(_ods_cell(begun[column]) if column in begun else CoveredTableCell())
        table.addElement(line)
    document.spreadsheet.addElement(table)
    written = io.BytesIO()
    document.write(written)
    return written.getvalue()


def _ods_cell(put: Put) -> Any:
    cell = TableCell(valuetype="string", numbercolumnsspanned=put.columns, numberrowsspanned=put.rows)
    cell.addElement(P(text=put.text))
    return cell


@settings(max_examples=40)
@given(grids())
def test_every_cell_of_a_workbook_stands_where_it_was_put(grid: list[Put]) -> None:
    document = xlsx.lay_out(as_xlsx(grid), "a.xlsx")
    assert found_in(document.tables[0]) == grid
    assert document.paragraphs == ()


@settings(max_examples=25)
@given(grids())
def test_every_cell_of_an_open_document_stands_where_it_was_put(grid: list[Put]) -> None:
    document = ods.lay_out(as_ods(grid), "a.ods")
    assert found_in(document.tables[0]) == grid
    assert document.paragraphs == ()


SAMPLE = as_xlsx([Put(1, 1, 1, 1, "Action"), Put(2, 1, 2, 1, "Plant"), Put(2, 2, 1, 1, "Parks")])


@settings(max_examples=100)
@given(st.integers(0, len(SAMPLE) - 1), st.binary(min_size=1, max_size=6))
def test_a_file_with_changed_bytes_reads_the_same_twice_or_is_refused(at: int, changed: bytes) -> None:
    content = SAMPLE[:at] + changed + SAMPLE[at + len(changed) :]
    try:
        document = xlsx.lay_out(content, "a.xlsx")
    except Refusal as refusal:
        assert refusal.sentence.endswith(".")
    else:
        assert document == xlsx.lay_out(content, "a.xlsx")
