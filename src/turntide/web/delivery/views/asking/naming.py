"""Naming people, taking away, asking them; each with its way back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.asking import NamingForm
from turntide.web.delivery.models import Responsibility
from turntide.web.delivery.pages.asking.wording import told_asked, told_named, told_taken_away
from turntide.web.delivery.services.asking_whose import ask_whose, take_back_question
from turntide.web.delivery.services.naming import known_at, name_answerer, take_away, undo_naming
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.store.answerers import (
    actions_in_delivery,
    contacts_in,
    not_yet_asked,
    standing_of,
)
from turntide.web.delivery.views.asking.listing import list_page
from turntide.web.delivery.views.asking.one import one_page
from turntide.web.design.telling import done
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action


@place_view(Role.EDITOR)
@require_POST
def name(request: PlaceRequest) -> HttpResponse:
    """Name somebody: with one press for one action, or whoever is filled in for the ticked ones."""
    if "one" in request.POST:
        wanted, _space, contact = request.POST["one"].partition(" ")
        person = get_object_or_404(contacts_in(request.here.place), pk=_id(contact))
        return _named(request, _actions(request, [wanted]), person)
    form = NamingForm(request.POST, place=request.here.place)
    actions = _chosen(request)
    if not actions:
        form.add_error(None, _("Tick the actions that the person answers for."))
    if not form.is_valid() or not actions:
        return _again(request, form)
    chosen = form.chosen
    if not isinstance(chosen, Contact):
        chosen = known_at(body=chosen[0], reached=chosen[1], by=request.here.by)
    return _named(request, actions, chosen)


@place_view(Role.EDITOR)
@require_POST
def take_from(request: PlaceRequest) -> HttpResponse:
    """Let nobody answer for an action, or for the ticked ones."""
    rows = _rows(request)
    if not rows:
        messages.error(request, _("Tick actions for which somebody answers."))
        return _back(request)
    named = take_away(responsibilities=rows, by=request.here.by)
    done(request, told_taken_away(named), _address(request, "undo_naming", named.act))
    return _back(request)


@place_view(Role.EDITOR)
@require_POST
def ask(request: PlaceRequest) -> HttpResponse:
    """Ask those who are named: for one action, for the ticked ones, or all who were not asked yet."""
    everybody = "all" in request.POST
    rows = list(not_yet_asked(request.here.place)) if everybody else _rows(request)
    if not rows:
        messages.error(request, _("Tick actions for which somebody is named and was not asked yet."))
        return _back(request)
    asking = ask_whose(responsibilities=rows, by=request.here.by)
    if asking.people:
        done(request, told_asked(asking), _address(request, "take_back_question", asking.act))
    else:
        messages.info(request, told_asked(asking) or _("All of them were asked already."))
    return _back(request)


@place_view(Role.EDITOR)
@require_POST
def undo(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Undo naming or taking away; that can be undone in turn."""
    try:
        undone = undo_naming(place=request.here.place, act=id, by=request.here.by)
    except LookupError as unknown:
        raise Http404 from unknown
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        done(request, _("This was undone."), _address(request, "undo_naming", undone.act))
    return _back(request)


@place_view(Role.EDITOR)
@require_POST
def take_question_back(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Take back that people are asked, where they have not answered."""
    try:
        number = take_back_question(place=request.here.place, act=id, by=request.here.by)
    except LookupError as unknown:
        raise Http404 from unknown
    except RefusedError as refused:
        messages.error(request, str(refused))
    else:
        words = ngettext(
            "%(n)d action is not asked about any more. Letters that were waiting are not sent.",
            "%(n)d actions are not asked about any more. Letters that were waiting are not sent.",
            number,
        )
        done(request, words % {"n": number})
    return _back(request)


def _named(request: PlaceRequest, actions: Sequence[Action], contact: Contact) -> HttpResponse:
    try:
        named = name_answerer(actions=actions, contact=contact, by=request.here.by)
    except RefusedError as refused:
        messages.error(request, str(refused))
        return _back(request)
    if named.actions:
        done(request, told_named(contact, named), _address(request, "undo_naming", named.act))
    else:
        messages.info(request, _("%(name)s answers for that already.") % {"name": contact.name})
    return _back(request)


def _again(request: PlaceRequest, form: NamingForm) -> HttpResponse:
    if "action" in request.GET:
        return one_page(request, _id(request.GET["action"]), form)
    return list_page(request, form, frozenset(request.POST.getlist("actions")))


def _chosen(request: PlaceRequest) -> Sequence[Action]:
    """The action of the page, or those ticked on the list."""
    if "action" in request.GET:
        return _actions(request, [request.GET["action"]])
    return _actions(request, request.POST.getlist("actions"))


def _rows(request: PlaceRequest) -> list[Responsibility]:
    """Who answers for the action of the press or the page, or for those ticked."""
    one = request.POST.get("one")
    actions = _actions(request, [one]) if one else _chosen(request)
    return list(standing_of([action.pk for action in actions]).values())


def _actions(request: PlaceRequest, ids: Sequence[str]) -> Sequence[Action]:
    wanted = {_id(each) for each in ids}
    found = list(actions_in_delivery(request.here.place).filter(pk__in=wanted))
    if len(found) != len(wanted):
        raise Http404
    return found


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as wrong:
        raise Http404 from wrong


def _address(request: PlaceRequest, route: str, act: UUID) -> str:
    """Where an act is undone, from where the way leads back to the list as it was narrowed."""
    there = reverse(route, args=[request.here.place.slug, act])
    return f"{there}?{request.GET.urlencode()}" if request.GET else there


def _back(request: PlaceRequest) -> HttpResponseRedirect:
    slug = request.here.place.slug
    if "action" in request.GET:
        return redirect("answerer", slug, _id(request.GET["action"]))
    there = reverse("who_answers", args=[slug])
    return redirect(f"{there}?{request.GET.urlencode()}" if request.GET else there)
