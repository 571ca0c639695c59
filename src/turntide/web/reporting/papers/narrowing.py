"""A record narrowed to a theme or a body: all that papers tell is then told of those actions alone. Pure."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from turntide.web.periods.rules.comparing import CONFIDENCE, Changes, compare
from turntide.web.periods.rules.finding import Index
from turntide.web.periods.rules.record import Record
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.parts import WHOLE, PartKind
from turntide.web.reporting.papers.statuses import told_in_colours
from turntide.web.reporting.papers.telling import Telling

_BY_THEME, _BY_BODY = ("theme",), ("partner", "list")
_BRIEF = ("theme", "partner")


def desk_of(kind: str, telling: Telling, parts: tuple[PartKind, ...]) -> Desk:
    """What a paper of a kind is written from."""
    before = telling.earlier if kind == "difference" else telling.before
    ids = _ids(kind, telling, telling.record) | (_ids(kind, telling, before) if before else frozenset())
    now, was = telling.record, before
    if _is_narrowed(kind, telling):
        now, was = narrowed(now, ids), narrowed(before, ids) if before else None
    keys = {each.key for each in parts}
    changes = _told(compare(was, now), now)
    return Desk(telling, now, was, changes, bool(keys & set(WHOLE)), "annex" in keys, kind in _BRIEF)


def narrowed(record: Record, ids: AbstractSet[str]) -> Record:
    """A record with these actions and what hangs on them."""
    actions = tuple(each for each in record.actions if each.id in ids)
    plans = {each.plan for each in actions}
    return replace(
        record,
        actions=actions,
        plans=tuple(each for each in record.plans if each.id in plans),
        decisions=tuple(each for each in record.decisions if each.action in ids),
        stories=tuple(each for each in record.stories if ids & set(each.actions)),
        added=tuple(each for each in record.added if each in ids),
        dropped=tuple(each for each in record.dropped if each.id in ids),
    )


def name_of_body(record: Record, body: str) -> str:
    """What a body is called in a record; empty where it is not in it."""
    named = (each for action in record.actions for each in (*action.leads, *action.partners))
    return next((each.name for each in named if body in (each.id, each.name)), "")


def _is_narrowed(kind: str, telling: Telling) -> bool:
    return bool((kind in _BY_THEME and telling.theme) or (kind in _BY_BODY and telling.body))


def _ids(kind: str, telling: Telling, record: Record) -> frozenset[str]:
    index = Index(record)
    some = index.of_theme(telling.theme) if kind in _BY_THEME else index.of_body(telling.body)
    return frozenset(each.id for each in some)


def _told(changes: Changes, now: Record) -> Changes:
    """What may be told of: nothing in colours of a plan that is told without."""
    plain = {each.id for each in now.plans if not told_in_colours(each)}
    return replace(
        changes,
        slipped=tuple(each for each in changes.slipped if each.what != CONFIDENCE or each.plan not in plain),
        recovered=tuple(
            each for each in changes.recovered if each.what != CONFIDENCE or each.plan not in plain
        ),
    )
