"""The lines of a plan's overview: bodies, statuses, editions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from turntide.web.accounts.models import Place
from turntide.web.plans.models import Edition
from turntide.web.plans.pages.place import Figure
from turntide.web.plans.store.counting import Involved


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body, with how often it leads and takes part."""

    name: str
    url: str
    leads: Figure
    partners: Figure


@dataclass(frozen=True, slots=True)
class StatusLine:
    """A status in the plan's words, with its meaning and how many actions have it."""

    wording: str
    lifecycle: str
    confidence: str
    actions: Figure


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition: when it was brought in, by whom, and its file; ``seen`` is its document as laid out."""

    number: int
    at: datetime
    by: str
    file: str
    url: str
    seen: str


def body_line(body: Involved, url: str, table: str, words: tuple[str, str]) -> BodyLine:
    """A body as a line; ``words`` say that it leads and that it takes part."""
    leads, partners = words
    return BodyLine(
        name=body.name,
        url=url,
        leads=Figure(body.leads, leads, f"{table}&part=lead"),
        partners=Figure(body.partners, partners, f"{table}&part=partner"),
    )


def edition_line(place: Place, edition: Edition, seen: str = "") -> EditionLine:
    """An edition as a line."""
    original = edition.original
    return EditionLine(
        number=edition.number,
        at=edition.adopted_at,
        by=str(edition.adopted_by or ""),
        file=original.name if original else "",
        url=reverse("original", args=[place.slug, original.pk]) if original else "",
        seen=seen,
    )
