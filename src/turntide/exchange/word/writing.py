"""A plan as the bytes of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from turntide.exchange.word.body import add_body
from turntide.exchange.word.ending import add_ending
from turntide.exchange.word.legal import legal, on_one_line
from turntide.exchange.word.page import lay_page
from turntide.exchange.word.sealing import sealed
from turntide.exchange.word.styles import set_styles
from turntide.plan.model import Plan

if TYPE_CHECKING:
    from docx.document import Document

UNTITLED = "Action plan"
"""What a document is called in its properties where nobody has given the plan a title."""


def to_docx(plan: Plan, *, title: str | None = None, only_with_actions: bool = False) -> bytes:
    """The plan as .docx: its headings under its own level names, a table of actions under each.

    ``title`` stands in place of the plan's own. ``only_with_actions`` leaves out headings under which no action
    stands, as where a plan has been cut down to a few. The same plan gives the same bytes.
    """
    import docx

    document = docx.Document()
    set_styles(document)
    lay_page(document)
    called = on_one_line(plan.title or "" if title is None else title)
    _add_front(document, plan, called)
    add_body(document, plan, only_with_actions=only_with_actions)
    add_ending(document, plan)
    _end_below_tables(document)
    return sealed(document, called or UNTITLED)


def _end_below_tables(document: Document) -> None:
    """Word wants a paragraph beneath the last table; the heading of what follows is one for all others."""
    from docx.table import Table

    if isinstance(next(reversed(list(document.iter_inner_content())), None), Table):
        document.add_paragraph()


def _add_front(document: Document, plan: Plan, title: str) -> None:
    if title:
        document.add_paragraph(title, style="Title")
    if plan.period is not None and plan.period.wording not in title:
        document.add_paragraph(f"Period: {on_one_line(plan.period.wording)}")
    if plan.vision:
        vision = document.add_paragraph()
        vision.add_run("Our vision:").bold = True
        vision.add_run(f" {legal(plan.vision)}")
