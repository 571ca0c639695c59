"""A draft frozen, and a frozen paper corrected by a new one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.reporting.forms.small import CorrectionForm, FreezingForm
from turntide.web.reporting.models import Report
from turntide.web.reporting.pages.freezing import CorrectionPage, FreezingPage
from turntide.web.reporting.rules.signing import may_correct
from turntide.web.reporting.services.correcting import begin_correction
from turntide.web.reporting.services.freezing import freeze_paper, require_seen
from turntide.web.reporting.services.refusing import RefusedError, require
from turntide.web.reporting.services.signing import holding
from turntide.web.reporting.store.finding import remarks_of, signatures_of
from turntide.web.reporting.store.telling import told_of
from turntide.web.reporting.views.here import address, if_closed, not_done, paper_here

_METHODS = ["GET", "HEAD", "POST"]


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def freeze(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Freeze a draft, after what that means was read."""
    report, form = paper_here(request, id), FreezingForm(request.POST or None)
    if closed := if_closed(request, report):
        return closed
    try:
        if not form.is_valid():
            return show(request, _freezing(report, request.GET.get("saw", "")))
        freeze_paper(report=report, saw=form.cleaned_data["saw"], by=request.here.by)
    except RefusedError as why:
        return not_done(request, report, why)
    done(request, _("The paper is frozen. Its files are being made."))
    return redirect(report)


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def correct(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Begin the paper that corrects a frozen one."""
    report, form = paper_here(request, id), CorrectionForm(request.POST or None)
    try:
        corrected = any(each.is_frozen for each in report.corrections.all())
        require(may_correct(frozen=report.is_frozen, corrected=corrected))
        if not form.is_valid():
            return show(request, CorrectionPage(report, form))
        new = begin_correction(report=report, wrong=form.cleaned_data["wrong"], by=request.here.by)
    except RefusedError as why:
        return not_done(request, report, why)
    words = _("This draft will stand in for the frozen paper once it is frozen too. Change what was wrong.")
    done(request, words, address(new, "paper_throw_away"))
    return redirect(new)


def _freezing(report: Report, saw: str) -> FreezingPage:
    """What is frozen is what was seen on the paper's page; whoever comes from elsewhere has it as it is now."""
    told = told_of(report)
    if saw:
        require_seen(told, saw)
    held = holding(signatures_of(report), report, told.fingerprint)
    unsettled = sum(each.settled_at is None for each in remarks_of(report))
    return FreezingPage(report, told.fingerprint, held, unsettled)
