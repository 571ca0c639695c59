"""The blocks of a paper as paragraphs and tables of Word."""

from __future__ import annotations

from turntide.web.reporting.printing.word import runs
from turntide.web.reporting.printing.word.desk import Desk
from turntide.web.reporting.printing.word.pictures import drawing
from turntide.web.reporting.printing.word.tables import table
from turntide.web.reporting.rules.paper import (
    Block,
    Bullets,
    Paragraph,
    Part,
    Picture,
    Quote,
    Subheading,
    Table,
)

_WITH_NEXT = "<w:keepNext/>"
"""On the page of what follows, whatever a place's own style says."""


def paragraph(desk: Desk, style: str, inner: str, more: str = "") -> str:
    """A paragraph in one of our styles. ``more`` stands in its w:pPr after the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{desk.styles[style]}"/>{more}</w:pPr>{inner}</w:p>'


def part(desk: Desk, given: Part, *, new_page: bool = False) -> str:
    """A part: its heading and its blocks."""
    begun = "<w:pageBreakBefore/>" if new_page else ""
    heading = paragraph(desk, "Heading1", runs.run(given.title), begun)
    return heading + "".join(_in_part(desk, given, place) for place in range(len(given.blocks)))


def _in_part(desk: Desk, of: Part, place: int) -> str:
    """A block where it stands. A table stays with what is said of it; called as its part, it has that title above."""
    given, after = of.blocks[place], of.blocks[place + 1 : place + 2]
    if not isinstance(given, Table):
        return block(desk, given)
    led_on = any(isinstance(each, Paragraph) and each.quiet for each in after)
    return _table(desk, given, led_on=led_on, titled=given.caption == of.title)


def block(desk: Desk, given: Block) -> str:
    """A block, whatever it is."""
    match given:
        case Paragraph():
            return paragraph(
                desk, "TurntideQuiet" if given.quiet else "Normal", runs.pieces(desk, given.words)
            )
        case Bullets():
            return _list(desk, given)
        case Table():
            return _table(desk, given)
        case Picture():
            return _picture(desk, given)
        case Quote():
            return _quote(desk, given)
        case Subheading():
            style = f"Heading{min(max(given.level - 1, 2), 4)}"
            return paragraph(desk, style, runs.found_at(desk, given.anchor, runs.run(given.words)))


def _list(desk: Desk, given: Bullets) -> str:
    style, number = ("ListNumber", desk.new_list()) if given.numbered else ("ListBullet", desk.bullets)
    of = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return "".join(paragraph(desk, style, runs.pieces(desk, item), of) for item in given.items)


def _table(desk: Desk, given: Table, *, led_on: bool = False, titled: bool = False) -> str:
    caption = "" if titled else paragraph(desk, "Caption", runs.run(given.caption), _WITH_NEXT)
    if not given.rows and given.empty:
        return caption + paragraph(desk, "TurntideQuiet", runs.run(given.empty))
    gap = paragraph(desk, "TurntideGap", "", _WITH_NEXT if led_on else "")
    return caption + table(desk, given, led_on=led_on) + gap


def _picture(desk: Desk, given: Picture) -> str:
    caption = paragraph(desk, "Caption", runs.run(given.title), _WITH_NEXT)
    drawn = paragraph(desk, "TurntidePicture", f"<w:r>{drawing(desk, given)}</w:r>")
    return caption + drawn + _table(desk, given.table)


def _quote(desk: Desk, given: Quote) -> str:
    said = paragraph(desk, "TurntideSaid", runs.run(given.said)) if given.said else ""
    return paragraph(desk, "Quote", runs.run(given.words)) + said
