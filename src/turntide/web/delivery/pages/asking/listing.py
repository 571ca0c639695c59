"""The list of all actions with who answers for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.core.paginator import Page
from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.delivery.pages.asking.lines import Line
from turntide.web.delivery.store import answerers
from turntide.web.delivery.store.answerers import STATES, Counts

_FIGURES = (
    (answerers.DECLINED, "declined"),
    (answerers.NAMED, "named"),
    (answerers.ASKED, "asked"),
    (answerers.ACCEPTED, "accepted"),
    (answerers.UNREACHABLE, "unreachable"),
)


@dataclass(frozen=True, slots=True)
class NotYetAsked:
    """How many people are named for how many actions and were not asked."""

    people: int
    actions: int


@dataclass(frozen=True, slots=True)
class WhoAnswersPage:
    """Who answers for each action of a place: those without anybody first."""

    template: ClassVar[str] = "delivery/asking/who_answers.html"
    place: Place
    filter_form: Form
    given: Mapping[str, str]
    form: Form
    ticked: frozenset[str]
    counts: Counts
    not_yet_asked: NotYetAsked
    paging: Page[Any]
    lines: tuple[Line, ...]
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    query: str

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Who answers")

    @property
    def crumbs(self) -> tuple[tuple[str, str], ...]:
        """The way here."""
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def without(self) -> str:
        """How many have nobody, in words."""
        words = ngettext(
            "%(n)d action has no one who answers for it.",
            "%(n)d actions have no one who answers for them.",
            self.counts.nobody,
        )
        return words % {"n": self.counts.nobody}

    @property
    def figures(self) -> tuple[tuple[int, str | Promise, str], ...]:
        """How many stand how, each with the list of them; what there is none of is left out."""
        found = ((getattr(self.counts, name), STATES[state], f"?state={state}") for state, name in _FIGURES)
        return tuple(each for each in found if each[0])

    @property
    def nobody_first(self) -> bool:
        """Whether the list as it is shown begins with those without anybody."""
        return not self.given.get("state")

    @property
    def chips(self) -> tuple[tuple[str, str], ...]:
        """What narrows the list, each with the address without it."""
        return tuple(
            (
                self._in_words(name, value),
                "?" + urlencode({key: each for key, each in self.given.items() if key != name}),
            )
            for name, value in self.given.items()
        )

    @property
    def found(self) -> str:
        """How many are listed."""
        number = self.paging.paginator.count
        return ngettext("%(n)d action", "%(n)d actions", number) % {"n": number}

    @property
    def urls(self) -> Mapping[str, str]:
        """Where one can go from here; what is done keeps the filters."""
        plain = {"all": "who_answers", "bring_in": "intakes"}
        acting = {"name": "name_answerer", "take_away": "take_away_answerer", "ask": "ask_whose"}
        args, after = [self.place.slug], f"?{self.query}" if self.query else ""
        urls = {name: reverse(route, args=args) for name, route in plain.items()}
        return urls | {name: reverse(route, args=args) + after for name, route in acting.items()}

    def _in_words(self, name: str, value: str) -> str:
        if name == "state":
            return str(STATES[value])
        if name == "plan":
            field: Any = self.filter_form.fields["plan"]
            return str(dict(field.choices)[value])
        return f"“{value}”"
