"""Who answers, on an action's page."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from turntide.web.delivery.pages.asking.lines import Lines
from turntide.web.delivery.pages.asking.one import AnswererShown, acting_urls
from turntide.web.delivery.store.answerers_shown import answering
from turntide.web.plans.delivery_connection import Asker, Panel
from turntide.web.plans.models import Action

TEMPLATE = "delivery/asking/panel.html"


def answerer_panel(action: Action, asker: Asker) -> Sequence[Panel]:
    """Who answers for an action, and for those who may edit the way to change it; nothing for one that is over."""
    gone = action.retired_at or action.merged_into_id or action.plan.retired_at
    if gone or action.plan.place_id != asker.place.pk:
        return ()
    line = Lines(asker.place).of(answering(asker.place, [action]))[0]
    urls = acting_urls(asker.place, action) if asker.may_edit else {}
    return (Panel(_("Who answers"), TEMPLATE, AnswererShown(line, urls)),)
