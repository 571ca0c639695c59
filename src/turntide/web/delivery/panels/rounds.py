"""The rounds that run, on the front page of a place: who is silent is seen without looking for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.web.delivery.models import Round
from turntide.web.delivery.pages.rounds.listing import line_of
from turntide.web.delivery.store.rounds import open_rounds
from turntide.web.plans.delivery_connection import Asker, Panel


@dataclass(frozen=True, slots=True)
class Running:
    """A round that takes answers. ``waiting`` is how many answers wait for an officer, 0 for whoever is none."""

    title: str
    url: str
    tone: str
    state: str
    due: date
    asked: int
    answered: int
    waiting: int


def rounds_panel(asker: Asker) -> Sequence[Panel]:
    """The rounds that still take answers. None where none does."""
    today = timezone.localdate()
    running = tuple(_running(asker, each, today) for each in open_rounds(asker.place))
    return (Panel(_("Rounds that take answers"), "delivery/rounds/running.html", running),) if running else ()


def _running(asker: Asker, round_: Round, today: date) -> Running:
    line = line_of(asker.place, round_, today)
    waiting = getattr(round_, "waiting", 0) if asker.may_edit else 0
    return Running(
        round_.title, line.url, line.tone, line.state, round_.due_on, line.asked, line.answered, waiting
    )
