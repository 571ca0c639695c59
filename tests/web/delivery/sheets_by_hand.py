"""A sheet in somebody's hands: filled in, sorted and saved as people do."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

import openpyxl

from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.rules.sheets import AskedRow
from turntide.web.delivery.store.sheets.columns import ACTIONS, MEASURES, MILESTONES, REACHED, Holds, Table

HEADINGS_ROW = 4
FIRST = HEADINGS_ROW + 1


class InHand:
    """The workbook, opened; ``page`` gives a table's worksheet."""

    def __init__(self, body: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(body))

    def page(self, table: Table) -> Any:
        return self.book[str(table.title)[:31]]

    def has(self, table: Table) -> bool:
        return str(table.title)[:31] in self.book.sheetnames

    def columns(self, table: Table) -> dict[str, int]:
        """The number of each column by its key."""
        headings = {str(column.heading): column.key for column in table.columns}
        return {
            headings[cell.value]: cell.column
            for cell in self.page(table)[HEADINGS_ROW]
            if cell.value in headings
        }

    def rows_of(self, table: Table, action: str, named: str = "") -> list[int]:
        """The rows of an action, by what a person sees."""
        at, page = self.columns(table), self.page(table)
        name = {MILESTONES.name: "milestone", MEASURES.name: "measure"}.get(table.name, "")
        return [
            row
            for row in range(FIRST, page.max_row + 1)
            if page.cell(row, at["action"]).value == action
            and (not named or page.cell(row, at[name]).value == named)
        ]

    def write(self, table: Table, row: int, *, as_text: bool = False, **values: Any) -> None:
        """Write into cells; ``as_text`` as their format has it, so that nothing typed becomes a formula."""
        at = self.columns(table)
        for key, value in values.items():
            _put(
                self.page(table).cell(row, at[key]), value, "s" if as_text and isinstance(value, str) else ""
            )

    def fill(self, action: str, **values: Any) -> None:
        """Write into an action's row."""
        self.write(ACTIONS, self.rows_of(ACTIONS, action)[0], **values)

    def say(self, asked: AskedRow, said: Said) -> None:
        """Write all that is said of an action, choosing of the lists as they are labelled."""
        choices = {Holds.LIFECYCLE: dict(asked.lifecycles), Holds.CONFIDENCE: dict(asked.confidences)}
        values: dict[str, Any] = {}
        for column in ACTIONS.columns:
            if not column.filled or column.key not in self.columns(ACTIONS):
                continue
            value = getattr(said, column.key)
            if column.holds is Holds.YES:
                value = "Yes" if value else None
            values[column.key] = choices.get(column.holds, {}).get(value, value) or None
        self.write(ACTIONS, self.rows_of(ACTIONS, asked.action)[0], as_text=True, **values)
        for step in said.steps:
            row = self.rows_of(MILESTONES, asked.action, step.text)[0]
            self.write(
                MILESTONES, row, met_on=step.met_on, moved_to=step.moved_to, moved_why=step.reason or None
            )
        for one in said.readings:
            row = self.rows_of(MEASURES, asked.action, one.text)[0]
            self.write(MEASURES, row, as_text=True, value=one.value, on=one.on, origin=one.origin or None)
        for row, each in zip(self.rows_of(REACHED, asked.action), said.reached, strict=False):
            self.write(REACHED, row, as_text=True, group=each.group, number=each.number)

    def sort(self, table: Table, key: str) -> None:
        """Sort the table's rows by a column, last first."""
        page, at = self.page(table), self.columns(table)[key]
        width, last = page.max_column, page.max_row
        rows = [[_taken(page.cell(row, each + 1)) for each in range(width)] for row in range(FIRST, last + 1)]
        rows.sort(key=lambda row: str(row[at - 1][0] or ""), reverse=True)
        for row, values in enumerate(rows, start=FIRST):
            for each, (value, kind) in enumerate(values, start=1):
                _put(page.cell(row, each), value, kind)

    def swap(self, table: Table, one: str, other: str) -> None:
        """Change two columns about, headings and all, but for the hidden row above."""
        page, at = self.page(table), self.columns(table)
        for row in range(HEADINGS_ROW, page.max_row + 1):
            here, there = page.cell(row, at[one]), page.cell(row, at[other])
            before, after = _taken(here), _taken(there)
            _put(here, *after)
            _put(there, *before)

    def saved(self) -> bytes:
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()


def _taken(cell: Any) -> tuple[Any, str]:
    return cell.value, cell.data_type


def _put(cell: Any, value: Any, kind: str) -> None:
    cell.value = value
    if kind == "s":
        cell.data_type = kind


def by_libreoffice(body: bytes, folder: Path, *, through: str = "xlsx") -> bytes:
    """The file, opened and saved by LibreOffice; ``through`` another format first."""
    before = folder / "before.xlsx"
    before.write_bytes(body)
    if through != "xlsx":
        before = _converted(before, folder / "between", through)
    return _converted(before, folder / "after", "xlsx").read_bytes()


def _converted(file: Path, folder: Path, to: str) -> Path:
    folder.mkdir()
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next(folder.glob(f"*.{to}"))
