"""Where a value stood in the file it was read from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """One stretch of text in a file: which paragraph or cell, and which of its characters.

    A spot names either a ``paragraph`` or a ``table`` with ``row`` and ``column``; all count from 1, as the
    file's own reader numbers them (in a spreadsheet: the sheet's own row and column). ``start`` and ``end``
    count characters of that paragraph's or cell's text from 0, the end left out. ``page`` counts from 1 and
    ``box`` is (left, top, right, bottom) in points from the page's top left corner, where there are pages.
    """

    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    start: int = 0
    end: int = 0
    page: int | None = None
    sheet: str | None = None
    box: tuple[float, float, float, float] | None = None

    @property
    def unit(self) -> tuple[int, int, int, int]:
        """The paragraph or cell this spot lies in, as a key that sorts in document order within its kind."""
        return (self.paragraph or 0, self.table or 0, self.row or 0, self.column or 0)

    def part(self, start: int, end: int) -> Spot:
        """Other characters of the same paragraph or cell."""
        return Spot(
            self.paragraph, self.table, self.row, self.column, start, end, self.page, self.sheet, self.box
        )

    def __str__(self) -> str:
        """Say the place as a person would find it: 'sheet Plan, row 4, column 2'."""
        parts = [f"sheet {self.sheet}" if self.sheet else "", f"page {self.page}" if self.page else ""]
        if self.table:
            parts += [f"table {self.table}"] if not self.sheet else []
            parts += [f"row {self.row}", f"column {self.column}"]
        elif self.paragraph:
            parts += [f"paragraph {self.paragraph}"]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Source:
    """The file a value came from and the stretches of it, in reading order (several where a row broke)."""

    file: str
    spots: tuple[Spot, ...] = ()

    def __str__(self) -> str:
        """Say the first place; a value that broke over a page is found from where it begins."""
        return str(self.spots[0]) if self.spots else self.file
