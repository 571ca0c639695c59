"""Which addresses the site sends to when somebody types one: those of the internet, and none of our own network."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from turntide.web.api.rules.addresses import is_public

_LOWEST_PORT = 1024
_USUAL_PORTS = {"http": 80, "https": 443}


class NotReachedError(Exception):
    """Nothing was sent, or no answer came; the text says why."""


class RefusedAddressError(NotReachedError):
    """An address that we do not send to."""


def check_address(url: str) -> None:
    """Whether this may be sent to at all, as far as it can be told without looking its name up.

    Raises RefusedAddressError.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as wrong:
        raise RefusedAddressError(
            _("This is no address. Write it like https://example.org/turntide.")
        ) from wrong
    if parts.username is not None or parts.password is not None:
        raise RefusedAddressError(_("The address must not hold a name or password."))
    if is_excepted(url):
        return
    if parts.scheme != "https" or not host:
        raise RefusedAddressError(_("The address has to begin with https://."))
    if port not in (None, 443) and (port or 0) < _LOWEST_PORT:
        raise RefusedAddressError(_("This port is not for the web. Leave it out, or use 443."))
    if _is_own(host):
        raise RefusedAddressError(
            _("This address is of Turntide itself. Give one of the program that is to be told.")
        )


def public_addresses(host: str, port: int) -> list[str]:
    """What a name means now. Raises RefusedAddressError where any of it is not public, NotReachedError for none."""
    try:
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as fault:
        raise NotReachedError(_("There is no such address.")) from fault
    addresses = list(dict.fromkeys(found))
    if not all(map(is_public, addresses)) or set(addresses) & _own_addresses():
        raise RefusedAddressError(_("This address is not a public one."))
    if not addresses:
        raise NotReachedError(_("There is no such address."))
    return addresses


def is_excepted(url: str) -> bool:
    """Whether the settings except an address though it is no public one: for a program beside the site, and tests.

    Raises ValueError for what is no address.
    """
    return _origin(url) in {_origin(each) for each in settings.WEBHOOKS_ALSO_TO}


def _is_own(host: str) -> bool:
    own = {each.casefold().strip("[].") for each in settings.ALLOWED_HOSTS}
    return host.casefold().rstrip(".") in own


def _own_addresses() -> set[str]:
    """Where the site itself is reached; asked anew each time, as it may move."""
    try:
        found = socket.getaddrinfo(settings.ADDRESS.host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return set()
    return {str(entry[4][0]) for entry in found}


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, _USUAL_PORTS.get(parts.scheme) if parts.port is None else parts.port
