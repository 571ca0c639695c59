"""Bringing files in, the list of them, and what may be done with one before and after it is read."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.files.services import body_of
from turntide.web.intake.forms import BringInForm
from turntide.web.intake.models import Intake
from turntide.web.intake.pages.bring_in import BringInPage
from turntide.web.intake.services import bringing, deciding
from turntide.web.intake.services.mending import NotNowError
from turntide.web.intake.views.finding import intake_of, refused
from turntide.web.plans.views.originals import attachment

A_PAGE = 25


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def intakes(request: PlaceRequest) -> HttpResponse:
    """Bring files in, and see how far those are that were brought in before."""
    form = BringInForm(request.here.place, request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = BringInForm(request.here.place, request.POST, request.FILES)
        if form.is_valid():
            return _brought(request, form)
    paginator = Paginator(request.here.place.intakes.listed(), A_PAGE)
    listed = paginator.get_page(request.GET.get("page"))
    return show(request, BringInPage(form, listed))


def _brought(request: PlaceRequest, form: BringInForm) -> HttpResponse:
    here = request.here
    brought = bringing.bring_in(
        place=here.place, files=form.arriving, choice=form.choice, person=here.person, by=here.by
    )
    for intake in brought:
        _say_known(request, intake)
    if len(brought) == 1:
        return redirect(brought[0])
    said = ngettext("%(count)s file was brought in.", "%(count)s files were brought in.", len(brought))
    messages.success(request, said % {"count": len(brought)})
    return redirect("intakes", here.place.slug)


def _say_known(request: PlaceRequest, intake: Intake) -> None:
    same = request.here.place.intakes.of_same_bytes(intake.original).exclude(pk=intake.pk)
    if same.exists():
        said = _(
            "“%(name)s” was brought in before, with the very same content. It is read again all the same."
        )
        messages.info(request, said % {"name": intake.original.name})


@place_view(Role.EDITOR)
@require_GET
def original(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The file as it was brought in, to be saved and never shown by the browser."""
    kept = intake_of(request, id).original
    return attachment(body_of(kept), kept.name, "application/octet-stream")


@place_view(Role.EDITOR)
@require_POST
def put_aside(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Put a file aside."""
    intake = intake_of(request, id)
    try:
        deciding.put_aside(intake=intake, by=request.here.by)
    except NotNowError as reason:
        return refused(request, intake, reason)
    undo = reverse("intake-bring-back", args=[request.here.place.slug, intake.pk])
    done(request, _("“%(name)s” was put aside.") % {"name": intake.original.name}, undo=undo)
    return redirect("intakes", request.here.place.slug)


@place_view(Role.EDITOR)
@require_POST
def bring_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Go on with a file that was put aside."""
    intake = intake_of(request, id)
    deciding.bring_back(intake=intake, by=request.here.by)
    done(request, _("“%(name)s” was brought back.") % {"name": intake.original.name})
    return HttpResponseRedirect(intake.get_absolute_url())


@place_view(Role.EDITOR)
@require_POST
def try_again(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Have a file read once more."""
    intake = intake_of(request, id)
    try:
        deciding.try_again(intake=intake, by=request.here.by)
    except NotNowError as reason:
        return refused(request, intake, reason)
    return HttpResponseRedirect(intake.get_absolute_url())
