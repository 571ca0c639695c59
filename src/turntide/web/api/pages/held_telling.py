"""From a place's rows to what its own programs are told of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from turntide.web.api.pages import held as out
from turntide.web.api.pages import held_said as said
from turntide.web.api.pages.told import Confidence, confidence_told, freshness_told, lifecycle_told
from turntide.web.delivery.models import Request, Round, Update
from turntide.web.organisations.models import Organisation
from turntide.web.plans.delivery_connection import Fresh, delivery
from turntide.web.plans.models import Action, Heading, Involvement, Part, Plan

_SAID = (
    *("id", "state", "via", "on", "starts", "ends", "lifecycle", "confidence", "reason", "recovers_on"),
    *("done", "next", "in_the_way", "ask", "no_change", "worth_a_story", "wording"),
    *("said_at", "approved_at", "public", "public_words", "version", "changed_at"),
)
_OF_ACTION = (
    "id",
    "ref",
    "text",
    "detail",
    "rationale",
    "involving",
    "starts",
    "ends",
    "version",
    "changed_at",
)


def plan_out(plan: Plan) -> out.HeldPlan:
    """A plan."""
    period = (plan.period or {}).get("wording", "")
    return out.HeldPlan(**_named(plan, "id", "title", "vision", "levels", "version"), period=period)


def heading_out(heading: Heading) -> out.HeldHeading:
    """A heading."""
    plain = _named(heading, "id", "level", "ref", "text", "rationale", "version")
    return out.HeldHeading(**plain, plan=heading.plan_id, parent=heading.parent_id)


def actions_out(actions: Iterable[Action]) -> list[out.HeldAction]:
    """Actions, with how fresh what is known of them is."""
    rows = list(actions)
    fresh = delivery().freshness([each.pk for each in rows])
    return [_action(each, fresh) for each in rows]


def body_out(body: Organisation) -> out.HeldBody:
    """A body."""
    return out.HeldBody(
        **_named(body, "id", "name", "kind", "website", "ended_on", "version"),
        other_names=[each.name for each in body.other_names.all()],
        identifiers=[out.HeldIdentifier.model_validate(each) for each in body.identifiers.all()],
    )


def update_out(update: Update) -> said.HeldUpdate:
    """An update."""
    author = update.author
    return said.HeldUpdate(
        **_named(update, *_SAID),
        action=update.action_id,
        request=update.request_id,
        author=author.name if author else update.author_name,
        body=author.organisation.name if author else "",
        steps=[said.SaidStep.model_validate(each) for each in update.steps.all()],
        readings=[said.SaidReading.model_validate(each) for each in update.readings.all()],
        reached=[said.SaidReach.model_validate(each) for each in update.reached.all()],
    )


def round_out(round_: Any) -> said.HeldRound:
    """A round."""
    names = ("id", "title", "starts", "ends", "due_on", "note", "opened_at", "closed_at", "asked", "answered")
    return said.HeldRound(
        **_named(round_, *names),
        state=_state(round_),
        plans=[each.pk for each in round_.plans.all()],
        group=str(round_.group or ""),
    )


def request_out(request: Request) -> said.HeldRequest:
    """What somebody is asked."""
    contact, update = request.recipient.contact, getattr(request, "update", None)
    return said.HeldRequest(
        id=request.pk,
        round=request.round_id,
        action=request.action_id,
        state=said.state_of_request(request.state),
        open=request.round.is_open,
        due_on=request.round.due_on,
        asked_of=contact.name,
        body=contact.organisation.name,
        question=request.question,
        version=update.version if update else 0,
    )


def _action(action: Action, freshness: Mapping[UUID, Fresh]) -> out.HeldAction:
    fresh = freshness.get(action.pk, Fresh(""))
    told = bool(fresh.lifecycle or fresh.confidence)
    lifecycle = fresh.lifecycle if told else action.lifecycle
    placements = list(action.placements.all())
    return out.HeldAction(
        **_named(action, *_OF_ACTION),
        plan=action.plan_id,
        under=next((each.heading_id for each in placements if each.main), None),
        also_under=[each.heading_id for each in placements if not each.main],
        leads=_parts(action, Part.LEAD),
        partners=_parts(action, Part.PARTNER),
        when=action.when_wording,
        milestones=[out.HeldMilestone.model_validate(each) for each in action.milestones.all()],
        measures=[out.HeldMeasure.model_validate(each) for each in action.measures.all()],
        programmes=[each.programme.name for each in action.ties.all()],
        lifecycle=lifecycle_told(lifecycle),
        confidence=_confidence(lifecycle, fresh, fresh.confidence if told else action.confidence),
        freshness=freshness_told(fresh.freshness),
        since=fresh.since,
        in_document=out.InDocument(
            wording=action.status_wording, lifecycle=action.lifecycle, confidence=action.confidence
        ),
        retired=action.retired_at is not None or action.merged_into_id is not None,
    )


def _confidence(lifecycle: str, fresh: Fresh, confidence: str) -> Confidence:
    """As it is shown everywhere: blue once complete, and none where nobody has answered for long."""
    if lifecycle == "complete":
        return "blue"
    return confidence_told(confidence if fresh.holds else "")


def _parts(action: Action, part: Part) -> list[out.HeldPart]:
    return [_part(each) for each in action.involvements.all() if each.part == part]


def _part(involved: Involvement) -> out.HeldPart:
    return out.HeldPart(organisation=involved.organisation.known_as.pk, name=involved.name)


def _state(round_: Round) -> said.StateOfRound:
    if round_.opened_at is None:
        return "draft"
    return "open" if round_.closed_at is None else "closed"


def _named(row: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
