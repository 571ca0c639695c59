"""What happened to an action, of every kind, newest first: a page of it at a time, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, DateTimeField, F, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, TruncDate

from turntide.web.accounts.models import Place
from turntide.web.delivery.models import Decision, Step, Update
from turntide.web.plans.models import Action, Change, Comment, Milestone, Version
from turntide.web.plans.store.recounting import Recount, recounts_of

Rows = QuerySet[Any, Any]


class Kind(StrEnum):
    """What a row of the timeline tells of."""

    UPDATE = "update"
    MILESTONE = "milestone"
    DECISION = "decision"
    EDIT = "edit"
    COMMENT = "comment"
    EDITION = "edition"


TOLD_HERE = (Kind.UPDATE, Kind.MILESTONE, Kind.DECISION)
"""What an action's page tells in its timeline; talk and history have places of their own there."""
_STEP = "step"
_HEAVY = ("edition__reading", "edition__notes_aside")
"""The whole plan as it was read: a row says which edition it came with, and no more."""


class Key(NamedTuple):
    """A row of the timeline, by what it is and when it falls."""

    of: str
    key: str
    falls: Any
    moment: Any


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a page, with what each tells, by kind and id."""

    keys: Sequence[Key]
    things: Mapping[tuple[str, str], Any]
    recounts: Mapping[UUID, Sequence[Recount]]
    steps: Mapping[int, Step]


def keys_of(action: Action, kinds: Collection[Kind], *, drafts: bool) -> Rows:
    """The rows of these kinds, newest first. ``drafts``: draft notes of editors are among them."""
    wanted = [branch for kind in kinds for branch in _branches(action, kind, drafts)]
    rows = wanted[0].union(*wanted[1:], all=True) if len(wanted) > 1 else wanted[0]
    return rows.order_by(F("falls").desc(), F("moment").desc(nulls_last=True), "of", "key")


def found(action: Action, keys: Iterable[Iterable[Any]]) -> Found:
    """What the rows of a page tell."""
    rows = [Key(*row) for row in keys]
    ids: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        ids[row.of].append(row.key)
    things = {
        (of, _text(thing.pk)): thing for of, some in ids.items() for thing in _FETCH[of]().filter(pk__in=some)
    }
    changes = [thing for thing in things.values() if isinstance(thing, Change)]
    rows = [row._replace(key=_text(row.key)) for row in rows]
    steps = _steps_to(action, [int(pk) for pk in ids[Kind.MILESTONE]]) if ids[Kind.MILESTONE] else {}
    return Found(rows, things, recounts_of(changes, action.pk) if changes else {}, steps)


def decisions_in(place: Place) -> QuerySet[Decision]:
    """All that was decided in a place."""
    return Decision.objects.filter(plan__place=place).select_related("plan__place", "action")


def last_words(action: Action, seen: Found) -> Update | None:
    """The last update that was handed in and not sent back; fetched, unless it was seen already."""
    stand = (Update.State.SUBMITTED, Update.State.APPROVED)
    said = Update.objects.filter(action=action, state__in=stand).values_list("pk", flat=True)
    latest = (_day_of_update().desc(), F("said_at").desc(nulls_last=True), "-made_at", "-pk")
    pk = said.order_by(*latest).first()
    there = seen.things.get((Kind.UPDATE, _text(pk)))
    return there or _updates().filter(pk=pk).first() if pk else None


def _branches(action: Action, kind: Kind, drafts: bool) -> tuple[Rows, ...]:
    """The rows of a kind, each as of, key, falls and moment."""
    # As a subquery: a condition across the join would look at every update of the place.
    ours = Q(action__in=Action.objects.filter(Q(pk=action.pk) | Q(merged_into=action.pk)))
    said = Update.objects.said()
    touched = Version.objects.filter(thing_id=action.pk, thing="action")
    talk = Comment.objects.filter(action=action, taken_back_at=None)
    told: Mapping[Kind, Callable[[], tuple[Rows, ...]]] = {
        Kind.UPDATE: lambda: (_rows(kind, said.filter(ours), _day_of_update(), F("said_at")),),
        Kind.MILESTONE: lambda: (
            _rows(kind, Milestone.objects.filter(action=action).exclude(due=None), F("due"), _never()),
            _rows(
                _STEP, _steps(action), Coalesce("met_on", _day_of_update("update__")), F("update__said_at")
            ),
        ),
        Kind.DECISION: lambda: (_rows(kind, _decisions(action), F("on"), F("at")),),
        Kind.EDIT: lambda: (_changes(kind, touched.filter(change__edition=None)),),
        Kind.EDITION: lambda: (_changes(kind, touched.exclude(change__edition=None)),),
        Kind.COMMENT: lambda: (
            _rows(kind, talk if drafts else talk.exclude(kind=Comment.Kind.DRAFT), TruncDate("at"), F("at")),
        ),
    }
    return told[kind]()


def _rows(of: str, rows: Rows, falls: Any, moment: Any, key: str = "pk") -> Rows:
    told = rows.order_by().annotate(
        of=Value(str(of), CharField()), key=Cast(key, CharField()), falls=falls, moment=moment
    )
    narrow: Rows = told.values_list("of", "key", "falls", "moment")
    return narrow


def _changes(of: str, touched: Rows) -> Rows:
    return _rows(of, touched, TruncDate("change__at"), F("change__at"), "change_id")


def _day_of_update(path: str = "") -> Coalesce:
    return Coalesce(f"{path}on", TruncDate(f"{path}said_at"), TruncDate(f"{path}made_at"))


def _never() -> Cast:
    return Cast(Value(None), DateTimeField())


def _steps(action: Action) -> QuerySet[Step]:
    """Milestones met or moved, as said in updates."""
    said = Step.objects.filter(update__action=action).exclude(met_on=None, moved_to=None)
    return said.filter(update__state__in=(Update.State.SUBMITTED, Update.State.APPROVED))


def _steps_to(action: Action, milestones: Collection[int]) -> Mapping[int, Step]:
    """What was last said of each milestone."""
    said = _steps(action).filter(milestone__in=milestones).select_related("update")
    return {step.milestone: step for step in said.order_by("update__on", "pk") if step.milestone is not None}


def _decisions(action: Action) -> QuerySet[Decision]:
    """What was decided of the action, or of its whole plan."""
    of_it = Q(action=action) | Q(plan=action.plan_id, action=None)
    return Decision.objects.filter(of_it, taken_back_at=None)


def _updates() -> QuerySet[Update]:
    rows = Update.objects.select_related("author", "entered_by", "approved_by", "edition", "request__round")
    return rows.defer(*_HEAVY).prefetch_related("readings", "reached", "evidence")


def _changes_made() -> QuerySet[Change]:
    return Change.objects.select_related("plan", "by", "undoes", "edition").defer(*_HEAVY)


_FETCH: Mapping[str, Callable[[], QuerySet[Any]]] = {
    Kind.UPDATE: _updates,
    Kind.MILESTONE: Milestone.objects.all,
    _STEP: lambda: Step.objects.select_related("update__author", "update__entered_by"),
    Kind.DECISION: lambda: Decision.objects.select_related("group", "by"),
    Kind.EDIT: _changes_made,
    Kind.EDITION: _changes_made,
    Kind.COMMENT: lambda: Comment.objects.select_related("by"),
}


def _text(key: object) -> str:
    """An id as text, the same from each database."""
    text = str(key)
    return UUID(text).hex if len(text) >= 32 else text
