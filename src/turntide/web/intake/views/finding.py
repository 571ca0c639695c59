"""Finding the file that a page is about."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404

from turntide.web.accounts.here import PlaceRequest
from turntide.web.intake.models import Intake
from turntide.web.intake.services.mending import NotNowError

_KEPT = ("part", "kind", "finding", "cell", "thing")


def intake_of(request: PlaceRequest, id_: UUID) -> Intake:
    """The place's file with this id; what was read of it is fetched when it is asked for."""
    listed = request.here.place.intakes.listed().select_related("likely", "edition")
    found = get_object_or_404(listed.defer("edition__reading", "edition__notes_aside"), pk=id_)
    found.place = request.here.place
    return found


def back_to(intake: Intake, posted: QueryDict, anchor: str = "") -> HttpResponseRedirect:
    """To where the person was on the review page, as the form's ``back`` tells."""
    before = QueryDict(posted.get("back", ""))
    kept = QueryDict(mutable=True)
    for name in _KEPT:
        if name in before:
            kept[name] = before[name]
    query = f"?{kept.urlencode()}" if kept else ""
    return HttpResponseRedirect(f"{intake.get_absolute_url()}{query}{anchor}")


def refused(request: PlaceRequest, intake: Intake, reason: NotNowError | str) -> HttpResponse:
    """Back to the file, with the reason why it was not done."""
    messages.error(request, str(reason))
    return HttpResponseRedirect(intake.get_absolute_url())
