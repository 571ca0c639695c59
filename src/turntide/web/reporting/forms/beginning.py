"""What the form of a paper begins with: a draft as it stands, or what is usual."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import get_language

from turntide.web.accounts.models import Place
from turntide.web.reporting.forms.fields import OTHER, key_of
from turntide.web.reporting.models import Report
from turntide.web.reporting.rules.naming import period_words, title_of
from turntide.web.reporting.store import choices
from turntide.web.reporting.store.states import Chosen, chosen_of

_A_QUARTER = timedelta(days=91)


def as_it_stands(report: Report, place: Place, today: date) -> Mapping[str, Any]:
    """A draft in the boxes of the form."""
    chosen = chosen_of(report)
    now: dict[str, Any] = {name: getattr(chosen, name) for name in Chosen.__slots__}
    now |= {"plans": list(chosen.plans), "version": report.version, "until": chosen.ends}
    now["before"] = str(report.before_id or "")
    now["title"] = "" if chosen.title == _usual_title(report) else chosen.title
    key = key_of(chosen.starts, chosen.ends)
    offered = {key_of(each.starts, each.ends) for each in choices.periods_offered(place, today)}
    return now | {"period": key if key in offered else OTHER}


def usual(kind: str, place: Place, today: date) -> Mapping[str, Any]:
    """What the form of a new paper begins with."""
    latest = choices.latest_period(place, today)
    round_ = choices.rounds_opened(place).first()
    before = choices.frozen_before(place, latest.ends)
    return {
        "period": key_of(latest.starts, latest.ends),
        "since": today - _A_QUARTER,
        "until": today,
        "round": round_.pk if round_ else None,
        "language": get_language(),
        "letterhead": choices.letterhead_used_last(place),
        "before": str(before.pk) if before else "",
    }


def _usual_title(report: Report) -> str:
    """What it is called unless somebody names it: with another period it is called otherwise."""
    about = next((str(each) for each in (report.theme, report.body, report.round) if each), "")
    return title_of(report.kind, period_words(report.starts, report.ends, report.since), about)[:200]
