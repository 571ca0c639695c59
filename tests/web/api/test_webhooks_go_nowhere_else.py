"""Webhooks are never sent into our own network, whatever an address says or comes to mean."""

from __future__ import annotations

import socket
from typing import Any

import httpcore
import pytest
from told_program import ToldProgram, listening

from turntide.web.api.rules.addresses import is_public
from turntide.web.api.services import fetching
from turntide.web.api.services.checking_addresses import (
    NotReachedError,
    RefusedAddressError,
    check_address,
    is_excepted,
)
from turntide.web.api.services.fetching import post


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


def test_an_excepted_origin_is_the_same_with_and_without_its_usual_port(settings: Any) -> None:
    settings.WEBHOOKS_ALSO_TO = ["https://Hooks.inner.example", "http://127.0.0.1:9000"]
    assert is_excepted("https://hooks.inner.example:443/told") and is_excepted("http://127.0.0.1:9000/")
    for other in ("http://hooks.inner.example/", "https://127.0.0.1:9000/", "https://hooks.inner.example:0/"):
        assert not is_excepted(other)


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
    program: ToldProgram, monkeypatch: pytest.MonkeyPatch
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


def test_a_redirect_is_not_followed(program: ToldProgram) -> None:
    with listening() as inner:
        program.answers, program.location = [302, 307], inner.url
        assert [post(program.url, b"{}", {}).status for _ in range(2)] == [302, 307]
        assert inner.came == []


def test_only_the_beginning_of_a_long_answer_is_read(program: ToldProgram) -> None:
    program.said = b"x" * 1_000_000
    assert len(post(program.url, b"{}", {}).said) == 10_000


def test_an_address_that_drips_is_left_in_time(monkeypatch: pytest.MonkeyPatch, program: ToldProgram) -> None:
    monkeypatch.setattr(fetching, "LASTS", 0.0)
    with pytest.raises(NotReachedError, match="No answer came"):
        post(program.url, b"{}", {})
