"""What was read from a part of a document: actions under their headings, and what else there was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from turntide.plan.model import Action
from turntide.web.intake.looking.items import Item, Items


@dataclass(frozen=True, slots=True)
class HeadingShown:
    """A heading above actions, in the plan's own words."""

    id: str
    level: str
    name: str
    lit: bool


@dataclass(frozen=True, slots=True)
class ActionShown:
    """An action of the reading, in short."""

    id: str
    ref: str
    text: str
    leads: str
    partners: str
    when: str
    milestones: int
    measures: int
    status: str
    lit: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class GroupShown:
    """Actions that stand under the same headings."""

    path: tuple[HeadingShown, ...]
    actions: tuple[ActionShown, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """The things to show; ``lit`` are the ids of those that belong to what is chosen, which is ``chosen`` itself."""

    items: Items
    shown: Sequence[Item]
    lit: frozenset[str]
    chosen: str

    def groups(self) -> tuple[GroupShown, ...]:
        """The actions under their headings; headings without an action as well."""
        things = [item for item in self.shown if item.kind in ("actions", "headings")]
        of_actions = [item for item in things if item.kind == "actions"]
        groups = [
            GroupShown(self._path(id_), tuple(self._action(item) for item in items))
            for id_, items in groupby(of_actions, key=lambda item: item.data.get("under") or "")
        ]
        groups = list(_without_repeats(groups))
        above = {heading.id for group in groups for heading in group.path}
        bare = [item for item in things if item.kind == "headings" and item.id not in above]
        bare_ids = {item.id for item in bare}
        parents = {item.data.get("parent") for item in bare}
        outermost = [item for item in bare if item.id not in parents or item.id not in bare_ids]
        return tuple(groups) + tuple(GroupShown(self._path(item.id), ()) for item in outermost)

    def _path(self, id_: str) -> tuple[HeadingShown, ...]:
        heading = self.items.headings.get(id_)
        if heading is None:
            return ()
        return tuple(
            HeadingShown(
                one.id,
                str(one.data.get("level") or ""),
                f"{one.data.get('ref') or ''} {one.data['text']}".strip(),
                one.id in self.lit,
            )
            for one in (*self.items.path(heading), heading)
        )

    def _action(self, item: Item) -> ActionShown:
        action: Action = item.action
        return ActionShown(
            id=action.id,
            ref=action.ref or "",
            text=action.text,
            leads=_names(body.name for body in action.leads),
            partners=_names(body.name for body in action.partners),
            when=action.timescale.wording if action.timescale else "",
            milestones=len(action.milestones),
            measures=len(action.measures),
            status=action.status.wording if action.status else "",
            lit=action.id in self.lit,
            chosen=self.chosen == action.id,
        )


def _without_repeats(groups: Iterable[GroupShown]) -> Iterator[GroupShown]:
    """Each heading once, where it begins: headings that go on from the group before are left out."""
    before: tuple[HeadingShown, ...] = ()
    for group in groups:
        same = 0
        while same < min(len(before), len(group.path) - 1) and before[same].id == group.path[same].id:
            same += 1
        yield GroupShown(group.path[same:], group.actions, depth=same)
        before = group.path


def _names(names: Iterable[str]) -> str:
    return ", ".join(" ".join(name.split()) for name in names)


def holdable(items: Items, shown: Sequence[Item], heading: Item) -> tuple[tuple[str, str, bool], ...]:
    """The actions a heading may hold, of those shown: text, name, and whether it holds it already."""
    found = [item for item in shown if item.kind == "actions"] or list(items.actions.values())[:60]
    return tuple(
        (
            str(item.data["text"]),
            f"{item.data.get('ref') or ''} {item.data['text']}".strip(),
            item.data.get("under") == heading.id,
        )
        for item in found
    )
