"""What changed between two records. Pure.

An action is found again by its id, a milestone by its id and else by its words. Without a record before, nothing has
changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from turntide.web.periods.rules.figures import shown_confidence
from turntide.web.periods.rules.record import ActionThen, DroppedThen, MilestoneThen, Record

CONFIDENCE, FRESHNESS, END, MILESTONE = "confidence", "freshness", "end", "milestone"
_WORSE = {"green": 0, "amber": 1, "red": 2}
_ENDED = ("complete", "stopped", "merged")


@dataclass(frozen=True, slots=True)
class Added:
    """An action that is in the later record alone."""

    id: str
    plan: str
    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """An action whose words changed."""

    id: str
    plan: str
    ref: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Turned:
    """An action of which something got worse or better. ``what`` is 'confidence', 'freshness', 'end' or 'milestone'.

    ``was`` and ``now`` are the standard's words of the axis (shown confidence: empty where none is shown), or days in
    ISO 8601. ``text`` is the milestone's, ``reason`` what was said of it.
    """

    id: str
    plan: str
    ref: str
    what: str
    was: str
    now: str
    text: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """An action that stands under another heading. ``was`` and ``now`` are its headings' ids, outermost first."""

    id: str
    plan: str
    ref: str
    was: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed, each part in the plans' order."""

    added: tuple[Added, ...] = ()
    dropped: tuple[DroppedThen, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    slipped: tuple[Turned, ...] = ()
    recovered: tuple[Turned, ...] = ()
    moved: tuple[Moved, ...] = ()

    def __bool__(self) -> bool:
        return any((self.added, self.dropped, self.reworded, self.slipped, self.recovered, self.moved))


def compare(before: Record | None, now: Record) -> Changes:
    """What changed since the record before."""
    if before is None:
        return Changes()
    was = {each.id: each for each in before.actions}
    stands = {each.id for each in now.actions}
    both = [(was[each.id], each) for each in now.actions if each.id in was]
    turned = [change for pair in both for change in _turned(*pair)]
    return Changes(
        added=tuple(_added(each) for each in now.actions if each.id not in was),
        dropped=_dropped([each for each in before.actions if each.id not in stands], now),
        reworded=tuple(_reworded(old, new) for old, new in both if old.text != new.text),
        slipped=tuple(change for worse, change in turned if worse),
        recovered=tuple(change for worse, change in turned if not worse),
        moved=tuple(_moved(old, new) for old, new in both if old.path != new.path),
    )


def _added(action: ActionThen) -> Added:
    return Added(action.id, action.plan, action.ref, action.text)


def _reworded(old: ActionThen, new: ActionThen) -> Reworded:
    return Reworded(new.id, new.plan, new.ref, old.text, new.text)


def _moved(old: ActionThen, new: ActionThen) -> Moved:
    return Moved(new.id, new.plan, new.ref, old.path, new.path)


def _dropped(gone: Iterable[ActionThen], now: Record) -> tuple[DroppedThen, ...]:
    """Each with the day and what it went into, where the later record knows them."""
    known = {each.id: each for each in now.dropped}
    return tuple(
        known.get(each.id) or DroppedThen(each.id, each.plan, each.ref, each.text, "") for each in gone
    )


def _turned(old: ActionThen, new: ActionThen) -> Iterator[tuple[bool, Turned]]:
    """What got worse (True) or better (False)."""
    yield from _confidence(old, new)
    yield from _freshness(old, new)
    if new.lifecycle not in _ENDED:
        yield from _day(old.ends, new.ends, new, END)
    yield from _milestones(old, new)


def _confidence(old: ActionThen, new: ActionThen) -> Iterator[tuple[bool, Turned]]:
    was, now = shown_confidence(old), shown_confidence(new)
    # From and to no colour is neither: what nobody reported got neither worse nor better.
    if was in _WORSE and now in _WORSE and was != now:
        reason = new.statement.reason if new.statement else ""
        yield _WORSE[now] > _WORSE[was], _change(new, CONFIDENCE, was, now, reason=reason)
    elif was in ("red", "amber") and now == "blue":
        yield False, _change(new, CONFIDENCE, was, now)


def _freshness(old: ActionThen, new: ActionThen) -> Iterator[tuple[bool, Turned]]:
    if "silent" in (old.freshness, new.freshness) and old.freshness != new.freshness:
        yield new.freshness == "silent", _change(new, FRESHNESS, old.freshness, new.freshness)


def _milestones(old: ActionThen, new: ActionThen) -> Iterator[tuple[bool, Turned]]:
    was = _by_key(old.milestones)
    for key, milestone in _by_key(new.milestones).items():
        if key in was and not milestone.met_on:
            yield from _day(
                was[key].due, milestone.due, new, MILESTONE, text=milestone.text, reason=milestone.reason
            )


def _by_key(milestones: Iterable[MilestoneThen]) -> Mapping[str, MilestoneThen]:
    return {each.id or each.text: each for each in milestones}


def _day(was: str, now: str, action: ActionThen, what: str, **said: str) -> Iterator[tuple[bool, Turned]]:
    if was and now and was != now:
        yield now > was, _change(action, what, was, now, **said)


def _change(action: ActionThen, what: str, was: str, now: str, **said: str) -> Turned:
    return Turned(action.id, action.plan, action.ref, what, was, now, **said)
