"""The groups of a place, as a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group
from turntide.web.delivery.pages.groups.wording import Crumbs, at, group_url, looks_after
from turntide.web.delivery.store.groups import Branch


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group with those that are part of it."""

    name: str
    url: str
    kind: str
    chairs: str
    members: int
    looks_after: str
    lines: tuple[GroupLine, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupsPage:
    """The groups that meet, and those that did."""

    template: ClassVar[str] = "delivery/groups/groups.html"
    place: Place
    lines: tuple[GroupLine, ...]
    ended: tuple[GroupLine, ...]
    may_edit: bool

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Groups")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def new(self) -> str:
        """Where a group is added."""
        return at(self.place, "group_new")


def lines_of(place: Place, branches: Iterable[Branch]) -> tuple[GroupLine, ...]:
    """Groups as lines, each with those beneath it."""
    return tuple(_line(place, branch.group, branch.branches) for branch in branches)


def _line(place: Place, group: Group, branches: Iterable[Branch]) -> GroupLine:
    members = group.members.all()
    return GroupLine(
        name=group.name,
        url=group_url(place, group),
        kind=str(Group.Kind(group.kind).label),
        chairs=", ".join(member.contact.name for member in members if member.chair),
        members=len(members),
        looks_after=looks_after(group.remits.all()),
        lines=lines_of(place, branches),
    )
