"""Bodies added by hand, described, set aside and brought back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.accounts.rules import ALLOWED, Ruling
from turntide.web.audit.by import By
from turntide.web.organisations.connections import connected
from turntide.web.organisations.models import Edit, Kind, Organisation
from turntide.web.organisations.rules import may_be_followed, may_be_part
from turntide.web.organisations.services.recording import record
from turntide.web.organisations.services.refusing import NameTakenError, RefusedError, require
from turntide.web.organisations.store.finding import holders, key_of, links
from turntide.web.organisations.store.states import State


@dataclass(frozen=True, slots=True)
class Described:
    """A body as somebody describes it."""

    name: str
    kind: str = Kind.BODY
    other_names: tuple[str, ...] = ()
    parent: UUID | None = None
    successor: UUID | None = None
    ended_on: date | None = None
    website: str = ""
    about: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()

    def as_state(self) -> State:
        """The fields of a record that this describes."""
        return {
            "name": self.name,
            "kind": str(self.kind),
            "other_names": sorted(self.other_names),
            "parent": str(self.parent) if self.parent else None,
            "successor": str(self.successor) if self.successor else None,
            "ended_on": self.ended_on.isoformat() if self.ended_on else None,
            "website": self.website,
            "about": self.about,
            "identifiers": sorted([scheme, code] for scheme, code in self.identifiers),
        }


@transaction.atomic
def add_organisation(*, place: Place, described: Described, by: By) -> Edit:
    """Add a body by hand. Raises NameTakenError, RefusedError."""
    holder = holders(place, [key_of(described.name)]).get(key_of(described.name))
    if holder is not None:
        raise NameTakenError(described.name, holder.known_as)
    # It is made set aside and the edit makes it stand, so that undoing the edit sets it aside again.
    body = Organisation(place=place, name=described.name, key=key_of(described.name), kind=described.kind)
    body.retired_at = timezone.now()
    body.save()
    wanted = _settled(body, described) | {"retired_at": None}
    edit = record("add", body, {body.pk: wanted}, by=by)
    assert edit is not None, "a new body always stands after it did not"
    return edit


@transaction.atomic
def edit_organisation(*, body: Organisation, described: Described, saw: int, by: By) -> Edit | None:
    """Describe a body anew; None where that changes nothing. A name it had stays as another name.

    Raises ChangedMeanwhileError, NameTakenError, RefusedError.
    """
    require(part_ruling(body, described.parent))
    require(successor_ruling(body, described.successor))
    wanted = _settled(body, described)
    _refuse_loss_of_used(body, described, wanted)
    return record("edit", body, {body.pk: wanted}, by=by, saw=saw)


def retire(*, body: Organisation, by: By) -> Edit | None:
    """Set a body aside: it stays where plans name it, and is offered nowhere."""
    return record("set aside", body, {body.pk: {"retired_at": timezone.now().isoformat()}}, by=by)


def restore(*, body: Organisation, by: By) -> Edit | None:
    """Bring back a body that was set aside."""
    return record("bring back", body, {body.pk: {"retired_at": None}}, by=by)


def part_ruling(body: Organisation, parent: UUID | None) -> Ruling:
    """Whether a body may be part of another, as things stand."""
    return may_be_part(body.pk, parent, links(body.place, "parent")) if parent else ALLOWED


def successor_ruling(body: Organisation, successor: UUID | None) -> Ruling:
    """Whether a body may have this successor, as things stand."""
    return may_be_followed(body.pk, successor, links(body.place, "successor")) if successor else ALLOWED


def _settled(body: Organisation, described: Described) -> State:
    """What is wanted, with other names once each, without its own and those of bodies merged into it."""
    wanted = described.as_state()
    names = list(described.other_names)
    if key_of(body.name) != key_of(described.name):
        names.append(body.name)
    own = {key_of(described.name), *_keys_of_merged(body)}
    once = {key_of(name): name for name in reversed(names) if key_of(name) not in own}
    return wanted | {"other_names": sorted(once.values())}


def _keys_of_merged(body: Organisation) -> Iterable[str]:
    for merged in Organisation.objects.filter(merged_into=body).prefetch_related("other_names"):
        yield merged.key
        yield from (other.key for other in merged.other_names.all())


def _refuse_loss_of_used(body: Organisation, described: Described, wanted: State) -> None:
    """A name that plans use stays: without it, the next edit of such an action would make a new body of it."""
    kept = {key_of(described.name), *(key_of(name) for name in wanted["other_names"])}
    gone = {other.key for other in body.other_names.all()} - kept
    if not gone:
        return
    for spelling in connected().spellings(body.place, body.pk):
        if key_of(spelling.name) in gone:
            reason = _("Keep “%(name)s” among the other names: “%(plan)s” calls it so.")
            raise RefusedError(reason % {"name": spelling.name, "plan": spelling.plan})
