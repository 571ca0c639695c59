"""Every operation of the API's own description × every kind of caller: an operation that is not covered fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import schemathesis
from api_fixtures import Program
from delivery_fixtures import Asked
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import checks as known
from site_cast import Cast

from turntide.web.api.models import Scope, Token
from turntide.web.api.views.beginning import description
from turntide.web.delivery.rules.said import Said
from turntide.web.delivery.services.on_behalf import answer_for
from turntide.web.plans.models import Action
from turntide.web.publishing.models import Publication

ProgramOf = Callable[..., Program]
OPERATIONS = [
    (method.upper(), path, told)
    for path, operations in description()["paths"].items()
    for method, told in operations.items()
]
PROBLEM = "application/problem+json"
WELL = {"version": 0, "no_change": True}


@pytest.fixture
def values(asked: Asked, published: Publication, cast: Cast) -> dict[str, str]:
    """What stands in each address of the furnished place, by the fixed part before it."""
    requests = asked.requests(asked.ray)
    update = answer_for(request=requests[0], said=Said(no_change=True), saw=0, by=cast.by)
    record = published.record()
    return {
        "places/{place}/plans": record.plans[0].id,
        "places/{place}/actions": record.actions[0].id,
        "held/actions": str(requests[0].action_id),
        "held/updates": str(update.pk),
        "held/rounds": str(asked.round.pk),
        "held/requests": str(requests[1].pk),
    }


def address(path: str, values: dict[str, str]) -> str:
    """The path of something that is there. Raises KeyError for a kind of thing that is not furnished."""
    whole = path.replace("{id}", values[before_id(path)]) if "{id}" in path else path
    return whole.replace("{place}", "tarrow")


def before_id(path: str) -> str:
    """The fixed part before an id."""
    return path.removeprefix("/api/v1/").partition("/{id}")[0]


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


# --- schemathesis

SCHEMA = schemathesis.openapi.from_dict(description())
CHECKS = (
    *(known.not_a_server_error, known.status_code_conformance, known.content_type_conformance),
    *(known.response_schema_conformance, known.response_headers_conformance),
)
FEW = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)


@pytest.fixture
def whole_place(
    in_process: Any, values: dict[str, str], program_of: Callable[..., Program], settings: Any
) -> tuple[Program, dict[str, str]]:
    SCHEMA.app = in_process
    settings.API_MOST_BY_TOKEN = settings.API_MOST_BY_ADDRESS = 1_000_000
    return program_of(), values


def test_whatever_is_asked_is_answered_as_described(whole_place: tuple[Program, dict[str, str]]) -> None:
    """Each case first of something that is there, by a program that may; then as it was made up, by anybody."""
    program, values = whole_place
    every: Any = SCHEMA.get_all_operations()
    operations = [each.ok() for each in every]
    assert len(operations) == len(OPERATIONS)
    for operation in operations:
        ask = asked_in_both_ways(program, values.get(before_id(operation.path), ""))
        tried: Any = FEW(given(operation.as_strategy())(ask))  # type: ignore[no-untyped-call]
        tried()


def asked_in_both_ways(program: Program, id_: str) -> Callable[[Any], None]:
    def ask(case: Any) -> None:
        anything = dict(case.path_parameters or {})
        there = {name: {"place": "tarrow", "id": id_}[name] for name in anything}
        for parameters, key in ((there, program.key), (anything, "")):
            case.path_parameters = parameters
            response = case.call(headers={"Authorization": f"Bearer {key}"} if key else {})
            case.validate_response(response, checks=CHECKS)

    return ask
