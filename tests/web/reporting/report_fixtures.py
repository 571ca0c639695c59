"""A paper at work: Tarrow's plan, a round that closed, and a board paper of its period."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from site_cast import Cast

from turntide.web.accounts.models import Person
from turntide.web.delivery.models import Round
from turntide.web.delivery.rules.periods import likeliest
from turntide.web.plans.models import Plan
from turntide.web.reporting.models import Report
from turntide.web.reporting.services.beginning import begin_board_paper
from turntide.web.reporting.services.freezing import freeze_paper
from turntide.web.reporting.store.telling import told_of


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def seen_of(paper: Report) -> str:
    """The fingerprint of a draft as somebody sees it now."""
    return told_of(Report.objects.get(pk=paper.pk)).fingerprint


def frozen(paper: Report, cast: Cast) -> Report:
    """The paper, frozen by the editor as it is."""
    return freeze_paper(report=paper, saw=seen_of(paper), by=cast.by)


@pytest.fixture
def closed_round(tarrow_plan: Plan) -> Round:
    today = timezone.localdate()
    period = likeliest(today)
    return Round.objects.create(
        place=tarrow_plan.place,
        title="The autumn round",
        starts=period.starts - timedelta(days=200),
        ends=period.ends - timedelta(days=200),
        due_on=today - timedelta(days=100),
        opened_at=timezone.now() - timedelta(days=110),
        closed_at=timezone.now() - timedelta(days=90),
    )


@pytest.fixture
def paper(cast: Cast, closed_round: Round) -> Report:
    """The board's paper of the round's period, from the one button."""
    return begin_board_paper(place=cast.tarrow, today=timezone.localdate(), by=cast.by)[0]
