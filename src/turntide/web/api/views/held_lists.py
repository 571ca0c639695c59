"""Lists of what a place holds, and whose place it is: that of the key, and no other."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from django.db.models import Model, QuerySet
from django.http import HttpRequest

from turntide.web.accounts.models import Place
from turntide.web.api.models import Scope, Token
from turntide.web.api.store import held
from turntide.web.api.store.held import Order
from turntide.web.api.views.keys import PlaceKey
from turntide.web.api.views.lists import Paging, lead_on, problems, read_cursor, unknown_cursor

READ, READ_UPDATES = PlaceKey(Scope.READ), PlaceKey(Scope.READ_UPDATES)
OF_ONE = problems(401, 403, 404, 422, 429)
OF_LIST = problems(401, 403, 422, 429)
Row = TypeVar("Row", bound=Model)


def place_of(request: HttpRequest) -> Place:
    """The place of whoever asks."""
    return token_of(request).place


def token_of(request: HttpRequest) -> Token:
    """The token of whoever asks."""
    return cast(Token, cast(Any, request).auth)


def page_of(request: HttpRequest, rows: QuerySet[Row], order: Order, paging: Paging) -> list[Row]:
    """The rows of a page in an order, and where the list goes on. Raises ProblemError."""
    values = _values(paging.after, order)
    found = list(held.after(rows, order, values)[: paging.limit + 1])
    if len(found) > paging.limit:
        found.pop()
        lead_on(request, held.mark_of(found[-1], order))
    return found


def _values(cursor: str, order: Order) -> list[Any]:
    if not cursor:
        return []
    kinds = [float if read is float else str for _, read in order]
    parts = read_cursor(cursor, kinds)
    try:
        return [read(part) for (_, read), part in zip(cast(Any, order), parts, strict=True)]
    except ValueError as no_cursor:
        raise unknown_cursor() from no_cursor
