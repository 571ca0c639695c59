"""What a person is asked in a round, as a sheet asks it: a fixed number of queries, however many actions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from turntide.web.delivery.models import Recipient, Reporting, Request, Update
from turntide.web.delivery.rules.answering import may_answer
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.rules.sheets import AskedRow, AskedSheet, MeasureAsked, MilestoneAsked, Stands
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.latest import latest_of
from turntide.web.delivery.store.sayings import said_of
from turntide.web.delivery.store.sheets.earlier import earlier_words
from turntide.web.delivery.store.vocabularies import words_of_plans
from turntide.web.design.days import moment
from turntide.web.plans.models import Action, Measure, Milestone, Placement


def asked_sheet(recipient: Recipient) -> AskedSheet:
    """All that this person is asked, with what stands now."""
    round_ = recipient.round
    requests = list(
        recipient.requests.select_related("action__plan", "update").order_by(
            "action__plan__title", "action__plan_id", "action__position", "pk"
        )
    )
    facts = _facts(requests)
    return AskedSheet(
        recipient=recipient.pk,
        round=round_.pk,
        place=round_.place.name,
        person=recipient.contact.name,
        title=round_.title,
        due_on=round_.due_on,
        note=round_.note,
        meanings=_meanings(facts.words.values()),
        rows=tuple(_row(request, facts, round_is_open=round_.is_open) for request in requests),
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    words: Mapping[UUID, Words]
    without_confidence: frozenset[UUID]
    under: Mapping[UUID, str]
    before: Mapping[UUID, str]
    latest: Mapping[UUID, Update]
    updates: Mapping[UUID, Update]
    milestones: Mapping[UUID, list[MilestoneAsked]]
    measures: Mapping[UUID, list[MeasureAsked]]


def _facts(requests: list[Request]) -> _Facts:
    actions = [request.action_id for request in requests]
    plans = {request.action.plan_id for request in requests}
    reporting = Reporting.objects.filter(plan__in=plans)
    plain = {row.plan_id for row in reporting if row.stories_only or not row.confidence}
    ids = [request.pk for request in requests]
    updates = Update.objects.filter(request__in=ids).prefetch_related("steps", "readings", "reached")
    return _Facts(
        words_of_plans(plans),
        frozenset(plain),
        _under(actions),
        earlier_words(actions, ids),
        latest_of(actions),
        {update.request_id: update for update in updates if update.request_id},
        _milestones(actions),
        _measures(actions),
    )


def _row(request: Request, facts: _Facts, *, round_is_open: bool) -> AskedRow:
    action, words = request.action, facts.words[request.action.plan_id]
    coloured = action.plan_id not in facts.without_confidence
    return AskedRow(
        request=request.pk,
        action=action.text,
        ref=action.ref,
        plan=action.plan.title,
        under=facts.under.get(action.pk, ""),
        before=facts.before.get(action.pk, ""),
        stood=_stood(facts.latest.get(action.pk), action),
        stands=_stands(facts.updates.get(request.pk), round_is_open=round_is_open),
        lifecycles=words.choices("lifecycle"),
        confidences=words.choices("confidence") if coloured else (),
        milestones=tuple(facts.milestones[action.pk]),
        measures=tuple(facts.measures[action.pk]),
    )


def _stands(update: Update | None, *, round_is_open: bool) -> Stands:
    approved = update is not None and update.state == Update.State.APPROVED
    closed = may_answer(round_is_open=round_is_open, approved=approved).reason
    if update is None:
        return Stands(closed=closed)
    told = _("%(via)s by %(name)s, %(when)s") % {
        "via": update.get_via_display(),
        "name": update.author_name or _("somebody"),
        "when": moment(update.changed_at),
    }
    return Stands(
        update.version,
        said_of(update),
        draft=update.state == Update.State.DRAFT,
        by_sheet=update.via == Update.Via.SHEET,
        told=told,
        closed=closed,
    )


def _stood(before: Update | None, action: Action) -> Said:
    """What "no change" says, as `services.answering.say_no_change` does: as last told, or as the plan says."""
    if before is None or not before.lifecycle:
        return Said(no_change=True, lifecycle=action.lifecycle, confidence=action.confidence)
    return Said(
        no_change=True,
        lifecycle=before.lifecycle,
        confidence=before.confidence,
        reason=before.reason,
        recovers_on=before.recovers_on,
    )


def _under(actions: Collection[UUID]) -> Mapping[UUID, str]:
    """What each stands under, outermost first, by names with their references."""
    above = "heading" + "__parent" * 3
    placed = Placement.objects.filter(action__in=actions, main=True).select_related(above)
    found = {}
    for placement in placed:
        heading, names = placement.heading, [str(placement.heading)]
        for _level in range(3):
            if heading.parent is None:
                break
            heading = heading.parent
            names.append(str(heading))
        found[placement.action_id] = " › ".join(reversed(names))
    return found


def _milestones(actions: Collection[UUID]) -> Mapping[UUID, list[MilestoneAsked]]:
    found: dict[UUID, list[MilestoneAsked]] = defaultdict(list)
    # A milestone that only says how often it is reported is no step that could be met.
    for row in Milestone.objects.filter(action__in=actions, cadence=""):
        found[row.action_id].append(MilestoneAsked(row.pk, row.text, row.due))
    return found


def _measures(actions: Collection[UUID]) -> Mapping[UUID, list[MeasureAsked]]:
    found: dict[UUID, list[MeasureAsked]] = defaultdict(list)
    for row in Measure.objects.filter(action__in=actions):
        found[row.action_id].append(MeasureAsked(row.pk, row.text, row.target))
    return found


def _meanings(words: Iterable[Words]) -> tuple[tuple[str, str], ...]:
    """Each label that is in use with what is meant by it."""
    axes = ("lifecycle", "confidence")
    told = (
        (label, each.definition(axis, meaning))
        for axis in axes
        for each in words
        for meaning, label in each.choices(axis)
    )
    return tuple(dict.fromkeys(told))
