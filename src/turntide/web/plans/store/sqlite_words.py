"""The words of plans in SQLite's full-text table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from turntide.web.plans.store.phrasing import Sought

# Characters for private use: what stands between them is shown as found, whatever else they might mean.
MARKS = ("\ue000", "\ue001")

_RANKED = """
WITH found AS MATERIALIZED (
    SELECT rowid AS id, bm25(plans_words_index, 5.0, 1.0, 0.0) AS score
    FROM plans_words_index WHERE plans_words_index MATCH %s),
kinds AS (
    SELECT found.id, found.score, CASE WHEN w.action_id IS NOT NULL THEN 'action'
        WHEN w.heading_id IS NOT NULL THEN 'heading' ELSE 'plan' END AS kind
    FROM found JOIN plans_words w ON w.id = found.id WHERE w.place_id = %s),
placed AS (
    SELECT id, kind, COUNT(*) OVER (PARTITION BY kind) AS total,
        ROW_NUMBER() OVER (PARTITION BY kind ORDER BY score, id) AS rank
    FROM kinds)
SELECT id, kind, total FROM placed WHERE rank <= %s ORDER BY kind, rank"""

_EXCERPTS = """
SELECT rowid, highlight(plans_words_index, 0, %s, %s), snippet(plans_words_index, 1, %s, %s, '…', 30)
FROM plans_words_index WHERE plans_words_index MATCH %s AND rowid IN ({ids})"""


def ranked(place: UUID, wanted: Sought, most: int) -> list[tuple[int, str, int]]:
    """The best of each kind: row, kind, and how many of that kind there are in all."""
    return _fetched(_RANKED, [_match(place, wanted), place.hex, most])


def excerpts(ids: Sequence[int], wanted: Sought) -> list[tuple[int, str, str]]:
    """Titles and excerpts of rows, with what was found between MARKS."""
    statement = _EXCERPTS.format(ids=", ".join(str(int(pk)) for pk in ids))
    return _fetched(statement, [*MARKS, *MARKS, wanted.for_sqlite()])


def matching(place: UUID, wanted: Sought) -> tuple[str, list[Any]]:
    """A statement that gives the rows that have all the words."""
    statement = "SELECT rowid FROM plans_words_index WHERE plans_words_index MATCH %s"
    return statement, [_match(place, wanted)]


def _match(place: UUID, wanted: Sought) -> str:
    # The place is a word of each row, so that what other places hold is never even looked at.
    return f'place_id : "{place.hex}" AND {{title text}} : ({wanted.for_sqlite()})'


def _fetched(statement: str, given: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor.fetchall())
