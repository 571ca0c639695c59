"""Rounds drafted, changed and thrown away. Opening them is `services.opening`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.accounts.rules import ALLOWED, Ruling
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Group, Round
from turntide.web.delivery.services.refusing import RefusedError, require
from turntide.web.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a round is to be. ``plans`` empty: all of the place."""

    title: str
    period: str
    starts: date
    ends: date
    due_on: date
    note: str = ""
    plans: tuple[Plan, ...] = ()
    group: Group | None = None


class RoundChangedError(RefusedError):
    """Somebody else changed the round since the writer looked; ``round`` is what stands now."""

    def __init__(self, round_: Round) -> None:
        super().__init__(_("Somebody else changed this round meanwhile."))
        self.round = round_


@transaction.atomic
def draft_round(*, place: Place, drafted: Drafted, by: By) -> Round:
    """Begin a round. Nobody is asked before it is opened."""
    round_ = Round(place=place, made_by_id=by.person_id)
    _put(round_, drafted)
    note_act("draft round", round_, by=by, place_id=place.pk)
    return round_


@transaction.atomic
def edit_round(*, round_: Round, drafted: Drafted, saw: int, by: By) -> Round:
    """Change a draft. Raises RoundChangedError, RefusedError."""
    locked = _locked_draft(round_)
    if locked.version != saw:
        raise RoundChangedError(locked)
    locked.version += 1
    _put(locked, drafted)
    note_act("edit round", locked, by=by, place_id=locked.place_id)
    return locked


@transaction.atomic
def throw_away_round(*, round_: Round, by: By) -> Round:
    """Throw a draft away; it can come back. Raises RefusedError."""
    locked = _locked_draft(round_)
    return _set_thrown(locked, "throw away round", by, thrown=True)


@transaction.atomic
def bring_back_round(*, round_: Round, by: By) -> Round:
    """Undo throwing a draft away. Raises RefusedError."""
    locked = Round.objects.select_for_update().get(pk=round_.pk)
    if locked.thrown_at is None:
        raise RefusedError(_("This round was not thrown away."))
    return _set_thrown(locked, "bring back round", by, thrown=False)


def may_change(round_: Round) -> Ruling:
    """Whether a round is still a draft that can be changed."""
    if round_.opened_at is not None:
        return Ruling(False, _("This round was opened, so it can no longer be changed."))
    if round_.opening_at is not None:
        return Ruling(False, _("This round is being opened, so it can no longer be changed."))
    return ALLOWED


def _locked_draft(round_: Round) -> Round:
    locked = Round.objects.select_for_update(of=("self",)).select_related("place").get(pk=round_.pk)
    require(may_change(locked))
    return locked


def _put(round_: Round, drafted: Drafted) -> None:
    for name in ("title", "period", "starts", "ends", "due_on", "note", "group"):
        setattr(round_, name, getattr(drafted, name))
    round_.opening_fault = ""
    round_.save()
    round_.plans.set(drafted.plans)


def _set_thrown(round_: Round, verb: str, by: By, *, thrown: bool) -> Round:
    round_.thrown_at = timezone.now() if thrown else None
    round_.version += 1
    round_.save(update_fields=["thrown_at", "version"])
    note_act(verb, round_, by=by, place_id=round_.place_id)
    return round_
