"""Plans of several places side by side, from what they published."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from turntide.web.api.pages import across as out
from turntide.web.api.views.lists import Paged, mark_all, of_all, page_told, problems
from turntide.web.publishing.store import across
from turntide.web.publishing.store.published import Shown, all_current

router = Router(tags=["Across places"])
_OF_LIST = {304: None, **problems(410, 412, 422, 429)}
_OF_ONE = {304: None, **problems(412, 422, 429)}
_Id = Annotated[str, Field(max_length=100)]


class Searched(Schema):
    """What is looked for, and where."""

    words: str = Field(
        "", max_length=500, description="All of these words occur in it; nothing is found for none."
    )
    place: list[_Id] = Field([], max_length=50, description="Only in these places.")
    plan: list[_Id] = Field([], max_length=50, description="Only in these plans, by id.")


class Compared(Schema):
    """Which plans."""

    plan: list[_Id] = Field([], max_length=10, description="The plans to lay side by side, by id.")


@router.get("/across/search", response={200: out.FoundPage, **_OF_LIST}, url_name="api_across_search")
def search_across(request: HttpRequest, paging: Paged, searched: Annotated[Searched, Query()]) -> Any:
    """Published actions of all places that have these words."""
    among = _all(request)
    hits = across.search(searched.words, searched.place, searched.plan, among=among)
    return page_told(request, [out.found_out(each) for each in of_all(request, among, hits, paging)])


@router.get(
    "/across/organisations", response={200: out.BodiesAcrossPage, **_OF_LIST}, url_name="api_across_involved"
)
def involved_across(
    request: HttpRequest,
    paging: Paged,
    words: Annotated[str, Query(max_length=300, description="All of these are in its name.")] = "",
) -> Any:
    """Who is involved where: bodies by name, those in most places first."""
    among = _all(request)
    bodies = across.involved(words, among=among)
    return page_told(request, [out.body_out(each) for each in of_all(request, among, bodies, paging)])


@router.get("/across/compare", response={200: out.ComparisonOut, **_OF_ONE}, url_name="api_across_compare")
def compare_across(request: HttpRequest, compared: Annotated[Compared, Query()]) -> Any:
    """Plans side by side: how each stands, its themes, who is in several of them, and when their actions end."""
    return out.comparison_out(across.compare(compared.plan, among=_all(request)))


def _all(request: HttpRequest) -> tuple[Shown, ...]:
    among = all_current()
    mark_all(request, among)
    return among
