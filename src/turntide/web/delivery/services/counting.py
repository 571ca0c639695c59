"""Counting how fresh what is known of actions is, after something was asked, said or closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime
from uuid import UUID

from django.utils import timezone

from turntide.web.delivery.models import Reporting, Request, Standing, Update
from turntide.web.delivery.rules.fresh_until import fresh_until
from turntide.web.delivery.store.cadences import months_of

_AT_ONCE = 500
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_READ = (
    *("action_id", "on", "no_change", "state", "via"),
    *("lifecycle", "confidence", "status_as", "said_at", "made_at"),
)
_COUNTED = (
    *("said_on", "asked_due", "missed", "fresh_until", "unchanged"),
    *("told", "lifecycle", "confidence"),
)


def recount(actions: Collection[UUID]) -> None:
    """Work out the standing of these actions anew, within the transaction of what changed it."""
    wanted = sorted(set(actions))
    for start in range(0, len(wanted), _AT_ONCE):
        _recount(wanted[start : start + _AT_ONCE])


def _recount(actions: list[UUID]) -> None:
    asked, said, months = _asked(actions), _said(actions), months_of(actions)
    rows = [_standing(id_, asked[id_], said[id_], months.get(id_, Reporting().months)) for id_ in actions]
    Standing.objects.bulk_create(
        rows,
        batch_size=200,
        update_conflicts=True,
        unique_fields=["action"],
        update_fields=list(_COUNTED),
    )


def _standing(action: UUID, asked: list[Request], said: list[Update], months: int) -> Standing:
    told = [update.on for update in said if update.on]
    said_on = max(told, default=None)
    shown = last_said(said)
    waiting = [each.round.due_on for each in asked if each.round.is_open and _waits(each)]
    return Standing(
        action_id=action,
        said_on=said_on,
        asked_due=min(waiting, default=None),
        missed=_missed(asked, said_on),
        fresh_until=fresh_until(said_on, months) if said_on else None,
        unchanged=_unchanged(said),
        told=shown is not None,
        lifecycle=shown.lifecycle if shown else "",
        confidence=shown.confidence if shown else "",
    )


def last_said(said: Iterable[Update]) -> Update | None:
    """The update by which an action is shown (`store.freshness`), where a partner said it and not a document."""
    rows = [each for each in said if each.lifecycle or each.confidence or each.status_as]
    ours = [each for each in rows if each.via != Update.Via.DOCUMENT]
    approved = [each for each in rows if each.state == Update.State.APPROVED]
    holds = any(each.state == Update.State.APPROVED for each in ours)
    waiting = [] if holds else [each for each in ours if each.state == Update.State.SUBMITTED]
    last = max([*approved, *waiting], key=_newest, default=None)
    return last if last is not None and last.via != Update.Via.DOCUMENT else None


def _newest(update: Update) -> tuple[date, datetime, datetime]:
    said_at = update.said_at or _LONG_AGO
    day = update.on or (timezone.localdate(update.said_at) if update.said_at else date.min)
    return day, said_at, update.made_at


def _waits(request: Request) -> bool:
    return request.state in (Request.State.ASKED, Request.State.SENT_BACK)


def _missed(asked: Iterable[Request], said_on: date | None) -> int:
    """How many closed rounds, latest first, went by unanswered; anything said since a round ended breaks the row."""
    missed = 0
    closed = [each for each in asked if each.round.closed_at is not None]
    for each in sorted(closed, key=lambda one: one.round.ends, reverse=True):
        answered = not _waits(each) or (said_on is not None and said_on >= each.round.ends)
        if answered:
            break
        missed += 1
    return missed


def _unchanged(said: Iterable[Update]) -> int:
    count = 0
    for update in said:
        if not update.no_change:
            break
        count += 1
    return count


def _asked(actions: list[UUID]) -> Mapping[UUID, list[Request]]:
    found: dict[UUID, list[Request]] = defaultdict(list)
    asked = Request.objects.filter(action_id__in=actions).exclude(round__opened_at=None)
    for request in asked.select_related("round").order_by("pk"):
        found[request.action_id].append(request)
    return found


def _said(actions: list[UUID]) -> Mapping[UUID, list[Update]]:
    """Updates of each, latest first."""
    found: dict[UUID, list[Update]] = defaultdict(list)
    updates = Update.objects.filter(action_id__in=actions).said().order_by("-on", "-said_at", "-made_at")
    for update in updates.only(*_READ):
        found[update.action_id].append(update)
    return found
