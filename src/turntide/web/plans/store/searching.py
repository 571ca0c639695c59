"""Full-text search over the words of plans, each database its own way (see the migration of the search index)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from turntide.web.accounts.models import Place
from turntide.web.organisations.models import Organisation, OtherName
from turntide.web.plans.models import Actions, Words
from turntide.web.plans.store import postgresql_words, sqlite_words
from turntide.web.plans.store.phrasing import Sought, sought

PLANS, HEADINGS, ACTIONS = "plan", "heading", "action"
KINDS = (PLANS, HEADINGS, ACTIONS)
_MOST_BODIES = 10
_SHOWN = (
    *("place_id", "title", "heading_id", "plan__title"),
    *("action__status_wording", "action__lifecycle", "action__confidence"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``lit`` where it is what was looked for."""

    text: str
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A plan, heading or action that was found. ``row`` has its plan and its action with it, as a list shows them."""

    kind: str
    row: Words
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What was found, best first in each kind, and how many of each kind there are in all."""

    found: tuple[Found, ...] = ()
    totals: tuple[tuple[str, int], ...] = ()
    bodies: tuple[Organisation, ...] = ()

    def of(self, kind: str) -> tuple[Found, ...]:
        """Those of one kind."""
        return tuple(each for each in self.found if each.kind == kind)

    def total(self, kind: str) -> int:
        """How many of one kind there are in all."""
        return dict(self.totals).get(kind, 0)


def search(place: Place, typed: str, *, most: int = 20) -> Results:
    """What a place holds that has all the words typed, at most so many of a kind. Anything may be typed."""
    wanted = sought(typed)
    if not wanted:
        return Results()
    ranked = _dialect().ranked(place.pk, wanted, most)
    told = _told([pk for pk, _, _ in ranked], wanted)
    totals = {kind: total for _, kind, total in ranked}
    return Results(
        found=tuple(_found(pk, kind, told) for pk, kind, _ in ranked if pk in told),
        totals=tuple(totals.items()),
        bodies=tuple(bodies_with_words(place, wanted)),
    )


def actions_with_words(actions: Actions, place: Place, typed: str) -> Actions:
    """Those of the actions that have all the words typed; with no word in it, the typing narrows nothing."""
    wanted = sought(typed)
    if not wanted:
        return actions
    sql, given = _dialect().matching(place.pk, wanted)
    return actions.filter(words__pk__in=RawSQL(sql, given))


def bodies_with_words(place: Place, wanted: Sought) -> QuerySet[Organisation]:
    """Organisations one of whose names holds every word."""
    words = [word for phrase in wanted.phrases for word in phrase] + [wanted.beginning]
    bodies = Organisation.objects.standing().filter(place=place)
    for word in filter(None, words):
        others = OtherName.objects.filter(organisation=OuterRef("pk"), name__icontains=word)
        bodies = bodies.filter(Q(name__icontains=word) | Exists(others))
    return bodies[:_MOST_BODIES]


def pieces(marked: str, opening: str, closing: str) -> tuple[Piece, ...]:
    """A text with marks around what was found, as stretches."""
    first, *rest = marked.split(opening)
    found = [Piece(first)]
    for part in rest:
        lit, _, after = part.partition(closing)
        found += [Piece(lit, lit=True), Piece(after)]
    return tuple(piece for piece in found if piece.text)


def _dialect() -> Any:
    return postgresql_words if connection.vendor == "postgresql" else sqlite_words


_Told = dict[int, tuple[Words, str, str]]


def _told(ids: Sequence[int], wanted: Sought) -> _Told:
    """The rows found, each with its title and an excerpt in which what was looked for is marked."""
    if not ids:
        return {}
    rows = Words.objects.select_related("plan", "action").only(*_SHOWN).in_bulk(ids)
    marked: Iterable[tuple[int, str, str]] = _dialect().excerpts(ids, wanted)
    return {pk: (rows[pk], title, text) for pk, title, text in marked if pk in rows}


def _found(pk: int, kind: str, told: _Told) -> Found:
    row, title, text = told[pk]
    marks = _dialect().MARKS
    return Found(kind, row, pieces(title, *marks), pieces(text, *marks))
