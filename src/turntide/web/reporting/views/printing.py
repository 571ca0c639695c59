"""Papers as files: asked for, being made, and saved."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.plans.views.originals import attachment
from turntide.web.reporting.models import Printing
from turntide.web.reporting.pages.printing import PrintingPage, file_name
from turntide.web.reporting.services.printing import make_file, try_again
from turntide.web.reporting.services.refusing import RefusedError
from turntide.web.reporting.views.here import file_here, not_done, paper_here

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@place_view(Role.CONTRIBUTOR)
@require_POST
def ask(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Have a paper made as a file."""
    report, format_ = paper_here(request, id), request.POST.get("format", "")
    if format_ not in Printing.Format.values:
        return not_done(request, report, RefusedError(_("Choose whether to have it as Word, PDF or Excel.")))
    return redirect(make_file(report=report, format_=format_, by=request.here.by))


@place_view(Role.VIEWER)
@require_safe
def printing(request: PlaceRequest, id: int) -> HttpResponse:
    """How far a file is, and where it is to be had."""
    one = file_here(request, id)
    waits = not one.is_made and not one.fault
    if "progress" in request.GET and request.headers.get("HX-Request") and not waits:
        return HttpResponseClientRedirect(one.get_absolute_url())
    return show(request, PrintingPage(one, timezone.now(), request.here.may_contribute))


@place_view(Role.VIEWER)
@require_safe
def save(request: PlaceRequest, id: int) -> HttpResponse:
    """The file's bytes, to be saved."""
    one = file_here(request, id)
    if not one.is_made or one.body is None:
        return redirect(one)
    return attachment(bytes(one.body), file_name(one), _TYPES[one.format])


@place_view(Role.CONTRIBUTOR)
@require_POST
def again(request: PlaceRequest, id: int) -> HttpResponse:
    """Have a file made once more that could not be made."""
    one = file_here(request, id)
    try:
        try_again(printing=one, by=request.here.by)
    except RefusedError as why:
        return not_done(request, one.report, why)
    return redirect(one)
