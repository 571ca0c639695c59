"""Bodies of a place that may be one, and bodies that are known to exist no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from turntide.web.accounts.models import Place
from turntide.web.organisations.connections import Ended, connected
from turntide.web.organisations.likeness import Likely, Named, likely_pairs
from turntide.web.organisations.models import Different, Organisation
from turntide.web.organisations.store.finding import holders, key_of
from turntide.web.organisations.store.listing import other_names, with_names


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
    bodies: Mapping[object, Organisation]
    ended: Sequence[EndedFound]


def suggestions(place: Place) -> Suggestions:
    """All there is to ask about, in a fixed number of queries. What was answered before is not asked again."""
    bodies = list(with_names(Organisation.objects.standing().filter(place=place)))
    answered = set(Different.objects.filter(place=place).values_list("one", "other"))
    pairs = likely_pairs(Named(body.pk, (body.name, *other_names(body))) for body in bodies)
    open_pairs = [pair for pair in pairs if (pair.one, pair.other) not in answered]
    return Suggestions(open_pairs, {body.pk: body for body in bodies}, _ended(place, bodies))


def _ended(place: Place, bodies: Sequence[Organisation]) -> list[EndedFound]:
    standing = {body.name: body for body in bodies if body.ended_on is None and body.successor_id is None}
    found = connected().ended(standing)
    successors = holders(place, {key_of(ended.successor) for ended in found.values()})
    return [
        EndedFound(standing[name], ended, successors.get(key_of(ended.successor)))
        for name, ended in found.items()
    ]
