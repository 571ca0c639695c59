"""The API as a whole, and its addresses, each opened by the door."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path, re_path
from ninja import NinjaAPI
from ninja.operation import Operation
from ninja.renderers import BaseRenderer
from pydantic import TypeAdapter

from turntide.web.api.views import across, beginning, held, held_said, published, writing
from turntide.web.api.views.door import at_the_door
from turntide.web.api.views.lists import NotChangedError
from turntide.web.api.views.problems import tell_problems

_NAME = "Turntide"
_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)
_TOLD = """What places promised and what became of it.

Everything that places publish is open to all, without a key. What a place holds besides is for its own programs, with a
key that an owner of the place makes; a key opens its own place alone. Every refusal is `application/problem+json` and
says what to do.
"""


class AsJson(BaseRenderer):
    """Answers written as pydantic writes them, so that a moment reads the same wherever it is told."""

    media_type = "application/json"
    charset = "utf-8"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        """An answer's bytes."""
        return _ANYTHING.dump_json(data)


class Api(NinjaAPI):
    """Operations go by the names of their functions."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """As the description names an operation."""
        return operation.view_func.__name__


api = Api(
    renderer=AsJson(),
    title=_NAME,
    version="1",
    description=_TOLD,
    urls_namespace="api-1",
    openapi_url=None,
    docs_url=None,
)


def _not_changed(_request: HttpRequest, _fault: Any) -> HttpResponse:
    return HttpResponse(status=304)


assert held_said, "has its addresses beside those of held"
assert writing, "has the addresses of what is held, and stands with it"
tell_problems(api)
api.add_exception_handler(NotChangedError, _not_changed)
for _router in (beginning.router, published.router, across.router, held.router):
    api.add_router("", _router)


def addresses() -> list[URLPattern]:
    """The addresses of the API."""
    found = [each for each in api._get_urls() if isinstance(each, URLPattern) and each.name != "api-root"]
    return [
        *(_opened(each) for each in found),
        path("openapi.json", at_the_door(beginning.describe, to_all=True), name="api_description"),
        re_path(r"^(?P<rest>[\s\S]+)$", at_the_door(beginning.nothing_here, to_all=True), name="api_nothing"),
    ]


def _opened(pattern: URLPattern | URLResolver) -> URLPattern:
    assert isinstance(pattern, URLPattern)
    to_all = not str(pattern.pattern).startswith("held/")
    return URLPattern(
        pattern.pattern, cast(Any, at_the_door(pattern.callback, to_all=to_all)), name=pattern.name
    )
