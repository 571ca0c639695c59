"""What was last said of an action, and the first rows of its timeline, on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.delivery.pages.timeline.rows import Row, Telling, vocabularies_in
from turntide.web.delivery.store.timeline import TOLD_HERE, found, keys_of, last_words
from turntide.web.delivery.store.vocabularies import words_of_vocabularies
from turntide.web.plans.delivery_connection import Asker, Panel
from turntide.web.plans.models import Action

_FIRST = 5
LATEST, TIMELINE = "delivery/timeline/latest.html", "delivery/timeline/panel.html"


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first rows, and where the rest is; ``decide`` is where a decision is recorded, for those who may."""

    rows: Sequence[Row]
    address: str
    decide: str


def told_panels(action: Action, asker: Asker) -> Sequence[Panel]:
    """What was last done, what is next and what is in the way, where anybody said; then what happened."""
    things = found(action, keys_of(action, TOLD_HERE, drafts=False)[:_FIRST])
    last = last_words(action, things)
    said = vocabularies_in([*things.things.values(), last])
    words = words_of_vocabularies(said) if said else {}
    telling = Telling(asker.place, asker.may_edit, things, words)
    latest = [Panel(_("Latest update"), LATEST, telling.said(last))] if last else []
    return (*latest, _timeline(action, asker, telling))


def _timeline(action: Action, asker: Asker, telling: Telling) -> Panel:
    """Updates, milestones and decisions, newest first; talk and changes stand on the page themselves."""
    here = [asker.place.slug, action.pk]
    gone = action.retired_at or action.merged_into_id
    decide = reverse("decision_new", args=here) if asker.may_edit and not gone else ""
    holds = Beginning(telling.rows(), reverse("timeline", args=here), decide)
    return Panel(_("Timeline"), TIMELINE, holds)
