"""What taking, keeping and reading a period costs: for 500 and for 20,000 actions with three rounds of answers.

    python bench/periods/taking.py                               on SQLite, in a folder of its own
    scripts/with-postgresql python bench/periods/taking.py      on PostgreSQL

Each step is done in a process of its own, so that its memory is what it needs and nothing else's. Fails where a step
for 20,000 actions is over a limit.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from turntide.web.accounts.models import Place
    from turntide.web.periods.rules.record import Record

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turntide.web.config.settings")

MOST_MEMORY = 250.0
"""Megabytes a process may hold that takes or keeps 20,000 actions."""
MOST_SECONDS = 15.0
"""Seconds of a processor within which it is done."""
SIZES = (500, 20_000)


@dataclass(frozen=True)
class Spent:
    """What a step took. ``kept`` is how many kilobytes a period is as it is kept, where it was."""

    step: str
    actions: int
    processor: float
    memory: float
    begun_with: float
    kept: float = 0.0

    def __str__(self) -> str:
        kept = f"{self.kept:>8.0f} kB kept" if self.kept else ""
        memory = f"{self.memory:>6.0f} MB, of which {self.begun_with:.0f} before it began"
        return (
            f"{self.step:<28}{self.actions:>7,} actions{self.processor:>8.2f} s of a processor{memory}{kept}"
        )


def held_megabytes() -> float:
    """The most this process ever held. Not by `resource`: that counts what the process held that began this one."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


def take_now(place: Place, before: datetime) -> Record:
    """The quarter as it stands."""
    from django.utils import timezone

    from turntide.web.periods.store.taking import Span, take

    today = timezone.localdate()
    return take(place, Span(today - timedelta(days=90), today))


def take_then(place: Place, before: datetime) -> Record:
    """The quarter as it stood before every action was reworded."""
    from django.utils import timezone

    from turntide.web.periods.store.taking import Span, take

    today = timezone.localdate()
    return take(place, Span(today - timedelta(days=90), today), as_at=before)


def keep(place: Place, before: datetime) -> Record:
    """The quarter, frozen."""
    from turntide.web.audit.by import By
    from turntide.web.periods.services.freezing import freeze

    record = take_now(place, before)
    freeze(place=place, record=record, by=By.work("benchmark"))
    return record


def read_again(place: Place, before: datetime) -> Record:
    """The frozen quarter."""
    from turntide.web.periods.models import Frozen

    return Frozen.objects.filter(place=place)[0].record()


STEPS: dict[str, Callable[[Place, datetime], Record]] = {
    "take": take_now,
    "take and keep": keep,
    "read what was kept": read_again,
    "take as it stood before": take_then,
}


def measured(step: str, slug: str, before: datetime) -> Spent:
    """Do a step in this process."""
    from turntide.web.accounts.models import Place
    from turntide.web.periods.models import Frozen

    place = Place.objects.get(slug=slug)
    begun_with, begun = held_megabytes(), time.process_time()
    record = STEPS[step](place, before)
    spent = time.process_time() - begun
    memory = held_megabytes()
    frozen = Frozen.objects.filter(place=place).first() if step == "take and keep" else None
    kept = len(frozen.body) / 1024 if frozen else 0.0
    return Spent(step, len(record.actions), spent, memory, begun_with, kept)


def apart(step: str, slug: str, before: datetime) -> Spent:
    """Do a step in a process of its own."""
    asked = [sys.executable, __file__, "--step", step, "--slug", slug, "--before", before.isoformat()]
    answered = subprocess.run(asked, check=True, capture_output=True, text=True)
    return Spent(**json.loads(answered.stdout))


def all_steps(sizes: tuple[int, ...]) -> Iterator[Spent]:
    """Every step for every size."""
    from delivered_place import change_every_action, fill, settle

    for size in sizes:
        slug = f"wexcombe-{size}"
        place = fill(slug, size)
        settle()
        before = change_every_action(place)
        for step in STEPS:
            yield apart(step, slug, before)


def main(sizes: tuple[int, ...]) -> int:
    """Run as a program."""
    from django.db import connection

    print(f"periods on {connection.vendor}")
    over = []
    for spent in all_steps(sizes):
        print(spent, flush=True)
        if spent.memory > MOST_MEMORY or spent.processor > MOST_SECONDS:
            over.append(spent)
    print(f"limits: {MOST_MEMORY:.0f} MB and {MOST_SECONDS:.0f} s of a processor; {len(over)} over")
    return 1 if over else 0


if __name__ == "__main__":
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--actions", type=int, nargs="*", default=SIZES)
    options.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    options.add_argument("--slug", help=argparse.SUPPRESS)
    options.add_argument("--before", type=datetime.fromisoformat, help=argparse.SUPPRESS)
    asked = options.parse_args()
    import django

    if asked.step:
        django.setup()
        print(json.dumps(asdict(measured(asked.step, asked.slug, asked.before))))
    else:
        with tempfile.TemporaryDirectory(prefix="turntide-bench-") as folder:
            os.environ["TURNTIDE_DATA"] = folder
            django.setup()
            from django.core.management import call_command

            call_command("migrate", verbosity=0, interactive=False)
            sys.exit(main(tuple(asked.actions)))
