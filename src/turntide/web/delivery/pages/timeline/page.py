"""The timeline of an action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.core.paginator import Page
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.pages.timeline.rows import KINDS, Row
from turntide.web.delivery.store.timeline import Kind
from turntide.web.plans.models import Action
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, short


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """All that happened to an action, newest first; ``kind`` is what it is narrowed to."""

    template: ClassVar[str] = "delivery/timeline/timeline.html"
    place: Place
    action: Action
    rows: Sequence[Row]
    kind: Kind | None
    paging: Page[Any]
    may_edit: bool

    @property
    def title(self) -> str:
        """What the page tells."""
        return _("Timeline")

    @property
    def caption(self) -> str:
        """Of which action."""
        return short(str(self.action))

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        there = reverse("action", args=[self.place.slug, self.action.pk])
        return (*crumbs_to_plan(self.place, self.action.plan), (short(str(self.action)), there))

    @property
    def address(self) -> str:
        """The whole timeline."""
        return reverse("timeline", args=[self.place.slug, self.action.pk])

    @property
    def kinds(self) -> tuple[tuple[str, str, bool], ...]:
        """What it can be narrowed to: the value, in words, and whether it is."""
        return tuple((kind.value, str(words), kind is self.kind) for kind, words in KINDS.items())

    @property
    def chips(self) -> tuple[tuple[str, str], ...]:
        """The kind it is narrowed to, with the way back to all."""
        return ((str(KINDS[self.kind]), self.address),) if self.kind else ()

    @property
    def decide(self) -> str:
        """Where a decision is recorded, for those who may."""
        gone = self.action.retired_at or self.action.merged_into_id
        if not self.may_edit or gone:
            return ""
        return reverse("decision_new", args=[self.place.slug, self.action.pk])
