"""What was said of a document before, said again of the next: mends, and which actions are one."""

from __future__ import annotations

from django.db.models import Max
from django.utils import timezone

from turntide.web.intake.models import Intake, Match, Mended
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


def replay_matches(intake: Intake, plan: Plan) -> int:
    """Give a file what was said of actions when the same edition was brought in before, and not adopted; how many.

    Call it inside a transaction. What speaks of an action that is not there is passed over when the two are compared.
    """
    draft = _draft_before(intake, plan)
    if draft is None or intake.matches.exists():
        return 0
    rows = [
        Match(intake=intake, old=each.old, new=each.new, words=each.words, same=each.same, by=each.by)
        for each in draft.matches.standing()
    ]
    Match.objects.bulk_create(rows)
    return len(rows)


def _draft_before(intake: Intake, plan: Plan) -> Intake | None:
    """The latest file since the plan's last adopted one that something was said of."""
    adopted = plan.intakes.filter(edition__isnull=False).aggregate(last=Max("brought_at"))["last"]
    drafts = plan.intakes.filter(edition=None, matches__isnull=False, matches__taken_back_at=None)
    if adopted is not None:
        drafts = drafts.filter(brought_at__gt=adopted)
    return drafts.exclude(pk=intake.pk).first()


def drop_replayed(intake: Intake) -> None:
    """Take back the mends that came from another plan's document."""
    intake.mends.standing().filter(replayed=True).update(
        taken_back_at=timezone.now(), taken_back_in_version=intake.version
    )
