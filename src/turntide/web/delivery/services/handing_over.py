"""What follows when actions come to another person: their open requests go along, and links with nothing left close."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import QuerySet

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Link, Recipient, Request, Responsibility, Round
from turntide.web.delivery.services.acts import Act
from turntide.web.delivery.services.linking import links_for, revoke
from turntide.web.delivery.services.opening import answer_link, request_posting
from turntide.web.mail.models import Message
from turntide.web.mail.services.queueing import Posting, queue
from turntide.web.organisations.models import Contact


def move_requests(
    actions: Collection[UUID],
    contact: Contact,
    act: Act,
    *,
    passed_by: Contact | None = None,
    tell: bool = True,
) -> int:
    """Let a person be asked for what is still open of these actions; how many requests went to them.

    They get a letter unless one still waits to go out; without ``tell`` only if they had none in that round.
    Somebody without an address is asked for nothing: the requests stay where they are.
    """
    address = contact.email.strip().lower()
    if not address:
        return 0
    requests = list(_open_requests(actions).exclude(recipient__email=address))
    by_round: dict[UUID, list[Request]] = defaultdict(list)
    for request in requests:
        by_round[request.round_id].append(request)
    for theirs in by_round.values():
        _move(theirs, _recipient(theirs[0].round, contact, act, tell), passed_by)
    _close_answering({request.recipient_id for request in requests}, act)
    return len(requests)


def close_spent_links(place: Place, contacts: Iterable[Contact], act: Act) -> None:
    """Close the "is this yours?" links of people of whom nothing is asked any more."""
    people = {contact.email.strip().lower() or str(contact.pk): contact for contact in contacts}
    if not people:
        return
    asked = Responsibility.objects.standing().exclude(asked_at=None).filter(action__plan__place=place)
    busy = {
        key.strip().lower()
        for email, pk in asked.values_list("contact__email", "contact_id")
        for key in (email, str(pk))
        if key
    }
    links = Link.objects.filter(place=place, purpose=Link.Purpose.YOURS, revoked_at=None)
    spent = [
        pk
        for pk, email, contact in links.values_list("pk", "contact__email", "contact_id")
        if _is_of(people, email, contact) and not {email.strip().lower(), str(contact)} & busy
    ]
    revoke(Link.objects.filter(pk__in=spent), now=act.at)


def open_again(rows: Iterable[Responsibility]) -> None:
    """Let the links open again that closed in the very moment in which these ended."""
    moments = {row.ended_at for row in rows if row.ended_at}
    places = {row.action.plan.place_id for row in rows}
    Link.objects.filter(place__in=places, revoked_at__in=moments).update(revoked_at=None)


def _is_of(people: Collection[str], email: str, contact: UUID | None) -> bool:
    return email.strip().lower() in people or str(contact) in people


def _open_requests(actions: Collection[UUID]) -> QuerySet[Request]:
    rows = Request.objects.outstanding().filter(action__in=actions, round__in=Round.objects.open())
    return rows.select_for_update(of=("self",)).select_related("round__place").order_by("pk")


def _recipient(round_: Round, contact: Contact, act: Act, tell: bool) -> Recipient:
    """The person in this round, with a link that opens, and told where need be."""
    address = contact.email.strip().lower()
    recipient, made = Recipient.objects.get_or_create(
        round=round_, email=address, defaults={"contact": contact}
    )
    if recipient.contact.left_at is not None:
        recipient.contact = contact
        recipient.save(update_fields=["contact"])
    links = recipient.links.good_at(act.at).filter(purpose=Link.Purpose.ANSWER, contact__left_at=None)
    opens = links.exists()
    if not opens:
        links_for([answer_link(recipient)])
    if made:
        queue(round_.place, [request_posting(recipient)])
    elif (tell or not opens) and not _waits_to_be_told(recipient):
        queue(round_.place, [_anew(recipient, act)])
    return recipient


def _waits_to_be_told(recipient: Recipient) -> bool:
    letters = Message.objects.filter(place=recipient.round.place_id, kind="request", to_email=recipient.email)
    # Held, so that it is not worded before what it is to tell of is there.
    waiting = letters.filter(state=Message.State.WAITING, about__recipient=str(recipient.pk))
    return bool(waiting.select_for_update(of=("self",)))


def _anew(recipient: Recipient, act: Act) -> Posting:
    return request_posting(recipient, again=str(act.id))


def _move(requests: Collection[Request], recipient: Recipient, passed_by: Contact | None) -> None:
    Request.objects.filter(pk__in=[request.pk for request in requests]).update(
        recipient=recipient, passed_by=passed_by
    )


def _close_answering(recipients: Collection[UUID], act: Act) -> None:
    busy = Request.objects.filter(recipient__in=recipients).values("recipient")
    spent = Link.objects.filter(purpose=Link.Purpose.ANSWER, recipient__in=recipients)
    revoke(spent.exclude(recipient__in=busy), now=act.at)
