"""What places published: open to every program, without a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from ninja import Query, Router

from turntide.web.api.pages import published as out
from turntide.web.api.pages import telling
from turntide.web.api.rules.narrowing import involved_in
from turntide.web.api.store.before import fingerprint_before, record_before
from turntide.web.api.views.lists import Paged, mark_all, of_publication, page_told, problems, published_here
from turntide.web.api.views.narrowing import Narrowed, actions_wanted
from turntide.web.api.views.problems import not_found
from turntide.web.periods.rules.comparing import compare
from turntide.web.periods.rules.figures import figures as figures_of
from turntide.web.periods.rules.record import ActionThen
from turntide.web.publishing.store.published import Shown, all_current

router = Router(tags=["Published"])
_OF_ONE = {304: None, **problems(404, 412, 422, 429)}
_OF_LIST = {304: None, **problems(404, 410, 412, 422, 429)}


@router.get("/places", response={200: out.PlacesPage, **_OF_ONE}, url_name="api_places")
def list_places(request: HttpRequest) -> Any:
    """Places that publish, by name."""
    shown = all_current()
    mark_all(request, shown)
    return page_told(request, [_place(request, each) for each in shown])


@router.get("/places/{slug:place}", response={200: out.PlaceOut, **_OF_ONE}, url_name="api_place")
def show_place(request: HttpRequest, place: str) -> Any:
    """A place, and since when it shows what it shows."""
    shown = published_here(request, place)
    return _place(request, shown)


@router.get("/places/{slug:place}/plans", response={200: out.PlansPage, **_OF_LIST}, url_name="api_plans")
def list_plans(request: HttpRequest, place: str, paging: Paged) -> Any:
    """The plans a place publishes."""
    shown = published_here(request, place)
    found = telling.plans_out(shown.record, shown.about)
    return page_told(request, of_publication(request, shown, found, paging))


@router.get(
    "/places/{slug:place}/plans/{uuid:id}", response={200: out.PlanOut, **_OF_ONE}, url_name="api_plan"
)
def show_plan(request: HttpRequest, place: str, id: UUID) -> Any:
    """One plan."""
    shown = published_here(request, place)
    found = telling.plans_out(shown.record, shown.about)
    return _one([each for each in found if each.id == str(id)])


@router.get(
    "/places/{slug:place}/headings", response={200: out.HeadingsPage, **_OF_LIST}, url_name="api_headings"
)
def list_headings(
    request: HttpRequest,
    place: str,
    paging: Paged,
    plan: Annotated[str, Query(max_length=100, description="A plan’s id.")] = "",
) -> Any:
    """Headings of the plans, in the plans' order."""
    shown = published_here(request, place)
    found = [each for each in shown.record.headings if plan in ("", each.plan)]
    page = of_publication(request, shown, found, paging)
    return page_told(request, [telling.heading_out(each, shown.about) for each in page])


@router.get(
    "/places/{slug:place}/actions", response={200: out.ActionsPage, **_OF_LIST}, url_name="api_actions"
)
def list_actions(request: HttpRequest, place: str, paging: Paged, narrowing: Narrowed) -> Any:
    """Actions, in the plans' order, narrowed to what is asked for."""
    shown = published_here(request, place)
    page = of_publication(request, shown, actions_wanted(shown, narrowing), paging)
    return page_told(request, [telling.action_out(each, shown.about) for each in page])


@router.get(
    "/places/{slug:place}/actions.ndjson",
    response={200: out.ActionOut, **_OF_ONE},
    url_name="api_actions_streamed",
)
def stream_actions(request: HttpRequest, place: str, narrowing: Narrowed) -> HttpResponseBase:
    """All actions asked for at once, each as a line of JSON."""
    shown = published_here(request, place)
    return StreamingHttpResponse(
        _lines(shown, actions_wanted(shown, narrowing)), content_type="application/x-ndjson; charset=utf-8"
    )


@router.get(
    "/places/{slug:place}/actions/{uuid:id}", response={200: out.ActionOut, **_OF_ONE}, url_name="api_action"
)
def show_action(request: HttpRequest, place: str, id: UUID) -> Any:
    """One action."""
    shown = published_here(request, place)
    action: ActionThen = _one([each for each in shown.record.actions if each.id == str(id)])
    return telling.action_out(action, shown.about)


@router.get(
    "/places/{slug:place}/organisations",
    response={200: out.InvolvedPage, **_OF_LIST},
    url_name="api_organisations",
)
def list_organisations(request: HttpRequest, place: str, paging: Paged, narrowing: Narrowed) -> Any:
    """Bodies involved in the actions asked for, by name."""
    shown = published_here(request, place)
    page = of_publication(request, shown, involved_in(actions_wanted(shown, narrowing)), paging)
    return page_told(request, [telling.involved_out(each) for each in page])


@router.get(
    "/places/{slug:place}/stories", response={200: out.StoriesPage, **_OF_LIST}, url_name="api_stories"
)
def list_stories(request: HttpRequest, place: str, paging: Paged) -> Any:
    """Stories whose people agreed that they are told."""
    shown = published_here(request, place)
    return page_told(request, of_publication(request, shown, telling.stories_out(shown.record), paging))


@router.get("/places/{slug:place}/figures", response={200: out.FiguresOut, **_OF_ONE}, url_name="api_figures")
def show_figures(request: HttpRequest, place: str, narrowing: Narrowed) -> Any:
    """How the actions asked for stand: the figures of the paper and the public page, with the actions they count."""
    shown = published_here(request, place)
    return telling.figures_out(shown.record, figures_of(actions_wanted(shown, narrowing)))


@router.get("/places/{slug:place}/changes", response={200: out.ChangesOut, **_OF_ONE}, url_name="api_changes")
def show_changes(request: HttpRequest, place: str) -> Any:
    """What came and went within the period, and what changed since the publication before."""
    shown = published_here(request, place, beside=fingerprint_before)
    return telling.changes_out(shown.record, compare(record_before(shown), shown.record))


def _lines(shown: Shown, actions: list[ActionThen]) -> Iterator[bytes]:
    for action in actions:
        yield telling.action_out(action, shown.about).model_dump_json().encode() + b"\n"


def _one(found: list[Any]) -> Any:
    if not found:
        raise not_found()
    return found[0]


def _place(request: HttpRequest, shown: Shown) -> out.PlaceOut:
    url, page = (
        request.build_absolute_uri(reverse(name, args=[shown.place.slug]))
        for name in ("api_place", "public_place")
    )
    return telling.place_out(shown, url, page)
