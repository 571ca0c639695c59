"""The updates that a plan's document carries itself: filed in the timeline under their dates, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Coalesce

from turntide.web.accounts.models import Place
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.delivery.models import Update
from turntide.web.delivery.rules.dated import Frame, day_of
from turntide.web.delivery.rules.filing import Dates, Report, news, parts, same_words
from turntide.web.delivery.services.counting import recount
from turntide.web.delivery.store.documents import Cell, Rating, Told, editions_standing, frame_of, told_by
from turntide.web.plans.models import Edition
from turntide.web.plans.store.dating import span_named

_AT_ONCE = 200
_LATEST = ("latest", "current")
"""What a heading says of a report without a date that is the newest there is."""


@transaction.atomic
def file_edition(edition: Edition) -> int:
    """File what an edition's document reports and the timeline does not have; how many updates that were."""
    told = list(told_by(edition))
    filed = _filed_before([each.action for each in told])
    frame = frame_of(edition)
    rows = [row for each in told for row in _updates(each, filed[each.action], frame, edition)]
    if not rows:
        return 0
    Update.objects.bulk_create(rows, batch_size=_AT_ONCE)
    recount({row.action_id for row in rows if row.on})
    note_act("file updates", edition, by=_by(edition), place_id=edition.plan.place_id, updates=len(rows))
    return len(rows)


@transaction.atomic
def take_back_filed(edition: Edition) -> int:
    """What was filed with an edition goes as its adoption is undone; how many updates that were."""
    rows = Update.objects.filter(edition=edition, via=Update.Via.DOCUMENT)
    actions = set(rows.exclude(on=None).values_list("action_id", flat=True))
    gone = rows.count()
    rows.delete()
    recount(actions)
    if gone:
        note_act("take back filed", edition, by=_by(edition), place_id=edition.plan.place_id, updates=gone)
    return gone


def file_adopted_before(place: Place | None = None) -> int:
    """File what the documents of plans adopted before reported, of one place or of all; doing it again adds nothing."""
    return sum(file_edition(edition) for edition in editions_standing(place))


def _updates(told: Told, filed: list[Update], frame: Frame, edition: Edition) -> list[Update]:
    dates = partial(_day_of, frame)
    cells = [part for cell in told.cells for part in parts(_report(cell, dates), dates)]
    known = [Report(row.wording, row.on, row.dated_as) for row in filed]
    fresh: list[Report] = []
    for report in cells:
        fresh += news(report, [*known, *fresh], dates)
    rows = [_row(told.action, report, edition) for report in fresh]
    return rows + list(_rated(told, cells, rows, filed, edition))


def _rated(
    told: Told, reports: Collection[Report], rows: list[Update], filed: Collection[Update], edition: Edition
) -> Iterator[Update]:
    """The rating goes with the newest report; one that changed without a word of report is an update of its own."""
    if told.rating is None:
        return
    newest = _newest(rows, reports, told.cells)
    if newest is not None:
        newest.lifecycle, newest.confidence, newest.status_as = _as_said(told.rating)
    elif _turned(told.rating, [row for row in filed if _came_by(row, edition)], told.before):
        row = _row(told.action, Report(""), edition)
        row.lifecycle, row.confidence, row.status_as = _as_said(told.rating)
        yield row


def _turned(rating: Rating, filed: Iterable[Update], before: Rating | None) -> bool:
    """Whether it goes otherwise than the timeline, or else the edition before, has it."""
    rated = [row for row in filed if row.status_as]
    was = Rating(rated[-1].status_as) if rated else before
    return was is not None and not same_words(was.wording, rating.wording)


def _came_by(row: Update, edition: Edition) -> bool:
    return row.said_at is not None and row.said_at <= edition.adopted_at


def _newest(rows: list[Update], reports: Iterable[Report], cells: Iterable[Cell]) -> Update | None:
    """The newest report: in a column of the latest, else by its date, else the last. None: it was filed before."""
    latest = [cell.text for cell in cells if any(word in cell.heading.casefold() for word in _LATEST)]
    undated = [row for row in rows if row.on is None and any(row.wording in text for text in latest)]
    days = [report.on for report in reports if report.on]
    found = [row for row in rows if row.on == max(days)] if days else rows
    return next(iter([*reversed(undated), *reversed(found)]), None)


def _row(action: UUID, report: Report, edition: Edition) -> Update:
    return Update(
        action_id=action,
        state=Update.State.APPROVED,
        via=Update.Via.DOCUMENT,
        on=report.on,
        dated_as=report.dated_as[:200],
        wording=report.text,
        edition=edition,
        said_at=edition.adopted_at,
        approved_at=edition.adopted_at,
        entered_by_id=edition.adopted_by_id,
    )


def _report(cell: Cell, dates: Dates) -> Report:
    """A cell with the date its heading bears, or the one the reader found in it."""
    on = dates(cell.heading)
    if on is not None:
        return Report(cell.text, on, cell.heading)
    opens = cell.text[:40].split(":")[0].strip()
    return Report(cell.text, cell.dated, opens) if cell.dated else Report(cell.text)


def _filed_before(actions: Collection[UUID]) -> Mapping[UUID, list[Update]]:
    """What documents reported of each before, and of the actions that were merged into it."""
    found: dict[UUID, list[Update]] = defaultdict(list)
    wanted = list(actions)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        rows = Update.objects.filter(via=Update.Via.DOCUMENT).alias(
            now=Coalesce("action__merged_into", "action")
        )
        for row in rows.filter(now__in=some).select_related("action").order_by("said_at", "made_at"):
            found[row.action.merged_into_id or row.action_id].append(row)
    return found


def _day_of(frame: Frame, wording: str) -> date | None:
    return day_of(wording, frame, span_named)


def _as_said(rating: Rating) -> tuple[str, str, str]:
    return rating.lifecycle, rating.confidence, rating.wording


def _by(edition: Edition) -> By:
    """Whoever adopts the edition acts; where that is no person, the filing itself."""
    adopter = edition.adopted_by
    return By(str(adopter), person_id=adopter.pk) if adopter else By.work("filing")
