"""Blocks set on pages as a PDF: tables ruled or bare, rows that break over pages, marks that run through."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor, grey
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from examples_of_plans.blocks import Blocks, Bullet, Cell, Grid, Heading, placed, size

PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
TYPE, PADDING = 9.0, 4.0
MARGIN = 42.0


@dataclass(frozen=True)
class Style:
    """How pages look; a table's header is set again on each page where ``repeat_header`` says so."""

    ruled: bool = True
    repeat_header: bool = True
    running_header: str = ""
    running_footer: str = ""
    numbered: bool = True
    watermark: str = ""
    paper: tuple[float, float] = landscape(A4)
    points: float = TYPE

    @property
    def leading(self) -> float:
        """From one line of a cell to the next."""
        return self.points * 1.22


@dataclass
class Pour:
    """A cell being poured down the page: the lines still to set, and where the next one stands."""

    cell: Cell
    left: float
    right: float
    ends_with_row: int
    lines: list[str]
    top: float = 0.0
    fresh: bool = True

    def needs(self, leading: float) -> float:
        """The height its remaining lines ask for below the top of the next."""
        return len(self.lines) * leading + PADDING


@dataclass
class Press:
    """The canvas and where on it we are, in points from the bottom of the page."""

    canvas: Any
    style: Style
    y: float = 0.0
    page: int = 0
    pours: list[Pour] = field(default_factory=list)

    @property
    def bottom(self) -> float:
        """The lowest place for text above the footer."""
        return MARGIN + 14

    @property
    def width(self) -> float:
        """The width of a line."""
        return self.style.paper[0] - 2 * MARGIN

    def turn(self) -> None:
        """Begin a new page with its running marks."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = self.style.paper[1] - MARGIN
        self.canvas.setFont(PLAIN, 8)
        if self.style.watermark:
            self.stamp()
        if self.style.running_header:
            self.canvas.drawString(MARGIN, self.y + 12, self.style.running_header)
        if self.style.running_footer:
            self.canvas.drawString(MARGIN, MARGIN - 8, self.style.running_footer)
        if self.style.numbered:
            self.canvas.drawRightString(MARGIN + self.width, MARGIN - 8, f"Page {self.page}")

    def stamp(self) -> None:
        """Set the watermark across the page."""
        self.canvas.saveState()
        self.canvas.setFont(BOLD, 90)
        self.canvas.setFillColor(HexColor("#e8e8e8"))
        self.canvas.translate(self.style.paper[0] / 2, self.style.paper[1] / 2)
        self.canvas.rotate(35)
        self.canvas.drawCentredString(0, 0, self.style.watermark)
        self.canvas.restoreState()

    def write(self, text: str, font: str, points: float, indent: float = 0.0) -> None:
        """Set a paragraph over the full line."""
        for line in simpleSplit(text, font, points, self.width - indent):
            if self.y - points * 1.25 < self.bottom:
                self.turn()
            self.y -= points * 1.25
            self.canvas.setFont(font, points)
            self.canvas.drawString(MARGIN + indent, self.y, line)
        self.y -= points * 0.6


def pdf_of(blocks: Blocks, style: Style | None = None) -> bytes:
    """The blocks as a .pdf with a text layer; the same bytes each time."""
    style = style or Style()
    made = BytesIO()
    press = Press(Canvas(made, style.paper, invariant=1, pageCompression=0), style)
    press.turn()
    for block in blocks:
        if isinstance(block, Grid):
            set_table(press, block)
        elif isinstance(block, Heading):
            press.write(block.text, BOLD, max(10.0, 16.0 - 2.0 * block.level))
        elif isinstance(block, Bullet):
            press.write(f"• {block.text}", PLAIN, 10, indent=10.0 * block.depth)
        else:
            press.write(block.text, PLAIN, 10)
    press.canvas.save()
    return made.getvalue()


def set_table(press: Press, table: Grid) -> None:
    """Set a table row by row."""
    edges = edges_of(press, table)
    headings = leading_headers(table)
    for row in range(len(table.rows)):
        set_row(press, table, edges, row, headings)
    press.y -= 10


def edges_of(press: Press, table: Grid) -> list[float]:
    """The borders of the columns from left to right."""
    columns = size(table)[1]
    shares = table.widths or (1.0,) * columns
    edges = [MARGIN]
    for share in shares:
        edges.append(edges[-1] + press.width * share / sum(shares))
    return edges


def leading_headers(table: Grid) -> int:
    """How many rows at the top are headers."""
    rows = [row for row, _, cell in placed(table) if cell.header]
    return max(rows, default=-1) + 1


def set_row(press: Press, table: Grid, edges: list[float], row: int, headings: int) -> None:
    """Set one row, breaking it over pages where it does not fit."""
    start_cells(press, table, edges, row)
    while (needs := height_of(press, row)) > press.y - press.bottom:
        if press.y - press.bottom > 3 * press.style.leading + 2 * PADDING:
            draw(press, press.y - press.bottom, row, last=False)
        carried, press.pours = press.pours, []
        press.turn()
        if press.style.repeat_header and row >= headings:
            for heading in range(headings):
                set_row(press, table, edges, heading, headings=0)
        press.pours = carried
        for pour in press.pours:
            pour.top, pour.fresh = press.y - PADDING, True
    draw(press, needs, row, last=True)
    press.pours = [pour for pour in press.pours if pour.ends_with_row > row]


def start_cells(press: Press, table: Grid, edges: list[float], row: int) -> None:
    """Begin to pour the cells that start in this row."""
    for begins, column, cell in placed(table):
        if begins == row:
            left, right = edges[column], edges[column + cell.columns]
            lines = wrapped(cell, right - left - 2 * PADDING, press.style.points)
            press.pours.append(Pour(cell, left, right, row + cell.rows - 1, lines, press.y - PADDING))


def wrapped(cell: Cell, width: float, points: float) -> list[str]:
    """The cell's lines as they wrap; a word wider than the cell is split within."""
    font = BOLD if cell.header else PLAIN
    lines: list[str] = []
    for line in cell.text.split("\n"):
        for word_line in simpleSplit(line, font, points, width):
            lines += split_wide(word_line, font, width, points)
    return lines


def split_wide(line: str, font: str, width: float, points: float) -> list[str]:
    """Cut a line that is one word too wide for its cell, as word processors do."""
    parts = [""]
    for letter in line:
        if stringWidth(parts[-1] + letter, font, points) > width and " " not in line:
            parts.append("")
        parts[-1] += letter
    return parts


def height_of(press: Press, row: int) -> float:
    """The height the row still needs, from the cells that end with it."""
    ending = [
        press.y - pour.top + pour.needs(press.style.leading)
        for pour in press.pours
        if pour.ends_with_row == row
    ]
    return max(ending, default=press.style.leading + 2 * PADDING)


def draw(press: Press, height: float, row: int, *, last: bool) -> None:
    """Draw this stretch of the row: its lines of text and its rules."""
    floor = press.y - height
    for pour in press.pours:
        draw_lines(press, pour, floor)
        if press.style.ruled:
            draw_rules(press, pour, floor, closes=not last or pour.ends_with_row == row)
        pour.fresh = False
    press.y = floor


def draw_lines(press: Press, pour: Pour, floor: float) -> None:
    """Set the lines that fit above the floor."""
    press.canvas.setFont(BOLD if pour.cell.header else PLAIN, press.style.points)
    while pour.lines and pour.top - press.style.leading >= floor + PADDING / 2:
        press.canvas.drawString(pour.left + PADDING, pour.top - press.style.points, pour.lines.pop(0))
        pour.top -= press.style.leading


def draw_rules(press: Press, pour: Pour, floor: float, *, closes: bool) -> None:
    """Rule the cell: its sides, its top where it begins, its foot where it ends."""
    canvas = press.canvas
    canvas.setStrokeColor(grey)
    canvas.setLineWidth(0.6)
    canvas.line(pour.left, press.y, pour.left, floor)
    canvas.line(pour.right, press.y, pour.right, floor)
    if pour.fresh:
        canvas.line(pour.left, press.y, pour.right, press.y)
    if closes:
        canvas.line(pour.left, floor, pour.right, floor)
