"""What opens something and stands in an address is in no log, whatever the address is answered with."""

from __future__ import annotations

import logging

import pytest
from django.test import Client
from site_cast import Cast

KEY = "a1B2c3D4e5F6g7H8i9J0-a1B2c3D4e5F6g7H8i9J0_xy"
SIGNED = "eyJwZXJzb24iOiJhZGEifQ:1xVCD0:PVFBYvpFEAtx21Yo9xCbC4VFrhnciMnTWogKfBHf6wY"
ADDRESSES = (
    *(
        f"/invitations/{KEY}/",
        f"/places/tarrow/people/restore/{SIGNED}/",
        f"/account/confirm-email/{SIGNED}/x",
    ),
    *(f"/account/password/reset/key/3f-{KEY}/", f"/letters/stop/{SIGNED}/", f"/in/tarrow/follow/{KEY}/"),
    *(f"/answer/{KEY}/)", f"/yours/{KEY}/)", f"/calendar/{KEY}.ics."),
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_key_of_an_address_is_struck_out(
    cast: Cast, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        Client(raise_request_exception=False).get(address)
        Client(enforce_csrf_checks=True, raise_request_exception=False).post(address)
    told = [record.getMessage() for record in caplog.records if "[key]" in record.getMessage()]
    assert told
    assert not any(secret in record.getMessage() for record in caplog.records for secret in (KEY, SIGNED))
