"""Reading a document as a person has mended it: first what tells the reader, then what mends its plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from turntide.checking.checking import check
from turntide.documents.document import Document
from turntide.mending.bodies import names_body, same_bodies, unified
from turntide.mending.holding import heading_holds
from turntide.mending.joining import belongs_above
from turntide.mending.kinds import (
    ColumnMeans,
    HeadingHolds,
    IsAction,
    IsNote,
    Mend,
    RowBelongsAbove,
    SameBody,
    SplitAt,
    said,
)
from turntide.mending.laid import Laid, ids
from turntide.mending.splitting import split_at
from turntide.mending.to_actions import is_action
from turntide.mending.to_notes import is_note
from turntide.plan.model import Finding, Plan
from turntide.reading.instructions import Instructions
from turntide.reading.kinds import DoubtKind
from turntide.reading.layouts.tables import ROWS
from turntide.reading.reading import read
from turntide.reading.trace import Decision, Reading
from turntide.reading.vocabulary import Meaning, key_of

__all__ = ["Mended", "mend", "same_bodies"]

MENDS = "mends"
"""The stage under which the decisions of a person stand in the trace of a reading."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A reading with its mends. ``plan`` is the mended plan, as is ``reading.plan``.

    ``done`` are the mends that hold now; ``idle`` those that found nothing in this document to act on.
    """

    reading: Reading
    plan: Plan
    done: tuple[Mend, ...]
    idle: tuple[Mend, ...]


def mend(document: Document, mends: Sequence[Mend]) -> Mended:
    """Read a document and replay these mends on it, in their order. Findings are those of the mended plan."""
    reading = read(document, instructions(mends))
    laid = Laid(document)
    plan, done, idle = reading.plan, list[Mend](), list[Mend]()
    for one in mends:
        after = plan if one in done and _lasts(one) else _applied(plan, one, reading, laid)
        if after is None:
            idle.append(one)
        else:
            done.append(one)
            plan = after
    plan = _checked(plan, done)
    told = tuple(Decision(MENDS, said(one), "done", "a person said so") for one in dict.fromkeys(done))
    reading = replace(reading, plan=plan, decisions=reading.decisions + told)
    return Mended(reading, plan, tuple(done), tuple(idle))


def instructions(mends: Sequence[Mend]) -> Instructions:
    """What of the mends tells the reader: the meanings of columns, of which the later counts, and rows that go on."""
    columns = {
        key_of(one.heading): Meaning(one.meaning) if one.meaning else Meaning.REMARK
        for one in mends
        if isinstance(one, ColumnMeans)
    }
    rests = dict.fromkeys(one.text for one in mends if isinstance(one, RowBelongsAbove))
    return Instructions(columns, tuple(rests))


def _lasts(one: Mend) -> bool:
    """What has been joined or parted once stays so."""
    return isinstance(one, RowBelongsAbove | SplitAt)


def _applied(plan: Plan, one: Mend, reading: Reading, laid: Laid) -> Plan | None:
    """The plan with one mend done; None where it found nothing to act on."""
    match one:
        case ColumnMeans(heading, _):
            after = plan if key_of(heading) in {key_of(column.heading) for column in plan.columns} else None
        case RowBelongsAbove(text):
            joined = any(step.stage == ROWS and step.what == text for step in reading.decisions)
            after = plan if joined else belongs_above(plan, one, laid)
        case SameBody():
            after = plan if names_body(plan, one) else None
        case SplitAt():
            after = split_at(plan, one, laid)
        case IsNote():
            after = is_note(plan, one, laid)
        case HeadingHolds():
            after = heading_holds(plan, one, laid)
        case IsAction():
            after = is_action(plan, one, laid)
    return after


def _checked(plan: Plan, mends: Sequence[Mend]) -> Plan:
    """The plan with the doubts that its reading still has, and checked anew."""
    doubts = tuple(finding for finding in plan.findings if _is_doubt(finding, plan))
    plan = replace(plan, findings=doubts)
    return replace(plan, findings=doubts + check(unified(plan, mends)))


def _is_doubt(finding: Finding, plan: Plan) -> bool:
    """A doubt of the reading about something that is still in the plan."""
    return finding.kind in list(DoubtKind) and (finding.about is None or finding.about in ids(plan))
