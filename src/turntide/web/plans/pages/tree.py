"""A plan as a tree, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.plans.delivery_connection import Fresh
from turntide.web.plans.models import Action, Part, Plan
from turntide.web.plans.pages.statuses import status_tags
from turntide.web.plans.pages.wording import Crumbs, crumbs_to_plan, level_and_ref, own_heading
from turntide.web.plans.store.tree import Branch, Tree

_FEW = 60


@dataclass(frozen=True, slots=True)
class Leaf:
    """An action in the tree. ``elsewhere`` names the plan of an action that is another plan's own."""

    action: Action
    ref: str
    text: str
    url: str
    leads: str
    partners: str
    when: str
    status: SafeString
    elsewhere: str
    milestones: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bough:
    """A heading in the tree, and whether it is open. ``depth`` is that of its HTML heading, 2 to 6."""

    level: str
    text: str
    rationale: str
    many: int
    depth: int
    opened: bool
    boughs: tuple[Bough, ...]
    leaves: tuple[Leaf, ...]
    id: str


@dataclass(frozen=True, slots=True)
class TreePage:
    """The whole plan, to be folded open and shut."""

    template: ClassVar[str] = "plans/tree.html"
    place: Place
    plan: Plan
    boughs: tuple[Bough, ...]
    loose: tuple[Leaf, ...]

    @property
    def title(self) -> str:
        """The plan's own."""
        return self.plan.title

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_plan(self.place, self.plan)

    @property
    def table(self) -> str:
        """The same as a table."""
        return reverse("plan_table", args=[self.place.slug, self.plan.pk])

    @property
    def paper(self) -> str:
        """The same for paper."""
        return reverse("plan_print", args=[self.place.slug, self.plan.pk])


@dataclass(frozen=True, slots=True)
class PrintPage(TreePage):
    """The whole plan for paper: everything open, with milestones, measures and programmes."""

    template: ClassVar[str] = "plans/print.html"

    @property
    def columns(self) -> tuple[str, str, str, str]:
        """The headings of the tables, in the plan's own words; empty where the plan fills no such column."""
        leaves = list(_leaves(self.boughs, self.loose))
        return (
            own_heading(self.plan, "action") or _("Action"),
            _("Who") if any(leaf.leads or leaf.partners for leaf in leaves) else "",
            self._when() if any(leaf.when or leaf.status for leaf in leaves) else "",
            _("Milestones and measures") if any(leaf.milestones or leaf.measures for leaf in leaves) else "",
        )

    def _when(self) -> str:
        return own_heading(self.plan, "timescale") or _("When")


class Drawing:
    """Draws a tree for a page: which branches are open, and how much of each action is told."""

    def __init__(
        self,
        place: Place,
        plan: Plan,
        tree: Tree,
        fresh: Mapping[UUID, Fresh],
        *,
        opened: str = "",
        whole: bool = False,
    ) -> None:
        self.place, self.plan, self.fresh, self.whole = place, plan, fresh, whole
        self.deepest = {"all": 99, "none": 0}.get(opened, 99 if _actions(tree) <= _FEW else 1)

    def boughs(self, branches: Iterable[Branch], depth: int = 1) -> tuple[Bough, ...]:
        """Branches with all beneath them."""
        return tuple(self._bough(branch, depth) for branch in branches)

    def leaves(self, actions: Iterable[Action]) -> tuple[Leaf, ...]:
        """Actions."""
        return tuple(self._leaf(action) for action in actions)

    def _bough(self, branch: Branch, depth: int) -> Bough:
        heading = branch.heading
        return Bough(
            level=level_and_ref(heading),
            text=heading.text,
            rationale=heading.rationale,
            many=branch.many,
            depth=min(depth + 1, 6),
            opened=depth <= self.deepest,
            boughs=self.boughs(branch.branches, depth + 1),
            leaves=self.leaves(branch.actions),
            id=f"heading-{heading.pk}",
        )

    def _leaf(self, action: Action) -> Leaf:
        foreign = action.plan_id != self.plan.pk
        more = _more(action) if self.whole else {}
        return Leaf(
            action=action,
            ref=action.ref,
            text=action.text,
            url=reverse("action", args=[self.place.slug, action.pk]),
            leads=owners(action, Part.LEAD),
            partners=owners(action, Part.PARTNER),
            when=action.when_wording,
            status=status_tags(action, self.fresh.get(action.pk), silent=True),
            elsewhere=action.plan.title if foreign else "",
            **more,
        )


def owners(action: Action, part: Part) -> str:
    """The bodies with this part in an action, in the plan's spelling."""
    return ", ".join(each.name for each in action.involvements.all() if each.part == part)


def _leaves(boughs: Iterable[Bough], loose: Iterable[Leaf]) -> Iterator[Leaf]:
    yield from loose
    for bough in boughs:
        yield from _leaves(bough.boughs, bough.leaves)


def _more(action: Action) -> dict[str, tuple[str, ...]]:
    return {
        "milestones": tuple(each.text for each in action.milestones.all()),
        "measures": tuple(each.text for each in action.measures.all()),
        "programmes": tuple(tie.programme.name for tie in action.ties.all()),
    }


def _actions(tree: Tree) -> int:
    return len(tree.loose) + sum(branch.many for branch in tree.branches)
