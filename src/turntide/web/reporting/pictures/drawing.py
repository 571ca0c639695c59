"""The pictures of a period: each a drawing with the table of the same figures. Pure.

Each is drawn in the language that is active, without colours that judge where all plans are told in stories only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from turntide.web.periods.rules.record import Record
from turntide.web.reporting.pictures.freshness import freshness_picture
from turntide.web.reporting.pictures.matrix import matrix_picture
from turntide.web.reporting.pictures.status import status_picture
from turntide.web.reporting.pictures.timeline import timeline_picture
from turntide.web.reporting.rules.paper import Picture


def status_over_time(records: Sequence[Record]) -> Picture:
    """How the actions stood in each period, oldest first: by confidence, or by lifecycle where no plan has it."""
    return status_picture(records)


def milestones(record: Record, today: date) -> Picture:
    """The milestones along the time: met, moved, due, overdue as of ``today``."""
    return timeline_picture(record, today)


def themes_by_freshness(record: Record) -> Picture:
    """How fresh is what is known of each theme's actions."""
    return freshness_picture(record)


def partners_by_theme(record: Record) -> Picture:
    """Who is involved in which theme, and in how many actions."""
    return matrix_picture(record)
