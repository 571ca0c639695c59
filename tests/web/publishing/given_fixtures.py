"""Tarrow, which has published the made record, and the quarter before it earlier."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest
from made_record import PLAN, SECOND, made_record, record_before
from published_place import publish_record
from site_cast import Cast

from turntide.web.accounts.models import Place
from turntide.web.periods.rules.record import Record
from turntide.web.plans.models import Plan
from turntide.web.publishing.models import Publication, PublicSite
from turntide.web.publishing.rules.about import About, PlanAbout

ABOUT = About(
    name="Tarrow",
    summary="What Tarrow does so that more people move.",
    contact="plans@tarrow.example",
    licence="OGL-UK-3.0",
    plans={
        PLAN: PlanAbout("Walking, cycling and places to move in.", "tarrow-active-plan.docx", 1, "2026-09-01")
    },
)


@dataclass(frozen=True)
class Published:
    """A place that shows itself."""

    place: Place
    site: PublicSite
    plan: Plan

    def publish(self, record: Record | None = None, about: About = ABOUT) -> Publication:
        """Publish the public part of a record."""
        return publish_record(self.place, record or made_record(), about)


@pytest.fixture
def given_place(cast: Cast) -> Published:
    """Open, with its plans, and nothing published yet."""
    site = PublicSite.objects.create(place=cast.tarrow, open=True)
    plan = Plan.objects.create(pk=UUID(PLAN), place=cast.tarrow, title="Tarrow active plan")
    Plan.objects.create(pk=UUID(SECOND), place=cast.tarrow, title="Warm homes together")
    return Published(cast.tarrow, site, plan)


@pytest.fixture
def published(given_place: Published) -> Published:
    """As it is shown: the quarter before, then the made record."""
    given_place.publish(record_before())
    given_place.publish()
    return given_place
