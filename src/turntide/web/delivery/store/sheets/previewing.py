"""A sheet that came back, held against what stands now. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from turntide.web.delivery.models import Recipient, Round
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.rules.sheets import UNSAID, AskedRow, AskedSheet, SheetRefusedError
from turntide.web.delivery.rules.sheets_back import Line, Preview, Returned, judge, same
from turntide.web.delivery.store.sheets.asked import asked_sheet
from turntide.web.delivery.store.sheets.book import sheets_in
from turntide.web.delivery.store.sheets.columns import ACTIONS, MEASURES, MILESTONES
from turntide.web.delivery.store.sheets.earlier import said_when
from turntide.web.delivery.store.sheets.reading import Found, found_in
from turntide.web.delivery.store.sheets.saying import laid_over


def preview_for(recipient: Recipient, body: bytes) -> Preview:
    """What a file says that this person sent back. Raises SheetRefusedError: it is not their sheet of this round."""
    found = found_in(sheets_in(body), recipient.pk)
    _require_marks(found)
    if recipient.pk not in found.marks:
        _refuse_other(recipient.round, found, theirs=recipient)
    return _preview(found, recipient)


def preview_in(round_: Round, body: bytes) -> Preview:
    """What a file says that somebody of this round sent back. Raises SheetRefusedError: it is none."""
    found = found_in(sheets_in(body))
    _require_marks(found)
    whose = next(one for one, _count in found.marks.most_common(1))
    recipient = round_.recipients.select_related("contact", "round__place").filter(pk=whose).first()
    if recipient is None:
        _refuse_other(round_, found, theirs=None)
    assert recipient is not None
    return _preview(found, recipient)


def _require_marks(found: Found) -> None:
    if found.marks:
        return
    if found.doctored:
        raise SheetRefusedError(
            _("The marks in this sheet were changed, or another site made them. Fill in a fresh sheet.")
        )
    raise SheetRefusedError(
        _(
            "This workbook is not a sheet of ours. Send back the sheet that you were sent, or download it again."
        )
    )


def _refuse_other(round_: Round, found: Found, *, theirs: Recipient | None) -> None:
    whose = next(one for one, _count in found.marks.most_common(1))
    place = round_.place_id
    other = Recipient.objects.filter(pk=whose, round__place=place).select_related("round").first()
    if other is None:
        raise SheetRefusedError(
            _("This sheet belongs to another place, or to a round that is gone. Nothing was read.")
        )
    if other.round_id != round_.pk:
        raise SheetRefusedError(
            _of_another_round(other.round, mine=theirs is None or theirs.email == other.email)
        )
    raise SheetRefusedError(_("This sheet was made for somebody else. Download your own, and fill that in."))


def _of_another_round(other: Round, *, mine: bool) -> str:
    if not mine:
        return _(
            "This sheet was made for somebody else, in another round. Download your own, and fill that in."
        )
    if other.is_open:
        return _("This sheet is of the round “%(title)s”. Send it back by the link of that round.") % {
            "title": other
        }
    return _("This sheet is of the round “%(title)s”, which is closed. Download the sheet of this round.") % {
        "title": other.title
    }


def _preview(found: Found, recipient: Recipient) -> Preview:
    if not recipient.round.is_open:
        told = {"title": recipient.round.title}
        raise SheetRefusedError(
            _("The round “%(title)s” is closed, so its sheets are not read any more.") % told
        )
    sheet = asked_sheet(recipient)
    _note_strangers(found, sheet)
    return Preview(
        sheet, tuple(_lines(found, sheet)), tuple(sorted(found.unread, key=lambda one: (one.sheet, one.row)))
    )


def _note_strangers(found: Found, sheet: AskedSheet) -> None:
    """Rows of actions that were passed on meanwhile, or whose own row is gone."""
    asked = {row.request: row for row in sheet.rows}
    known = {
        *((ACTIONS.name, request, 0) for request in asked),
        *((MILESTONES.name, row.request, one.id) for row in sheet.rows for one in row.milestones),
        *((MEASURES.name, row.request, one.id) for row in sheet.rows for one in row.measures),
    }
    for key, row in found.rows.items():
        if key[1] not in asked:
            found.leave(row, _("This action is not asked of this person any more."))
        elif key not in known:
            found.leave(row, _("The plan no longer has this milestone or measure."))
        elif key[1] not in found.versions:
            found.leave(row, _("The action’s own row on “Actions” is gone, so this could not be read."))


def _lines(found: Found, sheet: AskedSheet) -> Iterator[Line]:
    rows = [row for row in sheet.rows if row.request in found.versions]
    earlier = {row.request: found.versions[row.request] for row in rows if _changed(found, row)}
    before = said_when({request: version for request, version in earlier.items() if version})
    for row in rows:
        base = before.get(row.request, UNSAID) if row.request in earlier else row.stands.said
        yield judge(row, _returned(found, row, base))


def _changed(found: Found, row: AskedRow) -> bool:
    return found.versions[row.request] != row.stands.version


def _returned(found: Found, row: AskedRow, base: Said) -> Returned:
    laid = laid_over(found, row, row.stands.said)
    touched = not same(laid_over(found, row, base).said, base)
    return Returned(laid.said, found.versions[row.request], touched, tuple(laid.wrong))
