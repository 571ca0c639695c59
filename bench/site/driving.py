"""People at work on a site, from a process of their own: they sign in, then ask for page after page.

It is started with a job in JSON as its argument and prints what it saw in JSON. It knows nothing of the site but
its sign-in form, so that every site is driven alike.
"""

from __future__ import annotations

import json
import re
import sys
import time
from dataclasses import asdict, dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, RemoteDisconnected
from http.cookies import SimpleCookie
from itertools import count
from random import Random
from threading import Barrier, Thread
from typing import Any
from urllib.parse import urlencode

PATIENCE = 60
"""Seconds after which a page counts as not answered."""


@dataclass(frozen=True)
class Job:
    """What the people do. ``token`` is the name of the form's hidden field; each account is what the form asks.

    ``pages`` gives for each kind of page the addresses asked for. ``spells`` are pairs of seconds: how long a
    spell of work lasts, and how long a person reads before the next page in it; 0 for no time at all. What is
    answered in the first ``warming`` seconds of a spell does not count.
    """

    port: int
    sign_in: str
    token: str
    accounts: list[dict[str, str]]
    pages: dict[str, list[str]]
    spells: list[tuple[float, float]]
    warming: float = 2.0


@dataclass
class Seen:
    """What one person saw: milliseconds by kind of page, and what went wrong."""

    milliseconds: dict[str, list[float]] = field(default_factory=dict)
    bytes: dict[str, int] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)


class Person:
    """One person with a browser of their own."""

    def __init__(self, job: Job, number: int) -> None:
        self.job, self.number, self.chance = job, number, Random(number)
        self.cookies: dict[str, str] = {}
        self.seen, self.pause = Seen(), 0.0
        self.line = HTTPConnection("127.0.0.1", job.port, timeout=PATIENCE)

    def sign_in(self) -> None:
        """Fill in the form. Raises ValueError where the site does not let the person in."""
        status, _, body = self.ask("GET", self.job.sign_in)
        hidden = re.search(rb'name="%s"[^>]*value="([^"]+)"' % self.job.token.encode(), body)
        if status != 200 or not hidden:
            raise ValueError(f"The sign-in page answered {status} and no form.")
        filled = self.job.accounts[self.number] | {self.job.token: hidden[1].decode()}
        status, to, _ = self.ask("POST", self.job.sign_in, urlencode(filled))
        if status not in (302, 303) or self.job.sign_in in to:
            raise ValueError(f"Signing in was answered {status} {to}.")

    def work(self, begin: Barrier, seconds: float, pause: float) -> None:
        """Ask for pages until the spell is over."""
        self.pause, self.seen = pause, Seen()
        kinds = list(self.job.pages)
        begin.wait()
        started = time.perf_counter()
        self._rest()
        for at in count(self.number):
            kind = kinds[at % len(kinds)]
            addresses = self.job.pages[kind]
            began = time.perf_counter()
            if began - started > self.job.warming + seconds:
                return
            told = self._page(kind, addresses[self.chance.randrange(len(addresses))])
            if time.perf_counter() - started > self.job.warming:
                told()
            self._rest()

    def _page(self, kind: str, address: str) -> Any:
        """Ask for one page; gives what writes down how it went."""
        began = time.perf_counter()
        try:
            status, _, body = self.ask("GET", address)
        except (OSError, HTTPException) as wrong:
            self.line.close()
            name = type(wrong).__name__
            return lambda: self.seen.errors.append(f"{kind}: {name}")
        took = 1000 * (time.perf_counter() - began)
        if status != 200:
            return lambda: self.seen.errors.append(f"{kind}: answered {status} at {address}")
        return lambda: self._counted(kind, took, len(body))

    def _counted(self, kind: str, took: float, size: int) -> None:
        self.seen.milliseconds.setdefault(kind, []).append(took)
        self.seen.bytes[kind] = max(size, self.seen.bytes.get(kind, 0))

    def _rest(self) -> None:
        if self.pause:
            time.sleep(self.pause * self.chance.uniform(0.5, 1.5))

    def ask(self, method: str, address: str, form: str | None = None) -> tuple[int, str, bytes]:
        """One request with the person's cookies: status, where it leads, and what it says."""
        head = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is not None:
            head |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://localhost:{self.job.port}",
            }
        head["Host"] = f"localhost:{self.job.port}"
        try:
            answer, body = self._sent(method, address, form, head)
        except (RemoteDisconnected, ConnectionError):
            # A server may close a line that was quiet for a while; a browser then opens another, and so do we.
            self.line.close()
            answer, body = self._sent(method, address, form, head)
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: part.value for name, part in SimpleCookie(cookie).items()}
        return answer.status, answer.headers.get("Location") or "", body

    def _sent(
        self, method: str, address: str, form: str | None, head: dict[str, str]
    ) -> tuple[HTTPResponse, bytes]:
        self.line.request(method, address, form, head)
        answer = self.line.getresponse()
        return answer, answer.read()


def driven(job: Job) -> dict[str, Any]:
    """All people at once. Raises ValueError where somebody cannot sign in."""
    people = [Person(job, number) for number in range(len(job.accounts))]
    for person in people:
        person.sign_in()
    return {"spells": [_spell(people, *spell) for spell in job.spells]}


def _spell(people: list[Person], seconds: float, pause: float) -> list[dict[str, Any]]:
    begin = Barrier(len(people))
    threads = [Thread(target=person.work, args=(begin, seconds, pause)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [asdict(person.seen) for person in people]


if __name__ == "__main__":
    print(json.dumps(driven(Job(**json.loads(sys.argv[1])))))
