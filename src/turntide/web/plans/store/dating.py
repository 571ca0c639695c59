"""Dates that wordings name, by the library's own reading of them."""

from __future__ import annotations

from datetime import date

from turntide.reading.wordings.timescales import timescale

Span = tuple[date, date]


def span_named(wording: str) -> Span | None:
    """The first and last day that a wording names ("January 2023", "12/01/23"); None where it names no certain one."""
    read = timescale(wording) if wording.strip() else None
    if read is None or not read.end:
        return None
    last = date.fromisoformat(read.end)
    return (date.fromisoformat(read.start) if read.start else last), last
