"""Asking people whether actions are theirs: one link and one letter a person, for all their actions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Link, Responsibility
from turntide.web.delivery.services.acts import Act, hold
from turntide.web.delivery.services.handing_over import close_spent_links
from turntide.web.delivery.services.linking import links_for
from turntide.web.delivery.services.opening import GRACE
from turntide.web.delivery.services.refusing import RefusedError
from turntide.web.mail.models import Message
from turntide.web.mail.services.queueing import Posting, queue
from turntide.web.organisations.models import Contact

LASTS = timedelta(days=30)
KIND = "yours"


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom an act asked, for how many actions; and who has no address and was not asked. ``act`` takes it back."""

    act: UUID
    people: int
    actions: int
    unreachable: tuple[Contact, ...]


@transaction.atomic
def ask_whose(*, responsibilities: Collection[Responsibility], by: By) -> Asking:
    """Ask those who are named whether the actions are theirs. Whoever was asked already is not asked again."""
    hold(row.action_id for row in responsibilities)
    named = Responsibility.objects.standing().filter(
        pk__in=[row.pk for row in responsibilities], state=Responsibility.State.NAMED, contact__left_at=None
    )
    rows = list(named.select_related("contact__organisation__place"))
    reached, act = [row for row in rows if row.contact.email], Act()
    Responsibility.objects.filter(pk__in=[row.pk for row in reached]).update(
        state=Responsibility.State.ASKED, asked_at=act.at, asked_by_id=by.person_id, asked_in=act.id
    )
    people = by_address(row.contact for row in reached)
    for place in {contact.organisation.place for contact in people.values()}:
        write_to(place, people.values(), act, due_at=act.at + GRACE)
        note_act("ask whose", place, by=by, place_id=place.pk, act=str(act.id), actions=len(reached))
    unreachable = {row.contact_id: row.contact for row in rows if not row.contact.email}
    return Asking(act.id, len(people), len(reached), tuple(unreachable.values()))


@transaction.atomic
def take_back_question(*, place: Place, act: UUID, by: By) -> int:
    """Take an asking back where it is not answered; letters that have not gone are not sent. How many actions.

    Raises RefusedError where all were answered; LookupError where there is no such act in the place.
    """
    rows = Responsibility.objects.filter(action__plan__place=place, asked_in=act)
    touched = set(rows.values_list("action_id", flat=True))
    if not touched:
        raise LookupError("no such act in this place")
    hold(touched)
    waiting = rows.standing().filter(state=Responsibility.State.ASKED)
    unanswered = list(waiting.select_related("contact"))
    if not unanswered:
        raise RefusedError(_("All of them were answered or changed meanwhile."))
    undoing = Act()
    Responsibility.objects.filter(pk__in=[row.pk for row in unanswered]).update(
        state=Responsibility.State.NAMED, asked_at=None, asked_by=None, asked_in=None
    )
    close_spent_links(place, [row.contact for row in unanswered], undoing)
    note_act("take back question", place, by=by, place_id=place.pk, actions=len(unanswered), undoes=str(act))
    return len(unanswered)


def write_to(place: Place, people: Iterable[Contact], act: Act, *, due_at: datetime | None = None) -> None:
    """Give people of a place a link and a letter that asks; one whose letter still waits gets all in that one."""
    wanted = by_address(each for each in people if each.organisation.place_id == place.pk)
    waiting = _waiting_letters(place, wanted)
    kept = [letter.about["link"] for letter in waiting.values()]
    Link.objects.filter(pk__in=kept).update(expires_at=act.at + LASTS)
    fresh = {address: contact for address, contact in wanted.items() if address not in waiting}
    links = links_for(_link(place, contact, act) for contact in fresh.values())
    queue(place, [_posting(link, address, due_at) for link, address in zip(links, fresh, strict=True)])


def by_address(people: Iterable[Contact]) -> Mapping[str, Contact]:
    """People by their addresses: who stands for several bodies is one person."""
    found: dict[str, Contact] = {}
    for contact in people:
        found.setdefault(contact.email.strip().lower(), contact)
    return found


def _waiting_letters(place: Place, people: Collection[str]) -> Mapping[str, Message]:
    """Letters that will be worded after this, by address; held, so that none is worded before."""
    letters = Message.objects.filter(place=place, kind=KIND, state=Message.State.WAITING, to_email__in=people)
    held = letters.select_for_update(of=("self",))
    good = Link.objects.filter(place=place, purpose=Link.Purpose.YOURS, revoked_at=None)
    opening = {str(pk) for pk in good.filter(contact__left_at=None).values_list("pk", flat=True)}
    return {letter.to_email: letter for letter in held if letter.about.get("link") in opening}


def _link(place: Place, contact: Contact, act: Act) -> Link:
    return Link(place=place, purpose=Link.Purpose.YOURS, contact=contact, expires_at=act.at + LASTS)


def _posting(link: Link, address: str, due_at: datetime | None) -> Posting:
    assert link.contact is not None
    return Posting(
        kind=KIND,
        reason=f"{KIND} {link.pk}",
        to_email=address,
        to_name=link.contact.name,
        about={"link": str(link.pk)},
        due_at=due_at,
    )
