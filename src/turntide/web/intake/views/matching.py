"""Saying that an action of the plan and one of the new edition are one, or are not."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.telling import done
from turntide.web.intake.forms import MatchForm
from turntide.web.intake.models import Intake
from turntide.web.intake.services.matching import say_match, take_back_match
from turntide.web.intake.services.mending import MendedMeanwhileError, NotNowError
from turntide.web.intake.views.finding import intake_of, refused


@place_view(Role.EDITOR)
@require_POST
def match(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Say of two actions that they are one, or are not."""
    intake = intake_of(request, id)
    form = MatchForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose the action that is the same."))
        return _back(intake)
    told = form.cleaned_data
    try:
        made = say_match(
            intake=intake,
            old=told["old"],
            new=told["new"],
            same=told["same"] == "yes",
            saw=told["version"],
            by=request.here.by,
        )
    except NotNowError as reason:
        return refused(request, intake, reason)
    except (MendedMeanwhileError, LookupError):
        messages.error(
            request, _("The reading was changed meanwhile. Look at what changes now, and say it again.")
        )
        return _back(intake)
    words = _("They are one action now.") if made.same else _("They are two actions now.")
    done(request, words, undo=reverse("intake-unmatch", args=[request.here.place.slug, intake.pk, made.pk]))
    return _back(intake)


@place_view(Role.EDITOR)
@require_POST
def unmatch(request: PlaceRequest, id: UUID, match_id: int) -> HttpResponse:
    """Say nothing of them any more."""
    intake = intake_of(request, id)
    one = get_object_or_404(intake.matches, pk=match_id)
    try:
        take_back_match(match=one, by=request.here.by)
    except NotNowError as reason:
        return refused(request, intake, reason)
    done(request, _("What was said of the two actions was taken back."))
    return _back(intake)


def _back(intake: Intake) -> HttpResponse:
    if intake.plan_id is None:
        return HttpResponseRedirect(intake.get_absolute_url())
    return HttpResponseRedirect(reverse("intake-changes", args=[intake.place.slug, intake.pk]))
