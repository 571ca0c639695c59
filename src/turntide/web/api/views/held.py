"""What a place holds now, for its own programs: a key opens its own place, and no other."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import Http404, HttpRequest, QueryDict
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from turntide.web.api.pages import held as out
from turntide.web.api.pages import held_telling as telling
from turntide.web.api.pages.told import Freshness, Lifecycle
from turntide.web.api.rules.narrowing import NONE
from turntide.web.api.rules.problems import Wrong
from turntide.web.api.store import held
from turntide.web.api.views.held_lists import OF_LIST, OF_ONE, READ, page_of, place_of
from turntide.web.api.views.lists import Paged, page_told
from turntide.web.api.views.problems import wrong
from turntide.web.api.views.seeing import mark_version
from turntide.web.plans.store.filters import NOT_REPORTED, Filters, UnknownFilterError

router = Router(tags=["Held by the place"])
AskedConfidence = Literal["red", "amber", "green", "not reported"]


class Narrowing(Schema):
    """What is asked for; what is left out does not narrow."""

    plan: UUID | None = None
    theme: UUID | None = None
    body: str = Field("", max_length=300, description="A body’s id, or words of its name.")
    lifecycle: Lifecycle | None = None
    confidence: AskedConfidence | None = Field(
        None, description="What is shown in blue is asked for as the lifecycle “complete”."
    )
    freshness: Freshness | None = None
    words: str = Field("", max_length=500, description="All of these words occur in it.")

    def filters(self) -> Filters:
        """As lists of the site are narrowed. Raises ProblemError."""
        axes = {"status": self.lifecycle, "confidence": self.confidence, "fresh": self.freshness}
        query = QueryDict(mutable=True)
        query.update(
            {name: NOT_REPORTED if value == NONE else value for name, value in axes.items() if value}
        )
        query.update(
            {name: str(value) for name, value in (("plan", self.plan), ("theme", self.theme)) if value}
        )
        query.update({"owner": self.body, "words": self.words})
        return Filters.of(query)


@router.get("/held/plans", auth=READ, response={200: out.HeldPlans, **OF_LIST}, url_name="api_held_plans")
def list_held_plans(request: HttpRequest, paging: Paged) -> Any:
    """The place's plans, by title."""
    rows = page_of(request, held.plans_held(place_of(request)), held.PLANS, paging)
    return page_told(request, [telling.plan_out(each) for each in rows])


@router.get(
    "/held/headings", auth=READ, response={200: out.HeldHeadings, **OF_LIST}, url_name="api_held_headings"
)
def list_held_headings(request: HttpRequest, paging: Paged, plan: UUID | None = None) -> Any:
    """The headings of the place's plans."""
    rows = held.headings_held(place_of(request))
    rows = rows.filter(plan=plan) if plan else rows
    page = page_of(request, rows, held.HEADINGS, paging)
    return page_told(request, [telling.heading_out(each) for each in page])


@router.get(
    "/held/actions", auth=READ, response={200: out.HeldActions, **OF_LIST}, url_name="api_held_actions"
)
def list_held_actions(request: HttpRequest, paging: Paged, narrowing: Annotated[Narrowing, Query()]) -> Any:
    """The actions of the place's plans as they stand now, narrowed to what is asked for."""
    try:
        rows = held.actions_held(place_of(request), narrowing.filters(), timezone.localdate())
    except UnknownFilterError as unknown:
        raise wrong([Wrong("query", str(unknown))]) from unknown
    page = page_of(request, held.with_all_parts(rows), held.ACTIONS, paging)
    return page_told(request, telling.actions_out(page))


@router.get(
    "/held/actions/{uuid:id}",
    auth=READ,
    response={200: out.HeldAction, **OF_ONE},
    url_name="api_held_action",
)
def show_held_action(request: HttpRequest, id: UUID) -> Any:
    """One action. Its ETag is what a change of it names in If-Match."""
    action = held.action_held(place_of(request), id)
    if action is None:
        raise Http404
    return mark_version(request, telling.actions_out([action])[0])


@router.get(
    "/held/organisations",
    auth=READ,
    response={200: out.HeldBodies, **OF_LIST},
    url_name="api_held_organisations",
)
def list_held_organisations(request: HttpRequest, paging: Paged) -> Any:
    """The bodies of the place's register, by name."""
    rows = page_of(request, held.bodies_held(place_of(request)), held.BODIES, paging)
    return page_told(request, [telling.body_out(each) for each in rows])
