"""Run by test_killed_at_any_moment: does the work in processes that are killed, and says what was left each time.

Each point is a process of its own that is killed (SIGKILL) just before its nth statement to the database, or commit.
What it left is looked at, and then the work is done as it is after a restart: the jobs that wait are run, and the
person asks again. Prints one JSON object a point.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from itertools import count, takewhile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import django

# ruff: noqa: E402 - models can be imported only once Django is set up
django.setup()

from django.db import DEFAULT_DB_ALIAS, connections
from django.utils import timezone
from django_q.models import OrmQ

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.models import Entry
from turntide.web.config.preparing import prepare
from turntide.web.files.models import Original
from turntide.web.files.services import body_of
from turntide.web.intake.models import Intake, Stage
from turntide.web.intake.services.adopting import adopt
from turntide.web.intake.services.bringing import ASK_LATER, Arriving, bring_in
from turntide.web.intake.work import pick_up, read_file
from turntide.web.plans.models import Action, Change, Edition, Heading, Placement, Plan, Version, Words

FILE = Path(sys.argv[1])
BY = By.work("test")
Work = Callable[[], object]


def bring() -> None:
    place = Place.objects.latest("made_at")
    bring_in(
        place=place, files=[Arriving(FILE.name, FILE.read_bytes())], choice=ASK_LATER, person=None, by=BY
    )


def run_jobs() -> None:
    """As the worker does: what is queued, by its name and words."""
    for job in OrmQ.objects.all():
        read_file(*job.task["args"])
        job.delete()


def adopt_newest() -> None:
    intake = Intake.objects.latest("brought_at")
    adopt(intake=intake, title="A plan", saw=intake.version, by=BY)


WORK: dict[str, Work] = {"bring": bring, "read": run_jobs, "adopt": adopt_newest}


@contextmanager
def each_step(seen: Callable[[], None]) -> Iterator[None]:
    """Be told before each statement, and before each commit."""

    real = connections[DEFAULT_DB_ALIAS]

    def statement(execute: Callable[..., Any], *words: Any) -> Any:
        seen()
        return execute(*words)

    def commit() -> None:
        seen()
        type(real).commit(real)

    with real.execute_wrapper(statement), patch.object(real, "commit", commit):
        yield


def steps_of(work: Work) -> int:
    """How many statements and commits a piece of work makes."""
    seen: list[None] = []
    with each_step(lambda: seen.append(None)):
        work()
    return len(seen)


def killed(work: Work, nth: int) -> bool:
    """Do it in a process that is killed before its nth step; whether it came so far."""
    connections.close_all()
    child = os.fork()
    if not child:
        _die_before(nth, work)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _die_before(nth: int, work: Work) -> None:
    steps = count(1)

    def step() -> None:
        if next(steps) == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    with each_step(step):
        work()
    os._exit(0)


def faults_left() -> list[str]:
    """What is held by halves."""
    faults = [f"plan {plan.pk}: {shape}" for plan in Plan.objects.all() if (shape := shape_of(plan)) != WHOLE]
    originals = Original.objects.select_related("content")
    faults += [f"original {one.pk}" for one in originals if body_of(one) != FILE.read_bytes()]
    faults += [f"{one.pk} without an intake" for one in Original.objects.filter(intakes=None)]
    faults += [
        f"{one.pk} waits for ever" for one in Intake.objects.filter(stage=Stage.WAITING) if not queued(one)
    ]
    for intake in Intake.objects.all():
        if (intake.stage == Stage.ADOPTED) != (intake.edition is not None):
            faults.append(f"{intake.stage} with edition {intake.edition}")
        if intake.stage == Stage.REVIEW and not intake.reading:
            faults.append("ready to review without a reading")
    held = (Plan.objects.count(), Intake.objects.filter(stage=Stage.ADOPTED).count(), adoptions())
    return faults + ([] if len(set(held)) == 1 else [f"plans, adopted files, audit rows: {held}"])


def adoptions() -> int:
    return Entry.objects.filter(verb="adopt", about_kind="intake").count()


def queued(intake: Intake) -> bool:
    return any(job.task["args"] == (str(intake.pk),) for job in OrmQ.objects.all())


def shape_of(plan: Plan) -> dict[str, int]:
    """How much there is of a plan, of each kind."""
    return {
        "editions": Edition.objects.filter(plan=plan).count(),
        "actions": Action.objects.filter(plan=plan).count(),
        "headings": Heading.objects.filter(plan=plan).count(),
        "placements": Placement.objects.filter(action__plan=plan).count(),
        "words": Words.objects.filter(plan=plan).count(),
        "changes": Change.objects.filter(plan=plan).count(),
        "versions": Version.objects.filter(change__plan=plan).count(),
        "notes": plan.notes.count(),
        "standing": int(plan.retired_at is None),
    }


def go_on(stage: str) -> None:
    """What happens after a restart: time passes, a worker starts, and the person sees what to do again."""
    Intake.objects.filter(stage=Stage.READING).update(beat_at=timezone.now() - timedelta(minutes=1))
    if not Place.objects.latest("made_at").intakes.exists():
        bring()
    pick_up()
    run_jobs()
    assert set(Intake.objects.values_list("stage", flat=True)) <= {Stage.REVIEW, Stage.ADOPTED}
    adopt_newest()
    adopt_newest()


def points(counts: dict[str, int], wanted: dict[str, int]) -> Sequence[tuple[str, int]]:
    """Moments spread evenly over each piece of work, its first and last statement among them."""
    return [
        (stage, 1 + round(at * (counts[stage] - 1) / (many - 1)))
        for stage, many in wanted.items()
        for at in range(many)
    ]


def at_point(stage: str, nth: int) -> dict[str, Any]:
    new_place(f"place-{stage}-{nth}")
    for work in takewhile(lambda name: name != stage, WORK):
        WORK[work]()
    was_killed = killed(WORK[stage], nth)
    faults, adopted = faults_left(), Plan.objects.count()
    go_on(stage)
    return {
        "stage": stage,
        "nth": nth,
        "killed": was_killed,
        "faults": faults,
        "faults after": faults_left(),
        "plans more": Plan.objects.count() - adopted,
        "waiting after": OrmQ.objects.count(),
    }


def new_place(slug: str) -> None:
    """Each point has a place of its own, so that every one makes the same statements."""
    Place.objects.create(slug=slug, name=slug)


list(prepare())
new_place("whole")
# Done once whole, which says how many steps there are and what a whole plan holds.
COUNTS = {name: steps_of(work) for name, work in WORK.items()}
WHOLE = shape_of(Plan.objects.get())
print(json.dumps({"counts": COUNTS, "whole": WHOLE}))
for stage_, nth_ in points(COUNTS, json.loads(sys.argv[2])):
    print(json.dumps(at_point(stage_, nth_)), flush=True)
