"""A plan as a tree: headings within headings, and the actions under each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q

from turntide.web.plans.models import Action, Actions, Heading, Involvement, Placement, Plan, Tie


@dataclass(frozen=True, slots=True)
class Branch:
    """A heading, what stands under it, and how many actions that are in all."""

    heading: Heading
    branches: tuple[Branch, ...]
    actions: tuple[Action, ...]

    @property
    def many(self) -> int:
        """How many actions stand here and beneath."""
        return len(self.actions) + sum(branch.many for branch in self.branches)


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole plan; ``loose`` are actions that stand under no heading."""

    branches: tuple[Branch, ...]
    loose: tuple[Action, ...]

    @property
    def ids(self) -> set[UUID]:
        """All actions in it."""
        return {action.pk for action in (*self.loose, *_beneath(self.branches))}


def tree_of(plan: Plan, *, whole: bool = False) -> Tree:
    """The standing plan, in its own order; ``whole`` brings milestones, measures and programmes as well.

    An action of another plan that serves a heading of this one stands under it too.
    """
    headings = list(plan.headings.standing())
    placed = list(Placement.objects.filter(heading__in=headings).values_list("heading_id", "action_id"))
    wanted = _with_parts(_standing(plan, [action for _, action in placed]), whole)
    actions = {action.pk: action for action in wanted}
    under = _under(placed, actions)
    known = {heading.pk for heading in headings}
    children: dict[UUID | None, list[Heading]] = defaultdict(list)
    for heading in headings:
        children[heading.parent_id if heading.parent_id in known else None].append(heading)
    somewhere = {action for _, action in placed}
    loose = tuple(action for action in actions.values() if action.pk not in somewhere)
    return Tree(_branches(None, children, under), loose)


def with_owners(actions: Actions) -> Actions:
    """Actions with who is involved, leads first."""
    involved = Involvement.objects.order_by("part", "position", "id")
    return actions.prefetch_related(Prefetch("involvements", involved))


def _beneath(branches: Iterable[Branch]) -> Iterator[Action]:
    for branch in branches:
        yield from branch.actions
        yield from _beneath(branch.branches)


def _standing(plan: Plan, placed: Sequence[UUID]) -> Actions:
    standing = Action.objects.standing().filter(Q(plan=plan) | Q(pk__in=placed))
    return standing.select_related("plan").order_by("position", "id")


def _with_parts(actions: Actions, whole: bool) -> Actions:
    owned = with_owners(actions)
    if not whole:
        return owned
    return owned.prefetch_related(
        "milestones", "measures", Prefetch("ties", Tie.objects.select_related("programme"))
    )


def _under(
    placed: Iterable[tuple[UUID, UUID]], actions: Mapping[UUID, Action]
) -> Mapping[UUID, tuple[Action, ...]]:
    found: dict[UUID, list[Action]] = defaultdict(list)
    for heading, action in placed:
        if action in actions:
            found[heading].append(actions[action])
    order = {pk: at for at, pk in enumerate(actions)}
    return {
        heading: tuple(sorted(each, key=lambda action: order[action.pk])) for heading, each in found.items()
    }


def _branches(
    parent: UUID | None,
    children: Mapping[UUID | None, Sequence[Heading]],
    under: Mapping[UUID, tuple[Action, ...]],
) -> tuple[Branch, ...]:
    return tuple(
        Branch(heading, _branches(heading.pk, children, under), under.get(heading.pk, ()))
        for heading in children.get(parent, ())
    )
