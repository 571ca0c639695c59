"""Putting a plan in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.plans.models import Plan
from turntide.web.publishing.pages.frame import Crumbs
from turntide.web.publishing.pages.preparing import crumbs_to_publishing


@dataclass(frozen=True, slots=True)
class WordsPage:
    """A plan's headings and actions beside their plain words, a part of them at a time."""

    template: ClassVar[str] = "publishing/preparing/words.html"
    plan: Plan
    form: Form
    number: int
    pages: int

    @property
    def title(self) -> str:
        """What is done here."""
        return _("In plain words")

    @property
    def caption(self) -> str:
        """Of which plan."""
        return self.plan.title

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_publishing(self.plan.place)

    @property
    def back(self) -> str:
        """Where nothing is changed."""
        return self.crumbs[-1][1]

    @property
    def before(self) -> str:
        """The part before."""
        return f"?page={self.number - 1}" if self.number > 1 else ""

    @property
    def after(self) -> str:
        """The part after."""
        return f"?page={self.number + 1}" if self.number < self.pages else ""
