"""A round is drafted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Round
from turntide.web.delivery.pages.rounds.wording import Crumbs, crumbs_to_round, crumbs_to_rounds


@dataclass(frozen=True, slots=True)
class DraftingPage:
    """Begin a round, or change a draft. ``changed_meanwhile``: somebody else saved it while this was typed."""

    template: ClassVar[str] = "delivery/rounds/draft.html"
    place: Place
    form: Form
    round: Round | None = None
    changed_meanwhile: bool = False

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Change %(round)s") % {"round": self.round.title} if self.round else _("Start a round")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_round(self.place, self.round) if self.round else crumbs_to_rounds(self.place)

    @property
    def back(self) -> str:
        """Where to go without saving."""
        return self.crumbs[-1][1]

    @property
    def throw_away(self) -> str:
        """The address that throws the draft away."""
        return reverse("round_throw_away", args=[self.place.slug, self.round.pk]) if self.round else ""
