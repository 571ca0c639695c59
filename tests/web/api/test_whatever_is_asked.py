"""Schemathesis asks what the description allows and what it forbids, and holds each answer to the description."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
import schemathesis
from api_fixtures import Program
from api_operations import OPERATIONS, address, before_id
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis import checks as known
from schemathesis.core.parameters import ParameterLocation

from turntide.web.api.views.beginning import description
from turntide.web.plans.models import Action, Plan

SCHEMA = schemathesis.openapi.from_dict(description())
ALWAYS = (
    *(known.not_a_server_error, known.status_code_conformance, known.content_type_conformance),
    *(known.response_schema_conformance, known.response_headers_conformance),
)
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE"}
REFERS = ("plan", "theme", "cursor")
"""Parameters that name what has to be there."""
SEEN_OR_DONE = ("If-Match", "Idempotency-Key")
FEW = settings(
    max_examples=5,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)


@dataclass(frozen=True)
class Place:
    """A furnished place: a program that may do everything there, and ids of what is there."""

    program: Program
    values: dict[str, str]
    plan: Plan

    def settle(self, case: Any) -> None:
        """Let a case ask of what is there, where the description cannot know what that is."""
        names = case.path_parameters or {}
        id_ = self.values.get(before_id(case.operation.path), "")
        case.path_parameters = {name: {"place": "tarrow", "id": id_}[name] for name in names}
        if case.query:
            case.query = {name: value for name, value in case.query.items() if name not in REFERS}

    def settle_body(self, case: Any) -> None:
        """Add to a plan that is there, and change what was seen, with days that have words, each write for itself."""
        case.headers = {name: value for name, value in case.headers.items() if name not in SEEN_OR_DONE}
        body = {name: value for name, value in case.body.items() if name not in ("starts", "ends", "under")}
        if case.method == "POST":
            case.body = body | {"plan": str(self.plan.pk)}
        else:
            held = Action.objects.get(pk=case.path_parameters["id"])
            case.body = body | {"version": held.version}


@pytest.fixture
def place(
    in_process: Any,
    values: dict[str, str],
    program_of: Callable[..., Program],
    tarrow_plan: Plan,
    settings: Any,
) -> Place:
    SCHEMA.app = in_process
    settings.API_MOST_BY_TOKEN = settings.API_MOST_BY_ADDRESS = 1_000_000
    return Place(program_of(), values, tarrow_plan)


def operations() -> list[Any]:
    every: Any = SCHEMA.get_all_operations()
    return [each.ok() for each in every]


def answered(case: Any, key: str, *checks: Any) -> None:
    response = case.call(headers={"Authorization": f"Bearer {key}"} if key else {})
    case.validate_response(response, checks=[*ALWAYS, *checks])


def each_case(operation: Any, mode: GenerationMode, ask: Callable[[Any], None]) -> None:
    FEW(given(operation.as_strategy(generation_mode=mode))(ask))()  # type: ignore[no-untyped-call]


def test_what_is_allowed_is_answered_as_described(place: Place) -> None:
    """Each case first of something that is there, by a program that may; then as it was made up, by anybody."""

    def ask(case: Any) -> None:
        made_up = case.path_parameters, case.query
        place.settle(case)
        if case.method in ("POST", "PATCH"):
            place.settle_body(case)
        # Whether an update is complete, and of what stands, is more than a description can tell.
        answered(
            case, place.program.key, *(() if case.method == "PUT" else (known.positive_data_acceptance,))
        )
        case.path_parameters, case.query = made_up
        answered(case, "")

    found = operations()
    assert len(found) == len(OPERATIONS)
    for operation in found:
        each_case(operation, GenerationMode.POSITIVE, ask)


def test_what_is_forbidden_is_refused(place: Place) -> None:
    def ask(case: Any) -> None:
        path = case.meta.components.get(ParameterLocation.PATH)
        if path is None or path.mode.is_positive:
            names = case.path_parameters or {}
            id_ = place.values.get(before_id(case.operation.path), "")
            case.path_parameters = {name: {"place": "tarrow", "id": id_}[name] for name in names}
        answered(case, place.program.key, known.negative_data_rejection)

    for operation in operations():
        if operation.query or operation.body:
            each_case(operation, GenerationMode.NEGATIVE, ask)


def test_each_address_says_which_methods_it_takes(place: Place) -> None:
    paths = {path for _method, path, _told in OPERATIONS}
    for path in paths | {"/api/v1/openapi.json"}:
        taken = {method for method, where, _told in OPERATIONS if where == path} or {"GET"}
        takes = taken | {"OPTIONS"} | ({"HEAD"} if "GET" in taken else set())
        where = address(path, place.values)
        assert place.program.ask("OPTIONS", where)["Allow"] == ", ".join(sorted(takes)), path
        for method in METHODS - taken:
            refused = place.program.ask(method, where)
            assert (refused.status_code, refused["Content-Type"]) == (405, "application/problem+json"), path
            assert refused["Allow"] == ", ".join(sorted(takes)), path
