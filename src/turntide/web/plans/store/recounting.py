"""Changes told thing by thing, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from turntide.web.plans.models import Change, Version
from turntide.web.plans.store.differences import Difference, differences, fields_of, ids_in, name_of
from turntide.web.plans.store.naming import names_of
from turntide.web.plans.store.states import PlanState, State, state_from

FEW = 3
"""Things of one change that a list tells in full; the change's own page tells all."""
FIRST_WRITTEN = 2
"""The number of a plan's version once its first document was brought in: its row was made before that."""


@dataclass(frozen=True, slots=True)
class Recount:
    """What a change did to one thing. ``made``: it made it, so that there is nothing to compare."""

    thing: str
    thing_id: UUID
    number: int
    name: str
    made: bool
    differences: tuple[Difference, ...]


def recount(versions: Iterable[Version], *, whole: bool = False) -> list[Recount]:
    """What happened to each thing; ``whole`` tells all it said afterwards, not only what differs."""
    found = [(each, _before(each), state_from(each.thing, each.after)) for each in versions]
    names = names_of(ids_in([state for _, before, after in found for state in (before, after)]))
    return [_recount(each, None if whole else before, after, names) for each, before, after in found]


def recounts_of(changes: Sequence[Change], thing: UUID | None = None) -> dict[UUID, list[Recount]]:
    """For each change the first few things it touched, or the one that is asked for."""
    versions = Version.objects.filter(change__in=changes)
    if thing is not None:
        versions = versions.filter(thing_id=thing)
    at = Window(RowNumber(), partition_by=F("change_id"), order_by=F("pk").asc())
    few = list(versions.annotate(at=at).filter(at__lte=FEW).order_by("pk"))
    found: dict[UUID, list[Recount]] = defaultdict(list)
    for version, told in zip(few, recount(few), strict=True):
        found[version.change_id].append(told)
    return found


def _before(version: Version) -> State | None:
    return state_from(version.thing, version.before) if version.before is not None else None


def _recount(version: Version, before: State | None, after: State, names: dict[str, str]) -> Recount:
    made = version.before is None
    if before is None:
        said = tuple(Difference(name, "", words) for name, words in fields_of(after, names).items() if words)
    else:
        said = differences(before, after, names)
    kept = tuple(each for each in said if not _goes_without_saying(each.field, version, before))
    return Recount(version.thing, version.thing_id, version.number, name_of(after), made, kept)


def _goes_without_saying(field: str, version: Version, before: State | None) -> bool:
    """What is new has a place; and a plan stands aside, as if retired, until its first document is brought in."""
    if before is None:
        return field == "order"
    return field == "retired" and isinstance(before, PlanState) and version.number == FIRST_WRITTEN
