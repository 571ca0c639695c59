"""Several actions side by side, to choose whose words stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.forms import BaseForm
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.plan.model import Action as PlainAction
from turntide.web.accounts.models import Place
from turntide.web.plans.models import Action, Plan
from turntide.web.plans.pages.labels import field_words
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short
from turntide.web.plans.store.joined import ALL, LISTED, differing
from turntide.web.plans.store.lines import line_of
from turntide.web.plans.store.states import hex_id


@dataclass(frozen=True, slots=True)
class MergePage:
    """One choice a field, and the versions that the person saw."""

    template: ClassVar[str] = "plans/changing/merge.html"
    place: Place
    plan: Plan
    form: BaseForm
    saw: tuple[tuple[str, int], ...]
    back: str

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Merge these actions")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)

    @property
    def address(self) -> str:
        """Where the choices go."""
        return reverse("merge", args=[self.place.slug, self.plan.pk])


def merge_fields(actions: Sequence[PlainAction]) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """For each field that the actions say differently, its name and whose words can stand."""
    return {name: (field_words(name), _choices(actions, name)) for name in differing(actions)}


def merge_names(actions: Sequence[Action]) -> list[tuple[str, str]]:
    """The actions by id and name, each with its plan where they are of several."""
    several = len({each.plan_id for each in actions}) > 1
    return [(hex_id(each.pk), _of_plan(each) if several else short(str(each))) for each in actions]


def _of_plan(action: Action) -> str:
    return _("%(action)s (of “%(plan)s”)") % {"action": short(str(action)), "plan": short(action.plan.title)}


def with_choices(actions: Iterable[Action]) -> list[tuple[str, str]]:
    """Actions to tick."""
    return [(hex_id(row.pk), short(str(row))) for row in actions]


def with_hint(plan: Plan, action: Action) -> str:
    """What happens next; of which plan the actions are, where that is not the action's own."""
    next_ = _("On the next page you choose whose words stand. Nothing is changed before that.")
    if plan.pk == action.plan_id:
        return next_
    whose = _("These are actions of “%(plan)s”. The action that goes on then serves both plans.")
    return f"{whose % {'plan': short(plan.title)}} {next_}"


def with_plans(address: str, plans: Iterable[Plan], but: Plan) -> tuple[tuple[str, str], ...]:
    """The way to the actions of the other plans."""
    words = _("Merge with actions of “%(plan)s” instead")
    return tuple(
        (words % {"plan": short(plan.title)}, f"{address}?plan={plan.pk}") for plan in plans if plan != but
    )


def _choices(actions: Sequence[PlainAction], name: str) -> list[tuple[str, str]]:
    each = [(action.id, _said(getattr(action, name))) for action in actions]
    return [(ALL, _("All together")), *each] if name in (*LISTED, "weightings") else each


def _said(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(line_of, value)) or _("Nothing")
    return str(getattr(value, "wording", value) or "") or _("Nothing")
