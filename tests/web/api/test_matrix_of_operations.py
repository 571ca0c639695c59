"""Every operation of the API's own description × every kind of caller: an operation that is not covered fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from api_fixtures import Program
from api_operations import OPERATIONS, address
from delivery_fixtures import Asked
from django.db import transaction
from django.utils import timezone
from site_cast import Cast

from turntide.web.api.models import Scope, Token
from turntide.web.plans.models import Action

ProgramOf = Callable[..., Program]
PROBLEM = "application/problem+json"
WELL = {"version": 0, "no_change": True}


def body(method: str, path: str, asked: Asked) -> Any:
    """A body that is well, for what writes."""
    if method == "PUT":
        return WELL
    if method == "PATCH":
        return {
            "version": Action.objects.get(pk=asked.requests(asked.ray)[0].action_id).version,
            "text": "Walk",
        }
    if method == "POST":
        return {"plan": str(asked.requests(asked.ray)[0].action.plan_id), "text": "Walk"}
    return None


def test_each_caller_is_answered_as_the_description_says(
    values: dict[str, str], asked: Asked, cast: Cast, program_of: ProgramOf
) -> None:
    for method, path, told in OPERATIONS:
        with transaction.atomic():
            needs = scopes_of(told)
            assert bool(needs) == ("/held/" in path)
            ask = Asks(method, address(path, values), body(method, path, asked))
            nobody = {ask.by(each) for each in who_opens_nothing(program_of)}
            assert nobody == {401 if needs else 200}, path
            for scope in needs:
                less = program_of(cast.tarrow, *(set(Scope) - {scope}))
                assert ask.by(less) == 403, path
            if needs:
                assert ask.by(program_of(cast.elsewhere)) == there_is_nothing(method, path), path
            ours = ask.by(program_of(cast.tarrow, *map(Scope, needs)))
            assert ours == next(int(each) for each in told["responses"] if int(each) < 300), path
            transaction.set_rollback(True)


@pytest.mark.parametrize(
    "kind", ["plans", "headings", "actions", "organisations", "updates", "rounds", "requests"]
)
def test_lists_of_another_place_are_empty(kind: str, cast: Cast, program_of: ProgramOf) -> None:
    assert program_of(cast.elsewhere).get(f"/held/{kind}").json() == {"items": [], "next": None}


@dataclass(frozen=True)
class Asks:
    """One operation, asked by different callers."""

    method: str
    where: str
    body: Any

    def by(self, caller: Program) -> int:
        """The status of the answer; what is refused is a problem."""
        answer = caller.ask(self.method, self.where, self.body)
        assert answer.status_code < 400 or answer["Content-Type"] == PROBLEM
        return int(answer.status_code)


def scopes_of(told: dict[str, Any]) -> list[str]:
    """What a key has to allow; nothing for what is open to all."""
    return next((each["PlaceKey"] for each in told.get("security", ())), [])


def there_is_nothing(method: str, path: str) -> int:
    """How a program of another place is answered: what is ours is not there for it."""
    if method == "POST":
        return 422
    return 404 if "{id}" in path else 200


def who_opens_nothing(program_of: ProgramOf) -> Iterator[Program]:
    yield Program()
    yield Program("tt_" + "A" * 43)
    yield Program("nonsense")
    revoked, expired = program_of(), program_of()
    assert revoked.token and expired.token
    Token.objects.filter(pk=revoked.token.pk).update(revoked_at=timezone.now())
    Token.objects.filter(pk=expired.token.pk).update(expires_on=timezone.localdate() - timedelta(days=1))
    yield from (revoked, expired)
