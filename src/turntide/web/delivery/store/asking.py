"""Whom a round would ask for what, before anything goes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Max, Q

from turntide.web.delivery.models import Request, Responsibility, Round
from turntide.web.delivery.rules.cadence import ENDED, is_its_turn
from turntide.web.delivery.store.cadences import months_of
from turntide.web.delivery.store.latest import latest_of
from turntide.web.delivery.store.remits import actions_of
from turntide.web.organisations.models import Contact
from turntide.web.plans.models import Action, Actions


class Why(StrEnum):
    """Why an action is not asked for."""

    NOBODY = "nobody"
    NO_ADDRESS = "no address"
    ENDED = "ended"
    NOT_YET = "not yet"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Asked:
    """A person with all that they are asked for, by their address."""

    email: str
    contact: Contact
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Whom a round asks for what, and which actions it does not ask for and why."""

    asked: tuple[Asked, ...]
    left_out: Mapping[Why, Sequence[Action]]

    @property
    def actions(self) -> int:
        """How many actions are asked for."""
        return sum(len(person.actions) for person in self.asked)


def preview_of(round_: Round) -> Preview:
    """Whom the round would ask as things stand; a fixed number of queries, however many actions."""
    actions = list(
        _within(round_).select_related("plan").order_by("plan__title", "plan_id", "position", "id")
    )
    facts = _facts(round_, [action.pk for action in actions])
    asked: dict[str, list[Action]] = defaultdict(list)
    left_out: dict[Why, list[Action]] = defaultdict(list)
    for action in actions:
        why = _why_not(action, facts, round_.ends)
        if why is None:
            asked[_address(facts.contacts[action.pk])].append(action)
        else:
            left_out[why].append(action)
    people = (_asked(email, theirs, facts) for email, theirs in asked.items())
    return Preview(tuple(sorted(people, key=lambda one: (one.contact.name, one.email))), left_out)


@dataclass(frozen=True, slots=True)
class _Facts:
    contacts: Mapping[UUID, Contact]
    ended: frozenset[UUID]
    elsewhere: frozenset[UUID]
    last_asked: Mapping[UUID, date]
    months: Mapping[UUID, int]


def _within(round_: Round) -> Actions:
    if round_.group is not None:
        found = actions_of(round_.group)
    else:
        found = Action.objects.filter(plan__place=round_.place_id, plan__retired_at=None).standing()
    plans = [plan.pk for plan in round_.plans.all()]
    return found.filter(plan__in=plans) if plans else found


def _facts(round_: Round, actions: list[UUID]) -> _Facts:
    of_place = Request.objects.filter(round__place=round_.place_id).exclude(round=round_)
    opened = of_place.exclude(round__opened_at=None)
    elsewhere = opened.filter(round__closed_at=None).values_list("action_id", flat=True)
    last = opened.values("action_id").annotate(last=Max("round__ends")).values_list("action_id", "last")
    standing = Responsibility.objects.standing().filter(action__plan__place=round_.place_id)
    contacts = {row.action_id: row.contact for row in standing.select_related("contact__organisation")}
    return _Facts(
        contacts, frozenset(_ended(round_, actions)), frozenset(elsewhere), dict(last), months_of(actions)
    )


def _ended(round_: Round, actions: list[UUID]) -> Iterator[UUID]:
    """Those that are over: by what was last said, or by the plan where nothing was."""
    place = Q(plan__place=round_.place_id)
    by_plan = set(Action.objects.filter(place, lifecycle__in=ENDED).values_list("pk", flat=True))
    for action, update in latest_of(actions).items():
        if update.lifecycle in ENDED:
            yield action
        elif update.lifecycle:
            by_plan.discard(action)
    yield from by_plan


def _why_not(action: Action, facts: _Facts, ends: date) -> Why | None:
    contact = facts.contacts.get(action.pk)
    if action.pk in facts.ended:
        return Why.ENDED
    if action.pk in facts.elsewhere:
        return Why.ELSEWHERE
    if not is_its_turn(facts.months[action.pk], facts.last_asked.get(action.pk), ends):
        return Why.NOT_YET
    if contact is None or contact.left_at:
        return Why.NOBODY
    return None if contact.email else Why.NO_ADDRESS


def _address(contact: Contact) -> str:
    return contact.email.strip().lower()


def _asked(email: str, actions: list[Action], facts: _Facts) -> Asked:
    return Asked(email, facts.contacts[actions[0].pk], tuple(actions))
