"""Reading one file after another: the refusal of one never stops the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from turntide.commands.speaking import about, say
from turntide.commands.statuses import OF_REASON, Status, overall
from turntide.documents.refusals import Refusal

if TYPE_CHECKING:
    from turntide.commands.files import Named
    from turntide.plan.model import Plan

Give = Callable[["Plan", "Named"], Status | None]
"""What is done with a plan once it is read; it may say that something was found."""
Step = Callable[[], None]


def run_round(files: Sequence[Named], give: Give, *, several: bool, shows: bool = False) -> Status:
    """Read each file and hand on its plan; say what could not be read; give the status of the whole run.

    ``shows`` says that results appear on standard output as they come: where that is a terminal they are
    progress enough.
    """
    statuses: list[Status] = []
    with _progress(len(files), quiet=shows and sys.stdout.isatty()) as step:
        for file in files:
            statuses.append(_one(file, give))
            step()
    return overall(statuses, several=several)


def _one(file: Named, give: Give) -> Status:
    from turntide.opening import plan_in

    try:
        plan = plan_in(file.content(), file.name)
    except Refusal as refusal:
        say(f"Not read: {about(file.label, refusal.sentence)}")
        return OF_REASON[refusal.reason]
    return give(plan, file) or Status.OK


@contextmanager
def _progress(total: int, *, quiet: bool) -> Iterator[Step]:
    if total < 2 or quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading plans"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # No refresh of its own: a thread beside us would keep the reader from copying our process (slower).
    bar = Progress(
        *columns, console=Console(stderr=True), auto_refresh=False, transient=True, redirect_stdout=False
    )
    with bar:
        task = bar.add_task("", total=total)
        bar.refresh()

        def step() -> None:
            bar.advance(task)
            bar.refresh()

        yield step
