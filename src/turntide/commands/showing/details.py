"""What an action says beside its text, each as a label, the plan's wording, and what was worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from turntide.plan.model import Action, Body, Measure, Milestone, Status, Timescale


@dataclass(frozen=True, slots=True)
class Detail:
    """A label, the plan's own wording, and beside it what we take that to mean."""

    label: str
    text: str
    aside: str = ""


def of_action(action: Action) -> Iterator[Detail]:
    """Everything an action says, in the order a reader asks: who, when, how far, why."""
    yield Detail("Lead", _names(action.leads))
    yield Detail("With" if action.leads else "Who", _names(action.partners))
    yield Detail("Their part", action.involving or "")
    yield from _when(action.timescale)
    yield from _status(action.status)
    yield from (_milestone(milestone) for milestone in action.milestones)
    yield from (_measure(measure) for measure in action.measures)
    yield Detail("Because", action.rationale or "")
    yield Detail("Detail", action.detail or "")
    yield Detail("Weighting", ", ".join(f"{each.name} {each.wording}" for each in action.weightings))
    yield Detail("Money", ", ".join(each.wording for each in action.money))
    yield Detail("Programme", ", ".join(each.name for each in action.programmes))
    yield from (Detail("Progress", each.text, spoken_date(each.dated)) for each in action.progress)
    yield from (Detail(remark.heading or "Also", remark.text) for remark in action.remarks)


def spoken_date(iso: str | None) -> str:
    """'31 March 2027' for '2027-03-31'; anything else as it stands."""
    try:
        when = date.fromisoformat(iso or "")
    except ValueError:
        return iso or ""
    return f"{when.day} {when:%B %Y}"


def span(start: str | None, end: str | None) -> str:
    """'1 April 2026 to 31 March 2027', 'from …', 'by …', or the one day it is."""
    first, last = spoken_date(start), spoken_date(end)
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"by {last}" if last else ""


def _names(bodies: Iterable[Body]) -> str:
    return "; ".join(body.name for body in bodies)


def _when(timescale: Timescale | None) -> Iterator[Detail]:
    if timescale:
        meant = [span(timescale.start, timescale.end), _differs(timescale.recurs, timescale.wording)]
        yield Detail("When", timescale.wording, ", ".join(filter(None, meant)))


def _status(status: Status | None) -> Iterator[Detail]:
    if status:
        meant = [_differs(each, status.wording) for each in (status.lifecycle, status.confidence)]
        yield Detail("Status", status.wording, ", ".join(filter(None, meant)))


def _differs(meant: str | None, wording: str) -> str:
    return meant if meant and meant.casefold() != wording.strip().casefold() else ""


def _milestone(milestone: Milestone) -> Detail:
    due = f"due {spoken_date(milestone.due)}" if milestone.due else ""
    meant = [due, _differs(milestone.cadence, milestone.text)]
    return Detail("Milestone", milestone.text, ", ".join(filter(None, meant)))


def _measure(measure: Measure) -> Detail:
    target = f"target {measure.target}" if measure.target else ""
    return Detail("Measure", measure.text, "; ".join(filter(None, [target, ", ".join(measure.groups)])))
