"""Asking a site: with its key, again where it is busy, each write under a word of its own so that it is done once."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
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
        return _read(self._asked("GET", address, params=_given(narrowed)).text)

    def write(self, method: str, address: str, body: Mapping[str, Any]) -> Any:
        """Write something, once, however often it has to be tried. Raises ProblemError, UnreachableError."""
        headers = {"Idempotency-Key": uuid4().hex}
        return _read(self._asked(method, address, json=dict(body), headers=headers).text)

    def each(self, kind: type[Result], address: str, **narrowed: Any) -> Iterator[Result]:
        """Everything of a list, page after page. Raises ProblemError, UnreachableError."""
        asked: Mapping[str, Any] = {"limit": 200, **narrowed}
        while True:
            page = self.get(address, **asked)
            yield from (read(kind, each) for each in page["items"])
            if not page["next"]:
                return
            # Only what it asks is taken from the next page's address: the key goes nowhere but to this site.
            asked = httpx.URL(page["next"]).params

    def lines(self, kind: type[Result], address: str, **narrowed: Any) -> Iterator[Result]:
        """Everything of a list that is streamed, as it comes. Raises ProblemError, UnreachableError."""
        with closing(self._asked("GET", address, stream=True, params=_given(narrowed))) as response:
            try:
                for line in response.iter_lines():
                    yield read(kind, _read(line))
            except httpx.RequestError as fault:
                raise UnreachableError(f"The answer was cut off: {fault}. Ask for it again.") from fault

    def _asked(self, method: str, address: str, *, stream: bool = False, **sent: Any) -> httpx.Response:
        request = self._client.build_request(method, address, **self._with_key(sent))
        for tried in range(1, self._tries):
            response = self._sent(request, stream)
            if isinstance(response, httpx.Response) and response.status_code not in BUSY:
                return _answered(response)
            self._sleep(_wait(tried, _told_to_wait(response)))
        response = self._sent(request, stream)
        if isinstance(response, httpx.RequestError):
            raise UnreachableError(f"The site could not be reached: {response}.") from response
        return _answered(response)

    def _sent(self, request: httpx.Request, stream: bool) -> httpx.Response | httpx.RequestError:
        """What came of one try. An answer that is to be tried again is read to its end here, and lets go."""
        try:
            response = self._client.send(request, stream=stream)
            if response.is_error:
                response.read()
        except httpx.RequestError as fault:
            return fault
        return response

    def _with_key(self, sent: dict[str, Any]) -> dict[str, Any]:
        key = {"Authorization": f"Bearer {self._key}"} if self._key else {}
        return sent | {"headers": {**key, **sent.get("headers", {})}}


def _told_to_wait(came: httpx.Response | httpx.RequestError) -> str:
    return str(came.headers.get("Retry-After", "")) if isinstance(came, httpx.Response) else ""


def _read(words: str) -> Any:
    try:
        return json.loads(words)
    except ValueError as other:
        raise UnreachableError("What answers at this address is not Turntide.") from other


def _wait(tried: int, told: str) -> float:
    """Seconds: as long as the site says, else twice as long each time, and never quite as long as another program."""
    if told.isdecimal():
        return min(float(told), LONGEST_WAIT)
    return float(min(0.5 * 2**tried * random.uniform(0.5, 1.0), LONGEST_WAIT))


def _answered(response: httpx.Response) -> httpx.Response:
    if response.is_success:
        return response
    response.read()
    try:
        told = response.json()
    except ValueError:
        told = None
    raise problem_of(response.status_code, response.reason_phrase or "Refused", told)


def _given(narrowed: Mapping[str, Any]) -> dict[str, str]:
    said = {name: value for name, value in narrowed.items() if value not in (None, "")}
    return {
        name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in said.items()
    }
