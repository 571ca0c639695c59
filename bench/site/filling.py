"""Fills an empty installation with the invented plans, in bulk, in the shape that the site's own writer gives them.

    TURNTIDE_DATA=FOLDER python bench/site/filling.py --actions 20000 --history 200000

DATABASE_URL names another database than the folder's own. The site need not have been started before.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turntide.web.config.settings")
if __name__ == "__main__":
    django.setup()

from django.conf import settings
from django.db import connection, transaction
from historying import Row, history, put_versions, reading
from inventing import ACTIONS, HISTORY, Invented, Size, bodies, plans, programmes

from turntide.web.accounts.models import Person, Place
from turntide.web.accounts.roles import Role
from turntide.web.accounts.services.people import add_person
from turntide.web.accounts.services.places import add_place
from turntide.web.accounts.services.roles import give_role
from turntide.web.audit.by import By
from turntide.web.organisations.register import bodies_named
from turntide.web.plans.models import Change, Edition, Plan, Programme
from turntide.web.plans.store.putting_in import put_actions, put_headings
from turntide.web.plans.store.rows import plan_fields
from turntide.web.plans.store.wording import put_plan_words, put_words

PLACE, PASSWORD = "Wexcombe", "quiet-harbour-lantern-17"
USERS = 20
TOGETHER = 10
"""Plans written in one transaction."""


def email(number: int) -> str:
    """The address of one of the people who sign in."""
    return f"officer{number}@wexcombe.example"


FILTERED: tuple[dict[str, str], ...] = (
    {"status": "delivering"},
    {"lacks": "owner"},
    {"when": "overdue", "sort": "when"},
    {"owner": "Millbrook Surgery", "part": "lead"},
    {"when": "2025/26", "status": "planning"},
    {"programme": "Warm Homes in Wexcombe"},
    {"words": "night bus"},
    {"status": "delivering", "sort": "owner", "page": "3"},
)
"""What a list of actions is narrowed to."""
SEARCHED = (
    *("night bus", "carers", "falls clinic millbrook", "stop smoking", "warm homes older people"),
    *("Saltmarsh College", "allotment", "bicycles", "young people fenny ash", "men's shed"),
)


@dataclass(frozen=True)
class Known:
    """What all plans of the place share."""

    place: Place
    people: tuple[Person, ...]
    by: By


def fill(size: Size) -> None:
    """Make the place, its people and its plans."""
    with _moments_as_given():
        known = _known()
        for few in iter(partial(_few, plans(size)), ()):
            with transaction.atomic():
                put_plans(few, known)
    _settle()


def _few(every: Iterator[Invented]) -> tuple[Invented, ...]:
    """The next plans, as many as are written in one transaction."""
    return tuple(islice(every, TOGETHER))


def put_plans(few: Sequence[Invented], known: Known) -> None:
    """Write plans as they stand, and how they came to stand so."""
    rows = [row for invented in few for row in _put_plan(invented, known)]
    Change.objects.bulk_create(dict.fromkeys(row.change for row in rows))
    put_versions(rows)


def _put_plan(invented: Invented, known: Known) -> Iterator[Row]:
    plan = Plan.objects.create(
        pk=UUID(invented.plan.id), place=known.place, version=2, **plan_fields(invented.plan)
    )
    actions = invented.actions
    put_headings(plan, invented.headings, {})
    put_actions(plan, actions, {}, by=known.by)
    plan.actions.update(version=1 + len(invented.rounds[0]))
    put_plan_words(plan)
    put_words(plan, invented.headings, actions)
    adopted = [action.as_data() for action in invented.adopted]
    edition = Edition.objects.create(
        plan=plan, number=1, reading=reading(invented, adopted), adopted_by=known.people[0]
    )
    return history(plan, edition, invented, adopted, known.people)


def _known() -> Known:
    by = By.work("benchmark")
    people = tuple(add_person(email=email(at), name=f"Officer {at}", by=by) for at in range(USERS))
    people[0].set_password(PASSWORD)
    Person.objects.update(password=people[0].password)
    place = add_place(name=PLACE, by=by, owner=people[0])
    for person in people[1:]:
        give_role(place=place, person=person, role=Role.EDITOR, by=by)
    Programme.objects.bulk_create([Programme(place=place, name=name) for name in programmes()])
    bodies_named(bodies(), place=place, by=by)
    return Known(place, people, by)


@contextmanager
def _moments_as_given() -> Iterator[None]:
    """Let changes bear the moments that are given to them, rather than all of them this one."""
    at: Any = Change._meta.get_field("at")
    at.auto_now_add = False
    try:
        yield
    finally:
        at.auto_now_add = True


def addresses_to_ask() -> dict[str, Iterator[str]]:
    """The pages that people will ask for: some of each kind, from all over the place."""
    place = Place.objects.get()
    here, plans = f"/places/{place.slug}", list(place.plans.order_by("pk")[:50])
    actions = [plan.actions.order_by("pk")[0].pk for plan in plans]
    themes = [plan.headings.filter(parent=None)[0].pk for plan in plans[:2]]
    searched = (f"{here}/search/?{urlencode({'q': words})}" for words in SEARCHED)
    within = [{"plan": str(plan.pk), "theme": str(theme)} for plan, theme in zip(plans, themes, strict=False)]
    return {
        "overview": (f"{here}/plans/{plan.pk}/" for plan in plans),
        "table": (f"{here}/actions/?{urlencode(asked)}" for asked in (*FILTERED, *within)),
        "search": searched,
        "action": (f"{here}/actions/{pk}/" for pk in actions),
    }


def _settle() -> None:
    """What a database does by itself in time: it learns how its tables are filled."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def main() -> None:
    """Run as a program."""
    from turntide.web.config.preparing import prepare

    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--actions", type=int, default=ACTIONS)
    asked.add_argument("--history", type=int, default=HISTORY)
    options = asked.parse_args()
    begun = time.perf_counter()
    list(prepare())
    fill(Size(options.actions, options.history))
    addresses = {kind: list(pages) for kind, pages in addresses_to_ask().items()}
    (settings.DATA / "pages.json").write_text(json.dumps(addresses), encoding="utf-8")
    print(f"{options.actions:,} actions in {time.perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
