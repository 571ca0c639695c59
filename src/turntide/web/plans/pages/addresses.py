"""The addresses of many things of one kind, in lists."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.urls import reverse

from turntide.web.accounts.models import Place

_ANY = UUID(int=0)


def addresses(route: str, place: Place) -> Callable[[UUID], str]:
    """What gives the address of each thing under a route: the route is looked up once, however long the list."""
    before, _, after = reverse(route, args=[place.slug, _ANY]).partition(str(_ANY))
    return lambda id_: f"{before}{id_}{after}"
