"""Webhooks: written down with what caused them, signed, tried again, given up; and never sent into our own network."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from inspect import getsource
from threading import Thread
from typing import Any

import httpcore
import pytest
from api_fixtures import publish_record
from delivery_fixtures import Asked
from django.db import transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from made_record import made_record
from site_cast import Cast

from turntide.web.api.models import Sending, Webhook
from turntide.web.api.rules.addresses import is_public
from turntide.web.api.rules.signing import secret_as_words, secret_from_words, signature
from turntide.web.api.services import fetching, sending
from turntide.web.api.services.checking_addresses import NotReachedError, RefusedAddressError, check_address
from turntide.web.api.services.fetching import post
from turntide.web.api.services.sending import send_due
from turntide.web.api.services.telling import EVENTS
from turntide.web.api.services.webhooks import Begun, begin_webhook, send_test, start_webhook, stop_webhook
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.answering import Author, hand_in
from turntide.web.delivery.services.approving import approve_update
from turntide.web.delivery.services.opening import close_round, reopen_round
from turntide.web.plans.models import Plan
from turntide.web.publishing.services.describing import describe_plan
from turntide.web.publishing.services.publishing import publish
from turntide.web.reporting.services import freezing as paper_freezing

NOW = timezone.now


@dataclass
class Program:
    """A program that is told, on this machine: what came, and what it answers."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    came: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    location: str = ""
    said: bytes = b"thank you"


@contextmanager
def listening() -> Iterator[Program]:
    program = Program()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            headers = {name.lower(): value for name, value in self.headers.items()}
            program.came.append((headers, self.rfile.read(length)))
            self.send_response(program.answers.pop(0) if program.answers else 200)
            if program.location:
                self.send_header("Location", program.location)
            self.send_header("Content-Length", str(len(program.said)))
            self.end_headers()
            self.wfile.write(program.said)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    program.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield program
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def program(settings: Any) -> Iterator[Program]:
    with listening() as told:
        settings.WEBHOOKS_ALSO_TO = [told.url]
        yield told


@pytest.fixture
def begun(cast: Cast, program: Program) -> Begun:
    every = [each.value for each in Webhook.Event]
    return begin_webhook(place=cast.tarrow, url=f"{program.url}/told", events=every, by=By.person(cast.owner))


def test_a_round_that_closes_is_told_signed_and_once(
    begun: Begun, program: Program, asked: Asked, cast: Cast
) -> None:
    close_round(round_=asked.round, by=cast.by)
    assert (send_due(NOW()), send_due(NOW())) == (1, 0)
    [(headers, body)] = program.came
    assert json.loads(body)["type"] == "round closed" and json.loads(body)["id"] == str(asked.round.pk)
    expected = signature(
        secret_from_words(begun.secret), headers["webhook-id"], int(headers["webhook-timestamp"]), body
    )
    assert headers["webhook-signature"] == expected
    assert "ray" not in body.decode().lower()
    reopen_round(round_=asked.round, by=cast.by)
    assert send_due(NOW()) == 0


def test_a_signature_is_as_the_standard_works_it_out() -> None:
    secret = secret_from_words("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    body = b'{"test": 2432232314}'
    made = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(st.binary(min_size=1, max_size=64))
def test_a_secret_is_read_as_it_was_shown(secret: bytes) -> None:
    assert secret_from_words(secret_as_words(secret)) == secret


def test_what_did_not_happen_is_not_told(begun: Begun, asked: Asked, cast: Cast) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        close_round(round_=asked.round, by=cast.by)
        raise ZeroDivisionError
    assert not Sending.objects.exists()


def test_everything_that_can_be_told_is_told_when_it_happens(
    begun: Begun, asked: Asked, cast: Cast, tarrow_plan: Plan
) -> None:
    describe_plan(plan=tarrow_plan, shown=True, summary="", saw=0, by=cast.by)
    publish(place=cast.tarrow, by=cast.by)
    update = hand_in(
        request=asked.requests(asked.ray)[0],
        said=Said(lifecycle="delivering", done="Walked."),
        saw=0,
        author=Author.from_link(asked.ray),
    )
    approve_update(update=update, by=cast.by)
    close_round(round_=asked.round, by=cast.by)
    told = set(Sending.objects.values_list("event", flat=True))
    assert told == {"published", "update approved", "round closed"}
    assert Sending.objects.get(event="update approved").told["action"] == str(update.action_id)
    freezing = getsource(paper_freezing)
    assert all(f'"{verb}"' in freezing for verb, about in EVENTS if about == "report")


def test_only_what_is_wanted_is_told_and_only_of_the_place(
    begun: Begun, cast: Cast, program: Program
) -> None:
    publication = publish_record(cast.elsewhere, made_record())
    note_act("publish", publication, by=cast.by, place_id=cast.elsewhere.pk)
    assert not Sending.objects.exists()
    note_act("publish", publish_record(cast.tarrow, made_record()), by=cast.by, place_id=cast.tarrow.pk)
    Webhook.objects.update(events=["round closed"])
    note_act("publish", publication, by=cast.by, place_id=cast.tarrow.pk)
    assert Sending.objects.get().told["type"] == "published"


def test_what_did_not_get_through_is_tried_again_at_growing_distances(
    begun: Begun, program: Program, cast: Cast
) -> None:
    program.answers = [500, 503, 200]
    send_test(webhook=begun.webhook, by=cast.by)
    now = NOW()
    assert send_due(now) == 0 and Sending.objects.get().answer == "500 thank you"
    assert send_due(now + timedelta(seconds=59)) == 0 and len(program.came) == 1
    assert send_due(now + timedelta(seconds=61)) == 0 and len(program.came) == 2
    assert send_due(now + timedelta(minutes=5)) == 0 and len(program.came) == 2
    assert send_due(now + timedelta(minutes=7)) == 1
    ids = {headers["webhook-id"] for headers, _ in program.came}
    bodies = {body for _, body in program.came}
    assert len(ids) == len(bodies) == 1
    assert Webhook.objects.get().failing_since is None


def test_a_worker_killed_while_it_sends_loses_nothing(
    begun: Begun, program: Program, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_test(webhook=begun.webhook, by=cast.by)
    now = NOW()
    with monkeypatch.context() as killed:
        killed.setattr(sending, "_note_sent", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            send_due(now)
    assert send_due(now) == 0
    assert send_due(now + timedelta(minutes=2)) == 1
    first, second = (headers["webhook-id"] for headers, _ in program.came)
    assert first == second


def test_a_dead_address_is_asked_once_in_a_go_and_holds_up_no_other(
    begun: Begun, program: Program, cast: Cast, settings: Any
) -> None:
    with listening() as dead:
        settings.WEBHOOKS_ALSO_TO = [program.url, dead.url]
        gone = begin_webhook(place=cast.tarrow, url=dead.url, events=[], by=cast.by).webhook
    for _ in range(3):
        send_test(webhook=gone, by=cast.by)
        send_test(webhook=begun.webhook, by=cast.by)
    now = NOW()
    assert send_due(now) == 3
    assert sum(Sending.objects.filter(webhook=gone).values_list("tries", flat=True)) == 1
    assert send_due(now) == 0


def test_a_message_that_is_not_taken_holds_up_no_other(begun: Begun, program: Program, cast: Cast) -> None:
    program.answers = [400]
    for _ in range(2):
        send_test(webhook=begun.webhook, by=cast.by)
    assert send_due(NOW()) == 1


def test_after_three_days_it_is_stopped_and_says_so_and_can_be_started_again(
    begun: Begun, program: Program, cast: Cast
) -> None:
    program.answers = [500] * 40
    send_test(webhook=begun.webhook, by=cast.by)
    start = NOW()
    for hours in range(0, 96):
        send_due(start + timedelta(hours=hours))
    stopped = Webhook.objects.get()
    assert stopped.stopped_at and "three days" in stopped.stopped_why and "500" in stopped.stopped_why
    assert len(program.came) < 12
    Sending.objects.update(given_up_at=None)
    program.answers = []
    start_webhook(webhook=stopped, by=cast.by)
    assert send_due(NOW()) == 1


def test_an_address_that_is_gone_is_told_no_more(begun: Begun, program: Program, cast: Cast) -> None:
    program.answers = [410]
    send_test(webhook=begun.webhook, by=cast.by)
    send_due(NOW())
    assert Webhook.objects.get().stopped_at is not None


def test_what_waits_is_kept_while_it_is_stopped(begun: Begun, program: Program, cast: Cast) -> None:
    send_test(webhook=begun.webhook, by=cast.by)
    stop_webhook(webhook=begun.webhook, by=cast.by)
    assert send_due(NOW()) == 0 and program.came == []
    start_webhook(webhook=begun.webhook, by=cast.by)
    assert send_due(NOW()) == 1


# --- where nothing is sent


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *(
            "100.64.0.1",
            "100.100.100.200",
            "168.63.129.16",
            "192.0.0.1",
            "192.0.2.1",
            "198.18.0.1",
            "224.0.0.1",
        ),
        *("240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254"),
        *("ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1"),
        *("2002:7f00:1::1", "2001:0:7f00:1::1", "2001:db8::1", "fec0::1", "not an address", ""),
    ],
)
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "2a00:1450:4001::200e"]
)
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        *("http://example.org/", "ftp://example.org/", "https://", "//example.org", "javascript:alert(1)"),
        *("https://name:word@example.org/", "https://example.org:22/", "https://example.org:99999/"),
        *("https://localhost/", "https://LOCALHOST./", "https://[::1]/", "https://[/"),
    ],
)
def test_addresses_we_do_not_send_to_are_refused_when_they_are_typed(url: str) -> None:
    with pytest.raises(RefusedAddressError):
        check_address(url)


@pytest.mark.parametrize(
    "host", ["127.1", "0x7f.1", "2130706433", "localhost.localdomain", "169.254.169.254"]
)
def test_names_of_our_own_network_are_refused_when_they_are_looked_up(host: str) -> None:
    with pytest.raises(NotReachedError):
        post(f"https://{host}:8443/", b"{}", {})


def _resolver(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Stands in for the name server: each time another answer. What is asked for, in order."""
    real, asked, left = socket.getaddrinfo, [], list(answers)

    def resolve(host: Any, port: Any, *rest: Any, **also: Any) -> Any:
        if host != "told.example":
            return real(host, port, *rest, **also)
        asked.append(host)
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(2, 1, 6, "", (each, port)) for each in found]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_a_name_with_one_address_of_our_own_is_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    _resolver(monkeypatch, ["93.184.215.14", "10.0.0.8"])
    with pytest.raises(RefusedAddressError):
        post("https://told.example/", b"{}", {})


def test_a_name_that_means_something_else_a_moment_later_leads_nowhere(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was checked is what is connected to: the name is looked up once, whatever it means afterwards."""
    asked = _resolver(monkeypatch, ["93.184.215.14"], ["127.0.0.1"])
    tried: list[str] = []

    def connect(_self: Any, host: str, *_rest: Any, **_also: Any) -> Any:
        tried.append(host)
        raise httpcore.ConnectError("nobody is there")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    port = program.url.rpartition(":")[2]
    with pytest.raises(NotReachedError):
        post(f"https://told.example:{port}/", b"{}", {})
    assert asked == ["told.example"] and tried == ["93.184.215.14"] and program.came == []


def test_a_redirect_is_not_followed(program: Program) -> None:
    with listening() as inner:
        program.answers, program.location = [302, 307], inner.url
        assert [post(program.url, b"{}", {}).status for _ in range(2)] == [302, 307]
        assert inner.came == []


def test_only_the_beginning_of_a_long_answer_is_read(program: Program) -> None:
    program.said = b"x" * 1_000_000
    assert len(post(program.url, b"{}", {}).said) == 10_000


def test_an_address_that_drips_is_left_in_time(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:
    monkeypatch.setattr(fetching, "LASTS", 0.0)
    with pytest.raises(NotReachedError, match="No answer came"):
        post(program.url, b"{}", {})
