"""A period of a place as a record: as it stands, or as it stood at a past moment.

Whatever is asked for, it takes a fixed number of queries, and holds no more than what it makes and the rows of one kind
at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from turntide.web.accounts.models import Place
from turntide.web.periods.rules.record import HeadingThen, PlanThen, Record
from turntide.web.periods.store.actions_then import ActionRow, actions_of
from turntide.web.periods.store.around_then import decisions_of, remit_of
from turntide.web.periods.store.asked import Moment, Scope, Span, moment_of
from turntide.web.periods.store.collecting import collecting_paused
from turntide.web.periods.store.coming_and_going import turnover_of
from turntide.web.periods.store.plans_then import Headings, PlanRow, headings_of, path_of, plans_of
from turntide.web.periods.store.rewritten import Rewritten, rewritten_since
from turntide.web.periods.store.rounds_then import rounds_of
from turntide.web.periods.store.said_then import reported_in, said_of
from turntide.web.periods.store.standing_then import known_of
from turntide.web.periods.store.steps_then import steps_of
from turntide.web.periods.store.stories_then import stories_of
from turntide.web.periods.store.telling_then import Told, action_then
from turntide.web.periods.store.words_then import reporting_of, words_of

__all__ = ["Scope", "Span", "take"]

WHOLE = Scope()


@collecting_paused()
def take(place: Place, span: Span, scope: Scope = WHOLE, *, as_at: datetime | None = None) -> Record:
    """A period of a place, or of a part of it; ``as_at``: as it stood at that moment.

    Only what was approved is in it. How plans are reported on, how often actions are asked, what groups look after and
    what bodies are called is as it is known now, also for the past: no history of it is kept.
    """
    moment = moment_of(as_at)
    headings, plans = headings_of(place, moment), plans_of(place, scope.plans, moment)
    rows = _in_scope(actions_of(place, plans, moment), headings, scope)
    if scope.group is not None:
        held = {row.plan for row in rows}
        plans = [each for each in plans if each.id in held]
    ids, rewritten = [each.id for each in plans], rewritten_since(place, moment)
    told, actions = _told(ids, headings, span, moment, rewritten), {row.id: at for at, row in enumerate(rows)}
    turnover = turnover_of(ids, span, moment)
    return Record(
        place=place.name,
        slug=place.slug,
        starts=span.starts.isoformat(),
        ends=span.ends.isoformat(),
        taken=moment.at.isoformat(),
        group=scope.group.name if scope.group else "",
        plans=tuple(_plan(each, told) for each in plans),
        headings=tuple(_headings(ids, headings, rows if scope.group else None)),
        actions=tuple(action_then(row, told) for row in rows),
        decisions=decisions_of(ids, actions, span, scope.group, moment),
        stories=stories_of(place, ids, actions, whole=scope.is_whole, moment=moment),
        rounds=rounds_of(place, actions, span, moment, whole=scope.is_whole, rewritten=rewritten),
        added=tuple(str(row.id) for row in rows if row.id in turnover.added),
        dropped=turnover.dropped,
    )


def _told(
    plans: Collection[UUID], headings: Headings, span: Span, moment: Moment, rewritten: Rewritten
) -> Told:
    reporting = reporting_of(plans)
    return Told(
        moment=moment,
        paths={each: tuple(map(str, path_of(each, headings))) for each in headings},
        reporting=reporting,
        words=words_of(plans, moment),
        said=said_of(plans, moment, rewritten),
        known=known_of(plans, reporting, moment, rewritten),
        reported=reported_in(plans, span, moment, rewritten),
        steps=steps_of(plans, moment, rewritten),
    )


def _in_scope(rows: Sequence[ActionRow], headings: Headings, scope: Scope) -> Sequence[ActionRow]:
    if scope.group is None:
        return rows
    remit = remit_of(scope.group)
    return [row for row in rows if remit.holds(row, headings)]


def _plan(row: PlanRow, told: Told) -> PlanThen:
    reporting = told.reporting[row.id]
    return PlanThen(
        id=str(row.id),
        title=row.title,
        vision=row.vision,
        period=row.period,
        levels=row.levels,
        confidence=reporting.confidence,
        stories_only=reporting.stories_only,
        terms=told.words.terms_of(row.id),
    )


def _headings(
    plans: Sequence[UUID], headings: Headings, rows: Sequence[ActionRow] | None
) -> Iterator[HeadingThen]:
    """The headings of these plans; where ``rows`` are given, those alone that these stand under."""
    used = None if rows is None else {id_ for row in rows for id_ in path_of(row.under, headings)}
    order = {plan: at for at, plan in enumerate(plans)}
    wanted = [each for each in headings.values() if each.plan in order and (used is None or each.id in used)]
    for each in sorted(wanted, key=lambda one: order[one.plan]):
        parent = str(each.parent) if each.parent else ""
        yield HeadingThen(str(each.id), str(each.plan), each.text, each.level, each.ref, parent)
