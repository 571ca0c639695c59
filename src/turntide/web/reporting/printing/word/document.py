"""From a paper to a Word document, stage by stage: what it stands on, its body, its footnotes, its properties."""

from __future__ import annotations

from dataclasses import replace

from django.utils import translation

from turntide.web.reporting.printing.layout import Layout
from turntide.web.reporting.printing.looks import AMBER
from turntide.web.reporting.printing.word import base, binding, letterhead, runs
from turntide.web.reporting.printing.word.binding import Bound
from turntide.web.reporting.printing.word.blocks import paragraph, part
from turntide.web.reporting.printing.word.desk import Desk
from turntide.web.reporting.printing.word.notes import footnotes, list_of_notes
from turntide.web.reporting.rules.paper import Paper

_DRAFT = f'<w:pBdr><w:left w:val="single" w:sz="20" w:space="6" w:color="{AMBER.upper()}"/></w:pBdr>'
"""A draft is marked in another colour than what stays."""


def as_word(paper: Paper, letterhead: bytes | None = None) -> bytes:
    """The paper as a Word document (.docx), the same bytes for the same paper and letterhead.

    ``letterhead`` is a place's own Word document or template: its headers, footers, styles and page stay, its text
    goes. Raises LetterheadError where it cannot be used, PrintingUnavailableError where a picture cannot be drawn.
    """
    with translation.override(paper.language):
        bound = _bound(paper, letterhead)
        desk = bound.desk(Layout(paper))
        bound.write_body(_body(bound, desk))
        bound.write_footnotes(footnotes(desk))
        binding.describe(bound, paper)
    return binding.packed(bound)


def _bound(paper: Paper, theirs: bytes | None) -> Bound:
    return base.bound(paper) if theirs is None else letterhead.bound(theirs)


def _body(bound: Bound, desk: Desk) -> str:
    """The main parts, and the annexes on pages of their own: on their side where their tables are wide."""
    layout = desk.layout
    main = _title(desk) + "".join(part(desk, each) for each in layout.main) + list_of_notes(desk)
    flowing = replace(desk, short=0)
    if not layout.sideways:
        return main + "".join(part(flowing, each, new_page=True) for each in layout.annexes) + bound.section()
    wide = replace(flowing, width=bound.width(sideways=True), height=bound.height(sideways=True))
    annexes = [part(wide, each, new_page=place > 0) for place, each in enumerate(layout.annexes)]
    turned = paragraph(desk, "TurntideGap", "", bound.section())
    return main + turned + "".join(annexes) + bound.section(sideways=True)


def _title(desk: Desk) -> str:
    paper = desk.layout.paper
    lines = (("TurntidePlace", paper.place), ("Title", paper.title), ("Subtitle", paper.subtitle))
    said = "".join(paragraph(desk, style, runs.run(words)) for style, words in lines if words)
    return said + paragraph(desk, "TurntideState", runs.run(paper.state), _DRAFT if paper.draft else "")
