"""Who answers, on an action's page."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from turntide.web.delivery.pages.asking.lines import Lines
from turntide.web.delivery.pages.asking.one import AnswererShown, acting_urls
from turntide.web.delivery.store.answerers_shown import answering, with_bodies
from turntide.web.plans.delivery_connection import Asker, Panel
from turntide.web.plans.models import Action

TEMPLATE = "delivery/asking/panel.html"


def answerer_panel(action: Action, asker: Asker) -> Sequence[Panel]:
    """Who answers for an action, and for those who may edit the way to change it; nothing for one that is over."""
    standing = with_bodies(Action.objects.standing().filter(plan__place=asker.place, plan__retired_at=None))
    found = list(standing.filter(pk=action.pk))
    if not found:
        return ()
    line = Lines(asker.place).of(answering(asker.place, found))[0]
    urls = acting_urls(asker.place, action) if asker.may_edit else {}
    return (Panel(_("Who answers"), TEMPLATE, AnswererShown(line, urls)),)
