"""Stories written, changed and set aside."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.audit.by import By
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.stories.forms.story import StoryForm, initial_of
from turntide.web.stories.models import Story
from turntide.web.stories.pages.stories import StoryFormPage
from turntide.web.stories.rules.telling import Told
from turntide.web.stories.services import telling
from turntide.web.stories.services.refusing import ChangedMeanwhileError, RefusedError
from turntide.web.stories.store.beginning import action_asked, actions_to_link, begun_from
from turntide.web.stories.store.tellings import told_of
from turntide.web.stories.views.stories import story_here

_METHODS = ["GET", "HEAD", "POST"]


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def new(request: PlaceRequest) -> HttpResponse:
    """Begin a story, of an action where the address names one."""
    action = action_asked(request.here.place, request.GET.get("action", ""))
    form = StoryForm(
        request.POST or None,
        place=request.here.place,
        actions=[action] if action else [],
        initial=initial_of(begun_from(action), 0) if action else None,
    )
    if not form.is_valid():
        back = reverse("stories", args=[request.here.place.slug])
        return show(request, _page(request, _("Write a story"), form, back))
    made = telling.write_story(place=request.here.place, told=form.told, by=request.here.by)
    done(request, _("The story was kept."), _address(made, "story_retire"))
    return redirect(made)


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def edit(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Change a story."""
    story = story_here(request, id)
    linked = list(story.actions.all())
    initial = initial_of(told_of(story), story.version)
    form = StoryForm(request.POST or None, place=request.here.place, actions=linked, initial=initial)
    if not form.is_valid():
        return show(request, _page(request, _("Change the story"), form, story.get_absolute_url()))
    try:
        return _edited(request, story, form.told, form.cleaned_data["version"] or 0)
    except ChangedMeanwhileError as meanwhile:
        typed = request.POST.copy()
        typed["version"] = str(meanwhile.story.version)
        form = StoryForm(typed, place=request.here.place, actions=linked)
        page = _page(request, _("Change the story"), form, story.get_absolute_url(), meanwhile=True)
        return show(request, page, status=409)


@place_view(Role.EDITOR)
@require_POST
def undo(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Undo the last write of a story."""
    story = story_here(request, id)
    try:
        telling.undo_edit(story=story, by=request.here.by)
    except RefusedError as why:
        done(request, str(why))
    else:
        done(request, _("The story tells again what it told before."), _address(story, "story_undo"))
    return redirect(story)


@place_view(Role.EDITOR)
@require_POST
def withdraw(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Whoever is in it agrees no more."""
    words = _("The story is shown to editors only from now on.")
    return _turned(request, id, telling.withdraw_consent, words, "story_agree")


@place_view(Role.EDITOR)
@require_POST
def agree(request: PlaceRequest, id: UUID) -> HttpResponse:
    """They agree after all."""
    return _turned(request, id, telling.restore_consent, _("The story may be told again."), "story_withdraw")


@place_view(Role.EDITOR)
@require_POST
def retire(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Set a story aside."""
    story = story_here(request, id)
    telling.retire_story(story=story, by=request.here.by)
    done(request, _("The story was set aside."), _address(story, "story_restore"))
    return redirect("stories", place=request.here.place.slug)


@place_view(Role.EDITOR)
@require_POST
def restore(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Bring a story back that was set aside."""
    story = get_object_or_404(request.here.place.stories.select_related("place"), pk=id)
    telling.bring_back_story(story=story, by=request.here.by)
    done(request, _("The story is back."))
    return redirect(story)


def _turned(
    request: PlaceRequest, id_: UUID, turn: Callable[..., Story], words: str, undo_name: str
) -> HttpResponse:
    story = story_here(request, id_)
    by: By = request.here.by
    turn(story=story, by=by)
    done(request, words, _address(story, undo_name))
    return redirect(story)


def _edited(request: PlaceRequest, story: Story, told: Told, saw: int) -> HttpResponse:
    kept = telling.edit_story(story=story, told=told, saw=saw, by=request.here.by)
    if kept is not None:
        done(request, _("The story was changed."), _address(story, "story_undo"))
    return redirect(story)


def _page(
    request: PlaceRequest, title: str, form: StoryForm, back: str, *, meanwhile: bool = False
) -> StoryFormPage:
    place = request.here.place
    return StoryFormPage(place, title, form, back, actions_to_link(place), changed_meanwhile=meanwhile)


def _address(story: Story, name: str) -> str:
    return reverse(name, args=[story.place.slug, story.pk])
