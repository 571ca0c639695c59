"""The parts of an action of which there may be several, each as one line of a box, and a line as a part again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from turntide.plan.model import Action, Body, Money, Programme, Progress, Remark, Weighting
from turntide.web.plans.store import readings

Part = TypeVar("Part")

LISTS = (
    *("leads", "partners", "milestones", "measures", "programmes", "weightings"),
    *("money", "progress", "remarks"),
)


def lines(words: str) -> list[str]:
    """The lines that say something, each with single blanks."""
    return [line for line in (" ".join(each.split()) for each in words.splitlines()) if line]


def line_of(part: Any) -> str:
    """A part as one line."""
    return " ".join(_words_of(part).split())


def _words_of(part: Any) -> str:
    match part:
        case Weighting():
            return f"{part.name}: {part.wording}"
        case Remark():
            return f"{part.heading}: {part.text}" if part.heading else part.text
        case Money():
            return part.wording
        case Progress():
            return _report(part)
    return str(getattr(part, "name", "") or getattr(part, "text", ""))


def _report(part: Progress) -> str:
    """A report with its day in front, where its own words do not say that: the line then reads as it was."""
    if part.dated is None or readings.progress_read(part.text).dated == part.dated:
        return part.text
    day = date.fromisoformat(part.dated)
    return f"{day.day} {day:%B %Y}: {part.text}"


def listed(action: Action, name: str, words: str, period: readings.Bounds) -> tuple[Any, ...]:
    """The parts of this name that these lines say: those the action has already, or new ones."""
    makers: dict[str, Callable[[str], Any]] = {
        "leads": Body,
        "partners": Body,
        "programmes": Programme,
        "milestones": lambda line: readings.milestone_read(line, period),
        "measures": readings.measure_read,
        "weightings": readings.weighting_read,
        "money": readings.money_read,
        "progress": readings.progress_read,
        "remarks": lambda line: readings.remark_read(line, [each.heading for each in action.remarks]),
    }
    found = kept_or_made(_held(action, name), lines(words), makers[name])
    return tuple(part for part in found if part is not None)


def _held(action: Action, name: str) -> tuple[Any, ...]:
    """A body that moves between lead and partner keeps the source of its name."""
    if name == "leads":
        return action.owners
    return (*action.partners, *action.leads) if name == "partners" else getattr(action, name)


def kept_or_made(old: Iterable[Part], wanted: Iterable[str], make: Callable[[str], Part]) -> tuple[Part, ...]:
    """A part for each line: the one that has said so before, else a new one."""
    left = list(old)
    found: list[Part] = []
    for line in wanted:
        part = next((each for each in left if line_of(each) == line), None)
        if part is not None:
            left.remove(part)
        found.append(make(line) if part is None else part)
    return tuple(found)
