"""A draft signed off, and the signature taken back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.telling import done
from turntide.web.reporting.forms.small import SigningForm
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.services.signing import sign_off, take_signature_back
from turntide.web.reporting.views.here import address, not_done, paper_here


@place_view(Role.EDITOR)
@require_POST
def sign(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Sign a draft off as it was seen."""
    report, form = paper_here(request, id), SigningForm(request.POST)
    if not form.is_valid():
        return not_done(request, report, RefusedError(_("What you sign as may be up to 200 letters long.")))
    given = form.cleaned_data
    try:
        sign_off(report=report, saw=given["saw"], role=given["role"], by=request.here.by)
    except RefusedError as why:
        return not_done(request, report, why)
    words = _("You signed this paper off. Your signature holds as long as the paper stays as it is.")
    done(request, words, address(report, "paper_take_signature_back"))
    return redirect(report)


@place_view(Role.EDITOR)
@require_POST
def take_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take one's own signature back."""
    report = paper_here(request, id)
    try:
        take_signature_back(report=report, by=request.here.by)
    except RefusedError as why:
        return not_done(request, report, why)
    done(request, _("You took your signature back."))
    return redirect(report)
