"""What the calendar is narrowed to, from an address: the same on the page and for calendar programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from turntide.web.accounts.models import Place
from turntide.web.delivery.forms.calendar import SoughtForm
from turntide.web.delivery.store.milestones import Sought
from turntide.web.plans.store.choices import choices_in
from turntide.web.plans.store.filtering import plans_standing
from turntide.web.plans.store.filters import UnknownFilterError
from turntide.web.plans.store.meaning import bodies_meant


def form_of(place: Place, query: QueryDict) -> SoughtForm:
    """The filters, with what there is to choose in the place."""
    plans = tuple((str(pk), title) for pk, title in plans_standing(place).values_list("pk", "title"))
    choices = choices_in(place, None, plans)
    return SoughtForm(query, choices=choices, groups=list(place.groups.standing()))


def sought_in(place: Place, given: Mapping[str, str]) -> Sought:
    """What a form's filters name in the place."""
    return Sought(
        plan=place.plans.get(pk=given["plan"]) if "plan" in given else None,
        bodies=_bodies(place, given["body"]) if "body" in given else None,
        group=place.groups.get(pk=given["group"]) if "group" in given else None,
    )


def _bodies(place: Place, said: str) -> list[Any]:
    try:
        return [id_ for id_, _name in bodies_meant(place, said)]
    except UnknownFilterError:
        return []
