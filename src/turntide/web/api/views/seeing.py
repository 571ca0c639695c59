"""What a writer saw: versions named by ETag, by If-Match, or in the body."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.http import parse_etags, quote_etag
from django.utils.translation import gettext as _
from pydantic import BaseModel

from turntide.web.api.rules.problems import Kind, ProblemError
from turntide.web.api.views.lists import carry

Told = TypeVar("Told", bound=BaseModel)


def mark_version(request: HttpRequest, told: Told) -> Told:
    """Have the answer carry an ETag of what it tells."""
    carry(request, ETag=etag_of(told))
    return told


def etag_of(told: BaseModel) -> str:
    """What tells two states of a thing apart."""
    return quote_etag(sha256(told.model_dump_json().encode()).hexdigest()[:32])


def version_seen(request: HttpRequest, named: int | None, now: Any, version: int) -> int:
    """The version that the writer saw: what ``now`` is, where If-Match says so, else the one ``named`` in the body.

    Raises ProblemError: it is no longer what was seen, or nothing says what was.
    """
    sent = request.headers.get("If-Match", "")
    if sent:
        if sent.strip() != "*" and etag_of(now) not in parse_etags(sent):
            raise stands_otherwise(Kind.NOT_AS_SEEN, now)
        return version
    if named is None:
        words = _(
            "Send the version you saw: its ETag in If-Match, or “version” in the body. So nothing is overwritten."
        )
        raise ProblemError(Kind.WHAT_YOU_SAW, words)
    return named


def stands_otherwise(kind: Kind, now: BaseModel) -> ProblemError:
    """Somebody else wrote first; what stands now goes with it."""
    words = _("Look at what stands now, under “stands”, put yours together with it, and send it again.")
    return ProblemError(kind, words, stands=now.model_dump(mode="json"))
