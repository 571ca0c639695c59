"""The words of plans in PostgreSQL's full-text index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from turntide.web.plans.store.phrasing import Sought

MARKS = ("\ue000", "\ue001")

_RANKED = """
WITH kinds AS (
    SELECT w.id, ts_rank(w.vector, {query}) AS score, CASE WHEN w.action_id IS NOT NULL THEN 'action'
        WHEN w.heading_id IS NOT NULL THEN 'heading' ELSE 'plan' END AS kind
    FROM plans_words w WHERE w.place_id = %s AND w.vector @@ ({query})),
placed AS (
    SELECT id, kind, COUNT(*) OVER (PARTITION BY kind) AS total,
        ROW_NUMBER() OVER (PARTITION BY kind ORDER BY score DESC, id) AS rank
    FROM kinds)
SELECT id, kind, total FROM placed WHERE rank <= %s ORDER BY kind, rank"""

_EXCERPTS = """
SELECT id, ts_headline('english', title, {query}, %s), ts_headline('english', left(text, 20000), {query}, %s)
FROM plans_words WHERE id = ANY(%s)"""

_MARKED = f'StartSel="{MARKS[0]}", StopSel="{MARKS[1]}"'
_TITLE = f"{_MARKED}, HighlightAll=true"
_TEXT = f'{_MARKED}, MaxFragments=1, MaxWords=30, MinWords=15, FragmentDelimiter=" … "'


def ranked(place: UUID, wanted: Sought, most: int) -> list[tuple[int, str, int]]:
    """The best of each kind: row, kind, and how many of that kind there are in all."""
    query, given = _query(wanted)
    return _fetched(_RANKED.format(query=query), [*given, place, *given, most])


def excerpts(ids: Sequence[int], wanted: Sought) -> list[tuple[int, str, str]]:
    """Titles and excerpts of rows, with what was found between MARKS."""
    query, given = _query(wanted)
    return _fetched(_EXCERPTS.format(query=query), [*given, _TITLE, *given, _TEXT, list(ids)])


def matching(place: UUID, wanted: Sought) -> tuple[str, list[Any]]:
    """A statement that gives the rows that have all the words."""
    query, given = _query(wanted)
    return f"SELECT id FROM plans_words WHERE place_id = %s AND vector @@ ({query})", [place, *given]


def _query(wanted: Sought) -> tuple[str, list[str]]:
    whole, beginning = wanted.for_postgresql()
    if not beginning:
        return "websearch_to_tsquery('english', %s)", [whole]
    if not whole:
        return "to_tsquery('english', %s)", [beginning]
    return "websearch_to_tsquery('english', %s) && to_tsquery('english', %s)", [whole, beginning]


def _fetched(statement: str, given: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor.fetchall())
