"""How often somebody may try, by allauth's counts in the shared cache."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.ratelimit import consume, respond_429
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def limited(action: str) -> Callable[[View], View]:
    """Count each POST to a view against ACCOUNT_RATE_LIMITS[action]; too many are answered by 429."""

    def wrap(view: View) -> View:
        @wraps(view)
        def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and not consume(request, action=action):
                too_many: HttpResponse = respond_429(request)
                return too_many
            return view(request, *args, **kwargs)

        return counted

    return wrap
