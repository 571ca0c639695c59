"""What cannot be done on the board as things stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Round
from turntide.web.delivery.pages.boarding.board import crumbs_to_rounds


@dataclass(frozen=True, slots=True)
class RefusedPage:
    """The reason, and the way back."""

    template: ClassVar[str] = "delivery/boarding/refused.html"
    place: Place
    round: Round
    reason: str
    back: str

    @property
    def title(self) -> str:
        """That it was not done."""
        return _("This was not done")

    @property
    def crumbs(self) -> tuple[tuple[str, str], ...]:
        """The way here."""
        return (*crumbs_to_rounds(self.place), (self.round.title, self.round.get_absolute_url()))
