"""What anybody may keep of the public pages, and for how long: ETag, Last-Modified, Cache-Control, and 304 answers."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

import turntide
from turntide.web.publishing.store.published import Shown

FRESH_FOR = 60
"""Seconds for which an answer may be kept without asking, and shown once more while it is asked for anew."""
KEEP = f"public, max-age={FRESH_FOR}, stale-while-revalidate={FRESH_FOR}"


def keep_for_all(response: HttpResponseBase, shown: Shown, form: str) -> None:
    """Say that anybody may keep an answer, until what is published changes. ``form`` tells its kind and language."""
    response["Cache-Control"] = KEEP
    response["ETag"] = _etag(shown, form)
    response["Last-Modified"] = http_date(shown.modified.timestamp())


def unchanged(request: HttpRequest, shown: Shown, form: str) -> HttpResponse | None:
    """The answer to whoever still has what we would answer: 304, without a body. None: they have not."""
    modified = kept_from(request, shown.modified)
    answer = get_conditional_response(request, etag=_etag(shown, form), last_modified=modified)
    if not isinstance(answer, HttpResponse):
        return None
    keep_for_all(answer, shown, form)
    return answer


def kept_from(request: HttpRequest, modified: datetime) -> int | None:
    """The moment to hold against the one that whoever asks has kept; None where these are not the same.

    What is put back is older than what stood in between: only who kept what is of this very moment has it still.
    """
    moment = int(modified.timestamp())
    return moment if request.headers.get("If-Modified-Since") == http_date(moment) else None


def not_there() -> HttpResponse:
    """Nothing is here: the same for a place that is closed, that never published, and that does not exist."""
    response = HttpResponse(render_to_string("publishing/public/not_there.html"), status=404)
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex"
    return response


def _etag(shown: Shown, form: str) -> str:
    return quote_etag(f"{shown.etag}-{_templates()}-{form}")


@cache
def _templates() -> str:
    """What tells the templates and the look of one version from those of another."""
    web = Path(turntide.__file__).parent / "web"
    files = [*(web / "publishing" / "templates").rglob("*.html"), web / "design/static/design/turntide.css"]
    bodies = b"".join(each.read_bytes() for each in sorted(files))
    return sha256(turntide.__version__.encode() + bodies).hexdigest()[:12]
