"""The last sheet: what each figure of the paper counts, an action a row."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.reporting.printing.sheets.book import FIRST_NOTE, Book, fitting, height

_HEADINGS = FIRST_NOTE - 1


def write_notes(book: Book) -> None:
    """The footnotes, each with its actions; nothing where there are none."""
    notes = book.layout.paper.notes
    if not notes:
        return
    sheet = book.sheet(book.notes)
    sheet.write_string(0, 0, book.notes, book.look("part", text_wrap=False))
    for column, (heading, width) in enumerate(((_("Note"), 8), (_("What it counts"), 60), (_("Action"), 70))):
        sheet.write_string(_HEADINGS, column, heading, book.look("heading"))
        sheet.set_column(column, column, width)
    lines = [(note, called) for note in notes for called in ([name for name, _to in note.actions] or [""])]
    for row, (note, called) in enumerate(lines, FIRST_NOTE):
        sheet.set_row(row, max(height(note.words, 60), height(called, 70)))
        sheet.write_number(row, 0, note.number, book.look("names", align="left"))
        sheet.write_string(row, 1, fitting(note.words), book.look("cell"))
        sheet.write_string(row, 2, fitting(called), book.look("cell"))
    sheet.freeze_panes(FIRST_NOTE, 1)
    sheet.repeat_rows(_HEADINGS)
    sheet.autofilter(_HEADINGS, 0, _HEADINGS + len(lines), 2)
