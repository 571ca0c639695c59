"""Problems as answers, and what the framework and services refuse as problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from turntide.web.api.rules.problems import MEDIA_TYPE, Kind, ProblemError, Wrong
from turntide.web.delivery.services import refusing as delivery_refusing
from turntide.web.plans.services.refusing import RefusedError


def answer_problem(problem: ProblemError) -> HttpResponse:
    """A problem as an answer."""
    response = JsonResponse(
        problem.as_data(), status=problem.kind.status, json_dumps_params={"ensure_ascii": False}
    )
    response["Content-Type"] = MEDIA_TYPE
    for name, value in problem.headers.items():
        response[name] = value
    return response


def tell_problems(api: NinjaAPI) -> None:
    """Have every refusal answered as a problem."""
    api.add_exception_handler(ProblemError, _problem)
    api.add_exception_handler(Http404, lambda _request, _fault: answer_problem(not_found()))
    api.add_exception_handler(AuthenticationError, lambda _request, _fault: answer_problem(no_key()))
    api.add_exception_handler(HttpError, lambda _request, _fault: answer_problem(_not_understood()))
    api.add_exception_handler(ValidationError, _wrong_words)
    for refused in (RefusedError, delivery_refusing.RefusedError):
        api.add_exception_handler(refused, _refused)
    api.add_exception_handler(Exception, _raised)


def not_found() -> ProblemError:
    """Nothing is there, or nothing for whoever asks."""
    return ProblemError(
        Kind.NOT_FOUND,
        _("There is nothing here. Follow the addresses that lists give, or begin at /api/v1/."),
    )


def no_key(why: str = "") -> ProblemError:
    """No key came, or one that opens nothing."""
    usual = _(
        "Send a place’s key: “Authorization: Bearer tt_…”. An owner of the place makes one under “Programs”."
    )
    return ProblemError(Kind.NO_KEY, why or usual, headers={"WWW-Authenticate": 'Bearer realm="Turntide"'})


def wrong(errors: Iterable[Wrong]) -> ProblemError:
    """Something in the request is not as it should be."""
    found = tuple(errors)
    return ProblemError(
        Kind.WRONG_WORDS, _("Put right what “errors” names, then send it again. Nothing was written."), found
    )


def _problem(_request: HttpRequest, fault: Any) -> HttpResponse:
    return answer_problem(fault)


def _refused(_request: HttpRequest, fault: Any) -> HttpResponse:
    return answer_problem(ProblemError(Kind.REFUSED, str(fault)))


def _raised(_request: HttpRequest, fault: Any) -> HttpResponse:
    raise fault


def _not_understood() -> ProblemError:
    return ProblemError(Kind.NOT_UNDERSTOOD, _("Send JSON, in UTF-8, as the description of this API says."))


def _wrong_words(_request: HttpRequest, fault: Any) -> HttpResponse:
    return answer_problem(wrong(_wrong(each) for each in fault.errors))


def _wrong(error: Mapping[str, Any]) -> Wrong:
    # Ninja names the argument of the function that takes the body, which means nothing to whoever sent it.
    source, *path = (str(part) for part in error["loc"])
    return Wrong(
        ".".join([source, *(path[1:] if source in ("body", "query") and len(path) > 1 else path)]),
        _said(error),
    )


def _said(error: Mapping[str, Any]) -> str:
    said = str(error["msg"]).removeprefix("Value error, ")
    return said if said.endswith(".") else f"{said}."
