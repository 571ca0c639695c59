"""Old Excel workbooks (.xls): the values alone, by calamine; number formats and looks are not read."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from turntide.documents.document import Cell, Document, Layout
from turntide.documents.packages import damaged
from turntide.documents.refusals import Reason, Refusal
from turntide.documents.typesetting.spans import Merge
from turntide.documents.workbooks.number_formats import general
from turntide.documents.workbooks.sheets import Sheet, lay_out_sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value = float | str | bool | time | date | datetime | timedelta

PLAIN_NUMBERS = (
    "An old Excel workbook is read without its number formats, so 5% may show as 0.05: "
    "save it as .xlsx to have them read."
)


def lay_out(content: bytes, name: str) -> Document:
    """Lay out an old workbook. Raises Refusal ENCRYPTED or DAMAGED."""
    from python_calamine import CalamineError, SheetVisibleEnum

    layout = Layout(name, "xls", content)
    workbook = _opened(content)
    for meta in workbook.sheets_metadata:
        try:
            sheet = _sheet(workbook.get_sheet_by_name(meta.name), meta.name)
        except (CalamineError, OSError) as error:
            raise damaged(f"its sheet “{meta.name}” cannot be made out") from error
        sheet.hidden = meta.visible != SheetVisibleEnum.Visible
        lay_out_sheet(layout, sheet)
    layout.doubt(PLAIN_NUMBERS)
    return layout.document()


def _opened(content: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(BytesIO(content))
    except PasswordError as error:
        raise Refusal(
            Reason.ENCRYPTED, "The workbook is locked with a password: save it without one and read that."
        ) from error
    except (CalamineError, OSError) as error:
        raise damaged("it is not a whole workbook") from error


def _sheet(found: CalamineSheet, name: str) -> Sheet:
    sheet = Sheet(name)
    top, left = found.start or (0, 0)
    for row, values in enumerate(found.to_python(skip_empty_area=True), start=top + 1):
        for column, value in enumerate(values, start=left + 1):
            if text := _shown(value):
                sheet.cells.append(Cell(row, column, text))
    for (first_row, first_column), (last_row, last_column) in found.merged_cell_ranges or []:
        sheet.merges.append(Merge(first_row + 1, first_column + 1, last_row + 1, last_column + 1))
    return sheet


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float | int):
        return general(float(value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
    return str(value).replace("\r\n", "\n").replace("\xa0", " ").strip()
