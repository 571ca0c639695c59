"""The page where files are brought in, with the list of those that are on their way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from django.core.paginator import Page
from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.intake.models import Intake, Stage

TONES = {
    Stage.WAITING: "not started",
    Stage.READING: "delivering",
    Stage.REVIEW: "planning",
    Stage.REFUSED: "stopped",
    Stage.ADOPTED: "complete",
    Stage.PUT_ASIDE: "paused",
}
"""How each stage is drawn: in the tone of a status, with its own words."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A line of the list."""

    intake: Intake

    @property
    def tone(self) -> str:
        """How its stage is drawn."""
        return TONES[Stage(self.intake.stage)]

    @property
    def stage(self) -> str:
        """Its stage in words."""
        return str(Stage(self.intake.stage).label)

    @property
    def becomes(self) -> str:
        """What it is to become, or became."""
        if self.intake.plan is not None:
            return self.intake.plan.title
        return _("A new plan") if self.intake.decided else _("Not said yet")

    @property
    def by(self) -> str:
        """Who brought it in."""
        return str(self.intake.brought_by or _("Somebody who has left"))


@dataclass(frozen=True)
class BringInPage:
    """Files, or text, to bring in; and what was brought in before."""

    form: Form
    listed: Page[Intake]
    template: ClassVar[str] = "intake/bring_in.html"

    @property
    def title(self) -> str:
        """The page's title."""
        return _("Bring in a plan")

    @property
    def lines(self) -> Iterable[Brought]:
        """The list's lines."""
        return [Brought(intake) for intake in self.listed]
