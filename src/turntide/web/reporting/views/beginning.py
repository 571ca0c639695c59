"""Papers begun, and what they are of changed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.reporting.forms.beginning import as_it_stands, usual
from turntide.web.reporting.forms.paper import PaperForm
from turntide.web.reporting.models import Report
from turntide.web.reporting.pages.beginning import KindsPage, PaperFormPage
from turntide.web.reporting.services.beginning import begin_board_paper
from turntide.web.reporting.services.drafting import begin_paper, edit_paper
from turntide.web.reporting.services.refusing import ChangedMeanwhileError, RefusedError
from turntide.web.reporting.views.here import address, if_closed, not_done, paper_here

_METHODS = ["GET", "HEAD", "POST"]


@place_view(Role.EDITOR)
@require_POST
def board(request: PlaceRequest) -> HttpResponse:
    """Write the board's paper: one button."""
    report, begun = begin_board_paper(
        place=request.here.place, today=timezone.localdate(), by=request.here.by
    )
    if begun:
        done(request, _("The board paper is written. Read it, and change what you like."), _away(report))
    else:
        messages.info(request, _("A draft of this period is there already: this is it."))
    return redirect(report)


@place_view(Role.EDITOR)
@require_safe
def kinds(request: PlaceRequest) -> HttpResponse:
    """Which kind of paper to write."""
    return show(request, KindsPage(request.here.place))


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def new(request: PlaceRequest, kind: str) -> HttpResponse:
    """Write a paper of a kind."""
    if kind not in Report.Kind.values:
        raise Http404
    place, today = request.here.place, timezone.localdate()
    form = PaperForm(
        request.POST or None, kind=kind, place=place, today=today, initial=usual(kind, place, today)
    )
    if not form.is_valid():
        back = reverse("papers", args=[place.slug])
        return show(request, PaperFormPage(place, kind, form, back))
    report = begin_paper(place=place, kind=kind, chosen=form.chosen, by=request.here.by)
    done(request, _("The paper is written. Read it, and change what you like."), _away(report))
    return redirect(report)


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def edit(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Change what a draft is of."""
    report = paper_here(request, id)
    if closed := if_closed(request, report):
        return closed
    place, today = request.here.place, timezone.localdate()
    form = PaperForm(
        request.POST or None,
        kind=report.kind,
        place=place,
        today=today,
        initial=as_it_stands(report, place, today),
    )
    if not form.is_valid():
        return show(request, PaperFormPage(place, report.kind, form, report.get_absolute_url(), report))
    try:
        saw = form.cleaned_data["version"] or 0
        edit_paper(report=report, chosen=form.chosen, saw=saw, by=request.here.by)
    except RefusedError as why:
        return not_done(request, report, why)
    except ChangedMeanwhileError as meanwhile:
        typed = request.POST.copy()
        typed["version"] = str(meanwhile.report.version)
        form = PaperForm(typed, kind=report.kind, place=place, today=today)
        back = report.get_absolute_url()
        page = PaperFormPage(place, report.kind, form, back, report, changed_meanwhile=True)
        return show(request, page, status=409)
    done(request, _("The paper was changed."), address(report, "paper_undo"))
    return redirect(report)


def _away(report: Report) -> str:
    return address(report, "paper_throw_away")
