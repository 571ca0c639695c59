"""From a reading to a plan: the last look, the adoption, and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.intake.forms import AdoptForm
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.pages.adopt import AdoptPage, suggested_title
from turntide.web.intake.pages.conflict import ConflictPage
from turntide.web.intake.services import adopting
from turntide.web.intake.services.mending import MendedMeanwhileError, NotNowError
from turntide.web.intake.views.finding import intake_of, refused
from turntide.web.plans.services.undoing import NotUndoableError


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Show what is to be adopted, and adopt it when a person says so."""
    intake = intake_of(request, id)
    if request.method == "POST":
        form = AdoptForm(request.POST)
        if form.is_valid():
            return _adopted(request, intake, form)
        return show(request, AdoptPage(intake, form))
    if intake.stage != Stage.REVIEW:
        return HttpResponseRedirect(intake.get_absolute_url())
    start = {"title": suggested_title(intake), "version": intake.version}
    return show(request, AdoptPage(intake, AdoptForm(initial=start)))


def _adopted(request: PlaceRequest, intake: Intake, form: AdoptForm) -> HttpResponse:
    typed = form.cleaned_data
    was_adopted = intake.stage == Stage.ADOPTED
    try:
        edition = adopting.adopt(
            intake=intake, title=typed["title"], saw=typed["version"], by=request.here.by
        )
    except MendedMeanwhileError as meanwhile:
        page = ConflictPage.of(meanwhile.intake, meanwhile.since, None, "")
        return show(request, page, status=409)
    except NotNowError as reason:
        return refused(request, intake, reason)
    if was_adopted:
        messages.info(request, _("This file was adopted already; it was not adopted twice."))
    else:
        undo = reverse("intake-undo-adoption", args=[request.here.place.slug, intake.pk])
        done(request, _told(edition.number) % {"title": edition.plan.title}, undo=undo)
    return redirect("plan", request.here.place.slug, edition.plan_id)


def _told(number: int) -> str:
    return _("“%(title)s” was adopted.") if number == 1 else _("The new edition of “%(title)s” was adopted.")


@place_view(Role.EDITOR)
@require_POST
def undo(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take the adoption back; the file is then to be reviewed again."""
    intake = intake_of(request, id)
    try:
        adopting.undo_adoption(intake=intake, by=request.here.by)
    except NotUndoableError as reason:
        messages.error(request, str(reason))
        return HttpResponseRedirect(intake.get_absolute_url())
    messages.success(request, _("The adoption was undone. The file is here to be reviewed again."))
    return HttpResponseRedirect(intake.get_absolute_url())
