"""Pages on which a group is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.forms import Form
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group
from turntide.web.delivery.pages.groups.wording import (
    Crumbs,
    at,
    crumbs_to_group,
    crumbs_to_groups,
)


@dataclass(frozen=True, slots=True)
class GroupFormPage:
    """A group begun or described; ``names`` are the register's, to choose from."""

    template: ClassVar[str] = "delivery/groups/form.html"
    place: Place
    form: Form
    names: tuple[str, ...]
    group: Group | None = None
    changed_meanwhile: bool = False
    newcomer: bool = False

    @property
    def title(self) -> str:
        """What is done here."""
        if self.newcomer:
            return _("Add somebody new")
        return _("Change %(name)s") % {"name": self.group.name} if self.group else _("Add a group")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_group(self.place, self.group) if self.group else crumbs_to_groups(self.place)

    @property
    def back(self) -> str:
        """Where to go without saving."""
        return self.crumbs[-1][1]


@dataclass(frozen=True, slots=True)
class SeatPage:
    """Choose somebody of the register. ``more``: there are more than are shown."""

    template: ClassVar[str] = "delivery/groups/seat.html"
    place: Place
    group: Group
    find_form: Form
    form: Form
    found: int
    more: bool
    words: str

    @property
    def title(self) -> str:
        """What is done here."""
        return _("Add a member to %(name)s") % {"name": self.group.name}

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_to_group(self.place, self.group)

    @property
    def newcomer(self) -> str:
        """Where somebody is added whom the register does not know."""
        return at(self.place, "group_member_new", self.group.pk)
