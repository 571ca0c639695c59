"""Dates that are not dates, that run backwards, or that leave the plan's own years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from turntide.checking.kinds import Kind
from turntide.checking.wording import day, joined, listed, naming, parsed, several
from turntide.plan.model import Action, Finding, Plan, Timescale
from turntide.plan.source import Source

TERM = re.compile(r"\W*(s|m|l|short|medium|middle|long)([\s-]*term)?\W*", re.IGNORECASE)
"""A term that a legend can explain: 'S', 'Medium', 'long-term'."""


def cadences(plan: Plan) -> Iterator[Finding]:
    """Actions whose milestones say only how often something is reported."""
    for action in plan.actions:
        if action.milestones and all(step.cadence and not step.due for step in action.milestones):
            wordings = several([f"“{step.text or step.cadence}”" for step in action.milestones])
            message = (
                f"{naming(action)} has only a cadence for a milestone, {wordings}: "
                "name what will have happened, and by when."
            )
            yield Finding(Kind.CADENCE, message, action.id, joined(step.source for step in action.milestones))


def undated(plan: Plan) -> Iterator[Finding]:
    """Timescales that stand for no date; actions with the same wording share one finding."""
    legend = any(note.kind == "legend" for note in plan.notes)
    by_wording: dict[str, list[tuple[Action, Timescale]]] = {}
    for action in plan.actions:
        when = action.timescale
        if when is not None and not _is_dated(when) and not (legend and TERM.fullmatch(when.wording)):
            by_wording.setdefault(when.wording.strip().casefold(), []).append((action, when))
    for pairs in by_wording.values():
        yield _undated(pairs)


def _is_dated(when: Timescale) -> bool:
    recurs = (when.recurs or "").casefold()
    return bool(when.start or when.end) or recurs not in ("", "ongoing", "continuous")


def _undated(pairs: list[tuple[Action, Timescale]]) -> Finding:
    action, when = pairs[0]
    source = joined(when.source or action.source for action, when in pairs)
    if len(pairs) == 1:
        message = (
            f"{naming(action)} has the timescale “{when.wording}”, which is no date: "
            "give one, or the date of its next review."
        )
        return Finding(Kind.UNDATED, message, action.id, source)
    names = listed([action for action, _ in pairs])
    message = (
        f"{len(pairs)} actions have the timescale “{when.wording}”, which is no date ({names}): "
        "give one, or the date of the next review."
    )
    return Finding(Kind.UNDATED, message, None, source)


def out_of_order(plan: Plan) -> Iterator[Finding]:
    """Periods that end before they begin, and milestones due after their action has ended."""
    if plan.period and _before(plan.period.end, plan.period.start):
        message = (
            f"The plan's period “{plan.period.wording}” ends before it begins: correct one of its dates."
        )
        yield Finding(Kind.DATE_ORDER, message, None, plan.period.source)
    for action in plan.actions:
        yield from _within_action(action)


def _within_action(action: Action) -> Iterator[Finding]:
    when = action.timescale
    if when is None:
        return
    if _before(when.end, when.start):
        message = (
            f"{naming(action)} ends ({day(when.end or '')}) before it begins ({day(when.start or '')}): "
            "correct one of the dates."
        )
        yield Finding(Kind.DATE_ORDER, message, action.id, when.source)
    for step in action.milestones:
        if step.due and _before(when.end, step.due):
            message = (
                f"{naming(action)} ends on {day(when.end or '')} but a milestone is due on {day(step.due)}: "
                "correct one of the dates."
            )
            yield Finding(Kind.DATE_ORDER, message, action.id, step.source or when.source)


def outside_period(plan: Plan) -> Iterator[Finding]:
    """Actions with a date before the plan begins or after it ends; one finding for an action."""
    period = plan.period
    if period is None or _before(period.end, period.start):
        return
    for action in plan.actions:
        for date, source in _dates(action):
            early, late = _before(date, period.start), _before(period.end, date)
            if early or late:
                edge = day((period.start if early else period.end) or "")
                side = f"before the plan begins ({edge})" if early else f"after the plan ends ({edge})"
                message = (
                    f"{naming(action)} bears the date {day(date)}, {side}: "
                    "correct it, or say that it runs beyond the plan."
                )
                yield Finding(Kind.OUTSIDE_PERIOD, message, action.id, source or action.source)
                break


def _dates(action: Action) -> Iterator[tuple[str, Source | None]]:
    when = action.timescale
    if when is not None:
        yield from ((date, when.source) for date in (when.start, when.end) if date)
    yield from ((step.due, step.source) for step in action.milestones if step.due)


def _before(one: str | None, other: str | None) -> bool:
    first, second = parsed(one), parsed(other)
    return first is not None and second is not None and first < second
