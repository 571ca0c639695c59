"""How much may be sent at once, asked before any of it is read: what is too large never reaches memory or disk."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from turntide.web.config.views import too_large

Answer = Callable[[HttpRequest], HttpResponse]


class SizeMiddleware:
    """Refuses a request by the length it declares; one that declares none is taken to have no body.

    Only somebody signed in may send files, so others are held to what a form of plain fields needs.
    """

    def __init__(self, get_response: Answer) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or 413 with one clear sentence."""
        return too_large(request) if _length(request) > _most(request) else self._answer(request)


def _length(request: HttpRequest) -> int:
    declared = request.META.get("CONTENT_LENGTH") or "0"
    return int(declared) if declared.isdecimal() else 0


def _most(request: HttpRequest) -> int:
    fields, files = settings.DATA_UPLOAD_MAX_MEMORY_SIZE, settings.MOST_SENT_AT_ONCE
    # Asked only of a large request: whoever is signed in costs a query.
    return files if _length(request) > fields and request.user.is_authenticated else fields
