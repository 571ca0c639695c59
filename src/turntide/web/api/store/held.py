"""What a place holds now, published or not, as its own programs ask for it: always of one place, never of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Prefetch, Q, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Request, Round, Update
from turntide.web.delivery.store.rounds import rounds_of
from turntide.web.organisations.models import Organisation
from turntide.web.plans.models import Action, Actions, Heading, Involvement, Placement, Plan, Tie
from turntide.web.plans.store.filtering import actions_chosen, chosen, plans_standing
from turntide.web.plans.store.filters import Filters

Row = TypeVar("Row", bound=Model)
Order = tuple[tuple[str, Callable[[Any], Any]], ...]
"""By what rows are ordered, and how each is read back from a cursor. The last tells every row from any other."""


def _moment(word: str) -> datetime:
    """A moment out of a cursor. Raises ValueError, also for one beyond all that a database can compare."""
    try:
        return datetime.fromisoformat(word).astimezone(UTC)
    except OverflowError as beyond:
        raise ValueError(word) from beyond


ACTIONS: Order = (("plan_id", UUID), ("position", float), ("pk", UUID))
REQUESTS: Order = (("action__plan_id", UUID), ("action__position", float), ("pk", UUID))
UPDATES: Order = (("made_at", _moment), ("pk", UUID))
ROUNDS: Order = (("made_at", _moment), ("pk", UUID))
BODIES: Order = (("key", str), ("pk", UUID))
HEADINGS: Order = (("plan_id", UUID), ("position", float), ("pk", UUID))
PLANS: Order = (("title", str), ("pk", UUID))


def after(rows: QuerySet[Row], order: Order, values: Sequence[Any]) -> QuerySet[Row]:
    """The rows in this order, beginning after the one with these values; from the first where there are none."""
    names = [name for name, _ in order]
    ordered = rows.order_by(*names)
    if not values:
        return ordered
    wanted = Q()
    for at, (name, value) in enumerate(zip(names, values, strict=True)):
        wanted |= Q(**dict(zip(names[:at], values, strict=False)), **{f"{name}__gt": value})
    return ordered.filter(wanted)


def mark_of(row: Model, order: Order) -> list[str | float]:
    """Where a row stands in an order, as a cursor keeps it."""
    return [_as_word(_value(row, name)) for name, _ in order]


def plans_held(place: Place) -> QuerySet[Plan]:
    """The plans that stand."""
    return plans_standing(place)


def headings_held(place: Place) -> QuerySet[Heading]:
    """The headings of these plans."""
    return Heading.objects.standing().filter(plan__in=plans_standing(place))


def actions_held(place: Place, filters: Filters, today: date) -> Actions:
    """The actions of these plans that are asked for. Raises UnknownFilterError."""
    return actions_chosen(chosen(place, filters), today)


def with_all_parts(actions: Actions) -> Actions:
    """Actions with all that is told of them, in a fixed number of queries."""
    involved = Involvement.objects.select_related("organisation__merged_into").order_by(
        "part", "position", "id"
    )
    return actions.prefetch_related(
        Prefetch("involvements", involved),
        Prefetch("placements", Placement.objects.order_by("id")),
        Prefetch("ties", Tie.objects.select_related("programme")),
        "milestones",
        "measures",
    )


def action_held(place: Place, id_: UUID) -> Action | None:
    """An action of the place, also one that was retired."""
    rows: Any = with_all_parts(Action.objects.filter(plan__place=place, plan__retired_at=None))
    found: Action | None = rows.select_related("plan").filter(pk=id_).first()
    return found


def bodies_held(place: Place) -> QuerySet[Organisation]:
    """The bodies of the register, those merged into another left out."""
    rows = Organisation.objects.filter(place=place, merged_into=None, retired_at=None)
    return rows.prefetch_related("identifiers", "other_names")


def updates_held(place: Place) -> QuerySet[Update]:
    """What was handed in; what is still being written is its author's alone."""
    rows = Update.objects.filter(action__plan__place=place).said()
    return rows.select_related("action", "request", "author__organisation", "approved_by").prefetch_related(
        "steps", "readings", "reached"
    )


def rounds_held(place: Place) -> QuerySet[Round]:
    """The rounds, with how many actions each asks for and how many were answered."""
    return rounds_of(place).select_related("group").prefetch_related("plans")


def requests_held(place: Place) -> QuerySet[Request]:
    """What is asked in rounds that were opened."""
    rows = Request.objects.filter(round__place=place).exclude(round__opened_at=None)
    return rows.select_related("round", "action", "recipient__contact__organisation", "update")


def _value(row: Any, name: str) -> Any:
    for part in name.split("__"):
        row = getattr(row, part)
    return row


def _as_word(value: Any) -> str | float:
    if isinstance(value, UUID):
        return value.hex
    return value.isoformat() if isinstance(value, datetime) else value
