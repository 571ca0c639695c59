"""Plans and lists of actions as files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.plans.models import Actions, Plan
from turntide.web.plans.store.filtering import actions_chosen, plans_standing
from turntide.web.plans.store.giving_out import CONTENT_TYPES, File, archive, plan_file
from turntide.web.plans.store.taking_out import plan_as_read
from turntide.web.plans.views.originals import attachment
from turntide.web.plans.views.table import choice_of


@place_view(Role.VIEWER)
@require_safe
def plan_export(request: PlaceRequest, id: UUID, format: str) -> HttpResponse:  # noqa: A002 - the address's own names
    """A plan as a file: the whole of it, or the actions that the address's filters leave."""
    _refuse_unknown(format)
    plan = get_object_or_404(request.here.place.plans, pk=id)
    choice, today = choice_of(request, plan), timezone.localdate()
    if not choice.filters.narrowing:
        return _sent(plan_file(plan_as_read(plan), format, today, part=False))
    return _sent(_part(plan, actions_chosen(choice, today), format, today))


@place_view(Role.VIEWER)
@require_safe
def actions_export(request: PlaceRequest, format: str) -> HttpResponse:  # noqa: A002 - the address's own name
    """A list of actions of several plans: a file a plan, together in an archive; a single one as it is."""
    _refuse_unknown(format)
    place, today = request.here.place, timezone.localdate()
    actions = actions_chosen(choice_of(request, None), today)
    held = set(actions.order_by().values_list("plan_id", flat=True).distinct())
    plans = [plan for plan in plans_standing(place) if plan.pk in held]
    if len(plans) == 1:
        return _sent(_part(plans[0], actions, format, today))
    return _sent(archive(_parts(plans, actions, format, today), place.name, today))


def _parts(plans: list[Plan], actions: Actions, format: str, today: date) -> Iterator[File]:  # noqa: A002
    return (_part(plan, actions, format, today) for plan in plans)


def _part(plan: Plan, actions: Actions, format: str, today: date) -> File:  # noqa: A002
    own = actions.filter(plan=plan).order_by("position", "id")
    return plan_file(plan_as_read(plan, own), format, today, part=True)


def _refuse_unknown(format: str) -> None:  # noqa: A002
    if format not in CONTENT_TYPES:
        raise Http404(f"There is no format {format!r}.")


def _sent(file: File) -> HttpResponse:
    return attachment(file.body, file.name, file.content_type)
