"""All that is shown of who answers for some actions, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Responsibility
from turntide.web.delivery.store.answerers import contacts_at, declined_of, standing_of
from turntide.web.mail.models import Message
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.plans.models import Action, Actions, Involvement, Part


@dataclass(frozen=True, slots=True)
class Answering:
    """An action with those who lead it, who answers, what was declined, and who is proposed.

    ``partners`` stand in for leads where the plan names none. ``returned``: the letter to whoever answers could not
    be delivered.
    """

    action: Action
    leads: tuple[Organisation, ...]
    partners: tuple[Organisation, ...]
    row: Responsibility | None
    declined: Responsibility | None
    proposals: tuple[Contact, ...]
    returned: bool = False

    @property
    def bodies(self) -> tuple[Organisation, ...]:
        """Where somebody who answers is looked for."""
        return self.leads or self.partners

    @property
    def has_left(self) -> bool:
        """Whether whoever is named has left."""
        return self.row is not None and self.row.contact.left_at is not None


def with_bodies(actions: Actions) -> Actions:
    """Actions with their plan and the bodies that take part."""
    involved = Involvement.objects.select_related(
        "organisation__merged_into__parent__merged_into", "organisation__parent__merged_into"
    )
    return actions.select_related("plan").prefetch_related(Prefetch("involvements", involved))


def answering(place: Place, actions: Sequence[Action]) -> tuple[Answering, ...]:
    """How it stands with each of these actions, which come `with_bodies` or with all that their page tells."""
    ids = [action.pk for action in actions]
    leads = {action.pk: _bodies(action, Part.LEAD) for action in actions}
    partners = {
        pk: () if leads[pk] else _bodies(action, Part.PARTNER)
        for pk, action in zip(ids, actions, strict=True)
    }
    asked = {pk: _with_parents(leads[pk] or partners[pk]) for pk in ids}
    contacts = contacts_at({body.pk for bodies in asked.values() for body in bodies})
    standing, declined = standing_of(ids), declined_of(ids)
    returned = _returned(place, standing.values())
    return tuple(
        Answering(
            action,
            leads[action.pk],
            partners[action.pk],
            row := standing.get(action.pk),
            declined.get(action.pk),
            _proposals(asked[action.pk], contacts, _not_again(row, declined.get(action.pk))),
            row is not None and row.contact.email.strip().lower() in returned,
        )
        for action in actions
    )


def _bodies(action: Action, part: Part) -> tuple[Organisation, ...]:
    bodies = (each.organisation.known_as for each in action.involvements.all() if each.part == part)
    return tuple({body.pk: body for body in bodies}.values())


def _with_parents(bodies: Sequence[Organisation]) -> list[Organisation]:
    """The bodies, then what they are part of: there too somebody may know."""
    parents = [body.parent.known_as for body in bodies if body.parent is not None]
    return list({body.pk: body for body in (*bodies, *parents)}.values())


def _not_again(row: Responsibility | None, declined: Responsibility | None) -> set[UUID]:
    return {each.contact_id for each in (row, declined) if each is not None}


def _proposals(
    bodies: Sequence[Organisation], contacts: Mapping[UUID, list[Contact]], not_again: Collection[UUID]
) -> tuple[Contact, ...]:
    people = (each for body in bodies for each in contacts.get(body.pk, ()))
    return tuple({each.pk: each for each in people if each.pk not in not_again}.values())


def _returned(place: Place, rows: Collection[Responsibility]) -> set[str]:
    """Addresses whose last letter that asks this could not be delivered."""
    addresses = {row.contact.email.strip().lower() for row in rows if row.asked_at} - {""}
    letters = Message.objects.filter(place=place, kind="yours", to_email__in=addresses).order_by("made_at")
    last = dict(letters.values_list("to_email", "state"))
    return {address for address, state in last.items() if state == Message.State.RETURNED}


def history_of(action: Action) -> list[Responsibility]:
    """All who answered for an action or were asked, latest first."""
    rows = action.responsibilities.select_related("contact__organisation").prefetch_related(
        "passed_to__contact"
    )
    return list(rows.order_by("-since", "-pk"))
