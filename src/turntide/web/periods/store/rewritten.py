"""Updates that were written after a moment, as they stood then: from what history keeps of each write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.db.models import Q, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Saying, Update
from turntide.web.periods.rules.said_before import APPROVED, Then, Write, after
from turntide.web.periods.store.asked import AT_ONCE, Moment

Rewritten = Mapping[UUID, Then]
"""How updates stood at a moment that were written since; of all others their row says it."""


def rewritten_since(place: Place, moment: Moment) -> Rewritten:
    """Those of a place; two queries, or none for now."""
    if moment.is_now:
        return {}
    rows = Update.objects.filter(action__plan__place=place, made_at__lte=moment.at, changed_at__gt=moment.at)
    told = rows.order_by().values_list("pk", "request", "via", "approved_at")
    begun = {pk: _begun(request, via, approved_at) for pk, request, via, approved_at in told}
    sayings = Saying.objects.filter(update__in=rows.order_by().values("pk"), at__lte=moment.at)
    return begun | {pk: after(begun.get(pk, Then()), writes) for pk, writes in _by_update(sayings)}


def unwritten(moment: Moment) -> Q:
    """The condition on updates that nothing was written of them since."""
    return Q() if moment.is_now else Q(made_at__lte=moment.at, changed_at__lte=moment.at)


def _begun(request: UUID | None, via: str, approved_at: datetime | None) -> Then:
    """An update before its first write; one of a document holds from when it was filed, and says what it says now."""
    if via == Update.Via.DOCUMENT:
        return Then(APPROVED, asked=False, said_at=approved_at, approved_at=approved_at)
    return Then(asked=request is not None)


def _by_update(sayings: QuerySet[Saying]) -> Iterator[tuple[UUID, Iterable[Write]]]:
    rows = sayings.order_by("update", "number").values_list("update_id", "verb", "at", "said")
    for pk, told in groupby(rows.iterator(AT_ONCE), key=lambda row: row[0]):
        yield pk, (Write(verb, at, said) for _pk, verb, at, said in told)
