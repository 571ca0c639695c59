"""The door of the API: who comes, how often, and what every answer carries. No cookie and no session is looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.signals import got_request_exception
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.log import log_response
from django.utils.translation import gettext as _

from turntide.web.api.models import Token
from turntide.web.api.rules.limits import Allowance
from turntide.web.api.rules.problems import Kind, ProblemError
from turntide.web.api.services.spending import (
    most_of_address,
    most_of_token,
    name_of_address,
    name_of_token,
    spend,
)
from turntide.web.api.services.tokens import note_use
from turntide.web.api.store.tokens import token_by_key
from turntide.web.api.views.problems import answer_problem
from turntide.web.publishing.cookie_free import cookie_free

View = Callable[..., HttpResponseBase]
MOST_BYTES = 1024 * 1024
LANGUAGE = "en-gb"
_LIMITS = "RateLimit, RateLimit-Policy, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset"
_EXPOSED = f"ETag, Last-Modified, Link, Retry-After, {_LIMITS}"


class ProgramRequest(HttpRequest):
    """A request of a program. ``token`` is what its key is of, whether or not it still opens anything."""

    token: Token | None


def at_the_door(view: View, *, to_all: bool) -> View:
    """A view of the API as it is opened. ``to_all``: without a key, and from pages of any site."""

    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        coming = cast(ProgramRequest, request)
        with translation.override(LANGUAGE):
            response = _answered(view, coming, to_all, kwargs)
        if to_all:
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = _EXPOSED
        else:
            patch_vary_headers(response, ["Authorization"])
        return _without_body(response) if request.META["REQUEST_METHOD"] == "HEAD" else response

    return cast(View, cookie_free(cast(Any, opened)))


def _answered(view: View, request: ProgramRequest, to_all: bool, kwargs: Any) -> HttpResponseBase:
    if request.method == "OPTIONS":
        # No operation takes this: whoever refuses it says what is taken.
        return _preflight(view(request, **kwargs), to_all)
    if request.method == "HEAD":
        request.method = "GET"
    try:
        request.token = None if to_all else token_by_key(_key(request))
        allowance = _spent(request)
    except Exception as fault:
        return _our_fault(request, fault)
    response = _too_many(allowance) if allowance.exceeded else _guarded(view, request, kwargs)
    carried = getattr(request, "carried", {}) if response.status_code < 400 else {}
    for name, value in {"Cache-Control": "private, no-store", **allowance.headers(), **carried}.items():
        response[name] = value
    return response


def _guarded(view: View, request: ProgramRequest, kwargs: Any) -> HttpResponseBase:
    try:
        if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
            return _too_large()
        response = view(request, **kwargs)
    except RequestDataTooBig:
        return _too_large()
    except Exception as fault:
        return _our_fault(request, fault)
    return _wrong_method(response) if response.status_code == 405 else response


def _our_fault(request: ProgramRequest, fault: Exception) -> HttpResponse:
    """What Django does with a fault, but that it is answered as a problem and not by a page."""
    got_request_exception.send(sender=None, request=request)
    words = _("The fault is ours. Try again later; nothing was written.")
    response = answer_problem(ProblemError(Kind.OUR_FAULT, words))
    log_response(
        "%s: %s", response.reason_phrase, request.path, response=response, request=request, exception=fault
    )
    return response


def _spent(request: ProgramRequest) -> Allowance:
    now = timezone.now()
    if request.token is None:
        return spend(name_of_address(_address(request)), most_of_address(), now)
    note_use(request.token, now)
    return spend(name_of_token(request.token), most_of_token(), now)


def _address(request: HttpRequest) -> str:
    try:
        return str(get_adapter(request).get_client_ip(request))
    except PermissionDenied:
        # Behind a socket of its own machine no address is known: all who come that way count together.
        return ""


def _key(request: HttpRequest) -> str:
    kind, _space, key = request.headers.get("Authorization", "").partition(" ")
    return key.strip() if kind.casefold() == "bearer" else ""


def _preflight(refused: HttpResponseBase, to_all: bool) -> HttpResponse:
    response = HttpResponse(status=204, headers={"Allow": _allowed(refused)})
    if to_all:
        response["Access-Control-Allow-Methods"] = response["Allow"]
        response["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
        response["Access-Control-Max-Age"] = "86400"
    return response


def _too_many(allowance: Allowance) -> HttpResponse:
    words = _("%(most)d requests a minute are answered. Wait %(seconds)d seconds, then go on.")
    told = words % {"most": allowance.most, "seconds": allowance.resets}
    return answer_problem(ProblemError(Kind.TOO_MANY, told, headers={"Retry-After": str(allowance.resets)}))


def _too_large() -> HttpResponse:
    return answer_problem(
        ProblemError(Kind.TOO_LARGE, _("At most one megabyte is taken at once. Send less."))
    )


def _wrong_method(refused: HttpResponseBase) -> HttpResponse:
    allowed = _allowed(refused)
    words = _("This address takes %(allowed)s.") % {"allowed": allowed}
    return answer_problem(ProblemError(Kind.WRONG_METHOD, words, headers={"Allow": allowed}))


def _allowed(refused: HttpResponseBase) -> str:
    """The methods that an address takes. HEAD goes wherever GET does, OPTIONS everywhere."""
    named = set(refused.get("Allow", "GET").split(", "))
    return ", ".join(sorted(named | {"OPTIONS"} | ({"HEAD"} if "GET" in named else set())))


def _without_body(response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, StreamingHttpResponse):
        response.close()
        response.streaming_content = iter(())
    elif isinstance(response, HttpResponse):
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response
