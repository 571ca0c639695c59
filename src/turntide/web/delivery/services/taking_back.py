"""A round that was opened is taken back before anybody read of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Round, Update
from turntide.web.delivery.services.counting import recount
from turntide.web.delivery.services.opening import actions_asked
from turntide.web.delivery.services.refusing import RefusedError, require
from turntide.web.delivery.store.letters import letters_to
from turntide.web.mail.models import Message

OFFERED_FOR = timedelta(hours=1)
_BACK = ("opened_at", "opened_by", "told_at", "opening_at", "version")


@transaction.atomic
def take_back_round(*, round_: Round, by: By) -> Round:
    """Make a round a draft again: nothing is sent, and nobody was asked.

    Raises RefusedError: a letter went out, somebody began to answer, or it is no longer open. A round that waits to
    be opened is no longer opened.
    """
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    if locked.opened_at is None and locked.opening_at is None:
        raise RefusedError(_("This round was not opened."))
    # The letters are locked before they are looked at: whoever sends them takes them up by their state.
    letters = [letter.pk for letter in letters_to(locked, list(locked.recipients.all()))]
    held = Message.objects.filter(pk__in=letters)
    require(may_take_back(locked, {letter.state for letter in held.select_for_update(of=("self",))}))
    actions = actions_asked(locked)
    held.delete()
    locked.recipients.all().delete()
    locked.opened_at = locked.opened_by = locked.told_at = locked.opening_at = None
    locked.version += 1
    locked.save(update_fields=_BACK)
    recount(actions)
    note_act("take back round", locked, by=by, place_id=locked.place_id)
    return locked


def may_take_back(round_: Round, states: set[str]) -> Ruling:
    """Whether a round can be taken back whose letters are in these states."""
    if round_.closed_at is not None:
        return Ruling(False, _("This round is closed. Open it again first."))
    if states - {Message.State.WAITING, Message.State.NOT_NEEDED}:
        return Ruling(False, _("Letters went out already, so this round can no longer be taken back."))
    if Update.objects.filter(request__round=round_).exists():
        return Ruling(False, _("Somebody answered already, so this round can no longer be taken back."))
    return ALLOWED


def can_be_taken_back(round_: Round, now: datetime) -> bool:
    """Whether a page should offer it: asked only of a round just opened, as letters leave soon after."""
    if round_.opened_at is None or now - round_.opened_at > OFFERED_FOR:
        return False
    letters = letters_to(round_, list(round_.recipients.all()))
    return bool(may_take_back(round_, {letter.state for letter in letters}))
