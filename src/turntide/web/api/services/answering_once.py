"""A write that is asked for twice is done once, and gets the same answer both times."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from turntide.web.api.models import Answered, Token

_Do = Callable[[], "Answer"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a write is answered with. ``again``: it was done before, and is told again."""

    status: int
    body: dict[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)
    again: bool = False


class OtherWordsError(Exception):
    """The same key came before with another request."""


@transaction.atomic
def answer_once(*, token: Token, key: str, asked: str, do: _Do) -> Answer:
    """Do what is asked, unless it was done under this key before. Raises OtherWordsError, and whatever ``do`` raises.

    What is refused is not kept: the same key may ask again once it is put right. Of two that come at once, the second
    waits here until the first is done.
    """
    if not key:
        return do()
    row, is_first = Answered.objects.get_or_create(token=token, key=key, defaults={"asked": asked})
    if not is_first:
        return _again(row, asked)
    answer = do()
    row.status, row.headers = answer.status, dict(answer.headers)
    row.body = json.loads(json.dumps(answer.body, cls=DjangoJSONEncoder))
    row.save(update_fields=["status", "headers", "body"])
    return answer


def fingerprint_of(method: str, path: str, seen: str, body: bytes) -> str:
    """What tells two requests apart; ``seen`` is the version that the writer names in a header."""
    return sha256(b"\0".join([method.encode(), path.encode(), seen.encode(), body])).hexdigest()


def _again(row: Answered, asked: str) -> Answer:
    if row.asked != asked:
        raise OtherWordsError
    return Answer(row.status, row.body, row.headers, again=True)
