"""How groups may stand to one another. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling

Id = TypeVar("Id", bound=Hashable)


def is_within(group: Id, wanted: Id, parents: Mapping[Id, Id | None]) -> bool:
    """Whether a group is another one, or is somewhere beneath it. A ring that is there already ends the walk."""
    seen: set[Id] = set()
    at: Id | None = group
    while at is not None and at not in seen:
        if at == wanted:
            return True
        seen.add(at)
        at = parents.get(at)
    return False


def may_be_part_of(group: Id, parent: Id, parents: Mapping[Id, Id | None]) -> Ruling:
    """Whether a group may report to another: not to itself, nor to one that reports to it."""
    if group == parent:
        return Ruling(False, _("A group cannot be part of itself."))
    if is_within(parent, group, parents):
        return Ruling(False, _("That group is part of this one. Choose another, or move that one first."))
    return ALLOWED


def may_undo(*, undone: bool, made: bool, changed_since: bool) -> Ruling:
    """Whether an edit of a group can be taken back. ``made``: it is the one that began the group."""
    if made:
        return Ruling(False, _("A group is not unmade. End it, and bring it back if it meets again."))
    if undone:
        return Ruling(False, _("This was undone already."))
    if changed_since:
        return Ruling(
            False, _("Somebody changed the same since, so this cannot be undone. Change it by hand.")
        )
    return ALLOWED
