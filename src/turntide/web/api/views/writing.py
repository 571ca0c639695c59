"""What a place's own programs write. Each goes by the same door as a person's, and is done once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja import Header
from pydantic import BaseModel

from turntide.web.api.models import Scope
from turntide.web.api.pages import held as out
from turntide.web.api.pages import held_said
from turntide.web.api.pages import held_telling as telling
from turntide.web.api.pages.reading import boxes_of, said_of, unknown_parts
from turntide.web.api.pages.written import ActionIn, ChangedActionIn, NewActionIn, UpdateIn
from turntide.web.api.rules.problems import Kind, Wrong
from turntide.web.api.services.answering_once import Answer
from turntide.web.api.services.changing import add_action, change_action
from turntide.web.api.services.handing_in import hand_in_update
from turntide.web.api.store import held
from turntide.web.api.views.held import router
from turntide.web.api.views.held_lists import place_of, token_of
from turntide.web.api.views.keys import PlaceKey
from turntide.web.api.views.lists import problems
from turntide.web.api.views.once import Once, written_once
from turntide.web.api.views.problems import wrong
from turntide.web.api.views.seeing import etag_of, stands_otherwise, version_seen
from turntide.web.delivery.models import Request
from turntide.web.delivery.services.refusing import AnsweredMeanwhileError, UnfinishedError
from turntide.web.delivery.store.asked_for import asked_of_one
from turntide.web.plans.models import Action
from turntide.web.plans.services.writing import ChangedMeanwhileError

_TAGS = ["Written by programs"]
WRITE_UPDATES, WRITE_PLANS = PlaceKey(Scope.WRITE_UPDATES), PlaceKey(Scope.WRITE_PLANS)
_NEW = problems(400, 401, 403, 409, 413, 422, 429)
_CHANGED = problems(400, 401, 403, 404, 409, 412, 413, 422, 428, 429)
IfMatch = Annotated[str, Header(alias="If-Match", description="The ETag of what you saw.")]


@router.put(
    "/held/requests/{uuid:id}/update",
    auth=WRITE_UPDATES,
    tags=_TAGS,
    response={200: held_said.HeldUpdate, **_CHANGED},
    url_name="api_hand_in",
)
def put_update(
    request: HttpRequest,
    id: UUID,
    given: UpdateIn,
    once: Once = "",
    if_match: IfMatch = "",
) -> Any:
    """Hand in an update for a request of an open round. An officer of the place then approves it."""
    asked = get_object_or_404(held.requests_held(place_of(request)), pk=id)
    return written_once(request, once, lambda: _handed_in(request, asked.pk, given))


@router.post(
    "/held/actions",
    auth=WRITE_PLANS,
    tags=_TAGS,
    response={201: out.HeldAction, **_NEW},
    url_name="api_held_actions",
)
def post_action(request: HttpRequest, given: NewActionIn, once: Once = "") -> Any:
    """Add an action to a plan."""
    return written_once(request, once, lambda: _added(request, given))


@router.patch(
    "/held/actions/{uuid:id}",
    auth=WRITE_PLANS,
    tags=_TAGS,
    response={200: out.HeldAction, **_CHANGED},
    url_name="api_held_action",
)
def patch_action(
    request: HttpRequest,
    id: UUID,
    given: ChangedActionIn,
    once: Once = "",
    if_match: IfMatch = "",
) -> Any:
    """Change the words of an action. What is left out stays as it is."""
    _action_here(request, id)
    return written_once(request, once, lambda: _changed(request, id, given))


def _handed_in(request: HttpRequest, id_: UUID, given: UpdateIn) -> Answer:
    asked = asked_of_one(_request_here(request, id_))
    told = telling.request_out(_request_here(request, id_))
    saw = version_seen(request, given.version, told, told.version)
    if found := [] if given.no_change else list(unknown_parts(given, asked)):
        raise wrong(found)
    if saw > told.version:
        raise stands_otherwise(Kind.CHANGED_MEANWHILE, told)
    try:
        update = hand_in_update(
            token=token_of(request), request=asked.request, said=said_of(given, asked), saw=saw
        )
    except UnfinishedError as unfinished:
        raise wrong(Wrong(f"body.{each.field}", each.sentence) for each in unfinished.faults) from unfinished
    except AnsweredMeanwhileError as meanwhile:
        raise stands_otherwise(Kind.CHANGED_MEANWHILE, telling.update_out(meanwhile.update)) from meanwhile
    kept = get_object_or_404(held.updates_held(place_of(request)), pk=update.pk)
    return _answer(200, telling.update_out(kept))


def _added(request: HttpRequest, given: NewActionIn) -> Answer:
    place = place_of(request)
    plan = held.plans_held(place).filter(pk=given.plan).first()
    if plan is None:
        raise wrong([Wrong("body.plan", _("There is no such plan here. Take its id from /held/plans."))])
    under = held.headings_held(place).filter(pk=given.under).first() if given.under else None
    if given.under and under is None:
        raise wrong(
            [Wrong("body.under", _("There is no such heading here. Take its id from /held/headings."))]
        )
    boxes = _boxes(given, when="")
    id_ = add_action(token=token_of(request), plan=plan, under=under, boxes=boxes)
    told = _told(_action_here(request, id_))
    address = request.build_absolute_uri(reverse("api_held_action", args=[id_]))
    return _answer(201, told, {"Location": address, "ETag": etag_of(told)})


def _changed(request: HttpRequest, id_: UUID, given: ChangedActionIn) -> Answer:
    action = _action_here(request, id_)
    saw = version_seen(request, given.version, _told(action), action.version)
    boxes = _boxes(given, when=action.when_wording)
    try:
        change_action(token=token_of(request), action=action, saw=saw, boxes=boxes)
    except ChangedMeanwhileError as meanwhile:
        raise stands_otherwise(Kind.CHANGED_MEANWHILE, _told(_action_here(request, id_))) from meanwhile
    told = _told(_action_here(request, id_))
    return _answer(200, told, {"ETag": etag_of(told)})


def _boxes(given: ActionIn, when: str) -> dict[str, str]:
    """What was sent, as boxes. Raises ProblemError for days without words, as the form refuses them."""
    boxes = boxes_of(given)
    if (given.starts or given.ends) and not boxes.get("when", when).strip():
        raise wrong([Wrong("body.when", _("Say when in words too, for example “By March 2027”."))])
    return boxes


def _action_here(request: HttpRequest, id_: UUID) -> Action:
    action = held.action_held(place_of(request), id_)
    if action is None:
        raise Http404
    return action


def _request_here(request: HttpRequest, id_: UUID) -> Request:
    return get_object_or_404(held.requests_held(place_of(request)), pk=id_)


def _told(action: Action) -> out.HeldAction:
    return telling.actions_out([action])[0]


def _answer(status: int, told: BaseModel, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(status, told.model_dump(mode="json"), headers or {})
