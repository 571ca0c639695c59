"""What an action says beside its reference and its text, value by value."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.explaining.families import Family
from turntide.explaining.values import Register, Value
from turntide.plan.model import Action, Status, Timescale


def details(action: Action, of: str, register: Register) -> Iterator[Value]:
    """The values in the order a reader asks: who, when, how far, how known, why."""
    yield from _people(action, of, register)
    yield from _time(action, of, register)
    yield from _progress(action, of, register)
    yield from _measures(action, of, register)
    yield from _rest(action, of, register)


def _people(action: Action, of: str, register: Register) -> Iterator[Value]:
    for lead in action.leads:
        yield from register.add(Family.PEOPLE, "Lead", lead.name, lead.source, of=of)
    for partner in action.partners:
        yield from register.add(Family.PEOPLE, "Partner", partner.name, partner.source, of=of)
    source = dict(action.sources).get("involving")
    yield from register.add(Family.PEOPLE, "Their part", action.involving, source, of=of)


def _time(action: Action, of: str, register: Register) -> Iterator[Value]:
    when = action.timescale
    if when:
        yield from register.add(Family.TIME, "When", when.wording, when.source, of=of, aside=_meant(when))
    for step in action.milestones:
        aside = step.due or step.cadence or ""
        yield from register.add(Family.TIME, "Milestone", step.text, step.source, of=of, aside=aside)


def _meant(when: Timescale) -> str:
    dates = " to ".join(filter(None, dict.fromkeys((when.start, when.end))))
    return ", ".join(filter(None, (dates, when.recurs)))


def _progress(action: Action, of: str, register: Register) -> Iterator[Value]:
    status = action.status
    if status:
        aside = _standing(status)
        yield from register.add(Family.PROGRESS, "Status", status.wording, status.source, of=of, aside=aside)
    for report in action.progress:
        aside = report.dated or ""
        yield from register.add(Family.PROGRESS, "Progress", report.text, report.source, of=of, aside=aside)


def _standing(status: Status) -> str:
    return ", ".join(filter(None, (status.lifecycle, status.confidence)))


def _measures(action: Action, of: str, register: Register) -> Iterator[Value]:
    for measure in action.measures:
        aside = f"target {measure.target}" if measure.target else ""
        yield from register.add(Family.MEASURE, "Measure", measure.text, measure.source, of=of, aside=aside)
    for share in action.weightings:
        yield from register.add(
            Family.MEASURE, "Weighting", share.wording, share.source, of=of, aside=share.name
        )
    for money in action.money:
        yield from register.add(Family.MEASURE, "Money", money.wording, money.source, of=of)


def _rest(action: Action, of: str, register: Register) -> Iterator[Value]:
    sources = dict(action.sources)
    yield from register.add(Family.WHY, "Why", action.rationale, sources.get("rationale"), of=of)
    yield from register.add(Family.ACTION, "Detail", action.detail, sources.get("detail"), of=of)
    for programme in action.programmes:
        yield from register.add(Family.PLACE, "Programme", programme.name, programme.source, of=of)
    for remark in action.remarks:
        tag = remark.heading or "Remark"
        yield from register.add(Family.NOTE, tag, remark.text, remark.source, of=of)
