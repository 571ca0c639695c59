"""Who answers for actions: named, taken away, and both undone. Rows only grow; whoever went stays in history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Responsibility
from turntide.web.delivery.rules.naming import may_name, may_undo_naming
from turntide.web.delivery.services.acts import Act, again, end, hold
from turntide.web.delivery.services.handing_over import close_spent_links, move_requests, open_again
from turntide.web.delivery.services.refusing import require
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.organisations.services.contacts import Reached, add_contact
from turntide.web.organisations.store.states import CONTACT
from turntide.web.plans.models import Action


@dataclass(frozen=True, slots=True)
class Named:
    """What an act did: for how many actions, who answered before, and how many open requests went along.

    ``act`` is what undoes it (`undo_naming`).
    """

    act: UUID
    actions: int
    replaced: tuple[Contact, ...] = ()
    moved: int = 0


@transaction.atomic
def name_answerer(*, actions: Collection[Action], contact: Contact, by: By) -> Named:
    """Let a person answer for these actions from now on, instead of whoever did. Raises RefusedError.

    What is open of them in a round goes to the person too; where nothing is left for whoever did, their links close.
    """
    require(may_name(contact.name, has_left=contact.left_at is not None))
    place = contact.organisation.place
    held = [row.pk for row in hold(action.pk for action in actions) if row.plan.place_id == place.pk]
    act, before = Act(), _standing(held)
    wanted = [pk for pk in held if pk not in before or before[pk].contact_id != contact.pk]
    replaced = [before[pk] for pk in wanted if pk in before]
    end(replaced, act)
    Responsibility.objects.bulk_create(
        [Responsibility(action_id=pk, contact=contact, named_in=act.id) for pk in wanted], batch_size=500
    )
    moved = move_requests(wanted, contact, act)
    close_spent_links(place, [row.contact for row in replaced], act)
    if wanted:
        note_act("name answerer", contact, by=by, place_id=place.pk, act=str(act.id), actions=len(wanted))
    return Named(act.id, len(wanted), _people(replaced), moved)


@transaction.atomic
def take_away(*, responsibilities: Collection[Responsibility], by: By) -> Named:
    """Let nobody answer for these any more. What is open in a round stays with the person until another is named."""
    held = hold(row.action_id for row in responsibilities)
    wanted = {row.pk for row in responsibilities}
    rows = [row for row in _standing([action.pk for action in held]).values() if row.pk in wanted]
    act = Act()
    end(rows, act)
    for place, theirs in _by_place(rows).items():
        close_spent_links(place, [row.contact for row in theirs], act)
        note_act("take away answerers", place, by=by, place_id=place.pk, act=str(act.id), actions=len(theirs))
    return Named(act.id, len(rows), _people(rows))


@transaction.atomic
def undo_naming(*, place: Place, act: UUID, by: By) -> Named:
    """Take an act of `name_answerer`, `take_away` or of this back; what it gives is itself an act that can be undone.

    Raises RefusedError where more was done since; LookupError where there is no such act in the place.
    """
    rows = Responsibility.objects.filter(action__plan__place=place)
    touched = set(rows.filter(named_in=act).values_list("action_id", flat=True))
    touched |= set(rows.filter(ended_in=act).values_list("action_id", flat=True))
    if not touched:
        raise LookupError("no such act in this place")
    held = hold(touched)
    full = rows.select_related("contact__organisation__place", "action__plan")
    made, ended = list(full.filter(named_in=act)), list(full.filter(ended_in=act))
    require(may_undo_naming(changed=_changed_since(held, made)))
    undoing = Act()
    end(made, undoing)
    restored = [again(row, undoing) for row in ended]
    Responsibility.objects.bulk_create(restored, batch_size=500)
    open_again(ended)
    moved = sum(
        move_requests([row.action_id for row in theirs], theirs[0].contact, undoing, tell=False)
        for theirs in _by_person(restored).values()
    )
    close_spent_links(place, [row.contact for row in made], undoing)
    note_act("undo naming", place, by=by, place_id=place.pk, act=str(undoing.id), undoes=str(act))
    return Named(undoing.id, len(held), _people(made), moved)


@transaction.atomic
def hand_over(
    *, actions: Collection[Action], contact: Contact, by: By, passed_by: Contact | None = None
) -> int:
    """Let a person be asked, in the rounds that are open, for what nobody has answered yet of these actions.

    Who answers for them in later rounds stays as it is: `name_answerer` changes both. They get a link and a letter;
    the link of whoever was asked closes where nothing is left for them. Gives how many requests went to them, none
    where they have no address. Raises RefusedError.
    """
    require(may_name(contact.name, has_left=contact.left_at is not None))
    held = hold(action.pk for action in actions)
    act = Act()
    moved = move_requests([action.pk for action in held], contact, act, passed_by=passed_by)
    if moved:
        place = contact.organisation.place_id
        note_act("hand over requests", contact, by=by, place_id=place, requests=moved)
    return moved


@transaction.atomic
def known_at(*, body: Organisation, reached: Reached, by: By) -> Contact:
    """The contact with this address at a body, under any of its names; made where there is none yet."""
    body = body.known_as
    if reached.email:
        at = Contact.objects.filter(organisation__in=Organisation.objects.one_with(body.pk), left_at=None)
        known = at.filter(email__iexact=reached.email.strip()).first()
        if known is not None:
            return known
    edit = add_contact(body=body, reached=reached, by=by)
    assert edit is not None
    made = next(field for field in edit.after[str(body.pk)] if field.startswith(CONTACT))
    return body.contacts.select_related("organisation__place").get(pk=made.removeprefix(CONTACT))


def _standing(actions: Collection[UUID]) -> Mapping[UUID, Responsibility]:
    rows = Responsibility.objects.standing().filter(action__in=actions)
    return {row.action_id: row for row in rows.select_related("contact__organisation__place")}


def _changed_since(held: Iterable[Action], made: Collection[Responsibility]) -> str:
    """An action on which more was done after an act that made these rows; empty where there is none."""
    own = {row.pk for row in made}
    stands = _standing([action.pk for action in held])
    gone = {row.action_id for row in made if row.ended_at is not None}
    for action in held:
        row = stands.get(action.pk)
        other = row is not None and (row.pk not in own or _answered_since(row))
        if other or action.pk in gone:
            return str(action)[:100]
    return ""


def _answered_since(row: Responsibility) -> bool:
    return row.answered_at is not None and row.answered_at > row.since


def _people(rows: Iterable[Responsibility]) -> tuple[Contact, ...]:
    return tuple({row.contact_id: row.contact for row in rows}.values())


def _by_person(rows: Iterable[Responsibility]) -> Mapping[UUID, list[Responsibility]]:
    found: dict[UUID, list[Responsibility]] = defaultdict(list)
    for row in rows:
        found[row.contact_id].append(row)
    return found


def _by_place(rows: Iterable[Responsibility]) -> Mapping[Place, list[Responsibility]]:
    found: dict[Place, list[Responsibility]] = defaultdict(list)
    for row in rows:
        found[row.contact.organisation.place].append(row)
    return found
