"""What comes next, theme by theme. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.cadence import ENDED
from turntide.web.periods.rules.figures import shown_confidence
from turntide.web.periods.rules.record import ActionThen
from turntide.web.reporting.papers.cells import more, paragraph
from turntide.web.reporting.papers.desk import Desk
from turntide.web.reporting.papers.next_period import period_after
from turntide.web.reporting.papers.told.highlights import WORDS, left_out, picked, table_of
from turntide.web.reporting.papers.wording import clipped, span
from turntide.web.reporting.rules.paper import Block

_GRAVE = {"red": 2, "amber": 1}


def tell(desk: Desk) -> tuple[Block, ...]:
    """What those who answer for the actions said they do next."""
    coming = [each for each in desk.record.actions if comes_next(each)]
    if not coming:
        return (paragraph(_("Nobody said what comes next.")),)
    chosen = [
        (each, clipped(each.statement.next, WORDS) if each.statement else "")
        for each in picked(desk, coming, _weight)
    ]
    table = table_of(desk, _caption(desk), _("What comes next"), chosen)
    return (table, *more(desk, left_out(coming, chosen), _("Next steps not listed")))


def comes_next(action: ActionThen) -> bool:
    """Whether something is to follow; what was said by those who went silent, or of what is over, does not count."""
    is_open = action.lifecycle not in ENDED and action.freshness != "silent"
    return is_open and bool(action.statement and action.statement.next.strip())


def _caption(desk: Desk) -> str:
    first, last = period_after(desk.record)
    return _("What comes next, %(period)s") % {"period": span(first, last)} if first else _("What comes next")


def _weight(action: ActionThen) -> tuple[int, ...]:
    """What was told of in the period, and of that what is red, then amber."""
    return int(action.reported), _GRAVE.get(shown_confidence(action), 0)
