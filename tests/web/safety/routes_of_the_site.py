"""Every route of the site, read from Django's own resolver, so that none can be forgotten."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from turntide.web.accounts.roles import Role

_PART = re.compile(r"(?:([\w-]+)/)?<(?:\w+:)?(\w+)>")
_GROUP = re.compile(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
_PLAIN_PATH = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True)
class Route:
    """One address: ``pattern`` is the whole of it, with its variables as <name> or <converter:name>."""

    name: str
    pattern: str
    view: Callable[..., Any]

    @property
    def needs(self) -> Role | None:
        """The role that the view asks for, where it is a view of a place."""
        found: Role | None = getattr(self.view, "needs", None)
        return found

    @property
    def of_place(self) -> bool:
        return self.pattern.startswith("places/<slug:place>/")

    @property
    def variables(self) -> tuple[tuple[str, str], ...]:
        """Each variable but the place, with the fixed part before it: (('plans', 'id'), …)."""
        found = (match.groups() for match in _PART.finditer(self.pattern))
        return tuple((segment or "", name) for segment, name in found if name != "place")

    def path(self, values: Mapping[str, object]) -> str:
        return "/" + _PLAIN_PATH.sub(lambda match: str(values[match.group(1)]), self.pattern)

    def __str__(self) -> str:
        return self.name or self.pattern


def all_routes() -> tuple[Route, ...]:
    return tuple(_under(get_resolver(), ""))


def routes_of_places() -> tuple[Route, ...]:
    return tuple(route for route in all_routes() if route.of_place)


def _under(resolver: URLResolver, before: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = before + _plain(str(entry.pattern))
        if isinstance(entry, URLPattern):
            yield Route(entry.name or "", pattern, entry.callback)
        else:
            yield from _under(entry, pattern)


def _plain(pattern: str) -> str:
    """A pattern written as a regular expression, as a path."""
    return _GROUP.sub(lambda match: f"<{match.group(1)}>", pattern).removeprefix("^").removesuffix("$")
