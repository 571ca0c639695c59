"""Turntide by itself: files of a set size, how it grows, and how soon the command line answers."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import making
from cases import CORPUS, EXAMPLES
from peers import BY_NAME
from timing import measured
from worker import processor_seconds

TURNTIDE = BY_NAME["turntide"]
COMMANDS = ("--version", "--help")
WARM = {
    ".pdf": EXAMPLES / "wexcombe-year-plan.pdf",
    ".docx": EXAMPLES / "tarrow-active-plan.docx",
    ".xlsx": EXAMPLES / "wexcombe-year-plan.xlsx",
    ".txt": EXAMPLES / "tarrow-active-plan.txt",
}
STARTS = 20
PAGES, ACTIONS = (10, 100, 1000), (100, 1000, 10_000)
WRITERS: dict[str, Callable[[int], bytes]] = {
    "pdf": making.pdf_of_pages,
    "docx": making.docx,
    "xlsx": making.xlsx,
    "txt": making.txt,
}


@dataclass(frozen=True)
class Reading:
    """What one file took: ``size`` in pages or actions, seconds of the wall clock and of the processor."""

    what: str
    format: str
    size: int
    actions: int
    seconds: float
    cpu: float
    megabytes: float
    error: str = ""

    @property
    def each(self) -> float:
        """Milliseconds of the processor for one page, or for one action."""
        return 1000 * self.cpu / self.size


def reading(what: str, path: Path, size: int, repeats: int) -> Reading:
    """Read a file in a process of its own, so many times, after an example in the same format."""
    found = measured(TURNTIDE, WARM[path.suffix], path, repeats)
    error = found.errors.get(str(path), "")
    actions = len(found.records.get(str(path), ()))
    return Reading(what, path.suffix[1:], size, actions, found.total, found.total_cpu, found.megabytes, error)


def grown(folder: Path, quick: bool) -> tuple[Reading, ...]:
    """The same kind of plan at three sizes a format; the largest once, as it takes minutes."""
    return tuple(
        _grown(folder, format_, size, 3 if place < 2 else 1)
        for format_ in WRITERS
        for place, size in enumerate(_sizes(format_)[: 2 if quick else 3])
    )


def _sizes(format_: str) -> Sequence[int]:
    return PAGES if format_ == "pdf" else ACTIONS


def _grown(folder: Path, format_: str, size: int, repeats: int) -> Reading:
    path = folder / f"{size}.{format_}"
    path.write_bytes(WRITERS[format_](size))
    unit = "pages" if format_ == "pdf" else "actions"
    return reading(f"{size:,} {unit}", path, size, repeats)


def alone(folder: Path) -> tuple[Reading, ...]:
    """The sizes that were promised: PDFs of 30 pages, and Word and Excel files of 100 actions."""
    return tuple(reading(what, path, size, 5) for what, path, size in _promised(folder))


def _promised(folder: Path) -> list[tuple[str, Path, int]]:
    example, published = EXAMPLES / "wexcombe-year-plan.pdf", CORPUS / "west-sussex/action-plan-2022.pdf"
    files = [("a made plan", "pdf", making.pdf_of_pages(30), 30)]
    files += [("an example's pages repeated", "pdf", making.repeated(example.read_bytes(), 30), 30)]
    if published.exists():
        pages = making.repeated(published.read_bytes(), 30)
        files += [("a dense published plan's pages repeated", "pdf", pages, 30)]
    files += [("100 actions", "docx", making.docx(100), 100), ("100 actions", "xlsx", making.xlsx(100), 100)]
    return [
        (what, _put(folder / f"alone {number}.{format_}", content), size)
        for number, (what, format_, content, size) in enumerate(files)
    ]


def _put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@dataclass(frozen=True)
class Start:
    """How soon a command has answered: seconds of the wall clock and of the processor, middles of 20."""

    command: str
    seconds: float
    cpu: float


def starts() -> tuple[Start, ...]:
    """Start the command line 20 times for each command, taking turns."""
    taken = [(command, *_started(command)) for _ in range(STARTS) for command in COMMANDS]
    return tuple(
        Start(
            command,
            median(wall for one, wall, _ in taken if one == command),
            median(cpu for one, _, cpu in taken if one == command),
        )
        for command in COMMANDS
    )


def _started(command: str) -> tuple[float, float]:
    program = str(Path(sys.executable).parent / "turntide")
    wall, cpu = time.perf_counter(), processor_seconds()
    subprocess.run([program, command], capture_output=True, check=True)
    return time.perf_counter() - wall, processor_seconds() - cpu
