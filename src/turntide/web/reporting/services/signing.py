"""Drafts signed off: a signature is bound to what was seen, and lapses when that changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.reporting.models import Report, Signature
from turntide.web.reporting.rules.signing import Signed, holds, may_sign
from turntide.web.reporting.services.refusing import RefusedError, require
from turntide.web.reporting.services.writing import locked_draft
from turntide.web.reporting.store.telling import told_of


@transaction.atomic
def sign_off(*, report: Report, saw: str, role: str, by: By) -> Signature:
    """Sign a draft off as it was seen: ``saw`` is its fingerprint, ``role`` what they are. Raises RefusedError."""
    locked = locked_draft(report)
    now = told_of(locked).fingerprint
    signed = [_signed(each) for each in locked.signatures.all()]
    require(may_sign(signed, str(by.person_id), locked.version, saw, now))
    signature = Signature.objects.create(
        report=locked, version=locked.version, fingerprint=now, role=role.strip(), by_id=by.person_id
    )
    note_act("sign off paper", locked, by=by, place_id=locked.place_id, fingerprint=now)
    return signature


@transaction.atomic
def take_signature_back(*, report: Report, by: By) -> None:
    """Take one's own signature back. Raises RefusedError: there is none, or the paper is frozen."""
    locked = locked_draft(report)
    mine = locked.signatures.filter(by=by.person_id, taken_back_at=None)
    if not mine.update(taken_back_at=timezone.now()):
        raise RefusedError(_("You have not signed this paper off."))
    note_act("take signature back", locked, by=by, place_id=locked.place_id)


def holding(signatures: Iterable[Signature], report: Report, fingerprint: str) -> Sequence[Signature]:
    """Those that hold for what the draft is now."""
    return [each for each in signatures if holds(_signed(each), report.version, fingerprint)]


def _signed(signature: Signature) -> Signed:
    taken_back = signature.taken_back_at is not None
    return Signed(signature.version, signature.fingerprint, str(signature.by_id), taken_back)
