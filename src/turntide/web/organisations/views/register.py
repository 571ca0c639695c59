"""The register, and the register as a table for spreadsheets."""

from __future__ import annotations

import csv
from io import StringIO

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.organisations.connections import connected
from turntide.web.organisations.forms.small import FilterForm
from turntide.web.organisations.pages.export import export_rows
from turntide.web.organisations.pages.register import RegisterPage, lines
from turntide.web.organisations.store.listing import bodies_listed, with_names

A_PAGE = 50


@place_view(Role.VIEWER)
@require_safe
def organisations(request: PlaceRequest) -> HttpResponse:
    """The bodies of the place, narrowed to what is asked for."""
    place = request.here.place
    form = FilterForm(request.GET)
    paging = Paginator(with_names(bodies_listed(place, form.filters)), A_PAGE).get_page(
        request.GET.get("page")
    )
    bodies = list(paging.object_list)
    page = RegisterPage(
        place=place,
        filter_form=form,
        filters=form.filters,
        paging=paging,
        lines=lines(place, bodies, connected().counts(place, [body.pk for body in bodies])),
        holds_any=bool(bodies) or place.organisations.exists(),
        may_edit=request.here.may_edit,
    )
    return show(request, page)


@place_view(Role.VIEWER)
@require_safe
def export(request: PlaceRequest) -> HttpResponse:
    """The bodies that are listed, as CSV."""
    place = request.here.place
    bodies = with_names(bodies_listed(place, FilterForm(request.GET).filters))
    bodies = bodies.select_related("parent__merged_into", "successor__merged_into").prefetch_related(
        "identifiers"
    )
    written = StringIO()
    csv.writer(written).writerows(export_rows(bodies, connected().counts(place, None)))
    # Without this mark a spreadsheet takes the text for another encoding than it is.
    response = HttpResponse(f"\ufeff{written.getvalue()}", content_type="text/csv; charset=utf-8")
    name = f"{place.slug}-organisations-{timezone.localdate().isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "sandbox"
    return response
