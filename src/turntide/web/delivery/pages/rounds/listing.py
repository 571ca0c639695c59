"""The rounds of a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Round
from turntide.web.delivery.pages.rounds.wording import Crumbs, round_url
from turntide.web.delivery.rules.period_words import words_of


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list. ``tone`` is a word of design's statuses, ``state`` how it is called."""

    round: Round
    url: str
    period: str
    tone: str
    state: str
    asked: int
    answered: int


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """The rounds of a place. ``anybody``: whether anybody is named who answers for an action."""

    template: ClassVar[str] = "delivery/rounds/rounds.html"
    place: Place
    paging: Page[Round]
    lines: tuple[RoundLine, ...]
    anybody: bool
    may_edit: bool

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Rounds")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def urls(self) -> Mapping[str, str]:
        """Where one can go from here."""
        routes = {"new": "round_new", "who_answers": "who_answers"}
        return {name: reverse(route, args=[self.place.slug]) for name, route in routes.items()}

    @property
    def near(self) -> tuple[tuple[str, str], ...]:
        """What belongs to rounds: words and address."""
        groups = (_("Groups that look after the plans"), "groups")
        edited = (
            (_("Who answers for the actions"), "who_answers"),
            groups,
            (_("Letters"), "letters"),
            (_("How letters are worded"), "wordings"),
            (_("Bank holidays and how long things are kept"), "arrangements"),
        )
        shown = edited if self.may_edit else (groups,)
        return tuple((words, reverse(route, args=[self.place.slug])) for words, route in shown)


def line_of(place: Place, round_: Round, today: date) -> RoundLine:
    """A round as the list shows it; it comes with its counts (`store.rounds`)."""
    tone, state = _state(round_, today)
    return RoundLine(
        round_,
        url=round_url(place, round_),
        period=words_of(round_.starts, round_.ends),
        tone=tone,
        state=state,
        asked=getattr(round_, "asked", 0),
        answered=getattr(round_, "answered", 0),
    )


def _state(round_: Round, today: date) -> tuple[str, str]:
    if round_.opened_at is None:
        return "", _("Being opened") if round_.opening_at else _("Draft")
    if round_.closed_at is not None:
        return "", _("Closed")
    return ("late", _("Open, past its day")) if round_.is_late(today) else ("current", _("Open"))
