"""How fresh what is known of actions was at a moment: as it is counted, or counted anew for a past one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max

from turntide.web.delivery.models import Cadence, Reporting, Request, Standing, Update
from turntide.web.delivery.rules.freshness import Known
from turntide.web.periods.rules.missed import Asked, known
from turntide.web.periods.rules.said_before import DRAFT
from turntide.web.periods.store.asked import AT_ONCE, Moment, key_of
from turntide.web.periods.store.rewritten import Rewritten, unwritten
from turntide.web.periods.store.said_rows import day_then, written_since

ANSWERED = (Request.State.ANSWERED, Request.State.APPROVED)


def known_of(
    plans: Collection[UUID], reporting: Mapping[UUID, Reporting], moment: Moment, rewritten: Rewritten
) -> Mapping[str, Known]:
    """What freshness is worked out from, by `key_of`; those never asked nor told of are left out."""
    return _counted(plans) if moment.is_now else _counted_anew(plans, reporting, moment, rewritten)


class RequestThen(NamedTuple):
    """A request as it stood: the update that answers it, when that was made, how it stands now."""

    update: UUID | None
    made_after: bool
    state: str

    def waited(self, rewritten: Rewritten) -> bool:
        """Whether it was not answered at the moment."""
        if self.update is None or self.made_after:
            return True
        then = rewritten.get(self.update)
        return self.state not in ANSWERED if then is None else not then.is_answer


def _counted(plans: Collection[UUID]) -> Mapping[str, Known]:
    rows = Standing.objects.filter(action__plan__in=plans).order_by()
    fields = rows.annotate(of=key_of("action")).values_list(
        "of", "said_on", "asked_due", "missed", "fresh_until"
    )
    return {
        action: Known(said_on, asked_due, missed, until)
        for action, said_on, asked_due, missed, until in fields.iterator(AT_ONCE)
    }


def _counted_anew(
    plans: Collection[UUID], reporting: Mapping[UUID, Reporting], moment: Moment, rewritten: Rewritten
) -> Mapping[str, Known]:
    own = dict(Cadence.objects.filter(action__plan__in=plans).values_list("action_id", "months"))
    asked: dict[UUID, list[Asked]] = defaultdict(list)
    plan_of: dict[UUID, UUID] = {}
    for action, plan, one in _asked(plans, moment, rewritten):
        asked[action].append(one)
        plan_of[action] = plan
    said: dict[UUID, date] = {}
    for action, plan, on in _said(plans, moment, rewritten):
        said[action] = max(on, said.get(action, on))
        plan_of[action] = plan
    return {
        action.hex: known(asked[action], said.get(action), own.get(action) or reporting[plan].months)
        for action, plan in plan_of.items()
    }


def _asked(
    plans: Collection[UUID], moment: Moment, rewritten: Rewritten
) -> Iterator[tuple[UUID, UUID, Asked]]:
    rows = Request.objects.filter(action__plan__in=plans, round__opened_at__lte=moment.at).order_by()
    fields = ("action_id", "action__plan_id", "round__ends", "round__due_on", "round__closed_at")
    of_update = ("update__pk", "update__made_at", "state")
    for action, plan, ends, due_on, closed_at, update, made_at, state in rows.values_list(
        *fields, *of_update
    ).iterator(AT_ONCE):
        closed = closed_at is not None and closed_at <= moment.at
        made_after = made_at is not None and made_at > moment.at
        waits = RequestThen(update, made_after, state).waited(rewritten)
        yield action, plan, Asked(ends, due_on, closed, waits)


def _said(plans: Collection[UUID], moment: Moment, rewritten: Rewritten) -> Iterator[tuple[UUID, UUID, date]]:
    """The days of what was handed in, approved or not: an answer that waits for approval is an answer."""
    rows = Update.objects.said().filter(unwritten(moment), action__plan__in=plans).exclude(on=None)
    kept = rows.order_by().values_list("action_id", "action__plan_id").annotate(last=Max("on"))
    yield from kept.iterator(AT_ONCE)
    since = written_since(plans, moment).values_list("pk", "action_id", "action__plan_id", "on", "said_at")
    for pk, action, plan, on, said_at in since.iterator(AT_ONCE):
        then = rewritten.get(pk)
        day = day_then(on, said_at, then, moment) if then is not None and then.state != DRAFT else None
        if day is not None:
            yield action, plan, day
