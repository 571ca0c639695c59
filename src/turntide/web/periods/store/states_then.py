"""The things of plans that were changed after a moment, as history has them before it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Min

from turntide.web.accounts.models import Place
from turntide.web.periods.store.asked import Moment
from turntide.web.plans.models import Version
from turntide.web.plans.store.states import State, state_from

_AT_ONCE = 200
"""States are large: few are held at once."""


def states_then(place: Place, thing: str, moment: Moment) -> Iterator[tuple[UUID, State | None]]:
    """Each thing of a kind that was changed since, with its state before; None for one that was made since.

    One query, or none for now: of each thing the first change after the moment.
    """
    if moment.is_now:
        return
    since = Version.objects.filter(thing=thing, change__plan__place=place, change__at__gt=moment.at)
    first = since.order_by().values("thing_id").annotate(first=Min("pk")).values("first")
    rows = Version.objects.filter(pk__in=first).order_by().values_list("thing_id", "before")
    for id_, before in rows.iterator(_AT_ONCE):
        yield id_, state_from(thing, before) if before is not None else None
