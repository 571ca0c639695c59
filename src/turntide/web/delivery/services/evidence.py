"""What shows that something was done: kept with an update, and taken away."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Evidence, Request, Update
from turntide.web.delivery.rules.answering import may_answer
from turntide.web.delivery.rules.pictures import picture_type, without_whereabouts
from turntide.web.delivery.services.refusing import RefusedError, require
from turntide.web.delivery.store.holding import held_request
from turntide.web.files.models import Original
from turntide.web.files.services import keep_original

MOST = 20
"""Pieces of evidence that one update may have."""


@dataclass(frozen=True, slots=True)
class Given:
    """A piece of evidence as somebody gives it. ``seen`` says what a photograph shows; ``agreed``, that whoever is
    in it agreed.
    """

    kind: str
    title: str
    body: bytes = b""
    url: str = ""
    seen: str = ""
    agreed: bool = False


@transaction.atomic
def add_evidence(*, request: Request, given: Given, by: By) -> Evidence:
    """Keep a piece of evidence with the update that is there. Pictures are kept without where they were taken.

    Raises RefusedError: nothing is said yet that it could belong to, it is approved, or there is too much of it.
    """
    asked = held_request(request)
    update = Update.objects.filter(request=asked).first()
    if update is None:
        raise RefusedError(_("Say something about the action first; then add what shows it."))
    _require_open(asked, update)
    if update.evidence.count() >= MOST:
        raise RefusedError(_("That is as much evidence as one update can have. Remove some first."))
    evidence = Evidence.objects.create(
        update=update,
        kind=given.kind,
        title=given.title[:200],
        original=_original(asked, given, by),
        url=given.url,
        seen=given.seen.strip(),
        agreed=given.agreed,
    )
    place = asked.round.place_id
    note_act("add evidence", update, by=by, place_id=place, evidence=str(evidence.pk), kind=given.kind)
    return evidence


@transaction.atomic
def remove_evidence(*, evidence: Evidence, by: By) -> None:
    """Take a piece of evidence away for good, bytes and all: somebody in a picture may agree no more.

    Raises RefusedError: the update is approved, or the round is closed.
    """
    asked = evidence.update.request
    if asked is None:
        raise RefusedError(_("This belongs to no round."))
    asked = held_request(asked)
    update, original = Update.objects.get(pk=evidence.update_id), evidence.original
    _require_open(asked, update)
    number = str(evidence.pk)
    evidence.delete()
    if original is not None:
        original.delete()
    note_act("remove evidence", update, by=by, place_id=asked.round.place_id, evidence=number)


def _original(asked: Request, given: Given, by: By) -> Original | None:
    if not given.body:
        return None
    body = without_whereabouts(given.body) if picture_type(given.body) else given.body
    return keep_original(place=asked.round.place, name=given.title, body=body, person=None, by=by)


def _require_open(asked: Request, update: Update) -> None:
    approved = update.state == Update.State.APPROVED
    require(may_answer(round_is_open=asked.round.is_open, approved=approved))
