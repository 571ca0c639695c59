"""Photographs of stories, added and taken away."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.files.services import bytes_of
from turntide.web.stories.forms.small import PictureForm
from turntide.web.stories.pages.stories import StoryFormPage
from turntide.web.stories.services.picturing import add_picture, remove_picture
from turntide.web.stories.views.stories import picture_here, story_here


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Add a photograph."""
    story = story_here(request, id)
    form = PictureForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        title, back = _("Add a photograph"), story.get_absolute_url()
        return show(request, StoryFormPage(story.place, title, form, back, with_file=True))
    sent = form.cleaned_data["picture"]
    add_picture(
        story=story,
        name=sent.name,
        body=bytes_of(sent),
        seen=form.cleaned_data["seen"],
        person=request.here.person,
        by=request.here.by,
    )
    done(request, _("The photograph was added."))
    return redirect(story)


@place_view(Role.EDITOR)
@require_POST
def remove(request: PlaceRequest, id: int) -> HttpResponse:
    """Take a photograph away for good: somebody in it may agree no more."""
    picture = picture_here(request, id)
    story = picture.story
    remove_picture(picture=picture, by=request.here.by)
    done(request, _("The photograph was removed for good."))
    return redirect(story)
