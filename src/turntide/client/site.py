"""A site of Turntide, as a program sees it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Self

import httpx

from turntide.client import results
from turntide.client.asking import Asking
from turntide.client.held import Held
from turntide.client.published import Published

LASTS = 30.0


class Turntide:
    """A site at its address. Without a key it tells what places publish; ``held`` wants the key of a place.

    ``tries`` is how often a request is made where the site is busy or away, at growing distances or as long apart as
    the site says. ``transport`` is httpx's, for proxies and tests. Use it as a context, or close it.
    """

    def __init__(
        self,
        address: str,
        key: str = "",
        *,
        tries: int = 5,
        timeout: float = LASTS,
        sleep: Callable[[float], None] = time.sleep,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._client = httpx.Client(
            base_url=f"{address.rstrip('/')}/api/v1/",
            timeout=timeout,
            headers={"User-Agent": "turntide-client"},
            transport=transport,
        )
        self._asking = Asking(self._client, key, tries, sleep)

    def places(self) -> Iterator[results.Place]:
        """Places that publish, by name."""
        return self._asking.each(results.Place, "places")

    def place(self, slug: str) -> Published:
        """A place by the name it has in addresses. Nothing is asked yet."""
        return Published(self._asking, slug)

    @property
    def held(self) -> Held:
        """What the key's own place holds."""
        return Held(self._asking)

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
