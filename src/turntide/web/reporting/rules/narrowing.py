"""A record of several plans narrowed to some of them, so that like is compared with like. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from turntide.web.periods.rules.record import Record


def narrowed(record: Record, plans: Collection[str]) -> Record:
    """The record of these plans alone; of all it holds where none is named."""
    if not plans:
        return record
    actions = tuple(each for each in record.actions if each.plan in plans)
    kept = {each.id for each in actions}
    return replace(
        record,
        plans=tuple(each for each in record.plans if each.id in plans),
        headings=tuple(each for each in record.headings if each.plan in plans),
        actions=actions,
        decisions=tuple(each for each in record.decisions if each.plan in plans),
        stories=tuple(each for each in record.stories if kept & {*each.actions} or {*each.plans} & {*plans}),
        added=tuple(each for each in record.added if each in kept),
        dropped=tuple(each for each in record.dropped if each.plan in plans),
    )
