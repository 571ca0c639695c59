"""The milestones that somebody answers for, for a calendar program: an address made, renewed and ended by the link."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.delivery.models import Link
from turntide.web.delivery.pages.calendar.own import PartnerFeedPage
from turntide.web.delivery.services.calendar_links import bring_back_feed, end_feed, make_feed
from turntide.web.delivery.services.linking import address_of
from turntide.web.delivery.store.feeds import feed_of
from turntide.web.delivery.views.answering.reaching import by_of, recipient_of
from turntide.web.delivery.views.by_link import link_view
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@link_view(Link.Purpose.ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def own_feed(request: HttpRequest) -> HttpResponse:
    """The person's own address: shown, made, or made anew."""
    recipient = recipient_of(request)
    place, contact = recipient.round.place, recipient.contact
    standing = feed_of(place, contact)
    if request.method != "POST":
        return show(request, PartnerFeedPage(address_of(standing) if standing else ""))
    make_feed(place=place, holder=contact, by=by_of(request))
    if standing is not None:
        words = _("You have a new address. The one you had opens nothing any more.")
        done(request, words, undo=reverse("answer_calendar_back"))
    else:
        done(request, _("You have an address of your own. Give it to your calendar program."))
    return redirect("answer_calendar")


@link_view(Link.Purpose.ANSWER)
@require_POST
def own_feed_end(request: HttpRequest) -> HttpResponse:
    """The person's address opens nothing any more."""
    recipient = recipient_of(request)
    if end_feed(place=recipient.round.place, holder=recipient.contact, by=by_of(request)):
        done(request, _("Your address opens nothing any more."), undo=reverse("answer_calendar_back"))
    else:
        messages.info(request, _("You have no address that opens anything."))
    return redirect("answer_calendar")


@link_view(Link.Purpose.ANSWER)
@require_POST
def own_feed_back(request: HttpRequest) -> HttpResponse:
    """The person's last address opens again."""
    recipient = recipient_of(request)
    if bring_back_feed(place=recipient.round.place, holder=recipient.contact, by=by_of(request)):
        done(request, _("Your earlier address opens again."))
    else:
        messages.info(request, _("You have no earlier address."))
    return redirect("answer_calendar")
