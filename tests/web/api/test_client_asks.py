"""How the client asks: again where a site is busy, once what it writes, and its key nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from turntide import client as turntide
from turntide.client.asking import Asking
from turntide.client.results import Place


def asking(
    answers: list[httpx.Response | Exception], slept: list[float], asked: list[httpx.Request]
) -> Asking:
    """A site that gives these answers, one after the other."""

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        given = answers.pop(0)
        if isinstance(given, Exception):
            raise given
        return given

    client = httpx.Client(transport=httpx.MockTransport(answer), base_url="https://site.example/")
    return Asking(client, "tt_key", tries=4, sleep=slept.append)


def test_a_busy_site_is_asked_again_and_a_write_under_the_same_word() -> None:
    slept: list[float] = []
    asked: list[httpx.Request] = []
    busy = httpx.Response(429, headers={"Retry-After": "7"})
    away = httpx.ConnectError("away")
    site = asking([busy, away, httpx.Response(503), httpx.Response(200, json={"well": True})], slept, asked)
    assert site.write("POST", "held/actions", {"text": "Walk"}) == {"well": True}
    assert slept[0] == 7 and slept[1] < slept[2] * 2 and len(slept) == 3
    assert len({each.headers["Idempotency-Key"] for each in asked}) == 1
    assert {each.headers["Authorization"] for each in asked} == {"Bearer tt_key"}


def test_the_key_goes_nowhere_but_to_the_site() -> None:
    asked: list[httpx.Request] = []
    pages = ["http://elsewhere.example/steal?cursor=b&limit=200", None]
    answers: list[Any] = [httpx.Response(200, json={"items": [], "next": each}) for each in pages]
    assert list(asking(answers, [], asked).each(Place, "places")) == []
    assert [str(each.url) for each in asked] == [
        "https://site.example/places?limit=200",
        "https://site.example/places?cursor=b&limit=200",
    ]


def test_what_stands_between_and_refuses_in_its_own_words_is_told_as_it_is() -> None:
    odd: list[Any] = [httpx.Response(500, json={"status": "error", "errors": ["no"], "stands": 1})]
    with pytest.raises(turntide.ProblemError) as refused:
        asking(odd, [], []).get("places")
    assert (refused.value.status, refused.value.errors, refused.value.stands) == (500, (), None)
    with pytest.raises(turntide.UnreachableError, match="not Turntide"):
        asking([httpx.Response(200, text="<html>Sign in</html>")], [], []).get("places")


def test_a_stream_is_tried_again_until_it_begins_and_says_so_when_it_is_cut_off() -> None:
    line = json.dumps({"slug": "tarrow"}).encode() + b"\n"

    class CutOff(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield line
            raise httpx.ReadError("gone")

    slept: list[float] = []
    answers: list[Any] = [
        httpx.ConnectError("away"),
        httpx.Response(503),
        httpx.Response(200, stream=CutOff()),
    ]
    places = asking(answers, slept, []).lines(Place, "places.ndjson")
    assert next(places).slug == "tarrow" and len(slept) == 2
    with pytest.raises(turntide.UnreachableError, match="cut off"):
        next(places)
    with pytest.raises(turntide.UnreachableError):
        next(asking([httpx.ConnectError("away")] * 4, [], []).lines(Place, "places.ndjson"))


def test_a_site_that_stays_away_is_given_up() -> None:
    slept: list[float] = []
    gone: list[Any] = [httpx.ConnectError("away")] * 4
    with pytest.raises(turntide.UnreachableError):
        list(asking(gone, slept, []).each(Place, "places"))
    with pytest.raises(turntide.ProblemError):
        asking([httpx.Response(503)] * 4, slept, []).get("places")
