"""A plan's own words for statuses."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.vocabulary import VocabularyForm
from turntide.web.delivery.models import Vocabulary
from turntide.web.delivery.pages.arranging.words import WordsFormPage, WordsPage, history_of
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.services.vocabulary import RewordedMeanwhileError, bring_back_words, reword
from turntide.web.delivery.store.vocabularies import (
    labels_in,
    latest_number,
    read_in,
    vocabularies_of,
    words_for,
)
from turntide.web.delivery.views.arranging.again import with_version
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.plans.models import Plan

FROM_DOCUMENT = "document"


@place_view(Role.VIEWER)
@require_safe
def vocabulary(request: PlaceRequest, id: UUID) -> HttpResponse:
    """What a plan calls its statuses and means by them, now and before."""
    place, plan = request.here.place, _plan(request, id)
    page = WordsPage(
        place=place,
        plan=plan,
        words=words_for(plan),
        history=history_of(place, plan, list(vocabularies_of(plan))),
        may_edit=request.here.may_edit,
    )
    return show(request, page)


@place_view(Role.EDITOR)
@require_http_methods(["GET", "HEAD", "POST"])
def vocabulary_edit(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Give a plan its own words; what is left empty stays as ours."""
    plan = _plan(request, id)
    form = _form(request, plan)
    if not form.is_valid():
        return show(request, _page(request, plan, form))
    saw = form.cleaned_data["saw"] or 0
    try:
        made = reword(plan=plan, terms=form.terms, saw=saw, by=request.here.by)
    except RewordedMeanwhileError as meanwhile:
        typed = with_version(request.POST, meanwhile.number, "saw")
        form = VocabularyForm(typed, words=words_for(plan), saw=meanwhile.number)
        return show(request, _page(request, plan, form, changed_meanwhile=True), status=409)
    return _told(request, plan, made, saw)


@place_view(Role.EDITOR)
@require_POST
def vocabulary_again(request: PlaceRequest, id: UUID, number: int) -> HttpResponse:
    """Give a plan the words it had before, or for 0 the site's."""
    plan = _plan(request, id)
    before = latest_number(plan)
    try:
        made = bring_back_words(plan=plan, number=number, by=request.here.by)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect(_address(request, plan))
    return _told(request, plan, made, before)


def _told(request: PlaceRequest, plan: Plan, made: Vocabulary | None, before: int) -> HttpResponse:
    if made is None:
        messages.info(request, _("Nothing was changed."))
    else:
        undo = reverse("vocabulary_again", args=[request.here.place.slug, plan.pk, before])
        words = _("The words for statuses were changed. What was said before keeps the words it was said in.")
        done(request, words, undo=undo)
    return redirect(_address(request, plan))


def _form(request: PlaceRequest, plan: Plan) -> VocabularyForm:
    filled = labels_in(read_in(plan)) if request.GET.get("fill") == FROM_DOCUMENT else None
    return VocabularyForm(request.POST or None, words=words_for(plan), saw=latest_number(plan), filled=filled)


def _page(
    request: PlaceRequest, plan: Plan, form: VocabularyForm, *, changed_meanwhile: bool = False
) -> WordsFormPage:
    filled = request.GET.get("fill") == FROM_DOCUMENT
    return WordsFormPage(request.here.place, plan, form, read_in(plan), filled, changed_meanwhile)


def _plan(request: PlaceRequest, id_: UUID) -> Plan:
    return get_object_or_404(request.here.place.plans.select_related("place"), pk=id_)


def _address(request: PlaceRequest, plan: Plan) -> str:
    return reverse("vocabulary", args=[request.here.place.slug, plan.pk])
