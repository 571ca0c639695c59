"""Who answers for one action."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from turntide.web.accounts.here import PlaceRequest, place_view
from turntide.web.accounts.roles import Role
from turntide.web.delivery.forms.asking import NamingForm
from turntide.web.delivery.pages.asking.lines import Lines
from turntide.web.delivery.pages.asking.one import AnswererPage, past_of
from turntide.web.delivery.store.answerers import actions_in_delivery, contacts_in, label_of
from turntide.web.delivery.store.answerers_shown import answering, history_of, with_bodies
from turntide.web.design.showing import show
from turntide.web.organisations.store.finding import names_of_all

MANY = 20
"""People offered on an action's own page."""


@place_view(Role.EDITOR)
@require_safe
def of_action(request: PlaceRequest, id: UUID) -> HttpResponse:
    """Who answers for one action, who did, and whom to name."""
    return one_page(request, id, NamingForm(place=request.here.place))


def one_page(request: PlaceRequest, id_: UUID, form: NamingForm) -> HttpResponse:
    """The page; ``form`` is what was sent and lacks something."""
    place = request.here.place
    action = get_object_or_404(with_bodies(actions_in_delivery(place)), pk=id_)
    found = answering(place, [action])
    if not form.is_bound and found[0].bodies:
        form.initial["body"] = found[0].bodies[0].name
    page = AnswererPage(
        place=place,
        action=action,
        line=Lines(place, few=MANY).of(found)[0],
        past=past_of(history_of(action)),
        form=form,
        people=tuple(label_of(contact) for contact in contacts_in(place)),
        bodies=tuple(names_of_all(place)),
    )
    return show(request, page)
