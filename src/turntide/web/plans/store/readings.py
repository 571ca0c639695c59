"""What the library reads out of words that a person typed: the same reading that a document gets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from turntide.plan.model import (
    Measure,
    Milestone,
    Money,
    Period,
    Progress,
    Remark,
    Status,
    Timescale,
    Weighting,
)
from turntide.reading.wordings.cadences import cadence
from turntide.reading.wordings.dated_entries import date_before
from turntide.reading.wordings.groups import groups
from turntide.reading.wordings.money import sums
from turntide.reading.wordings.statuses import status
from turntide.reading.wordings.targets import target
from turntide.reading.wordings.timescales import timescale
from turntide.reading.wordings.weights import percentage

_FIGURE = re.compile(r"\d{1,3}(?:\.\d+)?")
Bounds = tuple[str, str] | None
"""A plan's first and last day."""


def bounds_of(period: Period | None) -> Bounds:
    """The days between which a plan runs, where both are known."""
    return (period.start, period.end) if period and period.start and period.end else None


def period_read(wording: str) -> Period | None:
    """The years a plan covers."""
    dates = timescale(wording)
    return Period(wording, dates.start, dates.end) if wording else None


def timescale_read(wording: str, period: Bounds = None) -> Timescale | None:
    """When, as the words say it."""
    dates = timescale(wording, period)
    return Timescale(wording, dates.start, dates.end, dates.recurs) if wording else None


def status_read(wording: str) -> Status:
    """A status, as its words say it."""
    meaning = status(wording)
    return Status(wording, meaning.lifecycle, meaning.confidence)


def milestone_read(text: str, period: Bounds = None) -> Milestone:
    """A step on the way; the day it is due, or how often it is reported, as its words say."""
    often = cadence(text)
    return Milestone(text, None if often else timescale(text, period).end, often)


def measure_read(text: str) -> Measure:
    """How success is known: the figure aimed at and the people named, as the words say."""
    aimed = target(text)
    named = tuple(text[group.start : group.end] for group in groups(text))
    return Measure(text, text[aimed.start : aimed.end] if aimed else None, named)


def weighting_read(line: str) -> Weighting | None:
    """'Year 1: 5%'; None where the line is not a name, a colon and a share in per cent."""
    name, colon, wording = (part.strip() for part in line.rpartition(":"))
    share = percentage(wording)
    if share is None and _FIGURE.fullmatch(wording):
        share = float(wording)
    return Weighting(name, wording, share) if colon and name and share is not None else None


def money_read(line: str) -> Money:
    """A sum as its words say it; words that name none, or several, give no figure."""
    named = sums(line)
    only = named[0] if len(named) == 1 else None
    return Money(line, only.amount if only else None, only.currency if only else None)


def progress_read(text: str) -> Progress:
    """A report, with the day its words begin with, if they do."""
    begun = date_before(text)
    return Progress(text, timescale(begun).end if begun else None)


def remark_read(line: str, known: Iterable[str]) -> Remark:
    """'Funding: from the grant' under 'Funding'. ``known`` are headings that may hold a colon themselves."""
    for heading in sorted(filter(None, known), key=len, reverse=True):
        if line.startswith(f"{heading}:"):
            return Remark(heading, line.removeprefix(f"{heading}:").strip())
    heading, colon, text = (part.strip() for part in line.partition(":"))
    return Remark(heading, text) if colon and heading and text else Remark("", line)
