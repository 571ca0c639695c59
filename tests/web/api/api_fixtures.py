"""Places that publish, and keys of programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from made_record import made_record
from site_cast import Cast
from told_program import ToldProgram, listening

from turntide.web.accounts.models import Place
from turntide.web.api.models import Scope, Token, Webhook
from turntide.web.api.services.tokens import make_token
from turntide.web.api.services.webhooks import Begun, begin_webhook
from turntide.web.audit.by import By
from turntide.web.periods.rules.record import Record
from turntide.web.periods.rules.writing import as_bytes, fingerprint
from turntide.web.publishing.models import Publication, PublicSite
from turntide.web.publishing.rules.public import public_part


class Program:
    """A program as it asks: with a key or without."""

    def __init__(self, key: str = "", token: Token | None = None) -> None:
        self.key = key
        self.token = token
        self._client = Client()

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        sent = {"Authorization": f"Bearer {self.key}", **headers} if self.key else headers
        address = path if path.startswith("/api") or path.startswith("http") else f"/api/v1{path}"
        given = {"data": body, "content_type": "application/json"} if body is not None else {}
        return self._client.generic(method, address, headers=_named(sent), **_as_data(given))

    def get(self, path: str, **headers: str) -> Any:
        return self.ask("GET", path, **headers)


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def _as_data(given: dict[str, Any]) -> dict[str, Any]:
    import json

    body = given.get("data")
    return given if body is None or isinstance(body, bytes) else given | {"data": json.dumps(body)}


def publish_record(place: Place, record: Record, number: int = 1, **about: Any) -> Publication:
    """Publish the public part of a record, as the door of publishing keeps it."""
    PublicSite.objects.update_or_create(place=place, defaults={"open": True})
    told = public_part(record)
    said = {"name": place.name, "licence": "OGL-UK-3.0", **about}
    return Publication.objects.create(
        place=place, number=number, body=as_bytes(told), about=said, fingerprint=fingerprint(told)
    )


@pytest.fixture
def in_process(db: None) -> Iterator[Any]:
    """The site as a WSGI server calls it. As with Django's own client, the test's transaction outlives a request."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def published(cast: Cast) -> Publication:
    return publish_record(cast.tarrow, made_record())


@pytest.fixture
def program_of(cast: Cast) -> Callable[..., Program]:
    """A program of a place, with a key that has these scopes."""

    def make(place: Place | None = None, *scopes: Scope, **also: Any) -> Program:
        made = make_token(
            place=place or cast.tarrow,
            name="Council website",
            scopes=scopes or list(Scope),
            by=By.person(cast.owner),
            **also,
        )
        return Program(made.key, made.token)

    return make


@pytest.fixture
def program(settings: Any) -> Iterator[ToldProgram]:
    with listening() as told:
        settings.WEBHOOKS_ALSO_TO = [told.url]
        yield told


@pytest.fixture
def begun(cast: Cast, program: ToldProgram) -> Begun:
    every = [each.value for each in Webhook.Event]
    return begin_webhook(place=cast.tarrow, url=f"{program.url}/told", events=every, by=By.person(cast.owner))
