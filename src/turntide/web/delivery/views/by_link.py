"""Pages that a link from a letter opens, without an account.

The address in the letter only hands its key to a cookie and leads on to an address without it: the key stands in no
page's address, no referrer and no log but that of the one hop. Opening changes nothing; letters are opened by scanners.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from turntide.web.delivery.models import Link
from turntide.web.delivery.rules.links import Standing, reason
from turntide.web.delivery.store.links import Opened, opened

LASTS = 12 * 60 * 60
"""Seconds for which a browser keeps the key; the link in the letter gives it again."""

_STATUS = {Standing.UNKNOWN: 404}


class LinkRequest(HttpRequest):
    """A request by somebody who opened a link sent to them."""

    opened: Opened


LinkedView = Callable[..., HttpResponse]


def hop(purpose: Link.Purpose) -> LinkedView:
    """The view of the address that a letter carries: ``<purpose>_link`` leads to ``<purpose>``."""

    @never_cache
    def view(request: HttpRequest, key: str) -> HttpResponse:
        there = reverse(str(purpose.value))
        response = redirect(there)
        response["Referrer-Policy"] = "no-referrer"
        response.set_signed_cookie(
            _cookie(purpose),
            key,
            max_age=LASTS,
            path=there,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        return response

    return view


def link_view(purpose: Link.Purpose) -> Callable[[LinkedView], LinkedView]:
    """Open a view to whoever holds a good link of this purpose; ``request.opened`` says who that is.

    All addresses of a purpose lie beneath the one named ``<purpose>``, where the cookie is sent.
    """

    def wrap(view: LinkedView) -> LinkedView:
        @never_cache
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            key = request.get_signed_cookie(_cookie(purpose), default="", max_age=LASTS) or ""
            found = opened(key, purpose, timezone.now()) if key else Standing.UNKNOWN
            if isinstance(found, Standing):
                return render(
                    request,
                    "delivery/link_opens_nothing.html",
                    {"reason": reason(found)},
                    status=_STATUS.get(found, 410),
                )
            cast(LinkRequest, request).opened = found
            return view(request, *args, **kwargs)

        return guarded

    return wrap


def _cookie(purpose: Link.Purpose) -> str:
    return f"turntide_{purpose.value}"
