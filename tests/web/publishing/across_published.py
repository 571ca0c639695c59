"""Two made places that publish: for tests of what lies across them."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from made_record import PLAN, SECOND, made_record
from published_place import publish_record

from turntide.web.accounts.models import Place
from turntide.web.periods.rules.record import BodyThen, PlanThen, Record
from turntide.web.publishing.models import Publication
from turntide.web.publishing.rules.about import About

THEIRS = "3d4f5a10-0000-4000-8000-00000000ee01"


def other_record() -> Record:
    """Another place's plan of two actions: the first is done with a body of Tarrow, spelled in another way."""
    made = made_record()
    trust = BodyThen(str(uuid4()), "harbour trust")
    return replace(
        made,
        place="Wexcombe",
        slug="wexcombe",
        plans=(PlanThen(THEIRS, "Moving more in Wexcombe", period="2026 to 2031"),),
        headings=(),
        actions=tuple(
            replace(each, id=str(uuid4()), plan=THEIRS, path=(), leads=(trust,), partners=())
            for each in made.actions[:2]
        ),
        decisions=(),
        stories=(),
        rounds=(),
        added=(),
        dropped=(),
    )


def publish_made(place: Place, record: Record) -> Publication:
    """Show the public part of a record as what a place published, under the place's own name."""
    return publish_record(place, record, About(name=place.name))


__all__ = ["PLAN", "SECOND", "THEIRS", "other_record", "publish_made"]
