"""What a round would ask of whom, before anything goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Round
from turntide.web.delivery.pages.rounds.left_out import LeftOut
from turntide.web.delivery.pages.rounds.wording import Crumbs, crumbs_to_rounds
from turntide.web.delivery.rules.period_words import words_of
from turntide.web.delivery.store.asking import Asked, Preview
from turntide.web.design.days import day
from turntide.web.design.summaries import Row
from turntide.web.mail.services.composing import Previewed

_ROUTES = {
    "edit": "round_edit",
    "open": "round_open",
    "throw_away": "round_throw_away",
}


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """Whom a round would ask for what. ``preview`` is the letter as the first of them gets it, ``refused`` why the
    round could not be opened just now.
    """

    template: ClassVar[str] = "delivery/rounds/preview.html"
    place: Place
    round: Round
    found: Preview
    paging: Page[Asked]
    left_out: tuple[LeftOut, ...]
    preview: Previewed | None
    group: str
    plans: Sequence[str]
    refused: str = ""

    @property
    def title(self) -> str:
        """The round's name."""
        return self.round.title

    @property
    def caption(self) -> str:
        """What this is."""
        return _("Draft of a round")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_rounds(self.place)

    @property
    def people(self) -> int:
        """How many would get a letter."""
        return len(self.found.asked)

    @property
    def several(self) -> bool:
        """Whether actions of several plans are concerned, so that each must say of which it is."""
        asked = (action for one in self.found.asked for action in one.actions)
        left_out = (action for actions in self.found.left_out.values() for action in actions)
        return len({action.plan_id for action in chain(asked, left_out)}) > 1

    @property
    def sentence(self) -> str:
        """What pressing the button does."""
        return _("%(people)s would be asked for %(actions)s. Nothing has been sent.") % {
            "people": ngettext("%(n)d person", "%(n)d people", self.people) % {"n": self.people},
            "actions": ngettext("%(n)d action", "%(n)d actions", self.found.actions)
            % {"n": self.found.actions},
        }

    @property
    def rows(self) -> tuple[Row, ...]:
        """What was drafted."""
        found = (
            Row(_("Period"), words_of(self.round.starts, self.round.ends)),
            Row(_("Due by"), day(self.round.due_on)),
            Row(_("Plans"), ", ".join(self.plans) or _("All plans")),
            Row(_("Group"), self.group),
            Row(_("Note for everybody"), self.round.note),
        )
        return tuple(row for row in found if row.value)

    @property
    def urls(self) -> Mapping[str, str]:
        """Where one can go from here."""
        args = [self.place.slug, self.round.pk]
        found = {name: reverse(route, args=args) for name, route in _ROUTES.items()}
        return found | {"who_answers": reverse("who_answers", args=[self.place.slug])}


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """A round that the worker is to open."""

    template: ClassVar[str] = "delivery/rounds/opening.html"
    place: Place
    round: Round

    @property
    def title(self) -> str:
        """The round's name."""
        return self.round.title

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_rounds(self.place)

    @property
    def here(self) -> str:
        """This page's own address."""
        return reverse("round_opening", args=[self.place.slug, self.round.pk])

    @property
    def take_back(self) -> str:
        """The address that stops it."""
        return reverse("round_take_back", args=[self.place.slug, self.round.pk])


@dataclass(frozen=True, slots=True)
class RefusedPage:
    """Why something could not be done to a round, and the way back."""

    template: ClassVar[str] = "delivery/rounds/refused.html"
    place: Place
    round: Round
    reason: str
    back: str

    @property
    def title(self) -> str:
        """The outcome."""
        return _("That was not done")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return (*crumbs_to_rounds(self.place), (self.round.title, self.back))
