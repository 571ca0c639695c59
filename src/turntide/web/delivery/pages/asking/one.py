"""Who answers for one action: its page, and its part of the action's own page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Responsibility
from turntide.web.delivery.pages.asking.lines import STATE_WORDS, Line
from turntide.web.plans.models import Action
from turntide.web.plans.pages.wording import short


@dataclass(frozen=True, slots=True)
class Past:
    """Somebody who answered, or was asked, and how that ended."""

    who: str
    state: str | Promise
    reason: str
    since: datetime
    until: datetime | None
    passed_to: str


@dataclass(frozen=True, slots=True)
class AnswererPage:
    """Who answers for one action, who did, and whom to name."""

    template: ClassVar[str] = "delivery/asking/answerer.html"
    place: Place
    action: Action
    line: Line
    past: tuple[Past, ...]
    form: Form
    people: tuple[str, ...]
    bodies: tuple[str, ...]

    @property
    def title(self) -> str:
        """What the page is about."""
        return _("Who answers for this action")

    @property
    def caption(self) -> str:
        """The action."""
        return short(str(self.action))

    @property
    def crumbs(self) -> tuple[tuple[str, str], ...]:
        """The way here."""
        slug = self.place.slug
        return (
            (self.place.name, self.place.get_absolute_url()),
            (_("Who answers"), reverse("who_answers", args=[slug])),
            (short(str(self.action), 40), reverse("action", args=[slug, self.action.pk])),
        )

    @property
    def urls(self) -> Mapping[str, str]:
        """Where one can go from here; what is done leads back to this page."""
        return acting_urls(self.place, self.action)


@dataclass(frozen=True, slots=True)
class AnswererShown:
    """What an action's page shows of who answers. ``urls`` is empty for those who may not change it."""

    line: Line
    urls: Mapping[str, str]


def acting_urls(place: Place, action: Action) -> Mapping[str, str]:
    """Where one says who answers for one action."""
    acting = {"name": "name_answerer", "take_away": "take_away_answerer", "ask": "ask_whose"}
    urls = {name: f"{reverse(route, args=[place.slug])}?action={action.pk}" for name, route in acting.items()}
    return urls | {"change": reverse("answerer", args=[place.slug, action.pk])}


def past_of(rows: Sequence[Responsibility]) -> tuple[Past, ...]:
    """What was, latest first."""
    return tuple(_past(row) for row in rows if row.ended_at is not None)


def _past(row: Responsibility) -> Past:
    went_to = [each.contact.name for each in row.passed_to.all()] if row.state == "passed on" else []
    return Past(
        row.contact.name,
        STATE_WORDS[row.state],
        row.reason,
        row.since,
        row.ended_at,
        ", ".join(dict.fromkeys(went_to)),
    )
