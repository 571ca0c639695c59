"""When an action is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from turntide.plan.model import Timescale
from turntide.reading.fields import Frame
from turntide.reading.passage import join
from turntide.reading.records import Record, Value
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.timescales import Dates, timescale

M = Meaning


def timescale_of(record: Record, frame: Frame) -> Timescale | None:
    """When: the cells for start, end and time together, and the dates they mean."""
    starts, ends = record.of(M.START), record.of(M.END)
    pieces = [value.passage for value in (*starts, *record.of(M.TIMESCALE), *ends)]
    if not pieces:
        return None
    whole = join(pieces, " – " if starts and ends else " ")
    dates = _dates(whole.wording, frame)
    start = _dates(_together(starts), frame).start if starts else None
    end = _dates(_together(ends), frame).end if ends else None
    return Timescale(
        whole.wording, start or dates.start, end or dates.end, dates.recurs, whole.source(frame.file)
    )


def _together(values: Sequence[Value]) -> str:
    return join(value.passage for value in values).wording


def _dates(wording: str, frame: Frame) -> Dates:
    return timescale(wording, frame.period, frame.legend.wordings)
