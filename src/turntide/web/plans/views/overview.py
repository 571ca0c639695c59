"""A plan at a glance."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.connections import connected
from turntide.web.plans.delivery_connection import delivery
from turntide.web.plans.models import Plan
from turntide.web.plans.pages.left_over import findings_told, notes_by_kind, texts_told
from turntide.web.plans.pages.overview import Counts, OverviewPage
from turntide.web.plans.pages.overview_lines import edition_line
from turntide.web.plans.store import counting
from turntide.web.plans.store.finding import editions_of, left_by_reading


@place_view(Role.VIEWER)
@require_safe
def plan(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Shape, gaps, who, when, status, editions, what was left over."""
    place = request.here.place
    found = get_object_or_404(place.plans, pk=id)
    unplaced, findings = left_by_reading(found)
    editions = editions_of(found)
    seen = connected().addresses(place, [edition.pk for edition in editions])
    page = OverviewPage(
        place=place,
        plan=found,
        counts=_counts(found),
        editions=tuple(edition_line(place, each, seen.get(each.pk, "")) for each in editions),
        unplaced=texts_told(unplaced),
        findings=findings_told(findings),
        notes=notes_by_kind(found.notes.filter(action=None, heading=None)),
    )
    return show(request, page)


def _counts(plan: Plan) -> Counts:
    return Counts(
        shape=counting.shapes([plan])[plan.pk],
        involved=counting.involved(plan),
        when=counting.by_year(plan),
        statuses=counting.statuses(plan),
        programmes=counting.programmes(plan),
        fresh=delivery().counts_of_plans([plan.pk]).get(plan.pk, {}),
    )
