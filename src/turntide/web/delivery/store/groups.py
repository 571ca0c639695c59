"""Groups as they stand, and between their rows and a state that history keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group, Member, Remit
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action, Heading, Plan

State = Mapping[str, Any]
"""A group by field; what is not there is as good as None.

``member:<contact>`` is "member" or "chair"; ``plan:<id>``, ``heading:<id>`` and ``action:<id>`` are True. Each is a
field of its own, so that what others changed meanwhile stays when an edit is undone.
"""

PLAIN = ("name", "kind", "purpose")
KINDS = ("plan", "heading", "action")
MEMBER, CHAIR = "member", "chair"


@dataclass(frozen=True, slots=True)
class Branch:
    """A group with those that are part of it."""

    group: Group
    branches: tuple[Branch, ...]


def groups_of(place: Place) -> QuerySet[Group]:
    """The groups of a place with who sits on them and what they look after; a fixed number of queries."""
    members = Member.objects.select_related("contact__organisation")
    remits = Remit.objects.select_related("plan", "heading__plan", "action__plan")
    return place.groups.prefetch_related(Prefetch("members", members), Prefetch("remits", remits))


def tree_of(groups: Iterable[Group]) -> tuple[Branch, ...]:
    """Groups, each under the one it is part of where that is among them."""
    every = list(groups)
    known = {group.pk for group in every}
    children: dict[UUID | None, list[Group]] = defaultdict(list)
    for group in every:
        children[group.parent_id if group.parent_id in known else None].append(group)
    return _branches(None, children)


def flat(branches: Iterable[Branch], depth: int = 0) -> list[tuple[Group, int]]:
    """A tree laid flat, each with how deep it stands."""
    found: list[tuple[Group, int]] = []
    for branch in branches:
        found += [(branch.group, depth), *flat(branch.branches, depth + 1)]
    return found


def parents_of(place_id: UUID) -> dict[UUID, UUID | None]:
    """Which group each is part of."""
    return dict(Group.objects.filter(place=place_id).values_list("pk", "parent_id"))


def state_of(group: Group) -> dict[str, Any]:
    """All of a group, as history keeps it."""
    state: dict[str, Any] = {name: getattr(group, name) for name in PLAIN}
    state["parent"] = str(group.parent_id) if group.parent_id else None
    state["organisation"] = str(group.organisation_id) if group.organisation_id else None
    state["ends_on"] = group.ends_on.isoformat() if group.ends_on else None
    state["ended_at"] = group.ended_at.isoformat() if group.ended_at else None
    for member in group.members.all():
        state[member_field(member.contact_id)] = CHAIR if member.chair else MEMBER
    for remit in group.remits.all():
        state[field_of(remit)] = True
    return state


def member_field(contact: UUID) -> str:
    """The field that holds whether somebody sits on a group."""
    return f"member:{contact}"


def remit_field(kind: str, id_: UUID | str) -> str:
    """The field that holds whether a group looks after something."""
    return f"{kind}:{id_}"


def field_of(remit: Remit) -> str:
    """The field of a remit that is there."""
    kind = next(kind for kind in KINDS if getattr(remit, f"{kind}_id"))
    return remit_field(kind, getattr(remit, f"{kind}_id"))


def put_state(group: Group, changed: State) -> None:
    """Give a group these fields; the caller saves the group itself."""
    for name, value in changed.items():
        kind, _colon, id_ = name.partition(":")
        if kind == "member":
            _put_member(group, id_, value)
        elif kind in KINDS and id_:
            _put_remit(group, kind, id_, value)
        else:
            _put_field(group, name, value)


def remit_in(group: Group, plan: Plan) -> Mapping[str, Sequence[UUID]]:
    """What of one plan a group looks after: by kind, the ids."""
    own = group.remits
    return {
        "plan": list(own.filter(plan=plan).values_list("plan_id", flat=True)),
        "heading": list(own.filter(heading__plan=plan).values_list("heading_id", flat=True)),
        "action": list(own.filter(action__plan=plan).values_list("action_id", flat=True)),
    }


def _branches(parent: UUID | None, children: Mapping[UUID | None, Sequence[Group]]) -> tuple[Branch, ...]:
    return tuple(Branch(group, _branches(group.pk, children)) for group in children.get(parent, ()))


def _put_member(group: Group, contact: str, value: str | None) -> None:
    if value is None:
        group.members.filter(contact=UUID(contact)).delete()
    elif Contact.objects.filter(pk=contact, organisation__place=group.place_id).exists():
        # Somebody who was forgotten meanwhile does not come back by an undo.
        Member.objects.update_or_create(group=group, contact_id=contact, defaults={"chair": value == CHAIR})


def _put_remit(group: Group, kind: str, id_: str, value: bool | None) -> None:
    if value is None:
        group.remits.filter(**{kind: id_}).delete()
    elif _is_in_place(group, kind, id_):
        wanted: dict[str, Any] = {f"{kind}_id": UUID(id_)}
        group.remits.get_or_create(**wanted)


def _is_in_place(group: Group, kind: str, id_: str) -> bool:
    held: dict[str, QuerySet[Any]] = {
        "plan": Plan.objects.filter(place=group.place_id),
        "heading": Heading.objects.filter(plan__place=group.place_id),
        "action": Action.objects.filter(plan__place=group.place_id),
    }
    return held[kind].filter(pk=id_).exists()


def _put_field(group: Group, name: str, value: Any) -> None:
    if name in ("parent", "organisation"):
        setattr(group, f"{name}_id", UUID(value) if value else None)
    elif name == "ends_on":
        group.ends_on = date.fromisoformat(value) if value else None
    elif name == "ended_at":
        group.ended_at = datetime.fromisoformat(value) if value else None
    else:
        setattr(group, name, value or "")
