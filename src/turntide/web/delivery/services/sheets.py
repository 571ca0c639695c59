"""Answering by Excel: sheets made for people, kept when they come back, and handed in once a person has looked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.core import signing
from django.db import transaction
from django.utils.text import slugify

from turntide.web.accounts.models import Person, Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Recipient, Request
from turntide.web.delivery.rules.sheets_back import Line, Preview, Verdict
from turntide.web.delivery.services.answering import Author, hand_in, say_no_change
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, RefusedError, UnfinishedError
from turntide.web.delivery.store.sheets.asked import asked_sheet
from turntide.web.delivery.store.sheets.making import MEDIA_TYPE, workbook_of
from turntide.web.files.models import Original
from turntide.web.files.services import keep_original
from turntide.web.mail.letters import Enclosure

Arriving = tuple[str, bytes]
"""A file's name and its bytes."""
_SALT = "turntide.sheets.kept"


def sheet_for(recipient: Recipient) -> Enclosure:
    """A person's own sheet: all that they are asked in the round, filled with what they have said so far."""
    sheet = asked_sheet(recipient)
    name = "-".join(filter(None, (slugify(sheet.place), slugify(sheet.title), slugify(sheet.person))))
    return Enclosure(f"{name[:100] or 'updates'}.xlsx", MEDIA_TYPE, workbook_of(sheet))


@transaction.atomic
def keep_sheets(*, place: Place, files: Sequence[Arriving], person: Person | None, by: By) -> list[Original]:
    """Keep files that came back, before anything of them is read."""
    return [keep_original(place=place, name=name, body=body, person=person, by=by) for name, body in files]


@transaction.atomic
def hand_in_sheet(*, original: Original, preview: Preview, chosen: Mapping[UUID, int], author: Author) -> int:
    """Hand in what a person chose of a sheet they looked at; how many updates that made.

    ``chosen`` are requests with the version that the person saw of each. What was answered since, or cannot be taken,
    is left out, and the sheet still shows it.
    """
    wanted = [line for line in preview.are(Verdict.READY, Verdict.CONFLICT) if line.asked.request in chosen]
    wanted.sort(
        key=lambda line: line.asked.request.hex
    )  # so that two sheets at once do not wait for each other
    requests = Request.objects.in_bulk([line.asked.request for line in wanted])
    done = sum(
        _handed_in(requests[line.asked.request], line, chosen[line.asked.request], author) for line in wanted
    )
    if done:
        note_act(
            "hand in sheet",
            original,
            by=author.by,
            place_id=original.place_id,
            recipient=str(preview.sheet.recipient),
            updates=done,
        )
    return done


def _handed_in(request: Request, line: Line, saw: int, author: Author) -> bool:
    if saw != line.asked.stands.version:
        return False
    try:
        if line.in_one_tap:
            say_no_change(request=request, saw=saw, author=author)
        else:
            hand_in(request=request, said=line.said, saw=saw, author=author)
    except (AnsweredMeanwhileError, RefusedError, UnfinishedError, LookupError):
        return False
    return True


def ticket_for(originals: Sequence[Original], whose: UUID) -> str:
    """A word that stands for kept files in an address, good for this person or round alone."""
    return signing.dumps({"whose": whose.hex, "files": [each.pk.hex for each in originals]}, salt=_SALT)


def originals_by(ticket: str, whose: UUID, place: Place) -> list[Original]:
    """The files a ticket stands for, as they were sent; none for a ticket that is not theirs."""
    try:
        held = signing.loads(ticket, salt=_SALT)
        ids = [UUID(each) for each in held["files"]] if held["whose"] == whose.hex else []
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return []
    found = Original.objects.filter(place=place).in_bulk(ids)
    return [found[id_] for id_ in ids if id_ in found]
