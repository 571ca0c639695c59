"""Whoever opened a round is told each working morning what happened in it, and left alone where nothing did."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from turntide.web.accounts.models import Membership
from turntide.web.delivery.models import Round
from turntide.web.delivery.rules.reminding import is_hour_for_letters, morning_of
from turntide.web.delivery.store.happenings import happened
from turntide.web.delivery.store.nation import nation_of
from turntide.web.mail.services.queueing import Posting, queue


def plan_digests(now: datetime) -> int:
    """Write the digests that are due; how many. Each round is looked at once a working day."""
    morning = morning_of(now)
    untold = Round.objects.open().filter(Q(told_at=None) | Q(told_at__lt=morning), opened_at__lt=morning)
    rounds = untold.exclude(opened_by=None).select_related("place__arrangements")
    return sum(
        _tell(round_.pk, morning) for round_ in rounds if is_hour_for_letters(now, nation_of(round_.place))
    )


@transaction.atomic
def _tell(round_id: UUID, until: datetime) -> int:
    """Tell of a round what happened until this morning. The moment is kept with the letter, or without one."""
    open_ = Round.objects.open().select_for_update(of=("self",)).select_related("place", "opened_by")
    round_ = open_.filter(pk=round_id).first()
    if round_ is None or round_.opened_at is None or (round_.told_at and round_.told_at >= until):
        return 0
    since = round_.told_at or round_.opened_at
    Round.objects.filter(pk=round_.pk).update(told_at=until)
    if not _is_here(round_) or not happened(round_, since, until):
        return 0
    queue(round_.place, [_posting(round_, since, until)])
    return 1


def _is_here(round_: Round) -> bool:
    """Whether whoever opened it still belongs to the place."""
    return Membership.objects.filter(
        place=round_.place_id, person=round_.opened_by_id, person__is_active=True
    ).exists()


def _posting(round_: Round, since: datetime, until: datetime) -> Posting:
    assert round_.opened_by is not None
    return Posting(
        kind="digest",
        reason=f"digest {round_.pk} {timezone.localdate(until).isoformat()}",
        to_email=round_.opened_by.email,
        to_name=round_.opened_by.name,
        about={"round": str(round_.pk), "since": since.isoformat(), "until": until.isoformat()},
    )
