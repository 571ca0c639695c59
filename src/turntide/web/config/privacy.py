"""What a place holds is never kept by a browser or a proxy: after signing out, Back shows nothing of it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

Answer = Callable[[HttpRequest], HttpResponse]


class PrivatePagesMiddleware:
    """Lets nobody keep a page. Static files, which are for everybody, are answered before it."""

    def __init__(self, get_response: Answer) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, marked."""
        response = self._answer(request)
        patch_cache_control(response, private=True, no_store=True)
        return response
