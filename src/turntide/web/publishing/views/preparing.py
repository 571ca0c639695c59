"""The officer's side of the public page: settings, plans, plain words."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.plans.models import Plan
from turntide.web.publishing.forms.preparing import (
    PlanForm,
    SiteForm,
    WordsForm,
    initial_of_plan,
    initial_of_site,
)
from turntide.web.publishing.pages.hints import hints_on
from turntide.web.publishing.pages.paging import number_asked
from turntide.web.publishing.pages.plain_words import WordsPage
from turntide.web.publishing.pages.preparing import PublicFormPage, SitePage
from turntide.web.publishing.services import describing
from turntide.web.publishing.services.refusing import ChangedMeanwhileError
from turntide.web.publishing.store import preparing as store
from turntide.web.publishing.store.wording import worded

_METHODS = ["GET", "HEAD", "POST"]
PART = 25
"""How many headings and actions are put in plain words on one page."""


@place_view(Role.EDITOR)
@require_safe
def site(request: PlaceRequest) -> HttpResponse:
    """What is public now, and what is being prepared."""
    place = request.here.place
    page = SitePage(
        place=place,
        site=store.site_of(place),
        publications=list(store.publications_of(place)[:20]),
        plans=list(store.plans_of(place)),
        shown=store.shown_of(place),
        worded=store.worded_of(place),
        may_own=request.here.may_own,
    )
    return show(request, page)


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def settings(request: PlaceRequest) -> HttpResponse:
    """The place's own words."""
    place = request.here.place
    site = store.site_of(place)
    form = SiteForm(request.POST or None, initial=initial_of_site(site))
    title, meanwhile = _("What the public page says"), False
    if form.is_valid():
        saw = form.cleaned_data["version"] or 0
        try:
            describing.describe_site(place=place, words=form.words, saw=saw, by=request.here.by)
        except ChangedMeanwhileError:
            form, meanwhile = SiteForm(_seen(request, site.version)), True
        else:
            done(request, _("It was saved. The public sees it once you publish."))
            return redirect("public_site", place=place.slug)
    text = form["summary"].value() or ""
    page = PublicFormPage(place, title, form, hints_on(text), changed_meanwhile=meanwhile)
    return show(request, page, status=409 if meanwhile else 200)


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def plan(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Whether a plan is shown, and its summary."""
    one = _plan_here(request, id)
    shown = store.public_plan_of(one)
    form, meanwhile = PlanForm(request.POST or None, initial=initial_of_plan(shown)), False
    if form.is_valid():
        given = form.cleaned_data
        try:
            describing.describe_plan(
                plan=one,
                shown=given["shown"],
                summary=given["summary"],
                saw=given["version"] or 0,
                by=request.here.by,
            )
        except ChangedMeanwhileError:
            form, meanwhile = PlanForm(_seen(request, shown.version)), True
        else:
            done(request, _("It was saved. The public sees it once you publish."))
            return redirect("public_site", place=request.here.place.slug)
    hints = hints_on(form["summary"].value() or "")
    page = PublicFormPage(request.here.place, one.title, form, hints, changed_meanwhile=meanwhile)
    return show(request, page, status=409 if meanwhile else 200)


@place_view(Role.EDITOR)
@require_http_methods(_METHODS)
def words(request: PlaceRequest, id: UUID) -> HttpResponse:
    """A plan's headings and actions in plain words."""
    one = _plan_here(request, id)
    things = worded(one)
    pages = max(1, -(-len(things) // PART))
    number = min(max(number_asked(request.GET.get("page", "")), 1), pages)
    form = WordsForm(request.POST or None, things[(number - 1) * PART : number * PART])
    if form.is_valid():
        many = describing.put_in_plain_words(plan=one, words=form.written, by=request.here.by)
        done(
            request,
            _("It was saved. The public sees it once you publish.") if many else _("Nothing was changed."),
        )
        return redirect(f"{request.path}?page={number}")
    return show(request, WordsPage(one, form, number, pages))


def _plan_here(request: PlaceRequest, id_: UUID) -> Plan:
    return get_object_or_404(store.plans_of(request.here.place).select_related("place"), pk=id_)


def _seen(request: PlaceRequest, version: int) -> dict[str, str]:
    """What was typed, by somebody who has now seen what stands."""
    return {**request.POST.dict(), "version": str(version)}
