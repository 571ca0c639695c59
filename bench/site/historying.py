"""How the invented plans came to be what they are: an adoption, then rounds of edits, as rows of history."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from inventing import Invented, Said

from turntide.exchange.interchange import as_data, part_as_data
from turntide.plan import model as plain
from turntide.web.accounts.models import Person
from turntide.web.plans.models import Change, Edition, Plan, Version

Data = dict[str, Any]
AT_ONCE = 5
"""Actions that one person changes at once, in a later round."""
BEGUN = datetime(2024, 1, 8, 9, tzinfo=UTC)
_COLUMNS = ("change_id", "thing", "thing_id", "number", "before", "after")


@dataclass(frozen=True, slots=True)
class Row:
    """A version on its way into the database; ``before`` and ``after`` are JSON already, each written once."""

    change: Change
    thing: str
    thing_id: str
    number: int
    before: str | None
    after: str


def history(
    plan: Plan, edition: Edition, invented: Invented, adopted: Sequence[Data], people: Sequence[Person]
) -> Iterator[Row]:
    """What the site's writer would have kept of these acts. ``adopted`` are the actions as data."""
    lives = [list(_life(data, said)) for data, said in zip(adopted, invented.rounds, strict=True)]
    things = [("plan", invented.plan.id, json.dumps(invented.plan.as_data()))]
    things += [("heading", each.id, json.dumps(each.as_data())) for each in invented.headings]
    things += [("action", each.id, life[0]) for each, life in zip(invented.adopted, lives, strict=True)]
    adoption = Change(plan=plan, verb="adopt", by=people[0], touched=len(things), edition=edition, at=BEGUN)
    for thing, id_, after in things:
        yield Row(adoption, thing, id_, 2 if thing == "plan" else 1, None, after)
    ids = [action.id for action in invented.adopted]
    for round_ in range(1, len(lives[0])):
        for at in range(0, len(lives), AT_ONCE):
            change = _edit(plan, people, round_, at, len(ids[at : at + AT_ONCE]))
            for id_, life in zip(ids[at : at + AT_ONCE], lives[at : at + AT_ONCE], strict=True):
                yield Row(change, "action", id_, round_ + 1, life[round_ - 1], life[round_])


def _edit(plan: Plan, people: Sequence[Person], round_: int, at: int, touched: int) -> Change:
    when = BEGUN + timedelta(days=30 * round_, minutes=at)
    return Change(plan=plan, verb="edit", by=people[(round_ + at) % len(people)], touched=touched, at=when)


def _life(data: Data, rounds: Sequence[Said]) -> Iterator[str]:
    """The action's versions. A round changes two fields, so all others were turned into data once."""
    yield json.dumps(data)
    for said in rounds:
        read = data["read"] | {"status": part_as_data(said.status), "progress": part_as_data(said.progress)}
        yield json.dumps(data | {"read": read})


def put_versions(rows: Sequence[Row]) -> None:
    """Write versions as they are, in one statement."""
    table = Version._meta.db_table
    id_ = Version._meta.get_field("thing_id")
    values = [
        (
            *(id_.get_db_prep_save(row.change.pk, connection), row.thing),
            *(id_.get_db_prep_save(UUID(row.thing_id), connection), row.number, row.before, row.after),
        )
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(_COLUMNS)}) VALUES ({', '.join(['%s'] * len(_COLUMNS))})",
            values,
        )


def reading(invented: Invented, adopted: Sequence[Data]) -> Data:
    """The edition's document as it was adopted. ``adopted`` are the actions as data."""
    headings = tuple(heading.read for heading in invented.headings)
    plan = plain.Plan(title=invented.plan.title, levels=invented.plan.levels, headings=headings)
    return as_data(plan) | {"actions": [each["read"] for each in adopted]}
