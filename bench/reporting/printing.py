"""How long the paper for a plan of 500 actions takes to write and to print, and how much memory that needs.

    python bench/reporting/printing.py              each format in a process of its own, three times
    python bench/reporting/printing.py --actions N

The aims: Word in under 5 seconds, PDF in under 10, each within 300 MB.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
AIMS = {"docx": 5.0, "pdf": 10.0, "xlsx": 5.0}
"""Seconds, writing and printing together."""
MEMORY = 300.0
"""Megabytes, all of the process."""
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Printed:
    """What one process measured: seconds to write the paper and to print it, those of them that the processor was busy
    with it, bytes of the file, megabytes.
    """

    writing: float
    printing: float
    busy: float
    size: int
    megabytes: float

    @property
    def seconds(self) -> float:
        return self.writing + self.printing


def large_record(actions: int) -> Any:
    """The made record with its actions over and over, under as many themes as they need."""
    from made_record import made_record

    small = made_record()
    copies = -(-actions // len(small.actions))
    rows = tuple(
        replace(each, id=f"{each.id[:-12]}{copy + 1:03}{each.id[-9:]}", ref=f"{copy + 1}.{each.ref}")
        for copy in range(copies)
        for each in small.actions
    )
    return replace(small, actions=rows[:actions], added=(), decisions=small.decisions, stories=small.stories)


def print_once(form: str, actions: int) -> Printed:
    """Write the board's paper and print it, in this process."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_settings")
    import django

    django.setup()
    from turntide.web.reporting.papers.telling import Telling
    from turntide.web.reporting.papers.writing import write
    from turntide.web.reporting.printing.excel import as_excel
    from turntide.web.reporting.printing.pdf import as_pdf
    from turntide.web.reporting.printing.word import as_word

    record = large_record(actions)
    began, idle = time.perf_counter(), time.process_time()
    before = replace(record, starts="2026-07-01", ends="2026-09-30", taken="2026-10-20T09:00:00+00:00")
    paper = write(
        "board", Telling(record, before=before, title="Active Tarrow", state="Draft of 25 January 2027")
    )
    written = time.perf_counter()
    body = {"docx": as_word, "pdf": as_pdf, "xlsx": as_excel}[form](paper)
    printed = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Printed(written - began, printed - written, time.process_time() - idle, len(body), peak)


def measured(form: str, actions: int) -> list[Printed]:
    """Each round in a fresh process, so that one's memory is not another's."""
    command = [sys.executable, __file__, "--one", form, "--actions", str(actions)]
    answers = (
        subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(ROUNDS)
    )
    return [Printed(**json.loads(answer.splitlines()[-1])) for answer in answers]


def told(form: str, rounds: list[Printed]) -> str:
    """A line of the report."""
    writing, printing = median(each.writing for each in rounds), median(each.printing for each in rounds)
    most, size = max(each.megabytes for each in rounds), rounds[0].size // 1024
    kept = writing + printing < AIMS[form] and most < MEMORY
    busy = median(each.busy for each in rounds)
    said = (
        f"written in {writing:.2f} s, printed in {printing:.2f} s ({busy:.2f} s of the processor), "
        f"{most:.0f} MB of memory, a file of {size} KB"
    )
    return f"{form}: {said}; aim {AIMS[form]:.0f} s and {MEMORY:.0f} MB: {'met' if kept else 'MISSED'}"


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--actions", type=int, default=500)
    parser.add_argument("--one", choices=tuple(AIMS), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one = print_once(asked.one, asked.actions)
        print(json.dumps({name: getattr(one, name) for name in Printed.__slots__}))
        return
    for form in AIMS:
        print(told(form, measured(form, asked.actions)), flush=True)


if __name__ == "__main__":
    main()
