"""The paper: A4 on its side, with the page's number at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

LENGTH, WIDTH, MARGIN, EDGE = 29.7, 21.0, 2.0, 1.8
"""Centimetres: of the paper, and of its margins at the sides and at head and foot."""
BETWEEN_MARGINS = LENGTH - 2 * MARGIN


def lay_page(document: Document) -> None:
    """Set the paper's size and its margins, and number the pages."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(LENGTH), Cm(WIDTH)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(EDGE)
    section.header_distance = section.footer_distance = Cm(0.9)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot.add_run("Page ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    """A number that Word works out."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    paragraph._p.replace(run._r, field)
    field.append(run._r)
