"""Asking a site: with its key, again where it is busy, each write under a word of its own so that it is done once."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import uuid4

import httpx

from turntide.client.problems import UnreachableError, problem_of
from turntide.client.reading import read

Result = TypeVar("Result")
BUSY = (429, 502, 503, 504)
LONGEST_WAIT = 65.0
"""Seconds: a site counts requests by the minute."""


class Asking:
    """A site as it is asked. ``tries`` is how often one request is made before it is given up."""

    def __init__(
        self,
        client: httpx.Client,
        key: str = "",
        tries: int = 5,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._key = key
        self._tries = max(1, tries)
        self._sleep = sleep

    def get(self, address: str, **narrowed: Any) -> Any:
        """What is told at an address. Raises ProblemError, UnreachableError."""
        # Given none, httpx leaves an address as it is; given an empty mapping, it would take its query away.
        return self._asked("GET", address, params=_given(narrowed) or None).json()

    def write(self, method: str, address: str, body: Mapping[str, Any]) -> Any:
        """Write something, once, however often it has to be tried. Raises ProblemError, UnreachableError."""
        headers = {"Idempotency-Key": uuid4().hex}
        return self._asked(method, address, json=dict(body), headers=headers).json()

    def each(self, kind: type[Result], address: str, **narrowed: Any) -> Iterator[Result]:
        """Everything of a list, page after page. Raises ProblemError, UnreachableError."""
        page = self.get(address, limit=200, **narrowed)
        while True:
            yield from (read(kind, each) for each in page["items"])
            if not page["next"]:
                return
            page = self.get(page["next"])

    def lines(self, kind: type[Result], address: str, **narrowed: Any) -> Iterator[Result]:
        """Everything of a list that is streamed, as it comes. Raises ProblemError, UnreachableError."""
        with self._streamed(address, _given(narrowed)) as response:
            for line in response.iter_lines():
                yield read(kind, json.loads(line))

    def _asked(self, method: str, address: str, **sent: Any) -> httpx.Response:
        for tried in range(1, self._tries + 1):
            try:
                response = self._client.request(method, address, **self._with_key(sent))
            except httpx.TransportError as fault:
                self._wait_or_give_up(tried, fault)
                continue
            if response.status_code not in BUSY or tried == self._tries:
                return _answered(response)
            self._sleep(_wait(tried, response.headers.get("Retry-After", "")))
        raise UnreachableError(f"{address} did not answer.")

    @contextmanager
    def _streamed(self, address: str, params: Mapping[str, str]) -> Iterator[httpx.Response]:
        for tried in range(1, self._tries + 1):
            with self._client.stream("GET", address, **self._with_key({"params": params})) as response:
                if response.status_code in BUSY and tried < self._tries:
                    self._sleep(_wait(tried, response.headers.get("Retry-After", "")))
                    continue
                if response.is_error:
                    response.read()
                yield _answered(response)
                return

    def _with_key(self, sent: dict[str, Any]) -> dict[str, Any]:
        key = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        return sent | {"headers": {**key, **sent.get("headers", {})}}

    def _wait_or_give_up(self, tried: int, fault: Exception) -> None:
        if tried == self._tries:
            raise UnreachableError(f"The site could not be reached: {fault}.") from fault
        self._sleep(_wait(tried, ""))


def _wait(tried: int, told: str) -> float:
    """Seconds: as long as the site says, else twice as long each time, and never quite as long as another program."""
    if told.isdecimal():
        return min(float(told), LONGEST_WAIT)
    return float(min(0.5 * 2**tried * random.uniform(0.5, 1.0), LONGEST_WAIT))


def _answered(response: httpx.Response) -> httpx.Response:
    if response.is_success:
        return response
    try:
        told = response.json()
    except ValueError:
        told = {}
    usual = {"status": response.status_code, "title": response.reason_phrase or "Refused"}
    raise problem_of(usual | (told if isinstance(told, dict) else {}))


def _given(narrowed: Mapping[str, Any]) -> dict[str, str]:
    said = {name: value for name, value in narrowed.items() if value not in (None, "")}
    return {
        name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in said.items()
    }
