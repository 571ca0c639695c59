"""What the reading itself is not sure of, said as findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from turntide.checking.wording import joined, naming, several
from turntide.documents.document import Document
from turntide.plan.model import Action, Body, Finding, Plan, Status
from turntide.reading.choices import TICKS
from turntide.reading.kinds import Doubt, DoubtKind
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.legends import Legend
from turntide.reading.records import Record
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings import statuses

_ABOVE = re.compile(
    r"\(?\s*(?:ditto|do\.|(?:as|see|same as|as per) (?:above|previous|below)|same|as in \S+)\s*\.?\s*\)?",
    re.I,
)


MOST_SINGLE = 3
"""Statuses told by colour that are said one by one."""


def doubts(gathered: Gathered, document: Document, plan: Plan) -> tuple[Finding, ...]:
    """The doubts of the reading: what the format's reader said, and values that may be wrong."""
    of_tables = [_finding(doubt, document.name) for doubt in gathered.doubts]
    of_actions: list[Finding] = []
    for record, action in zip(gathered.records, plan.actions, strict=True):
        of_actions += _parted(action, document)
        of_actions += _pointing(action)
        of_actions += _unread(record, action, document.name)
    return (
        *(Finding(DoubtKind.LAYOUT, sentence) for sentence in document.doubts),
        *of_tables,
        *_unnamed(gathered, document.name),
        *_coloured(plan, gathered.legend),
        *_gathered_by_message(of_actions),
    )


def _finding(doubt: Doubt, file: str) -> Finding:
    source = doubt.passage.source(file) if doubt.passage.spots else None
    return Finding(doubt.kind, doubt.message, None, source)


def _gathered_by_message(found: Sequence[Finding]) -> Iterator[Finding]:
    """Each message once (actions may share a merged cell), with all its places."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in found:
        alike.setdefault((finding.kind, finding.message), []).append(finding)
    for (kind, message), findings in alike.items():
        yield Finding(kind, message, findings[0].about, joined(one.source for one in findings))


# Of one action.


def _parted(action: Action, document: Document) -> Iterator[Finding]:
    """Names with nothing but a space between them in their cell."""
    for run in _runs(action.owners, document):
        names = several([f"“{body.name}”" for body in run], most=len(run))
        message = (
            f"Names ran together in a cell and were read as {names}: check them, and part them by a comma."
        )
        yield Finding(DoubtKind.NAMES_PARTED, message, action.id, joined(body.source for body in run))


def _runs(bodies: Sequence[Body], document: Document) -> Iterator[list[Body]]:
    placed = [body for body in bodies if body.source and body.source.spots]
    run: list[Body] = []
    for body in sorted(placed, key=_place):
        if run and not _side_by_side(run[-1], body, document):
            if len(run) > 1:
                yield run
            run = []
        run.append(body)
    if len(run) > 1:
        yield run


def _place(body: Body) -> tuple[tuple[int, int, int, int], int]:
    spot = body.source.spots[0] if body.source else None
    return (spot.unit, spot.start) if spot else ((0, 0, 0, 0), 0)


def _side_by_side(one: Body, other: Body, document: Document) -> bool:
    if one.source is None or other.source is None:
        return False
    end, start = one.source.spots[-1], other.source.spots[0]
    between = document.texts.get(end.unit, "")[end.end : start.start]
    return end.unit == start.unit and between != "" and not between.strip(" \u00a0")


def _pointing(action: Action) -> Iterator[Finding]:
    """A timescale that only points at another row."""
    when = action.timescale
    if when and _ABOVE.fullmatch(when.wording):
        message = (
            f"{naming(action)} has “{when.wording}” for its timescale and so no date: write the date out."
        )
        yield Finding(DoubtKind.TIMESCALE_ABOVE, message, action.id, when.source)


def _unread(record: Record, action: Action, file: str) -> Iterator[Finding]:
    """A weighting that is no number."""
    for value in record.of(Meaning.WEIGHT):
        if not any(weight.source == value.passage.source(file) for weight in action.weightings):
            wording, heading = value.passage.wording, value.heading.wording
            message = (
                f"{naming(action)} has “{wording}” under “{heading}”, which is no percentage: fill it in."
            )
            yield Finding(DoubtKind.WEIGHTING_UNREAD, message, action.id, value.passage.source(file))


# Of the whole.


def _unnamed(gathered: Gathered, file: str) -> Iterator[Finding]:
    """Headings nobody knows over cells that are kept as remarks, each once."""
    over = {value.heading.spots for record in gathered.records for value in record.of(None)}
    said: set[str] = set()
    for named, _ in gathered.columns:
        heading = named.heading.wording
        if named.meaning is None and named.why != TICKS and named.heading.spots in over - {()}:
            if heading.casefold() not in said:
                message = f"What the column “{heading}” is for is not known, so its cells are remarks: say what it is."
                yield Finding(DoubtKind.COLUMN_UNNAMED, message, None, named.heading.source(file))
            said.add(heading.casefold())


def _coloured(plan: Plan, legend: Legend) -> Iterator[Finding]:
    """Statuses that no words tell: each action's own, or all at once where they are many."""
    told = [(action, read) for action in plan.actions if (read := _read_from_colour(action.status, legend))]
    if len(told) > MOST_SINGLE:
        readings = several(
            [f"{number} “{read}”" for read, number in Counter(read for _, read in told).items()]
        )
        message = f"{len(told)} actions show how they go by a colour only, read as {readings}: write it out in words."
        where = joined(action.status.source for action, _ in told if action.status)
        yield Finding(DoubtKind.STATUS_FROM_COLOUR, message, None, where)
        return
    for action, read in told:
        message = (
            f"{naming(action)} shows how it goes by a colour only, read as “{read}”: write it out in words."
        )
        where = action.status.source if action.status else None
        yield Finding(DoubtKind.STATUS_FROM_COLOUR, message, action.id, where)


def _read_from_colour(status: Status | None, legend: Legend) -> str | None:
    """What a colour was read as, where the words of a status tell nothing."""
    if status is None or status.source is None:
        return None
    if all(spot.start == spot.end for spot in status.source.spots):
        return status.wording
    worded = statuses.status(status.wording, legend.wordings, letters=True) != statuses.Meaning()
    return None if worded else status.lifecycle or status.confidence
