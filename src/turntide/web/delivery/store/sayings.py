"""Between an update's rows and what was said."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from turntide.web.delivery.models import Reach, Reading, Step, Update
from turntide.web.delivery.rules.said import ReachSaid, ReadingSaid, Said, StepSaid

PLAIN = (
    *("lifecycle", "confidence", "reason", "recovers_on", "done", "next", "in_the_way", "ask"),
    *("no_change", "worth_a_story"),
)
"""The fields that an update and what is said share."""


def said_of(update: Update) -> Said:
    """What an update says."""
    return Said(
        **{name: getattr(update, name) for name in PLAIN},
        steps=tuple(
            StepSaid(row.milestone, row.text, row.due, row.met_on, row.moved_to, row.reason)
            for row in update.steps.all()
        ),
        readings=tuple(
            ReadingSaid(row.measure, row.text, row.value, row.on, row.origin) for row in update.readings.all()
        ),
        reached=tuple(ReachSaid(row.group, row.number) for row in update.reached.all()),
    )


def put_said(update: Update, said: Said) -> None:
    """Write what is said into an update's rows. The update itself is saved by the caller's one door."""
    for name in PLAIN:
        setattr(update, name, getattr(said, name))
    update.save()
    for rows in (update.steps, update.readings, update.reached):
        rows.all().delete()
    Step.objects.bulk_create([Step(update=update, **asdict(step)) for step in said.steps])
    Reading.objects.bulk_create([Reading(update=update, **asdict(each)) for each in said.readings])
    Reach.objects.bulk_create([Reach(update=update, **asdict(each)) for each in said.reached])


def said_as_data(said: Said) -> dict[str, Any]:
    """What is said, as history keeps it."""
    return asdict(said)
