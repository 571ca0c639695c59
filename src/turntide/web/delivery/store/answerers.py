"""Who answers for what in a place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Responsibility
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action, Actions, Involvement, Part
from turntide.web.plans.store.searching import actions_with_words

NOBODY, NAMED, ASKED, ACCEPTED = "nobody", "named", "asked", "accepted"
DECLINED, UNREACHABLE, NO_LEAD = "declined", "unreachable", "no-lead"
STATES = {
    NOBODY: _("No one answers"),
    DECLINED: _("Declined"),
    NAMED: _("Named, not yet asked"),
    ASKED: _("Asked"),
    ACCEPTED: _("Accepted"),
    UNREACHABLE: _("Without e-mail address"),
    NO_LEAD: _("No lead organisation"),
}
"""How it may stand with an action, in words."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is narrowed to; what is empty does not narrow. ``state`` is one of the words above.

    ``bodies`` are those that lead: None for all.
    """

    plan: UUID | None = None
    state: str = ""
    bodies: tuple[UUID, ...] | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many actions of the place stand how."""

    all: int
    nobody: int
    named: int
    asked: int
    accepted: int
    declined: int
    unreachable: int


def actions_in_delivery(place: Place) -> Actions:
    """The actions of a place that somebody is to answer for, each with how that stands.

    ``answers``: the state of whoever answers, None for nobody. Somebody who has left answers no more.
    """
    actions = Action.objects.standing().filter(plan__place=place, plan__retired_at=None)
    standing = Responsibility.objects.standing().filter(action=OuterRef("pk"), contact__left_at=None)
    latest = Responsibility.objects.filter(action=OuterRef("pk")).order_by("-since", "-pk")
    return actions.annotate(
        answers=Subquery(standing.values("state")[:1]),
        unreachable=Exists(standing.filter(contact__email="")),
        latest_state=Subquery(latest.values("state")[:1]),
    )


def actions_listed(place: Place, wanted: Wanted) -> Actions:
    """The actions that fit: those without anybody first, each part in the plans' order."""
    found = actions_in_delivery(place).filter(_narrowed(wanted))
    if wanted.words:
        found = actions_with_words(found, place, wanted.words)
    somebody = Responsibility.objects.standing().filter(action=OuterRef("pk"), contact__left_at=None)
    in_order = found.annotate(somebody=Exists(somebody))
    return in_order.order_by("somebody", "plan__title", "plan_id", "position", "id")


def counts_in(place: Place) -> Counts:
    """How many of all the place's actions stand how, in one query."""
    named = (NOBODY, NAMED, ASKED, ACCEPTED, DECLINED, UNREACHABLE)
    # Under names of their own: one like an annotation's would stand in for it in the question.
    counted: dict[str, Any] = {f"how_many_{name}": Count("pk", filter=_STATES[name]) for name in named}
    found = actions_in_delivery(place).aggregate(how_many_all=Count("pk"), **counted)
    return Counts(**{name.removeprefix("how_many_"): number for name, number in found.items()})


def not_yet_asked(place: Place) -> QuerySet[Responsibility]:
    """Those who are named, can be written to and were not asked whether it is theirs."""
    return (
        Responsibility.objects.standing()
        .filter(
            state=Responsibility.State.NAMED,
            action__in=Action.objects.standing().filter(plan__place=place, plan__retired_at=None),
            contact__left_at=None,
        )
        .exclude(contact__email="")
    )


def standing_of(actions: Collection[UUID]) -> Mapping[UUID, Responsibility]:
    """Who answers for each of these, somebody who has left included."""
    rows = Responsibility.objects.standing().filter(action__in=actions)
    rows = rows.select_related("contact__organisation__merged_into", "passed_from__contact")
    return {row.action_id: row for row in rows}


def declined_of(actions: Collection[UUID]) -> Mapping[UUID, Responsibility]:
    """The declining that each of these ended with, where nothing was done since."""
    rows = Responsibility.objects.filter(action__in=actions).order_by("since", "pk")
    latest = {row.action_id: row for row in rows.select_related("contact__organisation")}
    return {id_: row for id_, row in latest.items() if row.state == Responsibility.State.DECLINED}


def contacts_at(bodies: Collection[UUID]) -> Mapping[UUID, list[Contact]]:
    """Whom to write to at each of these bodies, as they are known now and under every name they have had."""
    at = Q(organisation__in=bodies) | Q(organisation__merged_into__in=bodies)
    rows = Contact.objects.filter(at, left_at=None).select_related("organisation__merged_into")
    found: dict[UUID, list[Contact]] = {body: [] for body in bodies}
    for contact in rows.order_by("name", "pk"):
        found.setdefault(contact.organisation.known_as.pk, []).append(contact)
    return found


def contacts_in(place: Place) -> QuerySet[Contact]:
    """Everybody in a place who can be named."""
    bodies = {"organisation__place": place, "organisation__retired_at": None}
    return Contact.objects.filter(left_at=None, **bodies).select_related("organisation__merged_into")


def label_of(contact: Contact) -> str:
    """A person as a list of names has them: told apart by body and address."""
    told = (contact.name, contact.organisation.known_as.name, contact.email)
    return ", ".join(part for part in told if part)


def contact_called(place: Place, typed: str) -> list[Contact]:
    """Whom somebody means by what they typed: a line of the list, an address, or a name."""
    people = list(contacts_in(place))
    wanted = typed.strip().casefold()
    for key in (label_of, lambda each: each.email, lambda each: each.name):
        found = [each for each in people if key(each).strip().casefold() == wanted]
        if found:
            return found
    return []


def _narrowed(wanted: Wanted) -> Q:
    condition = _STATES.get(wanted.state, Q())
    if wanted.plan is not None:
        condition &= Q(plan=wanted.plan)
    if wanted.bodies is not None:
        led = Q(organisation__in=wanted.bodies) | Q(organisation__merged_into__in=wanted.bodies)
        condition &= Q(pk__in=Involvement.objects.filter(led, part=Part.LEAD).values("action"))
    return condition


_LED = Involvement.objects.filter(action=OuterRef("pk"), part=Part.LEAD)
_STATES: Mapping[str, Q] = {
    NOBODY: Q(answers=None),
    NAMED: Q(answers=Responsibility.State.NAMED),
    ASKED: Q(answers=Responsibility.State.ASKED),
    ACCEPTED: Q(answers=Responsibility.State.ACCEPTED),
    DECLINED: Q(answers=None, latest_state=Responsibility.State.DECLINED),
    UNREACHABLE: Q(unreachable=True),
    NO_LEAD: Q(~Exists(_LED)),
}
