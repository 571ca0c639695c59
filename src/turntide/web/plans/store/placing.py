"""Where things go in a plan that changes: the places of those that move, worked out from the outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from turntide.web.plans.models import Plan
from turntide.web.plans.store.outline import Item, beneath, last_before, moved
from turntide.web.plans.store.outlining import action_items, heading_items
from turntide.web.plans.store.states import hex_id

FIRST = "first"
LAST = "last"
"""Where among its siblings a thing goes; else the id of the one it follows."""
OUTERMOST = "top"
"""Under no heading at all."""


def actions_moved(plan: Plan, under: Mapping[str, str | None], where: str) -> dict[str, Item]:
    """The actions whose place changes once these stand where they are to stand, these among them."""
    items = action_items(plan)
    known = {item.id for item in items}
    items += [Item(id_, None, float("inf")) for id_ in under if id_ not in known]
    items = [replace(item, under=under[item.id]) if item.id in under else item for item in items]
    heading = next(iter(under.values()))
    after = _action_before(plan, [item for item in items if item.id not in under], heading, where)
    standing = {item.id: item for item in items if item.id in under}
    return standing | {item.id: item for item in moved(items, set(under), after)}


def _action_before(plan: Plan, items: Sequence[Item], heading: str | None, where: str) -> str | None:
    siblings = sorted((each for each in items if each.under == heading), key=_order)
    if where not in (FIRST, LAST) and any(each.id == where for each in siblings):
        return where
    if where == LAST or not siblings:
        return siblings[-1].id if siblings else last_before(items, heading_items(plan), heading)
    before = [each for each in sorted(items, key=_order) if _order(each) < _order(siblings[0])]
    return before[-1].id if before else None


def heading_before(items: Sequence[Item], block: set[str], parent: str | None, where: str) -> str | None:
    """The heading that one follows in the document: the last beneath the sibling before it."""
    staying = [item for item in items if item.id not in block]
    siblings = sorted((each for each in staying if each.under == parent), key=_order)
    named = where if any(each.id == where for each in siblings) else None
    sibling = named or (siblings[-1].id if siblings and where == LAST else None)
    if sibling is None:
        return parent
    return max((each for each in staying if each.id in beneath(staying, sibling)), key=_order).id


def actions_beneath_moved(plan: Plan, block: set[str], headings: Sequence[Item]) -> dict[str, Item]:
    """The actions of moved headings, which follow them in the document's order."""
    items = action_items(plan)
    moving = {item.id for item in items if item.under in block}
    if not moving:
        return {}
    first = min((each for each in headings if each.id in block), key=_order)
    staying = [item for item in items if item.id not in moving]
    ordered = [each for each in sorted(headings, key=_order) if each.id not in block]
    before = [each for each in ordered if _order(each) < _order(first)]
    after = last_before(staying, before, before[-1].id) if before else _last_unplaced(staying)
    return {item.id: item for item in moved(items, moving, after)}


def _last_unplaced(items: Sequence[Item]) -> str | None:
    loose = [item for item in items if item.under is None]
    return max(loose, key=_order).id if loose else None


def _order(item: Item) -> tuple[float, str]:
    return (item.position, item.id)


def sibling_before(plan: Plan, id_: UUID) -> str:
    """What an action stands after among its siblings: FIRST, or the id of that sibling."""
    items = sorted(action_items(plan), key=_order)
    own = next((item for item in items if item.id == hex_id(id_)), None)
    if own is None:
        return LAST
    before = [item for item in items if item.under == own.under and _order(item) < _order(own)]
    return before[-1].id if before else FIRST
