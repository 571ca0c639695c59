"""Actions as a table, of one plan or of all plans of a place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from django.core.paginator import Page
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from turntide.web.accounts.models import Place
from turntide.web.plans.delivery_connection import Fresh
from turntide.web.plans.models import Action, Part, Plan
from turntide.web.plans.pages.addresses import addresses
from turntide.web.plans.pages.exports import Exports, list_exports
from turntide.web.plans.pages.filters import Field, chips_of, fields_of, kept_fields
from turntide.web.plans.pages.statuses import lifecycle_shown, status_tags
from turntide.web.plans.pages.tree import owners
from turntide.web.plans.pages.wording import GAP_WORDS, Crumbs, crumbs_to_plan, own_heading, short
from turntide.web.plans.store.choices import Choices
from turntide.web.plans.store.filtering import OVER, Chosen

_NAME = 200
"""Letters of an action's text that name it to somebody who hears the page."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading in the plan's own words, and the address that sorts by it."""

    heading: str
    url: str = ""
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An action in a table."""

    id: UUID
    ref: str
    text: str
    short: str
    url: str
    edit: str
    plan: str
    under: str
    leads: str
    partners: str
    when: str
    overdue: bool
    status: SafeString


@dataclass(frozen=True, slots=True)
class TablePage:
    """A list of actions that can be narrowed, sorted, and taken away. ``own_plan``: it is one plan's own."""

    template: ClassVar[str] = "plans/table.html"
    place: Place
    own_plan: bool
    choice: Chosen
    choices: Choices
    paging: Page[UUID]
    actions: Sequence[Action]
    plans: Mapping[UUID, str]
    today: date
    may_edit: bool
    fresh: Mapping[UUID, Fresh]
    reports: bool

    @property
    def title(self) -> str:
        """The plan's own, or what is listed."""
        return self.plan.title if self.own_plan and self.plan else _("Actions")

    @property
    def caption(self) -> str:
        """What is listed of a plan."""
        return _("Actions") if self.own_plan else ""

    @property
    def plan(self) -> Plan | None:
        """The plan whose actions are listed; none: those of all plans."""
        return self.choice.plan

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        if self.own_plan and self.plan:
            return crumbs_to_plan(self.place, self.plan)
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def query(self) -> str:
        """The filters, for addresses that keep them."""
        return self.choice.filters.as_query()

    @property
    def address(self) -> str:
        """This list with nothing narrowed."""
        if self.own_plan and self.plan:
            return reverse("plan_table", args=[self.place.slug, self.plan.pk])
        return reverse("actions", args=[self.place.slug])

    @property
    def tree(self) -> str:
        """The plan as a tree, where the list is of one."""
        return reverse("plan_tree", args=[self.place.slug, self.plan.pk]) if self.plan else ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The filters to choose."""
        return fields_of(self.choice, self.choices, self.today, own_plan=self.own_plan, reports=self.reports)

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        """What the form keeps without showing."""
        return kept_fields(self.choice)

    @property
    def gaps(self) -> tuple[tuple[str, str | Promise, bool], ...]:
        """What actions may lack, and whether that is asked for."""
        return tuple((gap, words, gap in self.choice.filters.lacks) for gap, words in GAP_WORDS.items())

    @property
    def chips(self) -> tuple[tuple[str, str], ...]:
        """Filters in use."""
        return chips_of(self.choice)

    @property
    def found(self) -> str:
        """How many there are."""
        many = self.paging.paginator.count
        return ngettext("%(many)s action", "%(many)s actions", many) % {"many": f"{many:,}"}

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the plan's own words where the list is of one plan."""
        plan = self.plan
        named = (
            (own_heading(plan, "action") or _("Action"), "action"),
            (own_heading(plan, "lead", "owner") or _("Lead"), "owner"),
            (own_heading(plan, "partner") or _("Partners"), ""),
            (own_heading(plan, "timescale") or _("When"), "when"),
            (own_heading(plan, "status") or _("Status"), "status"),
        )
        return tuple(self._column(heading, sort) for heading, sort in named)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The actions of this page of the list."""
        url, edit = addresses("action", self.place), addresses("edit_action", self.place)
        return tuple(self._row(action, url(action.pk), edit(action.pk)) for action in self.actions)

    @property
    def exports(self) -> Exports:
        """The list as files."""
        return list_exports(self.place, self.plan, self.choice.filters, own_plan=self.own_plan)

    def _column(self, heading: str, sort: str) -> Column:
        if not sort:
            return Column(heading)
        now = self.choice.filters.sort
        after = replace(self.choice.filters, sort=f"-{sort}" if now == sort else sort)
        order = {sort: "ascending", f"-{sort}": "descending"}.get(now, "")
        return Column(heading, f"?{after.as_query()}", order)

    def _row(self, action: Action, url: str, edit: str) -> Row:
        fresh = self.fresh.get(action.pk)
        main = next(iter(action.main_placements), None)  # type: ignore[attr-defined]
        return Row(
            id=action.pk,
            ref=action.ref,
            text=action.text,
            short=short(action.text, _NAME),
            url=url,
            edit=edit if self.may_edit else "",
            plan="" if self.plan and action.plan_id == self.plan.pk else self.plans.get(action.plan_id, ""),
            under=short(str(main.heading)) if main else "",
            leads=owners(action, Part.LEAD),
            partners=owners(action, Part.PARTNER),
            when=action.when_wording,
            overdue=bool(
                action.ends and action.ends < self.today and lifecycle_shown(action, fresh) not in OVER
            ),
            status=status_tags(action, fresh),
        )
