"""What there is to choose from when a group is described, and its members and what it looks after are chosen."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Group
from turntide.web.delivery.rules.grouping import is_within
from turntide.web.delivery.store.groups import flat, parents_of, tree_of
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action, Heading, Plan

_MOST_WORDS = 8


def contacts_for(group: Group, words: str, most: int) -> list[Contact]:
    """People of the register who do not sit on a group, by words of their name, role or organisation."""
    found = Contact.objects.filter(organisation__place=group.place_id, left_at=None)
    found = found.exclude(seats__group=group).select_related("organisation")
    for word in words.split()[:_MOST_WORDS]:
        by_role = Q(role__icontains=word) | Q(organisation__name__icontains=word)
        found = found.filter(Q(name__icontains=word) | by_role)
    return list(found.order_by("name", "pk")[:most])


def groups_for(place: Place, without: Group | None = None) -> list[tuple[Group, int]]:
    """The groups that meet, each with how deep it stands, but for one and all that is part of it."""
    laid = flat(tree_of(place.groups.standing()))
    if without is None:
        return laid
    parents = parents_of(place.pk)
    return [(group, depth) for group, depth in laid if not is_within(group.pk, without.pk, parents)]


def headings_offered(plan: Plan) -> list[Heading]:
    """The headings of a plan to choose from."""
    return list(plan.headings.standing().only("id", "parent_id", "level", "ref", "text"))


def actions_offered(plan: Plan, ids: Collection[str], words: str, most: int = 30) -> list[Action]:
    """Actions of a plan: these, and as many with these words in them."""
    rows = Action.objects.standing().filter(plan=plan).only("ref", "text")
    wanted = list(rows.filter(pk__in=[id_ for id_ in ids if _is_id(id_)]))
    words = " ".join(words.replace("\0", "").split())
    if not words:
        return wanted
    found = rows.exclude(pk__in=[row.pk for row in wanted])
    for word in words.split()[:_MOST_WORDS]:
        found = found.filter(Q(text__icontains=word) | Q(ref__icontains=word) | Q(detail__icontains=word))
    return [*wanted, *found[:most]]


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
