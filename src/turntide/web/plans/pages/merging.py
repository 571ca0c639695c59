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
from turntide.web.plans.store.states import hex_id
from turntide.web.plans.store.typed import line_of


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


def with_choices(actions: Iterable[Action]) -> list[tuple[str, str]]:
    """Actions to tick."""
    return [(hex_id(row.pk), short(str(row))) for row in actions]


def _choices(actions: Sequence[PlainAction], name: str) -> list[tuple[str, str]]:
    each = [(action.id, _said(getattr(action, name))) for action in actions]
    return [(ALL, _("All together")), *each] if name in (*LISTED, "weightings") else each


def _said(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(line_of, value)) or _("Nothing")
    return str(getattr(value, "wording", value) or "") or _("Nothing")
