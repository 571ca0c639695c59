"""A place of any size that is delivered: plans with themes, bodies, milestones and measures, and three rounds of
answers that were approved.

Rows are put in as they stand, in bulk: what is measured comes afterwards.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import cycle
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from turntide.web.accounts.models import Place
from turntide.web.accounts.services.places import add_place
from turntide.web.audit.by import By
from turntide.web.delivery.models import Reach, Reading, Recipient, Request, Round, Step, Update
from turntide.web.delivery.services.counting import recount
from turntide.web.organisations.models import Contact, Organisation
from turntide.web.organisations.spelling import spelling_key
from turntide.web.plans.models import (
    Action,
    Change,
    Heading,
    Involvement,
    Measure,
    Milestone,
    Part,
    Placement,
    Plan,
    Version,
)
from turntide.web.plans.store.taking_out import action_state, whole

PLANS, THEMES, BODIES, ROUNDS = 20, 8, 200, 3
AT_ONCE = 1_000
SEED = 20261122
BY = By.work("benchmark")
DONE = "The group meets each week at the hall, and twelve people came to walk along the harbour. " * 3


@transaction.atomic
def fill(slug: str, actions: int) -> Place:
    """Make the place."""
    place = add_place(name=slug.title(), by=BY)
    Place.objects.filter(pk=place.pk).update(slug=slug)
    place.slug = slug
    plans = Plan.objects.bulk_create([Plan(place=place, title=f"Plan {at + 1}") for at in range(PLANS)])
    rows = _actions(plans, actions)
    contacts = _contacts(place)
    _parts(rows, [contact.organisation for contact in contacts])
    for at in range(ROUNDS):
        _round(place, rows, contacts, at)
    recount([row.pk for row in rows])
    return place


@transaction.atomic
def change_every_action(place: Place) -> datetime:
    """Every action was reworded by one change; the moment just before it."""
    before = timezone.now()
    for plan in place.plans.all():
        change = Change.objects.create(plan=plan, verb="edit many", by=None, process="benchmark")
        Version.objects.bulk_create(_versions(change, plan), 200)
        plan.actions.update(text="Open something else", version=2)
    return before


def settle() -> None:
    """What a database does by itself in time: it learns how full its tables are."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _versions(change: Change, plan: Plan) -> Iterator[Version]:
    for row in whole(plan.actions.all()):
        state = action_state(row).as_data()
        yield Version(change=change, thing="action", thing_id=row.pk, number=2, before=state, after=state)


def _contacts(place: Place) -> list[Contact]:
    names = [f"{place.name} Body {at}" for at in range(BODIES)]
    bodies = Organisation.objects.bulk_create(
        [Organisation(place=place, name=name, key=spelling_key(name)) for name in names]
    )
    return Contact.objects.bulk_create(
        [
            Contact(
                organisation=body,
                name=f"Person {at:03}",
                role="Lead officer",
                email=f"p{at}@{place.slug}.example",
            )
            for at, body in enumerate(bodies)
        ]
    )


def _actions(plans: Sequence[Plan], many: int) -> list[Action]:
    rows = [
        Action(
            plan=plan,
            position=float(at),
            ref=f"{at}",
            text=f"Open a walking group for people who live alone near Quarry Road, part {at}",
            detail="With a lift to the start for whoever needs one.",
            when_wording="By March 2027",
            ends=date(2027, 3, 31),
        )
        for at, plan in zip(range(many), cycle(plans), strict=False)
    ]
    Action.objects.bulk_create(rows, AT_ONCE)
    themes: dict[UUID, list[Heading]] = {}
    for plan in plans:
        made = [
            Heading(plan=plan, position=float(at), level="Theme", text=f"Theme {at}") for at in range(THEMES)
        ]
        themes[plan.pk] = Heading.objects.bulk_create(made)
    placed = [
        Placement(action=row, heading=themes[row.plan_id][at // PLANS % THEMES], main=True)
        for at, row in enumerate(rows)
    ]
    Placement.objects.bulk_create(placed, AT_ONCE)
    return rows


def _parts(rows: Sequence[Action], bodies: Sequence[Organisation]) -> None:
    whose = cycle(bodies)
    involved = [
        Involvement(action=row, organisation=body, part=part, name=body.name)
        for row in rows
        for part, body in ((Part.LEAD, next(whose)), (Part.PARTNER, next(whose)), (Part.PARTNER, next(whose)))
    ]
    Involvement.objects.bulk_create(involved, AT_ONCE)
    steps = [
        Milestone(action=row, position=at, text=f"Step {at} is taken", due=date(2026, 12, 1 + at))
        for row in rows
        for at in range(2)
    ]
    Milestone.objects.bulk_create(steps, AT_ONCE)
    measures = [Measure(action=row, text="Walkers a week", target="80", groups=["Carers"]) for row in rows]
    Measure.objects.bulk_create(measures, AT_ONCE)


def _round(place: Place, rows: Sequence[Action], contacts: Sequence[Contact], at: int) -> None:
    chance = random.Random(SEED + at)
    now = timezone.now() - timedelta(days=91 * (ROUNDS - 1 - at))
    ends = timezone.localdate(now)
    round_ = Round.objects.create(
        place=place,
        title=f"Round {at + 1}",
        starts=ends - timedelta(days=90),
        ends=ends,
        due_on=ends,
        opened_at=now - timedelta(days=20),
        closed_at=now if at < ROUNDS - 1 else None,
    )
    recipients = Recipient.objects.bulk_create(
        [Recipient(round=round_, contact=each, email=each.email) for each in contacts]
    )
    asked = [
        Request(round=round_, recipient=recipient, action=row, state=Request.State.APPROVED, answered_at=now)
        for row, recipient in zip(rows, cycle(recipients), strict=False)
    ]
    Request.objects.bulk_create(asked, AT_ONCE)
    _updates([request for request in asked if chance.random() < 0.8], now, chance)


def _updates(asked: Sequence[Request], now: datetime, chance: random.Random) -> None:
    said = [_update(request, now, chance) for request in asked]
    Update.objects.bulk_create(said, AT_ONCE)
    Reach.objects.bulk_create([Reach(update=each, group="Carers", number=9) for each in said], AT_ONCE)
    Reading.objects.bulk_create(
        [Reading(update=each, text="Walkers a week", value="63") for each in said], AT_ONCE
    )
    Step.objects.bulk_create([Step(update=each, text="Step", met_on=each.on) for each in said[::5]], AT_ONCE)


def _update(request: Request, now: datetime, chance: random.Random) -> Update:
    contact, round_ = request.recipient.contact, request.round
    return Update(
        action=request.action,
        request=request,
        state=Update.State.APPROVED,
        on=timezone.localdate(now),
        starts=round_.starts,
        ends=round_.ends,
        said_at=now,
        approved_at=now,
        lifecycle=chance.choice(("planning", "delivering", "ongoing", "complete")),
        confidence=chance.choice(("red", "amber", "green")),
        done=DONE,
        next="A third group in March.",
        author=contact,
        author_name=contact.name,
    )
