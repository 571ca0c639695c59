"""The board's paper from one button: what it is of is worked out from the place's rounds and earlier papers."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import translation

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.reporting.models import Report
from turntide.web.reporting.rules.naming import period_words, title_of
from turntide.web.reporting.services.drafting import begin_paper
from turntide.web.reporting.store.choices import frozen_before, latest_period, letterhead_used_last
from turntide.web.reporting.store.states import Chosen


@transaction.atomic
def begin_board_paper(*, place: Place, today: date, by: By) -> tuple[Report, bool]:
    """The board's paper of the latest round's period, and whether it was begun just now.

    A draft of that period that is there already is what is meant: pressing twice makes one paper.
    """
    Place.objects.select_for_update().get(pk=place.pk)
    chosen = usual_board_paper(place, today)
    drafts = Report.objects.filter(place=place, kind=Report.Kind.BOARD, group=None, corrects=None).drafts()
    there = drafts.filter(starts=chosen.starts, ends=chosen.ends).order_by("-made_at").first()
    if there is not None:
        return there, False
    return begin_paper(place=place, kind=Report.Kind.BOARD, chosen=chosen, by=by), True


def usual_board_paper(place: Place, today: date) -> Chosen:
    """What the board's paper is of unless somebody chooses: all plans, compared with the paper before."""
    days = latest_period(place, today)
    return Chosen(
        title=title_of(Report.Kind.BOARD, period_words(days.starts, days.ends)),
        starts=days.starts,
        ends=days.ends,
        language=translation.get_language() or "en-gb",
        letterhead=letterhead_used_last(place),
        before=frozen_before(place, days.ends),
    )
