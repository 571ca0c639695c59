"""PDFs of an invented place, drawn for the tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pypdfium2
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=9, leading=11)
TITLE = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=12)
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)

HEADER = ("Ref", "Action", "Lead", "By when")
WIDTHS = (40, 200, 120, 80)
ROWS = tuple(
    (
        f"{number}.1",
        f"Open the quay path to walkers at gate {number} and keep it clear in every season",
        lead,
        due,
    )
    for number, lead, due in (
        (1, "Parks and quays team", "March 2027"),
        (2, "Streets team", "May 2027"),
        (3, "Leisure trust of Tarrow Bay", "June 2027"),
        (4, "Parks and quays team", "July 2027"),
    )
)


def told(text: str) -> Any:
    """A text that wraps in its cell."""
    return Paragraph(text, BODY)


def document(parts: Sequence[Any], **fields: Any) -> bytes:
    """A PDF of these flowables, one below the other."""
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, invariant=1, **fields).build(list(parts))
    return out.getvalue()


def table(rows: Sequence[Sequence[Any]], widths: Sequence[float], *style: Any, **fields: Any) -> Any:
    """A table whose texts wrap."""
    cells = [[told(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    return Table(cells, colWidths=list(widths), style=[TOP, *style], **fields)


def plan(*style: Any) -> bytes:
    """The four actions above as one table in this style, with a title and prose around it."""
    return document(
        [
            Paragraph("Tarrow Bay walks again", TITLE),
            told(
                "This plan says in a few words what the bay means to do for its walkers, and who will do it. "
                * 2
            ),
            table([HEADER, *ROWS], WIDTHS, *style),
            told("Closing words stand below the table."),
        ]
    )


def drawn(*pages: Callable[[Any], None]) -> bytes:
    """A PDF whose pages are drawn by hand, in 10 point Helvetica."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in pages:
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned(content: bytes) -> bytes:
    """The same pages as pictures, without a text layer."""
    source = pypdfium2.PdfDocument(content)
    pictures = [
        source[number].render(scale=200 / 72).to_pil().convert("RGB") for number in range(len(source))
    ]
    out = BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return out.getvalue()


class Turned(Flowable):  # type: ignore[misc]
    """Two lines of text that run up (90) or down (270) the page."""

    def __init__(self, lines: Sequence[str], turn: int) -> None:
        super().__init__()
        self.lines, self.turn = lines, turn

    def wrap(self, *_: float) -> tuple[float, float]:
        return (28, 110)

    def draw(self) -> None:
        self.canv.setFont("Helvetica", 10)
        self.canv.translate(10 if self.turn == 90 else 18, 5 if self.turn == 90 else 105)
        self.canv.rotate(self.turn)
        for at, line in enumerate(self.lines):
            self.canv.drawString(0, -12 * at, line)
