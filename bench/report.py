"""Says what was measured: tables in Markdown, for the screen and for docs/benchmarks.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cases import BORDERLESS, RULED, SCANNED, Case
from growth import Reading, Start
from peers import BY_NAME
from recovery import Recovery, recovered
from timing import Measured

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
Found = Mapping[str, Measured]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first are figures."""
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows)) + "\n"


def speed(format_: str, found: Found, cases: Sequence[Case]) -> str:
    """Documents and pages a second, memory, and how many times Turntide's time each tool takes."""
    ours = found["turntide"]
    paged = format_ in {"pdf", "scan"}
    head = [
        "tool",
        "read",
        "documents/s",
        *(["pages/s"] if paged else []),
        "time ÷ Turntide's on the same",
        "peak MB",
        "to load, s",
    ]
    return table(head, (_speed_row(name, one, ours, cases, paged) for name, one in found.items()))


def rate(value: float) -> str:
    """So many a second: two figures behind the point where there is less than one."""
    return f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def _speed_row(name: str, one: Measured, ours: Measured, cases: Sequence[Case], paged: bool) -> list[str]:
    read = [case for case in cases if gave_something(one, case)]
    if not read:
        return [name, f"0/{len(cases)}", *["–"] * (5 if paged else 4)]
    paths = [str(case.path) for case in read]
    spent = one.spent(paths)
    pages = [rate(sum(case.pages for case in read) / spent)] if paged else []
    ratio = f"{spent / ours.spent(paths):.3f}" if set(paths) <= ours.seconds.keys() else "–"
    rest = [ratio, f"{one.megabytes:.0f}", f"{min(one.loading):.1f}"]
    return [name, f"{len(read)}/{len(cases)}", rate(len(read) / spent), *pages, *rest]


def gave_something(one: Measured, case: Case) -> bool:
    """Whether a tool read a file; one that gives nothing for a file full of actions did not."""
    path = str(case.path)
    return path in one.seconds and bool(one.records[path] or not case.actions)


def recovery(found: Found, cases: Sequence[Case]) -> str:
    """The share of actions whole in one row, and whole in a record of their own, ruled and borderless apart."""
    groups = [
        drawn for drawn in (RULED, BORDERLESS, SCANNED) if any(case.drawn == drawn for case in cases)
    ] or [""]
    head = ["tool"]
    for drawn in groups:
        asked = sum(len(case.actions) for case in cases if case.drawn == drawn)
        label = f"{drawn}, {asked} actions".lstrip(", ")
        head += [f"{label}: in one row", "in a record of its own"]
    return table(head, ([name, *_shares(one, cases, groups)] for name, one in found.items()))


def _shares(one: Measured, cases: Sequence[Case], groups: Sequence[str]) -> list[str]:
    cells: list[str] = []
    for drawn in groups:
        total = sum((_recovered(one, case) for case in cases if case.drawn == drawn), Recovery())
        cells += [_share(total.in_one_row, total.asked), _share(total.alone, total.asked)]
    return cells


def _recovered(one: Measured, case: Case) -> Recovery:
    return recovered(one.records.get(str(case.path), []), case.actions)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"


def unread(found: Found, cases: Sequence[Case]) -> str:
    """What each tool could not read, and why, once for each reason."""
    lines = []
    for name, one in found.items():
        reasons = Counter(reason for case in cases if (reason := _why_not(one, case)))
        lines += [f"- {name}: {count} of {len(cases)}, {reason}" for reason, count in reasons.items()]
    return "Not read:\n\n" + "\n".join(lines) + "\n" if lines else ""


def _why_not(one: Measured, case: Case) -> str:
    if gave_something(one, case):
        return ""
    return one.errors.get(str(case.path), "nothing found in it")


def readings(found: Sequence[Reading], unit: str) -> str:
    """Turntide's own figures, file by file."""
    head = [
        "file",
        "format",
        "actions read",
        "seconds",
        "processor seconds",
        f"processor ms for each {unit}",
        "peak MB",
    ]
    return table(head, (_reading_row(one) for one in found))


def _reading_row(one: Reading) -> list[str]:
    if one.error:
        return [one.what, one.format, one.error, "–", "–", "–", "–"]
    figures = [f"{one.seconds:.2f}", f"{one.cpu:.2f}", f"{one.each:.1f}", f"{one.megabytes:.0f}"]
    return [one.what, one.format, f"{one.actions:,}", *figures]


def starting(found: Iterable[Start]) -> str:
    """How soon the command line answers."""
    rows = ([f"`turntide {one.command}`", f"{one.seconds:.2f}", f"{one.cpu:.2f}"] for one in found)
    return table(["command", "seconds", "processor seconds"], rows)


def asked_of() -> str:
    """What each tool was asked to do."""
    return "\n".join(f"- {tool.name}: {tool.asked}" for tool in BY_NAME.values()) + "\n"


def put_between_marks(page: Path, figures: str) -> None:
    """Set the figures into a page, between its two marks. Raises ValueError where a mark is missing."""
    text = page.read_text(encoding="utf8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    page.write_text(f"{before}{BEGIN}\n\n{figures}\n{END}{after}", encoding="utf8")
