"""Between a draft's rows and what was chosen and written of it: as it is chosen, and as it is kept for undoing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model

from turntide.web.delivery.models import Group, Round
from turntide.web.organisations.models import Organisation
from turntide.web.periods.models import Frozen
from turntide.web.plans.models import Heading, Plan
from turntide.web.reporting.models import Letterhead, Report
from turntide.web.stories.models import Story

POINTERS: Mapping[str, type[Model]] = {
    "group": Group,
    "theme": Heading,
    "body": Organisation,
    "round": Round,
    "story": Story,
    "letterhead": Letterhead,
    "before": Frozen,
}
_DAYS = ("starts", "ends", "since")
_PLAIN = ("title", "language", "parts", "words")
State = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a paper is to be of. ``plans`` empty: all of the place."""

    title: str
    starts: date
    ends: date
    since: date | None = None
    language: str = "en-gb"
    plans: tuple[Plan, ...] = ()
    group: Group | None = None
    theme: Heading | None = None
    body: Organisation | None = None
    round: Round | None = None
    story: Story | None = None
    letterhead: Letterhead | None = None
    before: Frozen | None = None


def chosen_of(report: Report) -> Chosen:
    """What a paper is of."""
    names = ("title", "starts", "ends", "since", "language", *POINTERS)
    return Chosen(**{name: getattr(report, name) for name in names}, plans=tuple(report.plans.all()))


def put_chosen(report: Report, chosen: Chosen) -> None:
    """Write into the rows what a paper is to be of."""
    for name in ("title", "starts", "ends", "since", "language", *POINTERS):
        setattr(report, name, getattr(chosen, name))
    report.save()
    report.plans.set(chosen.plans)


def state_of(report: Report) -> State:
    """All that was chosen and written, as JSON."""
    days = {name: _iso(getattr(report, name)) for name in _DAYS}
    pointers = {name: _id(getattr(report, f"{name}_id")) for name in POINTERS}
    plans = [str(each) for each in report.plans.order_by("pk").values_list("pk", flat=True)]
    return {name: getattr(report, name) for name in _PLAIN} | days | pointers | {"plans": plans}


def put_state(report: Report, state: State) -> None:
    """Write back what was chosen and written; what is gone since is left out."""
    for name in _PLAIN:
        setattr(report, name, state[name])
    for name in _DAYS:
        setattr(report, name, date.fromisoformat(state[name]) if state[name] else None)
    for name, model in POINTERS.items():
        setattr(report, name, _still_there(model, state[name]))
    report.save()
    report.plans.set(Plan.objects.filter(place=report.place_id, pk__in=state["plans"]))


def _still_there(model: type[Model], id_: str | None) -> Model | None:
    if id_ is None:
        return None
    try:
        found: Model = model._default_manager.get(pk=id_)
    except ObjectDoesNotExist:
        return None
    return found


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _id(value: object) -> str | None:
    return None if value is None else str(value)
