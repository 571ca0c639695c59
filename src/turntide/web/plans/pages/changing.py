"""Pages on which a plan is changed: a form, and what a person needs to fill it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Action, Plan
from turntide.web.plans.pages.differences import Told, told
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short
from turntide.web.plans.store.differences import Difference

Suggestions = Mapping[str, Sequence[str]]
"""Lists of words to choose from, by the id that boxes name."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """Somebody else wrote while this was typed: what they changed, and where both changed the same."""

    who: str
    theirs: tuple[Difference, ...]
    both: tuple[Difference, ...]

    @property
    def told(self) -> tuple[Told, ...]:
        """What they changed, in words."""
        return told(self.theirs)

    @property
    def clashes(self) -> tuple[Told, ...]:
        """Where both changed the same: their words as old, one's own as new."""
        return told(self.both)


@dataclass(frozen=True, slots=True)
class FormPage:
    """A form about a plan or something in it. ``back`` is where somebody goes who changes nothing; ``more`` are
    other things to do with it, ``retire`` the address that sets it aside.
    """

    template: ClassVar[str] = "plans/changing/form.html"
    place: Place
    plan: Plan
    title: str
    form: BaseForm
    back: str
    caption: str = ""
    words: str = ""
    hint: str = ""
    suggestions: Suggestions | None = None
    meanwhile: Meanwhile | None = None
    reads_when: bool = False
    posts_to: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    retire: str = ""

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)

    @property
    def button(self) -> str:
        """What the button says."""
        return self.words or _("Save")

    @property
    def lists(self) -> tuple[tuple[str, Sequence[str]], ...]:
        """The lists of suggestions."""
        return tuple((self.suggestions or {}).items())

    @property
    def when_address(self) -> str:
        """Where a wording of when is read while it is typed."""
        return reverse("read_when", args=[self.place.slug, self.plan.pk]) if self.reads_when else ""


@dataclass(frozen=True, slots=True)
class FieldPart(FormPage):
    """The same as a part of the action's page."""

    template: ClassVar[str] = "plans/changing/form_part.html"


@dataclass(frozen=True, slots=True)
class MovePage:
    """Where a thing shall stand: first the heading, then the place beneath it."""

    template: ClassVar[str] = "plans/changing/move.html"
    place: Place
    plan: Plan
    title: str
    caption: str
    under: BaseForm
    form: BaseForm
    back: str

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)


@dataclass(frozen=True, slots=True)
class SplitPage:
    """Two forms, each filled with the whole of an action."""

    template: ClassVar[str] = "plans/changing/split.html"
    place: Place
    action: Action
    first: BaseForm
    second: BaseForm
    back: str
    suggestions: Suggestions
    notice: str = ""

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Split this action")

    @property
    def caption(self) -> str:
        """Which action."""
        return short(str(self.action))

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.action.plan)

    @property
    def lists(self) -> tuple[tuple[str, Sequence[str]], ...]:
        """The lists of suggestions."""
        return tuple(self.suggestions.items())


@dataclass(frozen=True, slots=True)
class RefusedPage:
    """What cannot be done as things stand, and why."""

    template: ClassVar[str] = "plans/changing/refused.html"
    place: Place
    plan: Plan
    reason: str
    back: str

    @property
    def title(self) -> str:
        """That it is refused."""
        return _("This cannot be done as things stand")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)
