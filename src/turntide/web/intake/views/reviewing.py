"""One file: how far it is, its review once it is read, and what a new edition changes."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.intake.models import Stage
from turntide.web.intake.pages.changes import ChangesPage
from turntide.web.intake.pages.progress import EndedPage, ProgressPage
from turntide.web.intake.pages.review import ReviewPage
from turntide.web.intake.services.adopting import adoption_of
from turntide.web.intake.services.reading import is_anybody_reading
from turntide.web.intake.views.finding import intake_of


@place_view(Role.EDITOR)
@require_safe
def intake(request: PlaceRequest, id: UUID) -> HttpResponse:
    """The page of a file, by how far it is."""
    found = intake_of(request, id)
    same = request.here.place.intakes.listed().of_same_bytes(found.original).exclude(pk=found.pk)[:5]
    if found.stage in (Stage.WAITING, Stage.READING):
        return show(request, ProgressPage(found, timezone.now(), is_anybody_reading()))
    if "progress" in request.GET and request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(found.get_absolute_url())
    if found.stage == Stage.REVIEW:
        return show(request, ReviewPage.of(found, request.GET, tuple(same)))
    return show(request, EndedPage(found, adoption_of(found) is not None))


@place_view(Role.EDITOR)
@require_safe
def changes(request: PlaceRequest, id: UUID) -> HttpResponse:
    """What a new edition changes in its plan."""
    found = intake_of(request, id)
    if found.stage != Stage.REVIEW or found.plan is None:
        return HttpResponseRedirect(found.get_absolute_url())
    return show(request, ChangesPage.of(found, request.GET.get("kind", ""), request.GET.get("page", "1")))
