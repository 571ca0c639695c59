"""How long it takes to open a round of 5,000 requests to 800 people, and to plan their reminders.

    python bench/delivery/opening.py                               on SQLite, in a folder of its own
    scripts/with-postgresql python bench/delivery/opening.py      on PostgreSQL

Fails where opening takes the worker longer than its limit.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turntide.web.config.settings")

LIMIT = 30.0
"""Seconds of the worker that opening may take (the issue's figure)."""


@dataclass(frozen=True)
class Spent:
    """What a piece of work took: seconds of the clock, of the processor, and statements to the database."""

    name: str
    seconds: float
    processor: float
    statements: int

    def __str__(self) -> str:
        return f"{self.name:<34}{self.seconds:>9.2f} s{self.processor:>9.2f} s CPU{self.statements:>7} statements"


def measured(name: str, work: Callable[[], object]) -> Spent:
    """Do it, and say what it took."""
    with counted() as statements:
        begun, used = time.perf_counter(), time.process_time()
        work()
        seconds, processor = time.perf_counter() - begun, time.process_time() - used
    return Spent(name, seconds, processor, statements[0])


@contextmanager
def counted() -> Iterator[list[int]]:
    """The number of statements that go to the database meanwhile."""
    from django.db import connection

    number = [0]

    def execute(run: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        number[0] += 1
        return run(sql, params, many, context)

    with connection.execute_wrapper(execute):
        yield number


def opened(actions: int, people: int) -> Iterator[Spent]:
    """Fill a place, look at its round, open it, remind everybody."""
    from full_round import fill, settle

    from turntide.web.delivery.models import Round
    from turntide.web.delivery.rules.reminding import opens_on, steps
    from turntide.web.delivery.services.opening import open_round
    from turntide.web.delivery.services.reminding import plan_reminders
    from turntide.web.delivery.store.asking import preview_of
    from turntide.web.mail.models import Message

    filled = fill("wexcombe", actions, people)
    settle()
    round_ = filled.round
    yield measured("looking who would be asked", lambda: preview_of(round_))
    yield measured("opening the round", lambda: open_round(round_=round_, saw=1, by=filled.by))
    assert round_.requests.count() == actions and round_.recipients.count() == people
    assert Message.objects.count() == people
    Message.objects.update(state=Message.State.SENT, sent_at=Round.objects.get().opened_at)
    settle()
    morning = opens_on(steps(round_.due_on, "ENG")[0].day)
    yield measured("writing a reminder to everybody", lambda: plan_reminders(morning))
    assert Message.objects.filter(kind="reminder").count() == people
    yield measured("a minute with nothing to do", lambda: plan_reminders(morning + timedelta(minutes=1)))


def main() -> int:
    """Run as a program."""
    from full_round import ACTIONS, PEOPLE

    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--actions", type=int, default=ACTIONS)
    asked.add_argument("--people", type=int, default=PEOPLE)
    options = asked.parse_args()
    from django.db import connection

    print(f"{options.actions:,} requests to {options.people:,} people on {connection.vendor}")
    found = list(opened(options.actions, options.people))
    print("\n".join(map(str, found)))
    opening = found[1]
    print(f"opening takes {opening.processor / LIMIT:.0%} of its limit of {LIMIT:.0f} s")
    return 0 if opening.processor < LIMIT else 1


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="turntide-bench-") as folder:
        os.environ["TURNTIDE_DATA"] = folder
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0, interactive=False)
        sys.exit(main())
