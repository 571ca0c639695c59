"""What a program and all it started weigh: memory that is theirs alone, and their share of what they share."""

from __future__ import annotations

from pathlib import Path

PROCESSES = Path("/proc")


def family(pid: int) -> tuple[int, ...]:
    """A process and all beneath it."""
    found = [pid]
    for each in found:
        found += _children(each)
    return tuple(found)


def megabytes(pid: int) -> dict[str, float]:
    """The proportional share (PSS) of each process of a family, by its number and command."""
    return {f"{each} {_command(each)}": _share(each) for each in family(pid)}


def _children(pid: int) -> list[int]:
    tasks = (PROCESSES / str(pid) / "task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def _share(pid: int) -> float:
    lines = (PROCESSES / str(pid) / "smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _command(pid: int) -> str:
    words = (PROCESSES / str(pid) / "cmdline").read_bytes().split(b"\0")
    return " ".join(word.decode(errors="replace").rsplit("/", 1)[-1] for word in words[:4] if word)
