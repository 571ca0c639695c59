"""One action of a record, told from all that is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.utils.translation import get_language

from turntide.web.delivery.models import Reporting
from turntide.web.delivery.rules.freshness import Freshness, Known, freshness
from turntide.web.periods.rules.record import ActionThen
from turntide.web.periods.rules.since import since_words
from turntide.web.periods.store.actions_then import ActionRow
from turntide.web.periods.store.asked import Moment
from turntide.web.periods.store.said_rows import SaidRow
from turntide.web.periods.store.said_then import NOTHING_SAID, SaidOf
from turntide.web.periods.store.steps_then import Steps
from turntide.web.periods.store.words_then import Words

NEVER = Known()


@dataclass(frozen=True, slots=True)
class Told:
    """All that is known of the actions of some plans, by action (its id, or `key_of` it) or plan.

    ``paths`` are the ids of a heading and those above it, outermost first.
    """

    moment: Moment
    paths: Mapping[UUID | None, tuple[str, ...]]
    reporting: Mapping[UUID, Reporting]
    words: Words
    said: Mapping[UUID, SaidOf]
    known: Mapping[str, Known]
    reported: set[str]
    steps: Steps


@dataclass(frozen=True, slots=True)
class _Status:
    """How an action stands, and the vocabulary that names it."""

    lifecycle: str
    confidence: str
    vocabulary: int | None


def action_then(row: ActionRow, told: Told) -> ActionThen:
    """An action as it stood."""
    said, known = told.said.get(row.id, NOTHING_SAID), told.known.get(row.id.hex, NEVER)
    how, status, words = freshness(known, told.moment.today), _status(row, told), told.words
    return ActionThen(
        id=str(row.id),
        plan=str(row.plan),
        ref=row.ref,
        text=row.text,
        detail=row.detail,
        path=told.paths.get(row.under, ()),
        leads=row.parts.leads,
        partners=row.parts.partners,
        when=row.when,
        starts=row.starts,
        ends=row.ends,
        lifecycle=status.lifecycle,
        lifecycle_label=words.label(status.vocabulary, "lifecycle", status.lifecycle),
        confidence=status.confidence,
        confidence_label=words.label(status.vocabulary, "confidence", status.confidence),
        status_wording=row.wording,
        freshness=how.value,
        freshness_label=words.label(words.now(row.plan), "freshness", how.value),
        since=_since(how, known, told.moment.today, get_language()),
        reported=row.id.hex in told.reported,
        statement=said.statement,
        milestones=told.steps.told(row.id, row.parts.milestones),
        measures=row.parts.measures,
    )


@lru_cache(maxsize=1_000)
def _since(how: Freshness, known: Known, today: date, language: str | None) -> str:
    """Thousands of actions were told or asked on the same few days: each is worded once a language."""
    return since_words(how, known, today)


def _status(row: ActionRow, told: Told) -> _Status:
    """As last approved; where nobody answered, as the plan's document says."""
    stands = told.said.get(row.id, NOTHING_SAID).stands
    if stands is None or stands.by_document or not (stands.lifecycle or stands.confidence):
        status = _Status(row.lifecycle, row.confidence, told.words.now(row.plan))
    else:
        status = _Status(stands.lifecycle, stands.confidence, _vocabulary(row.plan, stands, told))
    reporting = told.reporting[row.plan]
    coloured = reporting.confidence and not reporting.stories_only
    return status if coloured else _Status(status.lifecycle, "", status.vocabulary)


def _vocabulary(plan: UUID, stands: SaidRow, told: Told) -> int | None:
    """The words it was said in; of what was written since, those that held when it was said."""
    if stands.vocabulary_since and stands.said_at:
        return told.words.at(plan, stands.said_at)
    return stands.vocabulary
