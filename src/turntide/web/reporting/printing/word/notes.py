"""Word's own footnotes, each with the actions that a figure counts."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.reporting.printing.layout import MANY, Layout
from turntide.web.reporting.printing.word import runs
from turntide.web.reporting.printing.word.blocks import paragraph
from turntide.web.reporting.printing.word.desk import Desk
from turntide.web.reporting.rules.paper import Footnote

_ROOM = 400
"""Letters of actions' names that a footnote has room for; what is longer is listed apart, lest it fill the pages."""
_BOLD, _NO_INDENT = "<w:b/><w:bCs/>", '<w:ind w:left="0" w:firstLine="0"/>'
_LINE = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    "<w:r><w:{}/></w:r></w:p>"
)


def footnotes(desk: Desk) -> str:
    """All footnotes that the text cites, after the two lines that Word draws above footnotes."""
    return (
        f'<w:footnote w:type="separator" w:id="-1">{_LINE.format("separator")}</w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0">{_LINE.format("continuationSeparator")}</w:footnote>'
        + "".join(_footnote(desk, desk.layout.notes[number]) for number in _at_foot(desk.layout))
    )


def _at_foot(layout: Layout) -> tuple[int, ...]:
    return () if layout.paper.one_page else layout.cited


def listed(layout: Layout) -> tuple[Footnote, ...]:
    """The notes that need a list: those with many actions, and those that nothing at a page's foot tells."""
    at_foot = _at_foot(layout)
    return tuple(note for note in layout.paper.notes if _is_long(note) or note.number not in at_foot)


def list_of_notes(desk: Desk) -> str:
    """The notes that need a list, under a heading of their own; nothing where there are none."""
    needed = listed(desk.layout)
    if not needed:
        return ""
    heading = paragraph(desk, "Heading1", runs.run(_("Notes")))
    if desk.layout.paper.one_page:
        return heading + paragraph(desk, "TurntideNote", _in_a_row(desk, needed), _NO_INDENT)
    return heading + "".join(_listed(desk, note) for note in needed)


def _footnote(desk: Desk, note: Footnote) -> str:
    look = f'<w:rPr><w:rStyle w:val="{desk.styles["FootnoteReference"]}"/></w:rPr>'
    own = "<w:footnoteRef/>" if desk.layout.numbered_as_met else f"<w:t>{note.number}</w:t>"
    mark = f"<w:r>{look}{own}</w:r>{runs.run(' ')}"
    inner = mark + runs.run(note.words) + (_elsewhere(note) if _is_long(note) else _actions(desk, note))
    return f'<w:footnote w:id="{note.number}">{paragraph(desk, "FootnoteText", inner)}</w:footnote>'


def _elsewhere(note: Footnote) -> str:
    said = runs.run(_("Its actions are listed in the notes at the end."))
    return f'{runs.run(". ")}<w:hyperlink w:anchor="list_{note.number}" w:history="1">{said}</w:hyperlink>'


def _listed(desk: Desk, note: Footnote) -> str:
    number = runs.bookmarked(desk, f"list_{note.number}", runs.run(f"{note.number}\t"))
    return paragraph(desk, "TurntideNote", number + runs.run(note.words) + _actions(desk, note))


def _in_a_row(desk: Desk, notes: tuple[Footnote, ...]) -> str:
    """One after another, as a page has no room for lines of their own."""
    return runs.run("; ").join(
        runs.bookmarked(desk, f"list_{note.number}", runs.run(f"{note.number}\N{NO-BREAK SPACE}", _BOLD))
        + runs.run(note.words)
        + _actions(desk, note)
        for note in notes
    )


def _actions(desk: Desk, note: Footnote) -> str:
    if not note.actions:
        return ""
    if len(note.actions) > MANY:
        return runs.run(": " + ", ".join(called for called, _anchor in note.actions))
    named = (runs.to_place(desk, anchor, runs.run(called)) for called, anchor in note.actions)
    return runs.run(": ") + runs.run(", ").join(named)


def _is_long(note: Footnote) -> bool:
    return sum(len(called) + 2 for called, _anchor in note.actions) > _ROOM
