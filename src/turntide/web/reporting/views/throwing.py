"""Drafts thrown away, and back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.telling import done
from turntide.web.reporting.services import throwing
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.views.here import address, not_done, paper_here


@place_view(Role.EDITOR)
@require_POST
def throw_away(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Throw a draft away."""
    report = paper_here(request, id)
    try:
        throwing.throw_away_paper(report=report, by=request.here.by)
    except RefusedError as why:
        return not_done(request, report, why)
    words = _("“%(title)s” was thrown away.") % {"title": report.title}
    done(request, words, address(report, "paper_bring_back"))
    return redirect("papers", place=request.here.place.slug)


@place_view(Role.EDITOR)
@require_POST
def bring_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Bring a draft back that was thrown away."""
    report = get_object_or_404(request.here.place.reports.select_related("place"), pk=id)
    try:
        throwing.bring_back_paper(report=report, by=request.here.by)
    except RefusedError as why:
        return not_done(request, report, why)
    done(request, _("“%(title)s” is back.") % {"title": report.title})
    return redirect(report)
