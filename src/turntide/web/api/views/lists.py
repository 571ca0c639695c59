"""Lists page by page, and what answers carry besides: validators, links, and for how long they may be kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Annotated, Any, TypeVar, cast

from django.http import HttpRequest
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from ninja import Query, Schema
from pydantic import Field

from turntide import __version__
from turntide.web.api.pages.problem import ProblemOut
from turntide.web.api.rules.cursors import UnknownCursorError, cursor_of, parts_of
from turntide.web.api.rules.problems import Kind, ProblemError, Wrong
from turntide.web.api.views.problems import not_found, wrong
from turntide.web.publishing.store.published import Shown, current
from turntide.web.publishing.views.keeping import kept_from

Item = TypeVar("Item")
MOST = 200
_KEPT = "public, max-age=60"


class Paging(Schema):
    """Which page of a list."""

    limit: int = Field(50, ge=1, le=MOST, description="How many at most.")
    after: str = Field("", max_length=2000, alias="cursor", description="Where to go on: as “next” gave it.")


Paged = Annotated[Paging, Query()]


class NotChangedError(Exception):
    """Whoever asks has it already."""


def problems(*statuses: int) -> dict[Any, Any]:
    """That an operation may answer with these problems."""
    return dict.fromkeys(statuses, ProblemOut)


def carry(request: HttpRequest, **headers: str) -> None:
    """Have the answer carry these headers, should it be no problem."""
    told = cast(Any, request)
    told.carried = getattr(told, "carried", {}) | {
        name.replace("_", "-"): value for name, value in headers.items()
    }


def published_here(request: HttpRequest, slug: str, beside: Callable[[Shown], str] | None = None) -> Shown:
    """What the public sees of a place; ``beside`` tells apart what an answer tells besides.

    Raises ProblemError; NotChangedError where whoever asks has it already.
    """
    shown = current(slug)
    if shown is None:
        raise not_found()
    more = beside(shown) if beside else ""
    _mark(request, f"{shown.etag} {more}", None if beside else shown.modified)
    return shown


def mark_all(request: HttpRequest, shown: Sequence[Shown]) -> None:
    """Have an answer about all places carry what tells whether any of them changed. Raises NotChangedError."""
    _mark(request, " ".join(f"{each.place.slug} {each.etag}" for each in shown), None)


def of_publication(request: HttpRequest, shown: Shown, found: Sequence[Item], paging: Paging) -> list[Item]:
    """The items of a page of something that a place published. Raises ProblemError, as `of_state`."""
    return of_state(request, shown.publication.pk.hex, found, paging)


def of_all(request: HttpRequest, shown: Sequence[Shown], found: Sequence[Item], paging: Paging) -> list[Item]:
    """The items of a page of something told of all places. Raises ProblemError, as `of_state`."""
    states = " ".join(each.publication.pk.hex for each in shown)
    return of_state(request, sha256(states.encode()).hexdigest()[:32], found, paging)


def of_state(request: HttpRequest, state: str, found: Sequence[Item], paging: Paging) -> list[Item]:
    """The items of a page of a list that was told from a state.

    Raises ProblemError where the place has published anew since the list was begun: its pages would not fit together.
    """
    start = 0
    if paging.after:
        publication, start = _read(paging.after, (str, int))
        if publication != state:
            raise ProblemError(
                Kind.PUBLISHED_ANEW,
                _("The place has published anew since this list was begun. Ask for the first page again."),
            )
        if not 0 < start < len(found):
            raise unknown_cursor()
    page = list(found[start : start + paging.limit])
    if start + paging.limit < len(found):
        lead_on(request, (state, start + paging.limit))
    return page


def lead_on(request: HttpRequest, parts: Sequence[str | int | float]) -> None:
    """Say where the list goes on."""
    query = request.GET.copy()
    query["cursor"] = cursor_of(parts)
    next_ = request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
    cast(Any, request).next_page = next_
    carry(request, Link=f'<{next_}>; rel="next"')


def page_told(request: HttpRequest, items: Sequence[Any]) -> dict[str, Any]:
    """A page as it is told."""
    return {"items": items, "next": getattr(request, "next_page", None)}


def read_cursor(cursor: str, kinds: Sequence[type]) -> list[Any]:
    """What a cursor holds. Raises ProblemError."""
    return _read(cursor, kinds)


def unknown_cursor() -> ProblemError:
    """A cursor that was not given out for this list."""
    return wrong([Wrong("query.cursor", _("Take the cursor from “next” as it is, or leave it out."))])


def _read(cursor: str, kinds: Sequence[type]) -> list[Any]:
    try:
        return parts_of(cursor, kinds)
    except UnknownCursorError as unknown:
        raise unknown_cursor() from unknown


def _mark(request: HttpRequest, state: str, modified: datetime | None) -> None:
    """The same address gives the same bytes as long as nothing was published and the program is the same."""
    told = "\n".join([state, request.get_full_path(), request.get_host(), __version__])
    etag = quote_etag(sha256(told.encode()).hexdigest()[:32])
    carry(request, ETag=etag, Cache_Control=_KEPT)
    if modified is not None:
        carry(request, Last_Modified=http_date(modified.timestamp()))
    kept = kept_from(request, modified) if modified else None
    answered = get_conditional_response(request, etag=etag, last_modified=kept)
    if answered is not None and answered.status_code == 304:
        raise NotChangedError
    if answered is not None:
        raise ProblemError(Kind.NOT_AS_SEEN, _("It is no longer what you saw. Ask for it again."))
