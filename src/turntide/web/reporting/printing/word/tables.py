"""Tables of Word: heading rows that stand on every page, rows that stay whole, columns that name their rows."""

from __future__ import annotations

from collections.abc import Iterable

from turntide.web.reporting.printing.columns import fractions
from turntide.web.reporting.printing.word import runs
from turntide.web.reporting.printing.word.desk import Desk
from turntide.web.reporting.rules.paper import Cell, Column, Table

_WHOLE = "<w:cantSplit/>"
_HEADING = "<w:cantSplit/><w:tblHeader/>"
_BOLD = "<w:b/><w:bCs/>"
_TOGETHER = "<w:keepNext/>"


def table(desk: Desk, given: Table, *, led_on: bool = False) -> str:
    """A table with its heading row. ``led_on``: its last row stays with what is said of it beneath."""
    widths = _widths(desk.width, given)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heading = _row((_headed(desk, *pair) for pair in zip(given.columns, widths, strict=True)), _HEADING)
    rows = "".join(
        _row(_cells(desk, given, row, widths, _TOGETHER if kept else ""), _WHOLE)
        for row, kept in zip(given.rows, _kept(desk, given, led_on), strict=True)
    )
    return f"<w:tbl>{_properties(desk, given)}<w:tblGrid>{grid}</w:tblGrid>{heading}{rows}</w:tbl>"


def _kept(desk: Desk, given: Table, led_on: bool) -> list[bool]:
    """Of each row, whether it stands on the page of the next: the first always, all but the last of a short table."""
    rows = len(given.rows)
    together = rows - 1 if rows <= desk.short else 1
    return [place < together or (led_on and place == rows - 1) for place in range(rows)]


def _properties(desk: Desk, given: Table) -> str:
    first = 1 if given.header else 0
    look = (
        f'w:firstRow="1" w:lastRow="0" w:firstColumn="{first}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    )
    return (
        f'<w:tblPr><w:tblStyle w:val="{desk.styles["TurntideTable"]}"/><w:tblW w:w="{desk.width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{0x620 + 0x80 * first:04X}" {look}/>'
        f'<w:tblCaption w:val="{runs.attribute(given.caption)}"/></w:tblPr>'
    )


def _widths(width: int, given: Table) -> list[int]:
    return [int(width * fraction) for fraction in fractions(given)]


def _row(cells: Iterable[str], properties: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _headed(desk: Desk, column: Column, width: int) -> str:
    return _cell(desk, column, width, runs.run(column.heading, _BOLD), _TOGETHER)


def _cells(desk: Desk, given: Table, row: tuple[Cell, ...], widths: list[int], more: str) -> list[str]:
    return [
        _cell(desk, column, width, _said(desk, cell, _BOLD if place < given.header else ""), more)
        for place, (cell, column, width) in enumerate(zip(row, given.columns, widths, strict=True))
    ]


def _said(desk: Desk, cell: Cell, look: str) -> str:
    said = runs.status(desk, cell) if cell.shape or cell.tone else runs.pieces(desk, cell.words, look)
    return runs.found_at(desk, cell.anchor, said)


def _cell(desk: Desk, column: Column, width: int, inner: str, more: str = "") -> str:
    style = desk.styles["TurntideTableNumber" if column.kind == "number" else "TurntideTableWords"]
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inner}</w:p></w:tc>'
    )
