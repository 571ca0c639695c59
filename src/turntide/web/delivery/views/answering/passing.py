"""An action is passed on to a colleague, or the link came to the wrong person."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from turntide.web.delivery.forms.passing import PassOnForm
from turntide.web.delivery.models import Link
from turntide.web.delivery.pages.answering.one_action import NotForMePage, PassOnPage
from turntide.web.delivery.services.forwarding import pass_on, say_not_for_me, take_passing_back
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.delivery.store.of_recipients import passed_on_by
from turntide.web.delivery.views.answering.reaching import by_of, card_here, recipient_of, to_all
from turntide.web.delivery.views.by_link import link_view
from turntide.web.design.showing import show
from turntide.web.design.telling import done


@link_view(Link.Purpose.ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def passing_on(request: HttpRequest, id: UUID) -> HttpResponse:
    """Let a colleague answer for one action."""
    card = card_here(request, id)
    form = PassOnForm(request.POST or None)
    page = PassOnPage(card, form, reverse("answer"))
    if not form.is_valid():
        return show(request, page)
    try:
        taker = pass_on(request=card.asked.request, to=form.colleague, by=by_of(request))
    except RefusedError as refused:
        form.add_error(None, str(refused))
        return show(request, page)
    words = _("Passed on to %(name)s, who gets an e-mail with a link of their own.")
    done(request, words % {"name": taker.contact.name}, undo=reverse("answer_passed_back", args=[id]))
    return to_all()


@link_view(Link.Purpose.ANSWER)
@require_POST
def passed_back(request: HttpRequest, id: UUID) -> HttpResponse:
    """Answer for it oneself after all."""
    recipient = recipient_of(request)
    asked = get_object_or_404(passed_on_by(recipient), pk=id)
    try:
        take_passing_back(request=asked, giver=recipient, by=by_of(request))
    except RefusedError as refused:
        messages.error(request, str(refused))
        return to_all()
    done(request, _("The action is with you again."))
    return to_all()


@link_view(Link.Purpose.ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def not_for_me(request: HttpRequest) -> HttpResponse:
    """Say that the link came to the wrong person. It opens nothing afterwards, so the answer is the last page."""
    recipient = recipient_of(request)
    if request.method != "POST":
        return show(request, NotForMePage(recipient))
    say_not_for_me(recipient=recipient, by=by_of(request))
    return show(request, NotForMePage(recipient, told=True))
