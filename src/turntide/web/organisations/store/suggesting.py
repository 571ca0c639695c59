"""Bodies of a place that may be one, and bodies that are known to exist no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from turntide.web.accounts.models import Place
from turntide.web.organisations.connections import Ended, connected
from turntide.web.organisations.likeness import Likely, Named, likely_pairs
from turntide.web.organisations.models import Different, Organisation, OtherName
from turntide.web.organisations.store.finding import holders, key_of


@dataclass(frozen=True, slots=True)
class EndedFound:
    """A body known to exist no more, and its successor where the register has it."""

    body: Organisation
    ended: Ended
    successor: Organisation | None


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What the register asks about: pairs that may be one, and bodies that may have ended."""

    pairs: Sequence[Likely]
    ended: Sequence[EndedFound]


def suggestions(place: Place) -> Suggestions:
    """All there is to ask about, in a fixed number of queries. What was answered before is not asked again."""
    answered = set(Different.objects.filter(place=place).values_list("one", "other"))
    pairs = [pair for pair in likely_pairs(_named(place)) if (pair.one, pair.other) not in answered]
    return Suggestions(pairs, _ended(place))


def _named(place: Place) -> Iterator[Named]:
    """The standing bodies with every name they go by: names alone, as there may be thousands."""
    held = Organisation.objects.filter(place=place, retired_at=None)
    names: dict[UUID, list[str]] = defaultdict(list)
    for body, merged_into, name in held.order_by("key").values_list("pk", "merged_into_id", "name"):
        names[merged_into or body].append(name)
    others = OtherName.objects.filter(place=place, organisation__retired_at=None).order_by("key")
    rows = others.values_list("organisation_id", "organisation__merged_into_id", "name")
    for owner, known_as, name in rows:
        names[known_as or owner].append(name)
    standing = set(Organisation.objects.standing().filter(place=place).values_list("pk", flat=True))
    return (Named(body, tuple(known)) for body, known in names.items() if body in standing)


def _ended(place: Place) -> list[EndedFound]:
    open_ones = Organisation.objects.standing().filter(place=place, ended_on=None, successor=None)
    named = dict(open_ones.order_by("-key").values_list("name", "pk"))
    found = connected().ended(named)
    bodies = open_ones.in_bulk([named[name] for name in found])
    successors = holders(place, {key_of(ended.successor) for ended in found.values()})
    return [
        EndedFound(bodies[named[name]], ended, successors.get(key_of(ended.successor)))
        for name, ended in found.items()
    ]
