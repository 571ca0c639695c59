"""Sending to an address that somebody typed, so that nothing of our own network can be reached by it.

The name is looked up here, once; every address it has must be a public one, and that very address is connected to: a
name that means something else a moment later leads nowhere. Nothing is followed, and all has a limit.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urlsplit

import httpcore
import httpx
from django.utils.translation import gettext as _

from turntide.web.api.services.checking_addresses import (
    NotReachedError,
    check_address,
    is_excepted,
    public_addresses,
)

LASTS = 10.0
"""Seconds that all of it may last."""
_MOST_READ = 10_000


@dataclass(frozen=True, slots=True)
class Reply:
    """What was answered: a status, and the beginning of what was said."""

    status: int
    said: str


def post(url: str, body: bytes, headers: Mapping[str, str]) -> Reply:
    """Send something to an address. Raises NotReachedError, RefusedAddressError."""
    check_address(url)
    address = _in_ascii(url)
    until = monotonic() + LASTS
    backend = _CheckedBackend(until, excepted=is_excepted(url))
    timeouts = dict.fromkeys(("connect", "read", "write", "pool"), LASTS)
    try:
        with (
            httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=backend) as pool,
            pool.stream(
                "POST",
                address,
                headers=_headers(address, headers, body),
                content=body,
                extensions={"timeout": timeouts},
            ) as response,
        ):
            return Reply(response.status, _beginning(response.iter_stream()))
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, OSError) as fault:
        raise NotReachedError(_reason(fault)) from fault


class _CheckedBackend(httpcore.NetworkBackend):
    """Connects only to what was checked, and to that very address."""

    def __init__(self, until: float, *, excepted: bool) -> None:
        self._plain = httpcore.SyncBackend()
        self._until = until
        self._excepted = excepted

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the addresses that answers."""
        addresses = [host] if self._excepted else public_addresses(host, port)
        fault: Exception = NotReachedError()
        for address in addresses:
            try:
                stream = self._plain.connect_tcp(
                    address, port, _left(self._until), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as unreached:
                fault = unreached
            else:
                return _Bounded(stream, self._until)
        raise fault


class _Bounded(httpcore.NetworkStream):
    """A connection on which all that is read and written ends by a moment, however slowly it drips."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._until))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._until))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Bounded(self._stream.start_tls(ssl_context, server_hostname, _left(self._until)), self._until)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _left(until: float) -> float:
    left = until - monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return left


def _in_ascii(url: str) -> str:
    """An address as it is sent: names in other letters have a spelling of their own in the net."""
    try:
        parts = httpx.URL(url)
        return (parts.raw_scheme + b"://" + parts.netloc + parts.raw_path).decode("ascii")
    except (httpx.InvalidURL, UnicodeError) as wrong:
        raise NotReachedError(_("There is no such address.")) from wrong


def _beginning(chunks: Iterable[bytes]) -> str:
    held = b""
    for chunk in chunks:
        held += chunk
        if len(held) >= _MOST_READ:
            break
    return held[:_MOST_READ].decode("utf-8", "replace")


def _headers(url: str, headers: Mapping[str, str], body: bytes) -> list[tuple[str, str]]:
    return [("Host", urlsplit(url).netloc), ("Content-Length", str(len(body))), *headers.items()]


def _reason(fault: Exception) -> str:
    if isinstance(fault, httpcore.TimeoutException):
        return _("No answer came within %(seconds)d seconds.") % {"seconds": int(LASTS)}
    return _("It could not be reached: %(fault)s") % {"fault": str(fault)[:150] or type(fault).__name__}
