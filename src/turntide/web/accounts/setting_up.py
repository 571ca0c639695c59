"""Who may set the site up: somebody at the machine itself, or with the key that its start prints."""

from __future__ import annotations

from ipaddress import ip_address
from secrets import compare_digest

from django.conf import settings
from django.http import HttpRequest

_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_X_FORWARDED_HOST", "HTTP_VIA")
_LOCAL = ("localhost", "127.0.0.1", "::1")


def may_set_up(request: HttpRequest, key: str) -> bool:
    """Whether this request may make the first account."""
    wanted: str = settings.SETUP_KEY
    if wanted and compare_digest(key.encode(), wanted.encode()):
        return True
    return _at_the_machine(request)


def _at_the_machine(request: HttpRequest) -> bool:
    # A proxy on the same machine also comes from loopback: it gives itself away by what it adds,
    # and an installation that is reached from outside by its address.
    if settings.ADDRESS.host not in _LOCAL or any(request.META.get(name) for name in _FORWARDED):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
