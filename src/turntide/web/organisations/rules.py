"""What may be done with bodies: pure, and every refusal says why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from turntide.web.accounts.rules import ALLOWED, Ruling


@dataclass(frozen=True, slots=True)
class Merging:
    """A body as far as merging goes: ``known_as`` is the name of the one it was merged into, if any."""

    id: UUID
    place: UUID
    name: str
    known_as: str = ""


def may_merge(kept: Merging, merged: Merging) -> Ruling:
    """Whether one body may be merged into another."""
    if kept.id == merged.id:
        return Ruling(False, _("Choose two different organisations: one cannot be merged with itself."))
    if kept.place != merged.place:
        return Ruling(False, _("The two belong to different places."))
    for each in (kept, merged):
        if each.known_as:
            reason = _("“%(name)s” has been merged into “%(known_as)s” already. Take them apart first.")
            return Ruling(False, reason % {"name": each.name, "known_as": each.known_as})
    return ALLOWED


def may_unmerge(name: str, known_as: str) -> Ruling:
    """Whether a body may be taken out of the one it was merged into."""
    if known_as:
        return ALLOWED
    return Ruling(False, _("“%(name)s” stands on its own already.") % {"name": name})


def may_be_part(part: UUID, whole: UUID | None, above: Mapping[UUID, UUID | None]) -> Ruling:
    """Whether a body may be part of another. ``above`` gives the body that each is part of."""
    if whole == part:
        return Ruling(False, _("An organisation cannot be part of itself."))
    if whole is not None and _leads_to(whole, part, above):
        return Ruling(False, _("That organisation is itself part of this one. Change it there first."))
    return ALLOWED


def may_be_followed(body: UUID, successor: UUID | None, after: Mapping[UUID, UUID | None]) -> Ruling:
    """Whether a body may have this successor. ``after`` gives the successor of each."""
    if successor == body:
        return Ruling(False, _("An organisation cannot be its own successor."))
    if successor is not None and _leads_to(successor, body, after):
        return Ruling(False, _("This organisation came after that one, so it cannot come before it too."))
    return ALLOWED


def may_undo(undone: bool, changed: str) -> Ruling:
    """Whether an edit can be taken back. ``changed`` names a body that has been changed since, if any."""
    if undone:
        return Ruling(False, _("This has been undone already."))
    if changed:
        reason = _("“%(name)s” has been changed since, so this cannot be undone. Change it by hand instead.")
        return Ruling(False, reason % {"name": changed})
    return ALLOWED


def _leads_to(start: UUID, wanted: UUID, links: Mapping[UUID, UUID | None]) -> bool:
    """Whether following the links from a body comes to another; a ring that is there already ends the walk."""
    seen: set[UUID] = set()
    at: UUID | None = start
    while at is not None and at not in seen:
        if at == wanted:
            return True
        seen.add(at)
        at = links.get(at)
    return False
