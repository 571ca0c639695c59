"""Two bodies become one, and are taken apart."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.organisations.connections import connected
from turntide.web.organisations.forms.small import AnswerForm, MergeForm
from turntide.web.organisations.models import Organisation
from turntide.web.organisations.pages.describing import MergingPage
from turntide.web.organisations.pages.suggestions import Asking, SuggestionsPage, ended_line
from turntide.web.organisations.services import merging
from turntide.web.organisations.services.refusing import RefusedError
from turntide.web.organisations.store.finding import bodies_by_id, names_of_all
from turntide.web.organisations.store.suggesting import suggestions as suggested
from turntide.web.organisations.views.bodies import found, tell

A_PAGE, EXAMPLES = 10, 2


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Say which other body this one is."""
    place, body = request.here.place, found(request, id)
    if body.merged_into_id:
        return redirect(body)
    form = MergeForm(
        request.POST or None, place=place, body=body, initial={"other": request.GET.get("other", "")}
    )
    if form.is_valid():
        kept, merged = form.kept_and_merged
        try:
            return _merged(request, kept, merged, kept)
        except RefusedError as refused:
            form.add_error("other", str(refused))
    return show(request, MergingPage(form=form, body=body, names=tuple(names_of_all(place))))


@place_view(Role.EDITOR)
@require_POST
def unmerge(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Let a merged body stand on its own again."""
    merged = found(request, id)
    try:
        edit = merging.unmerge(merged=merged, by=request.here.by)
        tell(request, edit, _("“%(name)s” stands on its own again.") % {"name": merged.name})
    except RefusedError as refused:
        messages.error(request, str(refused))
    return redirect(found(request, id))


@place_view(Role.VIEWER)
@require_safe
def suggestions(request: PlaceRequest) -> HttpResponse:
    """Bodies that may be one, and bodies that may exist no more."""
    place = request.here.place
    asked = suggested(place)
    paging = Paginator(asked.pairs, A_PAGE).get_page(request.GET.get("page"))
    ids = {id_ for pair in paging.object_list for id_ in (pair.one, pair.other)}
    asking = Asking(
        place,
        bodies_by_id(place, ids),
        connected().counts(place, ids),
        connected().examples(place, ids, EXAMPLES),
    )
    page = SuggestionsPage(
        place=place,
        paging=paging,
        questions=tuple(asking.question(pair) for pair in paging.object_list),
        ended=tuple(ended_line(place, ended) for ended in asked.ended),
        may_edit=request.here.may_edit,
    )
    return show(request, page)


@place_view(Role.EDITOR)
@require_POST
def answer(request: PlaceRequest) -> HttpResponse:
    """Take the answer to whether two bodies are one."""
    form, back = AnswerForm(request.POST), reverse("organisation_suggestions", args=[request.here.place.slug])
    if not form.is_valid():
        messages.error(request, _("No answer came with that. Choose one again."))
        return redirect(back)
    said = form.cleaned_data
    one, other = found(request, said["one"]), found(request, said["other"])
    try:
        if said["answer"] == AnswerForm.DIFFERENT:
            return _told_apart(request, one, other, back)
        kept, merged = (one, other) if said["answer"] == AnswerForm.KEEP_ONE else (other, one)
        return _merged(request, kept, merged, back)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect(back)


@place_view(Role.EDITOR)
@require_POST
def ask_again(request: PlaceRequest, id: int) -> HttpResponse:
    """Take back that two bodies are different."""
    said = get_object_or_404(request.here.place.told_apart, pk=id)
    merging.forget_apart(said=said)
    done(request, _("The question is open again."))
    return redirect("organisation_suggestions", request.here.place.slug)


def _merged(
    request: PlaceRequest, kept: Organisation, merged: Organisation, onward: Organisation | str
) -> HttpResponse:
    edit = merging.merge(kept=kept, merged=merged, by=request.here.by)
    words = _("“%(merged)s” is now known as “%(kept)s”.") % {"merged": merged.name, "kept": kept.name}
    tell(request, edit, words)
    return redirect(onward)


def _told_apart(request: PlaceRequest, one: Organisation, other: Organisation, back: str) -> HttpResponse:
    said = merging.tell_apart(one=one, other=other, by=request.here.by)
    words = _("“%(one)s” and “%(other)s” stay apart.") % {"one": one.name, "other": other.name}
    done(request, words, undo=reverse("organisation_ask_again", args=[request.here.place.slug, said.pk]))
    return redirect(back)
