"""The milestones for calendar programs: a person's own address for them, and what it answers."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.models import Link
from turntide.web.delivery.pages.calendar.feed import UrlOf, calendar_of, fingerprint
from turntide.web.delivery.pages.calendar.own import FeedPage
from turntide.web.delivery.services.calendar_links import bring_back_feed, end_feed, make_feed
from turntide.web.delivery.services.linking import address_of
from turntide.web.delivery.store.feeds import feed_of, person_is_member
from turntide.web.delivery.store.links import Opened, opened
from turntide.web.delivery.store.milestones import Dated, marked, milestones_of
from turntide.web.delivery.store.own_milestones import milestones_for
from turntide.web.delivery.views.calendar.seeking import form_of, sought_in
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.plans.pages.addresses import addresses

LOOKS_BACK = timedelta(days=365)
"""Milestones longer past are history, and weigh on every fetch."""


@place_view(Role.VIEWER)
@require_http_methods(["GET", "HEAD", "POST"])
def calendar_feed(request: PlaceRequest) -> HttpResponse:
    """A person's own address: shown, made, or made anew."""
    place, person = request.here.place, request.here.person
    if request.method != "POST":
        return show(request, _page(request))
    had = feed_of(place, person) is not None
    make_feed(place=place, holder=person, by=request.here.by)
    if had:
        words = _("You have a new address. The one you had opens nothing any more.")
        done(request, words, undo=reverse("calendar_feed_back", args=[place.slug]))
    else:
        done(request, _("You have an address of your own. Give it to your calendar program."))
    return redirect(request.get_full_path())


@place_view(Role.VIEWER)
@require_POST
def calendar_feed_end(request: PlaceRequest) -> HttpResponse:
    """The person's address opens nothing any more."""
    place = request.here.place
    if end_feed(place=place, holder=request.here.person, by=request.here.by):
        undo = reverse("calendar_feed_back", args=[place.slug])
        done(request, _("Your address opens nothing any more."), undo=undo)
    else:
        messages.info(request, _("You have no address that opens anything."))
    return redirect("calendar_feed", place.slug)


@place_view(Role.VIEWER)
@require_POST
def calendar_feed_back(request: PlaceRequest) -> HttpResponse:
    """The person's last address opens again."""
    place = request.here.place
    if bring_back_feed(place=place, holder=request.here.person, by=request.here.by):
        done(request, _("Your earlier address opens again."))
    else:
        messages.info(request, _("You have no earlier address."))
    return redirect("calendar_feed", place.slug)


@require_safe
def calendar_link(request: HttpRequest, key: str) -> HttpResponse:
    """What an address gives a calendar program; every key that opens nothing is answered alike."""
    found = opened(key, Link.Purpose.CALENDAR, timezone.now())
    if not isinstance(found, Opened) or not person_is_member(found.link):
        raise Http404
    name = _("Milestones of %(place)s") % {"place": found.place.name}
    milestones = marked(_milestones(found, request.GET).filter(day__gte=timezone.localdate() - LOOKS_BACK))
    # Most fetches find nothing new: the calendar is drawn only where something is.
    etag = quote_etag(fingerprint(name, milestones))
    answered = get_conditional_response(request, etag)
    if answered is None:
        answered = HttpResponse(
            calendar_of(name, milestones, _url_in(found)), content_type="text/calendar; charset=utf-8"
        )
    return _marked(answered, etag)


def _page(request: PlaceRequest) -> FeedPage:
    place = request.here.place
    link, given = feed_of(place, request.here.person), form_of(place, request.GET).given
    if link is None:
        return FeedPage(place)
    query = f"?{urlencode(given)}" if given else ""
    return FeedPage(place, f"{address_of(link)}{query}", narrowed=bool(given))


def _milestones(found: Opened, query: QueryDict) -> Dated:
    if found.contact is not None:
        return milestones_for(found.contact)
    return milestones_of(found.place, sought_in(found.place, form_of(found.place, query).given))


def _url_in(found: Opened) -> UrlOf | None:
    """Where an action's page is; somebody without an account can open none."""
    if found.contact is not None:
        return None
    path_of = addresses("action", found.place)
    return lambda action: f"{settings.ADDRESS.origin}{path_of(action)}"


def _marked(response: HttpResponse, etag: str) -> HttpResponse:
    response["ETag"] = etag
    response["Content-Disposition"] = 'attachment; filename="milestones.ics"'
    response["Content-Security-Policy"] = "sandbox"
    response["Referrer-Policy"] = "no-referrer"
    return response
