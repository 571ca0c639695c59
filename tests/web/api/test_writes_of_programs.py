"""What a program writes: refused by field where it is wrong, and done once however often it comes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from api_fixtures import Program
from delivery_fixtures import Asked
from django.db import connection

from turntide.web.api.models import Answered
from turntide.web.api.rules.cursors import cursor_of
from turntide.web.delivery.models import Update
from turntide.web.plans.models import Action, Plan

ProgramOf = Callable[..., Program]
WELL = {"version": 0, "lifecycle": "delivering", "confidence": "green", "done": "Two groups walk."}


def first_request(program: Program) -> dict[str, Any]:
    found: dict[str, Any] = program.get("/held/requests?open=true").json()["items"][0]
    return found


def test_what_is_missing_is_said_by_field(program_of: ProgramOf, asked: Asked) -> None:
    program = program_of()
    address = f"/held/requests/{first_request(program)['id']}/update"
    red = program.ask("PUT", address, {"version": 0, "lifecycle": "delivering", "confidence": "red"})
    assert red.status_code == 422
    assert {each["where"] for each in red.json()["errors"]} == {"body.reason", "body.recovers_on"}
    steps = program.ask("PUT", address, WELL | {"steps": [{"milestone": 987654321}]})
    assert steps.json()["errors"][0]["where"] == "body.steps.0.milestone"
    slip = program.ask("PUT", address, WELL | {"lifecylce": "complete"})
    assert slip.json()["errors"][0]["where"] == "body.lifecylce"
    nul = program.ask("PUT", address, WELL | {"done": "a\0b"})
    assert nul.status_code == 422 and nul.json()["errors"][0]["where"] == "body.done"
    number = program.ask("PUT", address, WELL | {"recovers_on": 5})
    assert number.json()["errors"][0]["where"] == "body.recovers_on"
    both = program.ask("PUT", address, WELL | {"no_change": True})
    assert both.status_code == 422 and "alone" in both.json()["errors"][0]["detail"]
    assert program.ask("PUT", address, b"{not json").status_code == 400
    assert not Update.objects.exists()


@pytest.mark.parametrize(
    "asked",
    [
        "updates?changed_since=0001-01-01T00:00:00%2B14:00",
        f"updates?cursor={cursor_of(['0001-01-01T00:00:00+14:00', '0' * 32])}",
        f"plans?cursor={cursor_of(['half of a pair: ' + chr(0xD800), '0' * 32])}",
        f"plans?cursor={cursor_of(['nul: ' + chr(0), '0' * 32])}",
        "actions?confidence=blue",
    ],
)
def test_what_cannot_be_looked_for_is_refused(asked: str, program_of: ProgramOf) -> None:
    assert program_of().get(f"/held/{asked}").status_code == 422


def test_the_same_write_is_done_once(program_of: ProgramOf, tarrow_plan: Plan) -> None:
    program, before = program_of(), Action.objects.count()
    words = {"plan": str(tarrow_plan.pk), "text": "Open a pool"}
    first = program.ask("POST", "/held/actions", words, Idempotency_Key="one")
    again = program.ask("POST", "/held/actions", words, Idempotency_Key="one")
    assert (again.status_code, again.json()) == (201, first.json())
    assert (again["ETag"], again["Location"]) == (first["ETag"], first["Location"])
    assert again["Idempotency-Replayed"] == "true" and "Idempotency-Replayed" not in first
    other = program.ask("POST", "/held/actions", words | {"text": "Close it"}, Idempotency_Key="one")
    assert other.status_code == 422 and other.json()["type"].endswith(":other-words")
    assert program_of().ask("POST", "/held/actions", words, Idempotency_Key="one").status_code == 201
    assert Action.objects.count() == before + 2
    assert program.ask("POST", "/held/actions", words, Idempotency_Key="no good").status_code == 422


def test_what_was_refused_may_be_put_right_under_the_same_key(
    program_of: ProgramOf, tarrow_plan: Plan
) -> None:
    program, words = program_of(), {"plan": str(tarrow_plan.pk), "text": "Open a pool"}
    wrong = program.ask(
        "POST", "/held/actions", words | {"plan": str(tarrow_plan.pk)[::-1]}, Idempotency_Key="k"
    )
    assert wrong.status_code == 422 and not Answered.objects.exists()
    assert program.ask("POST", "/held/actions", words, Idempotency_Key="k").status_code == 201


@pytest.mark.django_db(transaction=True)
def test_of_two_that_come_at_once_one_writes(program_of: ProgramOf, tarrow_plan: Plan) -> None:
    program, before = program_of(), Action.objects.count()

    def ask(_: int) -> Any:
        try:
            words = {"plan": str(tarrow_plan.pk), "text": "Open a pool"}
            return Program(program.key).ask("POST", "/held/actions", words, Idempotency_Key="same")
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(ask, range(4)))
    assert {each.status_code for each in answers} == {201}
    assert len({each.json()["id"] for each in answers}) == 1
    assert Action.objects.count() == before + 1


def test_nobody_is_written_over(program_of: ProgramOf, asked: Asked) -> None:
    program = program_of()
    request = first_request(program)
    address = f"/held/requests/{request['id']}/update"
    seen = program.get(f"/held/requests/{request['id']}")["ETag"]
    unsaid = {name: value for name, value in WELL.items() if name != "version"}
    assert program.ask("PUT", address, unsaid).status_code == 428
    assert program.ask("PUT", address, unsaid, If_Match=seen).status_code == 200
    stale = program.ask("PUT", address, unsaid, If_Match=seen)
    assert stale.status_code == 412 and stale.json()["stands"]["version"] == 1
    stale = program.ask("PUT", address, WELL)
    assert stale.status_code == 409 and stale.json()["stands"]["done"] == "Two groups walk."
    assert program.ask("PUT", address, WELL | {"version": 9}).status_code == 409
