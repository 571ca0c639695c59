"""What was done to a group, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group, GroupEdit
from turntide.web.delivery.pages.groups.wording import at

_WORDS = {
    "begin group": gettext_lazy("Began the group"),
    "describe group": gettext_lazy("Described it anew"),
    "end group": gettext_lazy("Ended it"),
    "bring back group": gettext_lazy("Brought it back"),
    "seat member": gettext_lazy("Added a member"),
    "member away": gettext_lazy("Took a member away"),
    "set chair": gettext_lazy("Gave somebody the chair"),
    "take chair away": gettext_lazy("Took the chair away"),
    "set remit": gettext_lazy("Changed what it looks after"),
    "undo": gettext_lazy("Undid a change"),
}


@dataclass(frozen=True, slots=True)
class EditLine:
    """One thing that was done. ``undo`` is empty where it cannot be taken back."""

    what: str
    who: str
    at: datetime
    undo: str


def edit_lines(place: Place, group: Group, edits: Iterable[GroupEdit]) -> tuple[EditLine, ...]:
    """What was done to a group, latest first."""
    return tuple(
        EditLine(
            what=str(_WORDS.get(edit.verb, edit.verb)),
            who=str(edit.by) if edit.by else edit.process or _("somebody"),
            at=edit.at,
            undo=_undo(place, group, edit),
        )
        for edit in edits
    )


def _undo(place: Place, group: Group, edit: GroupEdit) -> str:
    undone = hasattr(edit, "undone_by")
    return "" if edit.number == 1 or undone else at(place, "group_undo", group.pk, edit.number)
