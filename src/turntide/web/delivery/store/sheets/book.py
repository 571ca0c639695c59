"""A file that came back, opened within limits: its worksheets as rows of plain cells, and nothing is run.

Workbooks are small here, so the limits are: honest ones stay far below each. What is no workbook, or would ask too much
of us, is refused in one sentence.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.sheets import SheetRefusedError

MEGABYTE = 1024 * 1024
MOST_BYTES = 4 * MEGABYTE
_MOST_UNPACKED, _MOST_PART, _MOST_PARTS = 16 * MEGABYTE, MEGABYTE, 500
_LARGE = ("xl/worksheets/sheet", "xl/sharedStrings")
"""The parts that may be larger than the others: the words themselves."""
_MOST_ROWS, _MOST_COLUMNS, _MOST_SHEETS = 5_000, 100, 30
_SECONDS = 30.0
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's value; ``formula``: it is worked out by the spreadsheet, and so has no value for us."""

    value: str | float | bool | date | None = None
    formula: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it."""
        return not self.formula and (self.value is None or self.value == "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: its name and its rows, from the first."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def sheets_in(body: bytes) -> tuple[Sheet, ...]:
    """The worksheets of an .xlsx file. Raises SheetRefusedError."""
    until = time.monotonic() + _SECONDS
    try:
        _look_before(body)
        import openpyxl

        book = openpyxl.load_workbook(io.BytesIO(body), read_only=True, data_only=False, keep_links=False)
        return tuple(_sheet(page, until) for page in book.worksheets[:_MOST_SHEETS])
    except SheetRefusedError:
        raise
    except Exception as wrong:  # unpacking and openpyxl answer damage with errors of many kinds
        raise _damaged() from wrong


def _look_before(body: bytes) -> None:
    if len(body) > MOST_BYTES:
        raise SheetRefusedError(
            _("This file is larger than 4 MB, so it is not a sheet of ours. Send the sheet back alone.")
        )
    if body.startswith(_OLD_OFFICE):
        raise SheetRefusedError(
            _("This workbook has a password or is of an old kind. Save it as .xlsx without a password.")
        )
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        _look_into(packed)


def _look_into(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise SheetRefusedError(
            _("This file is not an Excel workbook. Save your sheet as an Excel workbook (.xlsx).")
        )
    if any("vbaProject" in name for name in names):
        raise SheetRefusedError(
            _("This workbook holds macros, which we do not open. Save it as .xlsx, without macros.")
        )
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise _too_much()
    for part in parts:
        _look_at(packed, part)


def _look_at(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    most = _MOST_UNPACKED if part.filename.startswith(_LARGE) else _MOST_PART
    with packed.open(part) as opened:
        # What a part says of its own size may be untrue, so it is unpacked no further than it may be long.
        words = opened.read(most + 1)
    if len(words) > most:
        raise _too_much()
    if not part.filename.endswith((".xml", ".rels")):
        return
    if words[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in words[:64] or b"<!DOCTYPE" in words:
        raise _damaged()


def _sheet(page: Any, until: float) -> Sheet:
    page.reset_dimensions()
    return Sheet(page.title, tuple(_rows(page, until)))


def _rows(page: Any, until: float) -> Iterator[tuple[Cell, ...]]:
    for row in page.iter_rows(min_row=1, max_row=_MOST_ROWS, max_col=_MOST_COLUMNS):
        if time.monotonic() > until:
            raise _too_much()
        yield tuple(_cell(cell) for cell in row)


def _cell(cell: Any) -> Cell:
    if cell.value is None:
        return Cell()
    if cell.data_type == "f":
        return Cell(formula=True)
    value = cell.value
    if isinstance(value, datetime):
        return Cell(value.date())
    if isinstance(value, (bool, str, date)):
        return Cell(value)
    if isinstance(value, (int, float)):
        percent = "%" in (cell.number_format or "")
        return Cell(f"{value * 100:.10g}%" if percent else float(value))
    return Cell(str(value))


def _damaged() -> SheetRefusedError:
    return SheetRefusedError(
        _("This file is damaged or is not an Excel workbook. Save your sheet again as .xlsx, and send that.")
    )


def _too_much() -> SheetRefusedError:
    return SheetRefusedError(
        _("This workbook holds far more than a sheet of ours. Send back the sheet itself.")
    )
