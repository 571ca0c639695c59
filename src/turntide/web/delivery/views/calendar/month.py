"""The milestones of a place by month."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.pages.calendar.month import CalendarPage, days_shown, month_after
from turntide.web.delivery.store.milestones import (
    between,
    first_after,
    marked,
    milestones_of,
    overdue,
    these,
    with_owners,
)
from turntide.web.delivery.views.calendar.seeking import form_of, sought_in
from turntide.web.design.showing import show

A_PAGE = 100
OVERDUE = "overdue"
_YEARS = range(1900, 2200)


@place_view(Role.VIEWER)
@require_safe
def calendar(request: PlaceRequest) -> HttpResponse:
    """The milestones of a month, or all that are overdue."""
    place, today = request.here.place, timezone.localdate()
    form = form_of(place, request.GET)
    first = None if request.GET.get("show") == OVERDUE else _month(request.GET.get("month", ""), today)
    every = milestones_of(place, sought_in(place, form.given))
    late = overdue(every, today)
    wanted = late if first is None else between(every, first, month_after(first))
    # By id: what is sorted is narrow, and all that is told of a milestone is fetched for one page alone.
    paging = Paginator(wanted.values_list("pk", flat=True), A_PAGE).get_page(request.GET.get("page"))
    days = days_shown(place, marked(with_owners(these(place, list(paging.object_list)))), today)
    page = CalendarPage(
        place=place,
        first=first,
        filter_form=form,
        given=form.given,
        paging=paging,
        days=days,
        overdue=paging.paginator.count if first is None else late.count(),
        today=today,
        holds_any=bool(days) or every.exists(),
        next_due=None if days or first is None else first_after(every, month_after(first)),
    )
    return show(request, page)


def _month(wording: str, today: date) -> date:
    """The first day of the month that an address names, or of this month."""
    try:
        named = date.fromisoformat(f"{wording}-01")
    except ValueError:
        return today.replace(day=1)
    return named if named.year in _YEARS else today.replace(day=1)
