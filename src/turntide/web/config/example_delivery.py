"""What became of the example place's plan: who answers, a round that is over, one that is open, a group, a story.

Everybody and everything here is invented. Days are counted from the day it is loaded, so that it never looks old.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import cycle

from django.db.models import Count
from django.utils import timezone

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.config.example_words import PEOPLE, SAID, STORY
from turntide.web.delivery.models import Request, Round, Saying, Update
from turntide.web.delivery.rules.periods import period_before, period_of
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in, say_no_change
from turntide.web.delivery.services.approving import approve_update
from turntide.web.delivery.services.counting import recount
from turntide.web.delivery.services.grouping import Described, begin_group
from turntide.web.delivery.services.naming import name_answerer
from turntide.web.delivery.services.opening import actions_asked, close_round, open_round
from turntide.web.delivery.services.remitting import Looked, set_remit
from turntide.web.delivery.services.rounds import Drafted, draft_round
from turntide.web.delivery.services.seating import seat_member
from turntide.web.mail.models import Message
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.organisations.services.contacts import Reached, add_contact
from turntide.web.plans.models import Action, Plan
from turntide.web.stories.services.telling import write_story

_DAYS_LEFT, _DAYS_OPEN = 5, 16


def load_delivery(place: Place, plan: Plan, by: By) -> None:
    """Let people answer for a plan's actions, and let two rounds have asked them."""
    people = _people(place, by)
    _name(people, by)
    _group(plan, people, by)
    today = timezone.localdate()
    this = period_of("quarter", today)
    last = period_before(this)
    over = _round(place, last.starts, last.ends, last.ends + timedelta(days=21), by)
    _answer(over, every=4, approve=True, day=last.ends + timedelta(days=12), by=by)
    close_round(round_=over, by=by)
    _dated(over, last.ends + timedelta(days=5), closed=last.ends + timedelta(days=28))
    running = _round(place, this.starts, this.ends, today + timedelta(days=_DAYS_LEFT), by)
    _answer(running, every=3, approve=False, day=today - timedelta(days=4), by=by)
    _dated(running, today - timedelta(days=_DAYS_OPEN))
    # They are here to be looked at: nobody is to be written to.
    Message.objects.filter(place=place, state=Message.State.WAITING).update(state=Message.State.NOT_NEEDED)
    _story(place, plan, by)


def _people(place: Place, by: By) -> list[Contact]:
    """Somebody at each of the bodies that do most."""
    bodies = Organisation.objects.filter(involvements__action__plan__place=place)
    most = bodies.annotate(times=Count("involvements")).order_by("-times", "name")[: len(PEOPLE)]
    return [_person(body, name, role, by) for body, (name, role) in zip(most, PEOPLE, strict=False)]


def _person(body: Organisation, name: str, role: str, by: By) -> Contact:
    email = f"{name.split(maxsplit=1)[0].lower()}@{body.key.replace(' ', '-')[:30]}.example"
    add_contact(body=body, reached=Reached(name, role, email), by=by)
    return body.contacts.select_related("organisation__place").get(email=email)


def _name(people: Sequence[Contact], by: By) -> None:
    for contact in people:
        theirs = Action.objects.filter(involvements__organisation=contact.organisation, responsibilities=None)
        name_answerer(actions=list(theirs.standing().distinct()), contact=contact, by=by)


def _group(plan: Plan, people: Sequence[Contact], by: By) -> None:
    board = begin_group(
        place=plan.place, described=Described(f"{plan.place.name} active board", kind="board"), by=by
    )
    for at, contact in enumerate(people[:4]):
        seat_member(group=board, contact=contact, chair=at == 0, by=by)
        board.refresh_from_db()
    set_remit(group=board, plan=plan, looked=Looked(whole=True), saw=board.version, by=by)


def _round(place: Place, starts: date, ends: date, due_on: date, by: By) -> Round:
    title = f"{starts:%B} to {ends:%B %Y}"
    drafted = Drafted(title=title, period="quarter", starts=starts, ends=ends, due_on=due_on)
    round_ = draft_round(place=place, drafted=drafted, by=by)
    open_round(round_=round_, saw=round_.version, by=by)
    round_.refresh_from_db()
    return round_


def _answer(round_: Round, *, every: int, approve: bool, day: date, by: By) -> None:
    """Have all but each so-manieth request answered, on a day."""
    for at, (request, said) in enumerate(_pairs(round_)):
        if at % every == every - 1:
            continue
        contact = request.recipient.contact
        update = _said(request, said, Author.from_link(contact), repeats=at % 7 == 5)
        if approve:
            approve_update(update=update, by=by, seen=True)
    _said_on(round_, day)


def _said(request: Request, said: Said, author: Author, *, repeats: bool) -> Update:
    if repeats:
        return say_no_change(request=request, saw=NOTHING_SEEN, author=author)
    if said.in_trouble:
        said = replace(said, recovers_on=timezone.localdate() + timedelta(days=45))
    return hand_in(request=request, said=said, saw=NOTHING_SEEN, author=author)


def _pairs(round_: Round) -> Iterator[tuple[Request, Said]]:
    # By the plans' titles, not their ids, so that the same action gives the same answer wherever it is loaded.
    asked = round_.requests.order_by("action__plan__title", "action__position")
    requests = asked.select_related("recipient__contact", "action__plan")
    return zip(requests, cycle(SAID), strict=False)


def _said_on(round_: Round, day: date) -> None:
    """Date what was said; the services date it today."""
    at = _morning(day)
    updates = Update.objects.filter(request__round=round_)
    updates.update(on=day, said_at=at)
    updates.exclude(approved_at=None).update(approved_at=at + timedelta(days=2))
    Saying.objects.filter(update__in=updates).update(at=at)
    round_.requests.exclude(answered_at=None).update(answered_at=at)
    recount(actions_asked(round_))


def _dated(round_: Round, opened: date, closed: date | None = None) -> None:
    days = {"opened_at": _morning(opened)} | ({"closed_at": _morning(closed)} if closed else {})
    Round.objects.filter(pk=round_.pk).update(**days)
    round_.recipients.update(asked_at=days["opened_at"])


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(9, 30), tzinfo=timezone.get_current_timezone())


def _story(place: Place, plan: Plan, by: By) -> None:
    agreed_on = timezone.localdate() - timedelta(days=30)
    action = plan.actions.standing()[0]
    write_story(place=place, told=replace(STORY, agreed_on=agreed_on, actions=(action.pk,)), by=by)
