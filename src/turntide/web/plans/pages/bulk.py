"""Many actions at once: what to do, and what that would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Action
from turntide.web.plans.pages.differences import Told, told
from turntide.web.plans.pages.wording import Crumbs, short
from turntide.web.plans.store.differences import Difference
from turntide.web.plans.store.states import hex_id


class Effect(Protocol):
    """What would change in one action."""

    @property
    def action(self) -> Action: ...  # noqa: D102
    @property
    def differences(self) -> tuple[Difference, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class WouldChange:
    """An action and what would change in it."""

    name: str
    plan: str
    differences: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class BulkPage:
    """``effects`` is None until somebody said what to do."""

    template: ClassVar[str] = "plans/changing/bulk.html"
    place: Place
    form: BaseForm
    actions: tuple[Action, ...]
    effects: tuple[Effect, ...] | None
    next: str
    lists: tuple[tuple[str, Sequence[str]], ...]
    notice: str = ""

    @property
    def title(self) -> str:
        """What is done here."""
        many = len(self.actions)
        if not many:
            return _("No action was chosen")
        return ngettext("Change %(n)d action", "Change %(n)d actions", many) % {"n": many}

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.place.name, self.place.get_absolute_url()), (_("Actions"), self.next))

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Each action's id and the version that stood."""
        return tuple((hex_id(row.pk), f"{hex_id(row.pk)}:{row.version}") for row in self.actions)

    @property
    def names(self) -> tuple[str, ...]:
        """The chosen actions."""
        return tuple(short(str(row)) for row in self.actions)

    @property
    def would_change(self) -> tuple[WouldChange, ...]:
        """Those in which something would change."""
        return tuple(
            WouldChange(short(str(each.action)), each.action.plan.title, told(each.differences))
            for each in self.effects or ()
            if each.differences
        )

    @property
    def found(self) -> str:
        """How many would change, and how many say so already."""
        changed = len(self.would_change)
        same = len(self.actions) - changed
        words = ngettext("%(n)d action would change.", "%(n)d actions would change.", changed) % {
            "n": changed
        }
        if not same:
            return words
        already = ngettext("%(n)d says so already.", "%(n)d say so already.", same) % {"n": same}
        return f"{words} {already}"

    @property
    def merge(self) -> str:
        """Where the chosen actions are merged, if they are several."""
        if len(self.actions) < 2:
            return ""
        return reverse("merge", args=[self.place.slug, self.actions[0].plan_id])
