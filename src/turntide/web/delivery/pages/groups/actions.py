"""The actions that a group looks after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.core.paginator import Page
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group, Reporting, Term, Update
from turntide.web.delivery.pages.groups.wording import Crumbs, at, crumbs_to_group
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.plans.delivery_connection import Fresh
from turntide.web.plans.models import Action, Part
from turntide.web.plans.pages.statuses import status_tags
from turntide.web.plans.pages.tree import owners
from turntide.web.plans.pages.wording import short


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action in the list. ``said`` is how it stands by what was said last; ``status`` by its plan."""

    text: str
    url: str
    plan: str
    under: str
    leads: str
    when: str
    said: tuple[tuple[str, str], ...]
    status: SafeString
    fresh: Fresh | None


@dataclass(frozen=True, slots=True)
class GroupActionsPage:
    """One page of the list."""

    template: ClassVar[str] = "delivery/groups/actions.html"
    place: Place
    group: Group
    paging: Page[UUID]
    lines: tuple[ActionLine, ...]
    may_edit: bool

    @property
    def title(self) -> str:
        """What it lists."""
        return _("Actions that %(name)s looks after") % {"name": self.group.name}

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_group(self.place, self.group)

    @property
    def remit(self) -> str:
        """Where it is said what the group looks after."""
        return at(self.place, "group_remit", self.group.pk)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of actions beside their rows: titles, words and ways of plans, and by action what was last said."""

    plans: Mapping[UUID, str]
    words: Mapping[UUID, Words]
    reporting: Mapping[UUID, Reporting]
    fresh: Mapping[UUID, Fresh]
    latest: Mapping[UUID, Update]


def action_lines(place: Place, actions: Iterable[Action], known: Known) -> tuple[ActionLine, ...]:
    """Actions as lines."""
    return tuple(_line(place, action, known) for action in actions)


def _line(place: Place, action: Action, known: Known) -> ActionLine:
    placed = [placement.heading for placement in getattr(action, "main_placements", ())]
    return ActionLine(
        text=short(str(action), 200),
        url=at(place, "action", action.pk),
        plan=known.plans.get(action.plan_id, ""),
        under=short(str(placed[0])) if placed else "",
        leads=owners(action, Part.LEAD),
        when=action.when_wording,
        said=tuple(_said(action, known)),
        status=status_tags(action),
        fresh=known.fresh.get(action.pk),
    )


def _said(action: Action, known: Known) -> Iterator[tuple[str, str]]:
    """How the action stands by the last update, in its plan's words; a plan told without colours shows none."""
    update = known.latest.get(action.pk)
    reporting = known.reporting.get(action.plan_id) or Reporting()
    words = known.words[action.plan_id]
    if update is None:
        return
    if update.lifecycle:
        yield update.lifecycle, words.label(Term.Axis.LIFECYCLE, update.lifecycle)
    if update.confidence and reporting.confidence and not reporting.stories_only:
        yield update.confidence, words.label(Term.Axis.CONFIDENCE, update.confidence)
