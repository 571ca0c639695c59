"""Where programs begin, and the description of all that they can ask."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from ninja import NinjaAPI, Router

from turntide.web.api.pages.held import Index
from turntide.web.api.rules.problems import MEDIA_TYPE, Kind
from turntide.web.api.views.lists import carry, problems
from turntide.web.api.views.problems import answer_problem, not_found

router = Router(tags=["Beginning"])
_HOURLY = "public, max-age=3600"
_WRONG_METHOD: dict[str, Any] = {
    "description": "What is there is not asked in this way; Allow names the ways.",
    "headers": {"Allow": {"required": True, "schema": {"type": "string"}}},
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemOut"}}},
}
"""What every address answers to a method that it does not take."""


@router.get("/", response={200: Index, **problems(429)}, url_name="api")
def begin(request: HttpRequest) -> Any:
    """Where to begin."""
    carry(request, Cache_Control=_HOURLY)
    return Index(
        places=request.build_absolute_uri(reverse("api_places")),
        held=request.build_absolute_uri(reverse("api_held_plans")),
        description=request.build_absolute_uri(reverse("api_description")),
    )


def nothing_here(request: HttpRequest, rest: str = "") -> HttpResponse:
    """An address that the API has not."""
    return answer_problem(not_found())


@require_safe
def describe(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document."""
    carry(request, Cache_Control=_HOURLY)
    return JsonResponse(description(), json_dumps_params={"ensure_ascii": False})


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    """What can be asked, as OpenAPI 3.1 tells it."""
    from turntide.web.api.views.api import api

    told: dict[str, Any] = dict(api.get_openapi_schema(path_prefix="/api/v1/"))
    told["components"]["responses"] = {"WrongMethod": _WRONG_METHOD}
    _tell_scopes(told["paths"], api)
    for path, operations in told["paths"].items():
        for operation in operations.values():
            _tell_media_types(path, operation["responses"])
            operation["responses"][Kind.WRONG_METHOD.status] = {"$ref": "#/components/responses/WrongMethod"}
            for parameter in operation["parameters"]:
                _without_null(parameter)
    return told


def _tell_scopes(paths: dict[str, Any], api: NinjaAPI) -> None:
    """What a key has to allow for each operation."""
    needs = {
        operation.view_func.__name__: [each.needs.value for each in operation.auth_callbacks]
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in cast(Any, view.operations)
    }
    for operation in (each for operations in paths.values() for each in operations.values()):
        for scheme in operation.get("security", ()):
            scheme["PlaceKey"] = needs[operation["operationId"]]


def _tell_media_types(path: str, responses: dict[int, Any]) -> None:
    """Problems have a media type of their own, and so has what is streamed."""
    for status, response in responses.items():
        content = response.get("content", {})
        if "application/json" in content and int(status) >= 400:
            content[MEDIA_TYPE] = content.pop("application/json")
        elif "application/json" in content and path.endswith(".ndjson"):
            content["application/x-ndjson"] = content.pop("application/json")


def _without_null(parameter: dict[str, Any]) -> None:
    """What stands in an address may be left out, but it cannot be null."""
    either = parameter["schema"].pop("anyOf", ())
    parameter["schema"] |= next((each for each in either if each.get("type") != "null"), {})
