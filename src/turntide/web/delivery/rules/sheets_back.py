"""A sheet of updates that came back: what would be handed in, what is unchanged, what is faulty. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from turntide.web.delivery.rules.said import Fault, Said, StepSaid, faults
from turntide.web.delivery.rules.sheets import UNSAID, AskedRow, AskedSheet, plain


class Verdict(StrEnum):
    """What becomes of an action in a sheet that came back."""

    READY = "ready"
    CONFLICT = "conflict"
    FAULTY = "faulty"
    UNCHANGED = "unchanged"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Line:
    """An action in a sheet that came back: what would be handed in, and what stands now."""

    asked: AskedRow
    verdict: Verdict
    said: Said
    wrong: tuple[Fault, ...] = ()

    @property
    def in_one_tap(self) -> bool:
        """Whether it says no more than "no change"."""
        return same(self.said, self.asked.stood)


@dataclass(frozen=True, slots=True)
class Unread:
    """A row in which somebody wrote something that belongs to no action."""

    sheet: str
    row: int
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Preview:
    """A sheet that came back, read. Nothing of it is handed in."""

    sheet: AskedSheet
    lines: tuple[Line, ...] = ()
    unread: tuple[Unread, ...] = ()

    def are(self, *verdicts: Verdict) -> tuple[Line, ...]:
        """The lines of which this is the verdict."""
        return tuple(line for line in self.lines if line.verdict in verdicts)


@dataclass(frozen=True, slots=True)
class Returned:
    """An action's row that came back: what it says now, the version it was made from, and whether it was touched."""

    said: Said
    version: int
    touched: bool = True
    wrong: tuple[Fault, ...] = ()


def judge(asked: AskedRow, back: Returned) -> Line:
    """What becomes of an action whose row came back. What was said later elsewhere is never written over unasked."""
    said = completed(back.said, asked.stood)
    if not back.wrong and (not back.touched or same(said, asked.stands.said)):
        return Line(asked, *_untouched(asked, back))
    wrong = (*back.wrong, *_unfinished(asked, said, back.wrong))
    if wrong:
        return Line(asked, Verdict.FAULTY, said, wrong)
    later = back.version != asked.stands.version
    return Line(asked, Verdict.CONFLICT if later else Verdict.READY, said)


def completed(said: Said, stood: Said) -> Said:
    """Where nothing changed, how it stood is said again; what was said beside it stays."""
    if not said.no_change or said.lifecycle:
        return said
    colour = said if said.confidence else stood
    return replace(
        said,
        lifecycle=stood.lifecycle,
        confidence=colour.confidence,
        reason=said.reason or colour.reason,
        recovers_on=said.recovers_on or colour.recovers_on,
    )


def same(one: Said, other: Said) -> bool:
    """Whether two say the same, as far as a sheet can carry it."""
    return as_carried(one) == as_carried(other)


def as_carried(said: Said) -> Said:
    """What is said as it comes back from a sheet that nobody touched."""
    return replace(
        said,
        reason=plain(said.reason),
        done=plain(said.done),
        next=plain(said.next),
        in_the_way=plain(said.in_the_way),
        ask=plain(said.ask),
        steps=tuple(
            sorted((_step(each) for each in said.steps), key=lambda each: (each.text, each.milestone or 0))
        ),
        readings=tuple(
            replace(each, text="", value=plain(each.value), origin=plain(each.origin))
            for each in sorted(said.readings, key=lambda each: (each.measure or 0, each.text))
        ),
        reached=tuple(sorted((replace(each, group=plain(each.group)) for each in said.reached), key=repr)),
    )


def _step(step: StepSaid) -> StepSaid:
    return replace(step, text="", reason=plain(step.reason))


def _untouched(asked: AskedRow, back: Returned) -> tuple[Verdict, Said, tuple[Fault, ...]]:
    stands = asked.stands
    if same(stands.said, UNSAID):
        return Verdict.EMPTY, stands.said, ()
    if not stands.draft or back.version != stands.version:
        return Verdict.UNCHANGED, stands.said, ()
    # Half said on the page, and sent back as it was: sending the sheet back hands it in.
    wrong = tuple(_unfinished(asked, stands.said, ()))
    return (Verdict.FAULTY if wrong else Verdict.READY), stands.said, wrong


def _unfinished(asked: AskedRow, said: Said, known: Sequence[Fault]) -> Sequence[Fault]:
    if asked.stands.closed:
        return (Fault("action", asked.stands.closed),)
    if not known and same(said, asked.stood):
        return ()
    named = {fault.field for fault in known}
    found = faults(said, with_confidence=bool(asked.confidences))
    return [fault for fault in found if fault.field not in named]
