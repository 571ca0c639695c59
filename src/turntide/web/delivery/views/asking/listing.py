"""All actions of a place with who answers for them."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.asking import FilterForm, NamingForm
from turntide.web.delivery.pages.asking.lines import Lines
from turntide.web.delivery.pages.asking.listing import NotYetAsked, WhoAnswersPage
from turntide.web.delivery.store.answerers import (
    actions_listed,
    contacts_in,
    counts_in,
    label_of,
    not_yet_asked,
)
from turntide.web.delivery.store.answerers_shown import answering, with_bodies
from turntide.web.design.showing import show
from turntide.web.organisations.store.finding import names_of_all
from turntide.web.plans.store.filtering import plans_standing

A_PAGE = 50


@place_view(Role.EDITOR)
@require_safe
def who_answers(request: PlaceRequest) -> HttpResponse:
    """The actions, those without anybody first, and whom to name."""
    return list_page(request, NamingForm(place=request.here.place))


def list_page(request: PlaceRequest, form: NamingForm, ticked: frozenset[str] = frozenset()) -> HttpResponse:
    """The list as the address narrows it; ``form`` and ``ticked`` are what was sent and lacks something."""
    place = request.here.place
    filters = FilterForm(request.GET, place=place, plans=list(plans_standing(place)))
    actions = with_bodies(actions_listed(place, filters.wanted))
    paging = Paginator(actions, A_PAGE).get_page(request.GET.get("page"))
    asked = list(not_yet_asked(place).values_list("contact__email", flat=True))
    page = WhoAnswersPage(
        place=place,
        filter_form=filters,
        given=filters.given,
        form=form,
        ticked=ticked,
        counts=counts_in(place),
        not_yet_asked=NotYetAsked(len({email.strip().lower() for email in asked}), len(asked)),
        paging=paging,
        lines=Lines(place).of(answering(place, list(paging.object_list))),
        people=tuple(label_of(contact) for contact in contacts_in(place)),
        bodies=tuple(names_of_all(place)),
        query=request.GET.urlencode(),
    )
    return show(request, page)
