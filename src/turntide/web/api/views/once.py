"""A write under a word of the program's own is done once, and answered alike however often it is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from django.db import DataError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import Header

from turntide.web.api.rules.problems import Kind, ProblemError, Wrong
from turntide.web.api.services.answering_once import Answer, OtherWordsError, answer_once, fingerprint_of
from turntide.web.api.views.held_lists import token_of
from turntide.web.api.views.problems import wrong

Once = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        pattern="^[!-~]{0,200}$",
        description="A word of your own, without blanks: the same write under it is done once.",
    ),
]


def written_once(request: HttpRequest, word: str, do: Callable[[], Answer]) -> HttpResponse:
    """Do it, or answer as it was answered before under this word. Raises ProblemError."""
    try:
        answer = answer_once(token=token_of(request), key=word, asked=_fingerprint(request), do=do)
    except OtherWordsError as other:
        words = _(
            "Take a fresh Idempotency-Key for another write; the same one is for sending the same again."
        )
        raise ProblemError(Kind.OTHER_WORDS, words) from other
    except DataError as unkept:
        raise wrong([Wrong("body", _("Something is longer than it can be kept. Shorten names."))]) from unkept
    return _response(answer)


def _fingerprint(request: HttpRequest) -> str:
    return fingerprint_of(
        request.method or "", request.path, request.headers.get("If-Match", ""), request.body
    )


def _response(answer: Answer) -> HttpResponse:
    headers = {**answer.headers, **({"Idempotency-Replayed": "true"} if answer.again else {})}
    return JsonResponse(
        answer.body, status=answer.status, headers=headers, json_dumps_params={"ensure_ascii": False}
    )
