"""The rules of posting."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.design.showing import show
from turntide.web.design.telling import done
from turntide.web.mail.forms.posting import PostingForm, rules_now
from turntide.web.mail.pages.posting import PostingPage
from turntide.web.mail.services.posting import set_posting_rules
from turntide.web.mail.store.wordings import posting_rules as rules_of


@place_view(Role.OWNER)
@require_http_methods(["GET", "HEAD", "POST"])
def posting_rules(request: PlaceRequest) -> HttpResponse:
    """Say how the place posts."""
    place = request.here.place
    form = PostingForm(request.POST or None, initial=rules_now(rules_of(place)))
    if not form.is_valid():
        return show(request, PostingPage(place, form))
    set_posting_rules(place=place, by=request.here.by, **form.given)
    done(request, _("The rules for posting were kept."))
    return redirect("letters", place=place.slug)
