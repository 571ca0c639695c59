"""Actions of a list in the order that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import NullIf

from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.models import Actions, Involvement
from turntide.web.plans.store.filtering import Chosen


def in_order(actions: Actions, choice: Chosen) -> Actions:
    """As asked for; else as the plans have them."""
    sort = choice.filters.sort
    usual = ("position", "id") if choice.plan else ("plan__title", "plan_id", "position", "id")
    if not sort:
        return actions.order_by(*usual)
    by = _SORTED_BY[sort.removeprefix("-")]()
    names = [f"sorted_by_{at}" for at in range(len(by))]
    # What says nothing comes last either way: it is what is sorted that a person looks for.
    order = [
        F(name).desc(nulls_last=True) if sort.startswith("-") else F(name).asc(nulls_last=True)
        for name in names
    ]
    return actions.annotate(**dict(zip(names, by, strict=True))).order_by(*order, *usual)


def _first_owner() -> Combinable:
    named = Involvement.objects.filter(action=OuterRef("pk")).order_by("part", "position", "id")
    return Subquery(named.values("name")[:1])


def _status() -> tuple[Combinable, ...]:
    """As lists show it: how far, then how sure."""
    return tuple(NullIf(delivery().shown(axis), Value("")) for axis in ("lifecycle", "confidence"))


_SORTED_BY: Mapping[str, Callable[[], tuple[Combinable, ...]]] = {
    "action": lambda: (F("text"),),
    "owner": lambda: (_first_owner(),),
    "when": lambda: (F("ends"),),
    "status": _status,
}
