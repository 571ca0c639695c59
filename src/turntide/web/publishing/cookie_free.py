"""Pages that anybody may keep: answered before sessions, sign-in and languages by cookie are looked at.

A view marked `cookie_free` is the same for everybody. It gets no session, no signed-in person and no messages, so that
no cookie is set and none makes an answer differ. What it may be kept for it says itself; else nobody may keep it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils.cache import patch_cache_control

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
BENEATH = ("/in/", "/across/", "/api/")
"""Only beneath these are such pages looked for: every other address goes its usual way at once."""


def cookie_free(view: View) -> View:
    """Mark a view as one that needs nothing of whoever asks."""
    marked: Any = view
    marked.cookie_free = True
    return view


class CookieFreeMiddleware:
    """Stands beneath what guards every answer, and above all that looks at cookies."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page itself, where it is such a page; else the usual way."""
        if not request.path_info.startswith(BENEATH):
            return self._answer(request)
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return self._answer(request)
        if not getattr(match.func, "cookie_free", False):
            return self._answer(request)
        # Refuses a request for another host, as Django's own middleware further down would.
        request.get_host()
        request.resolver_match = match
        answer: HttpResponse = match.func(request, *match.args, **match.kwargs)
        if not answer.has_header("Cache-Control"):
            patch_cache_control(answer, private=True, no_store=True)
        return answer
