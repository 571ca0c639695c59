"""Tarrow's plan with an open round: Ray answers for the first three actions, Mina for the fourth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from django.utils import timezone
from site_cast import Cast

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.delivery.models import Request, Responsibility, Round, Update
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import NOTHING_SEEN, Author, hand_in
from turntide.web.delivery.services.approving import approve_update
from turntide.web.delivery.services.opening import open_round
from turntide.web.organisations.models import Contact
from turntide.web.periods.rules.record import Record
from turntide.web.periods.store.taking import Span, take
from turntide.web.plans.models import Action, Plan

TODAY = timezone.localdate()
QUARTER = Span(TODAY - timedelta(days=60), TODAY + timedelta(days=30))
WELL = Said(lifecycle="delivering", confidence="green", done="Two groups walk.")


@dataclass(frozen=True)
class Delivery:
    """A plan, its round, and who answers in it."""

    plan: Plan
    round: Round
    ray: Contact
    mina: Contact
    by: By

    @property
    def place(self) -> Place:
        return self.plan.place

    @property
    def requests(self) -> list[Request]:
        """In the plan's order."""
        return list(self.round.requests.select_related("recipient__contact"))

    @property
    def actions(self) -> list[Action]:
        return [request.action for request in self.requests]

    def says(self, at: int, said: Said = WELL) -> Update:
        """Whoever answers for an action of the round hands in an update of it."""
        request = self.requests[at]
        before = Update.objects.filter(request=request).first()
        saw = before.version if before else NOTHING_SEEN
        return hand_in(
            request=request, said=said, saw=saw, author=Author.from_link(request.recipient.contact)
        )

    def approves(self, update: Update) -> Update:
        return approve_update(update=update, by=self.by, seen=True)

    def told(self, at: int, said: Said = WELL) -> Update:
        """Handed in and approved."""
        return self.approves(self.says(at, said))

    def taken(self) -> Record:
        return take(self.place, QUARTER)


@pytest.fixture
def delivery(tarrow_plan: Plan, cast: Cast) -> Delivery:
    actions = list(tarrow_plan.actions.standing()[:4])
    bodies = tarrow_plan.place.organisations.standing().order_by("name")
    ray = Contact.objects.create(
        organisation=bodies[0], name="Ray Okoro", role="Programme lead", email="ray@trust.example"
    )
    mina = Contact.objects.create(organisation=bodies[1], name="Mina Farrow", email="mina@council.example")
    answers = [(each, ray) for each in actions[:3]] + [(actions[3], mina)]
    Responsibility.objects.bulk_create(Responsibility(action=action, contact=who) for action, who in answers)
    round_ = draft(tarrow_plan.place)
    open_round(round_=round_, saw=1, by=cast.by)
    round_.refresh_from_db()
    return Delivery(tarrow_plan, round_, ray, mina, cast.by)


def draft(place: Place, ends: date = QUARTER.ends) -> Round:
    """A round about a quarter, not yet opened."""
    return Round.objects.create(
        place=place,
        title="The quarter",
        starts=ends - timedelta(days=90),
        ends=ends,
        due_on=TODAY + timedelta(days=14),
    )


def without_moments(record: Record) -> Record:
    """A record but for when it was taken, and when what it tells was approved to the second."""
    actions = tuple(
        replace(each, statement=replace(each.statement, approved_at=bool(each.statement.approved_at) * "yes"))
        if each.statement
        else each
        for each in record.actions
    )
    return replace(record, taken="", actions=actions)
