"""What is asked of somebody, with all that helps them to answer: the plan's words, what was said last time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet, Window, prefetch_related_objects
from django.db.models.functions import RowNumber

from turntide.web.delivery.models import Reporting, Request, Step, Update
from turntide.web.delivery.rules.vocabulary import Words
from turntide.web.delivery.store.vocabularies import words_of_plans, words_of_vocabularies
from turntide.web.plans.models import Action, Measure

_PARTS = ("steps", "readings", "reached", "evidence")


@dataclass(frozen=True, slots=True)
class MilestoneAsked:
    """A milestone that is not met yet. ``due`` is the day it was last moved to, or the plan's own."""

    id: int
    text: str
    due: date | None


@dataclass(frozen=True, slots=True)
class AskedOf:
    """An action asked for. ``update`` is what this round has of it, ``before`` what was said last before this round."""

    request: Request
    words: Words
    with_confidence: bool
    milestones: tuple[MilestoneAsked, ...]
    measures: tuple[Measure, ...]
    update: Update | None
    before: Update | None
    words_before: Words

    @property
    def action(self) -> Action:
        """The action."""
        return self.request.action

    @property
    def saw(self) -> int:
        """The version that whoever looks now has seen; 0 where nothing is there yet."""
        return self.update.version if self.update else 0

    @property
    def is_handed_in(self) -> bool:
        """Whether an answer stands."""
        return self.request.state in (Request.State.ANSWERED, Request.State.APPROVED)


def asked_of_one(request: Request) -> AskedOf:
    """What one request asks."""
    return asked_of(Request.objects.filter(pk=request.pk))[0]


def asked_of(wanted: QuerySet[Request]) -> list[AskedOf]:
    """What requests ask, in the plans' order; as many queries however many there are."""
    requests = list(
        wanted.select_related("action__plan__reporting", "round__place", "passed_by", "recipient__contact")
        .prefetch_related("action__milestones", "action__measures")
        .order_by("action__plan__title", "action__plan_id", "action__position", "pk")
    )
    words = words_of_plans({request.action.plan_id for request in requests})
    now = _now(requests)
    before = _before(requests, [update.pk for update in now.values()])
    prefetch_related_objects([*now.values(), *before.values()], *_PARTS)
    then = words_of_vocabularies({one.vocabulary_id for one in before.values() if one.vocabulary_id})
    met, moved = _steps(requests, [update.pk for update in now.values()])
    return [
        AskedOf(
            request,
            words[request.action.plan_id],
            _with_confidence(request),
            tuple(_milestones(request, met, moved)),
            tuple(request.action.measures.all()),
            now.get(request.pk),
            before.get(request.action_id),
            _words_of(before.get(request.action_id), then),
        )
        for request in requests
    ]


def _words_of(update: Update | None, words: Mapping[int, Words]) -> Words:
    """The words an update was said in."""
    return words.get(update.vocabulary_id or 0, Words()) if update else Words()


def _with_confidence(request: Request) -> bool:
    reporting: Reporting = getattr(request.action.plan, "reporting", None) or Reporting()
    return reporting.confidence and not reporting.stories_only


def _now(requests: Collection[Request]) -> Mapping[UUID, Update]:
    found = Update.objects.filter(request__in=[request.pk for request in requests])
    return {update.request_id: update for update in found if update.request_id}


def _before(requests: Sequence[Request], own: Collection[UUID]) -> Mapping[UUID, Update]:
    """The last that was said of each action outside of these requests."""
    said = (
        Update.objects.filter(action__in=[request.action_id for request in requests])
        .said()
        .exclude(pk__in=own)
    )
    last_first = [F("on").desc(nulls_last=True), F("said_at").desc(nulls_last=True), F("made_at").desc()]
    ranked = said.annotate(
        place_in_line=Window(RowNumber(), partition_by=F("action_id"), order_by=last_first)
    ).filter(place_in_line=1)
    return {update.action_id: update for update in ranked}


def _steps(requests: Sequence[Request], own: Collection[UUID]) -> tuple[set[int], dict[int, date]]:
    """Which milestones were met in earlier updates, and the day to which others were moved."""
    actions = [request.action_id for request in requests]
    said = Step.objects.filter(update__action__in=actions, milestone__isnull=False)
    earlier = said.exclude(update__state=Update.State.DRAFT).exclude(update__in=own)
    met: set[int] = set()
    moved: dict[int, date] = {}
    for step in earlier.order_by("update__on", "pk"):
        if step.milestone is not None and step.met_on:
            met.add(step.milestone)
        elif step.milestone is not None and step.moved_to:
            moved[step.milestone] = step.moved_to
    return met, moved


def _milestones(
    request: Request, met: Collection[int], moved: Mapping[int, date]
) -> Iterable[MilestoneAsked]:
    """Those still to come; one that only says how often it is reported is none to meet."""
    for milestone in request.action.milestones.all():
        if milestone.pk not in met and not milestone.cadence:
            yield MilestoneAsked(milestone.pk, milestone.text, moved.get(milestone.pk, milestone.due))
