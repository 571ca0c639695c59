"""The mends of the edition before, made again on the next one."""

from __future__ import annotations

from django.db.models import Max
from django.utils import timezone

from turntide.web.intake.models import Intake, Mended
from turntide.web.plans.models import Plan


def replay_mends(intake: Intake, plan: Plan) -> int:
    """Give a file the mends of the plan's last adopted document; how many. Call it inside a transaction."""
    before = (
        plan.intakes.filter(edition__isnull=False).exclude(pk=intake.pk).order_by("-edition__number").first()
    )
    if before is None:
        return 0
    start = (intake.mends.aggregate(last=Max("position"))["last"] or 0) + 1
    rows = [
        Mended(
            intake=intake,
            position=position,
            mend=mended.mend,
            replayed=True,
            by=mended.by,
            made_in_version=intake.version,
        )
        for position, mended in enumerate(before.mends.standing(), start=start)
    ]
    Mended.objects.bulk_create(rows)
    return len(rows)


def drop_replayed(intake: Intake) -> None:
    """Take back the mends that came from another plan's document."""
    intake.mends.standing().filter(replayed=True).update(
        taken_back_at=timezone.now(), taken_back_in_version=intake.version
    )
