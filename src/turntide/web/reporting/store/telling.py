"""From a draft's rows to the paper: the period as it stands, told in the paper's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone, translation

from turntide.web.design.days import day
from turntide.web.periods.models import Frozen
from turntide.web.periods.rules.record import Record
from turntide.web.periods.store.taking import Scope, Span, take
from turntide.web.reporting.models import Report, Signature
from turntide.web.reporting.papers.next_period import today_of
from turntide.web.reporting.papers.telling import Telling
from turntide.web.reporting.papers.writing import write
from turntide.web.reporting.rules.framing import Correction, Name, framed
from turntide.web.reporting.rules.narrowing import narrowed
from turntide.web.reporting.rules.paper import Paper
from turntide.web.reporting.rules.signing import days_gone_by, fingerprint_of
from turntide.web.reporting.store.choices import board_papers_frozen
from turntide.web.reporting.store.requests import requests_told
from turntide.web.reporting.store.states import state_of

MOST_EARLIER = 7
"""So many earlier periods stand in a picture of status over time."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a draft tells now, and the fingerprint that a signature of it is bound to."""

    telling: Telling
    kind: str
    fingerprint: str

    @property
    def record(self) -> Record:
        """The period as it stands."""
        return self.telling.record


def told_of(report: Report) -> Told:
    """What a draft tells now. A record holds sentences, so it is taken in the paper's language."""
    with translation.override(report.language):
        record, earlier = _records(report)
    plans, history = [str(plan.pk) for plan in report.plans.all()], _history(report)
    requests = requests_told(report.round) if report.round else ()
    telling = Telling(
        record=record,
        before=narrowed(report.before.record(), plans) if report.before else None,
        earlier=earlier,
        history=tuple(narrowed(each.record(), plans) for each in history),
        requests=requests,
        parts=tuple(report.parts),
        words=report.words,
        title=report.title,
        language=report.language,
        **_pointers(report),
    )
    told = {
        **state_of(report),
        "correction": report.correction,
        "compared": [each.fingerprint for each in (report.before, *history) if each],
        "requests": [astuple(each) for each in requests],
        "gone by": days_gone_by(record, today_of(record)),
    }
    return Told(telling, report.kind, fingerprint_of((record, earlier), told))


def paper_of(
    report: Report, told: Told, state: str, signatures: Sequence[Signature], *, draft: bool
) -> Paper:
    """The paper, with what it corrects and who signed it off; ``signatures`` are those that hold."""
    with translation.override(report.language):
        paper = write(told.kind, replace(told.telling, state=state, draft=draft))
        return framed(paper, _correction(report), [_name(each) for each in signatures])


def version_of(report: Report) -> int:
    """Which version of a paper this is: each correction is one more."""
    number = 1
    while report.corrects is not None:
        report, number = report.corrects, number + 1
    return number


def _records(report: Report) -> tuple[Record, Record | None]:
    scope = Scope(tuple(plan.pk for plan in report.plans.all()), report.group)
    if report.since is None:
        return take(report.place, Span(report.starts, report.ends), scope), None
    since = take(report.place, Span(report.since, report.since), scope, as_at=_end_of(report.since))
    now = take(report.place, Span(report.since, report.ends), scope, as_at=_end_of(report.ends))
    return now, since


def _end_of(day_: date) -> datetime | None:
    """The last moment of a day; none if it has not passed."""
    moment = timezone.make_aware(datetime.combine(day_ + timedelta(days=1), time.min))
    return moment - timedelta(microseconds=1) if moment <= timezone.now() else None


def _history(report: Report) -> list[Frozen]:
    """The periods of earlier frozen board papers, one each, the oldest first."""
    if report.kind != Report.Kind.BOARD:
        return []
    papers = board_papers_frozen(report.place, report.group_id).filter(ends__lt=report.ends)
    latest: dict[date, Frozen] = {}
    for paper in papers.select_related("frozen")[: 2 * MOST_EARLIER]:
        if paper.frozen is not None:
            latest.setdefault(paper.ends, paper.frozen)
    return [latest[ends] for ends in sorted(latest)[-MOST_EARLIER:]]


def _pointers(report: Report) -> Mapping[str, Any]:
    names = ("story", "theme", "body", "round")
    return {name: str(getattr(report, f"{name}_id") or "") for name in names}


def _correction(report: Report) -> Correction | None:
    if report.corrects is None:
        return None
    return Correction(report.corrects.title, day(report.corrects.frozen_at), report.correction)


def _name(signature: Signature) -> Name:
    return Name(str(signature.by or ""), signature.role, day(signature.at))
