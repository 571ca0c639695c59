"""The register of a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page
from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext as _

from turntide.web.accounts.models import Place
from turntide.web.organisations.connections import Counts
from turntide.web.organisations.models import Kind, Organisation
from turntide.web.organisations.pages.wording import Crumbs, body_url, kind_of
from turntide.web.organisations.store.listing import ONLY, Filters, other_names

_FEW = 4


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body in the register."""

    name: str
    url: str
    kind: str
    other_names: tuple[str, ...]
    more_names: int
    counts: Counts
    ended: bool


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The bodies of a place, narrowed to what was asked for."""

    template: ClassVar[str] = "organisations/register.html"
    place: Place
    filter_form: Form
    filters: Filters
    paging: Page[Organisation]
    lines: tuple[BodyLine, ...]
    holds_any: bool
    may_edit: bool

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Organisations")

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return ((self.place.name, self.place.get_absolute_url()),)

    @property
    def chips(self) -> tuple[tuple[str, str], ...]:
        """What narrows the list, each with the address without it."""
        given = dict(self.filters.given())
        return tuple(
            (
                _words_of(name, value),
                f"?{urlencode({key: each for key, each in given.items() if key != name})}",
            )
            for name, value in given.items()
        )

    @property
    def urls(self) -> Mapping[str, str]:
        """Where one can go from here."""
        named = {
            "all": "organisations",
            "add": "organisation_add",
            "suggestions": "organisation_suggestions",
            "bring_in": "intakes",
        }
        urls = {name: reverse(route, args=[self.place.slug]) for name, route in named.items()}
        query = urlencode(dict(self.filters.given()))
        export = reverse("organisations_export", args=[self.place.slug])
        return urls | {"export": f"{export}?{query}" if query else export}


def lines(
    place: Place, bodies: Iterable[Organisation], counts: Mapping[UUID, Counts]
) -> tuple[BodyLine, ...]:
    """Bodies as lines of the register."""
    return tuple(_line(place, body, counts.get(body.pk, Counts())) for body in bodies)


def _line(place: Place, body: Organisation, counts: Counts) -> BodyLine:
    names = other_names(body)
    return BodyLine(
        name=body.name,
        url=body_url(place, body),
        kind=kind_of(body),
        other_names=tuple(names[:_FEW]),
        more_names=max(0, len(names) - _FEW),
        counts=counts,
        ended=body.ended_on is not None or body.successor_id is not None,
    )


def _words_of(name: str, value: str) -> str:
    words: dict[str, Any] = {"kind": dict(Kind.choices), "only": ONLY}
    return str(words.get(name, {}).get(value, value))
