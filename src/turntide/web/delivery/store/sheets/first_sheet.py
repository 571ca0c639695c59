"""The first worksheet: what this is, and how it is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.sheets import AskedSheet, plain
from turntide.web.delivery.store.sheets.formats import Formats, height, rows_of
from turntide.web.design.days import day

_WIDE = 80


def write_first_sheet(book: Any, formats: Formats, sheet: AskedSheet) -> None:
    """Write it, a line a row; the words for statuses stand beside what is meant by them."""
    page = book.add_worksheet(_("How to answer")[:31])
    page.set_column(0, 0, _WIDE, formats.words)
    page.set_column(1, 1, _WIDE, formats.words)
    page.write_string(0, 0, _title(sheet), formats.title)
    at = 1
    for at, (text, form) in enumerate(_lines(sheet), start=1):
        page.set_row(at, height(rows_of(text, _WIDE) + form))
        page.write_string(at, 0, plain(text), formats.heading if form else formats.words)
    for row, (label, meaning) in enumerate(sheet.meanings, start=at + 1):
        page.set_row(row, height(rows_of(meaning, _WIDE)))
        page.write_string(row, 0, plain(label), formats.words)
        page.write_string(row, 1, plain(meaning), formats.words)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.protect("", {"format_columns": True, "format_rows": True})


def _title(sheet: AskedSheet) -> str:
    asked = {"person": sheet.person, "title": sheet.title, "place": sheet.place}
    return plain(_("%(place)s: updates for %(title)s, from %(person)s") % asked)


def _lines(sheet: AskedSheet) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is a heading."""
    yield _("Please send it back by %(day)s.") % {"day": day(sheet.due_on)}, False
    if sheet.note:
        yield sheet.note, False
    yield _("How to fill it in"), True
    yield (
        _(
            "Each action has a row on the worksheet “Actions”. Fill in the white cells; shaded cells are for reading."
        ),
        False,
    )
    yield _("If nothing changed, choose Yes in the column “No change”. Then the row is done."), False
    yield _("If an action is red or amber, say why, and by when it will be back on course."), False
    yield (
        _("Leave a row blank to leave that action for later. You can send the sheet back more than once."),
        False,
    )
    yield (
        _(
            "You may sort and filter the rows, and hide columns you do not need. Please add no rows on “Actions”."
        ),
        False,
    )
    yield _("How to send it back"), True
    yield (
        _("Open the link in our e-mail and choose “Send a sheet back”, or reply to it with this file."),
        False,
    )
    yield (
        _("You see what was read before anything is handed in. You can also answer on that page instead."),
        False,
    )
    yield _("What the words mean"), True
