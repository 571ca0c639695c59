"""Stories looked at."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.files.services import body_of
from turntide.web.plans.views.originals import attachment
from turntide.web.stories.forms.small import WantedForm
from turntide.web.stories.models import Picture, Story
from turntide.web.stories.pages.one import StoryPage
from turntide.web.stories.pages.stories import StoriesPage
from turntide.web.stories.store.finding import Wanted, narrowed, pictures_seen, stories_seen

PAGE = 20


@place_view(Role.VIEWER)
@require_safe
def stories(request: PlaceRequest) -> HttpResponse:
    """The stories a person may see."""
    here = request.here
    form = WantedForm(request.GET, place=here.place, may_edit=here.may_edit)
    form.is_valid()
    plan = form.cleaned_data.get("plan")
    wanted = Wanted(
        form.cleaned_data.get("words", ""), str(plan.pk) if plan else "", form.cleaned_data.get("only", "")
    )
    seen = stories_seen(here.place, may_edit=here.may_edit)
    paging = Paginator(narrowed(seen, wanted), PAGE).get_page(request.GET.get("page"))
    holds_any = bool(paging.object_list) or seen.exists()
    return show(request, StoriesPage(here.place, form, wanted, paging, holds_any, here.may_edit))


@place_view(Role.VIEWER)
@require_safe
def story(request: PlaceRequest, id: UUID) -> HttpResponse:
    """One story."""
    one = story_here(request, id)
    return show(
        request,
        StoryPage(
            story=one,
            actions=list(one.actions.all()),
            pictures=list(one.pictures.all()),
            tellings=list(one.tellings.select_related("by")) if request.here.may_edit else [],
            may_edit=request.here.may_edit,
        ),
    )


@place_view(Role.VIEWER)
@require_safe
def picture(request: PlaceRequest, id: int) -> HttpResponse:
    """A photograph of a story that may be seen."""
    one = picture_here(request, id)
    kind = "image/png" if bytes(one.original.content.body[:4]) == b"\x89PNG" else "image/jpeg"
    return attachment(body_of(one.original), one.original.name, kind)


def story_here(request: PlaceRequest, id_: UUID) -> Story:
    """A story of the place that the person may see."""
    seen = stories_seen(request.here.place, may_edit=request.here.may_edit)
    return get_object_or_404(seen.select_related("place"), pk=id_)


def picture_here(request: PlaceRequest, id_: int) -> Picture:
    """A photograph of such a story."""
    return get_object_or_404(pictures_seen(request.here.place, may_edit=request.here.may_edit), pk=id_)
