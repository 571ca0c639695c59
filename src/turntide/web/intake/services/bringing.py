"""Bringing files in: kept first, then queued to be read, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django_q.tasks import async_task

from turntide.web.accounts.models import Person, Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.files.services import keep_original
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.services.replaying import replay_matches, replay_mends
from turntide.web.plans.models import Plan

READ_FILE = "turntide.web.intake.work.read_file"


@dataclass(frozen=True, slots=True)
class Arriving:
    """A file as it arrives: its name and its bytes."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Choice:
    """What a file is to become: ``plan`` for its new edition, else a new plan; not ``decided``: asked later."""

    plan: Plan | None = None
    decided: bool = False


ASK_LATER = Choice()


@transaction.atomic
def bring_in(
    *, place: Place, files: Sequence[Arriving], choice: Choice, person: Person | None, by: By
) -> list[Intake]:
    """Keep the files and have them read. All of them are kept, or none."""
    return [_brought(place, file, choice, person, by) for file in files]


def _brought(place: Place, file: Arriving, choice: Choice, person: Person | None, by: By) -> Intake:
    original = keep_original(place=place, name=file.name, body=file.body, person=person, by=by)
    intake = Intake.objects.create(
        place=place, original=original, plan=choice.plan, decided=choice.decided, brought_by=person
    )
    note_act("bring in", intake, by=by, place_id=place.pk, name=original.name)
    if choice.plan is not None:
        replay_mends(intake, choice.plan)
        replay_matches(intake, choice.plan)
    queue_reading(intake)
    return intake


def queue_reading(intake: Intake) -> None:
    """Have the file read by a worker. The job is written in the transaction of its cause, or not at all."""
    async_task(READ_FILE, str(intake.pk), task_name=f"read {intake.pk}"[:100], group="reading")


def wait_again(intake: Intake) -> None:
    """Put a file back in line, to be read with the mends it has now. Call it inside a transaction."""
    intake.stage, intake.refusal = Stage.WAITING, ""
    intake.claim, intake.beat_at, intake.attempts, intake.queued_at = None, None, 0, timezone.now()
    intake.save(
        update_fields=[
            *("stage", "refusal", "claim", "beat_at", "attempts", "queued_at", "changed_at"),
            *("version", "plan", "decided"),
        ]
    )
    queue_reading(intake)
