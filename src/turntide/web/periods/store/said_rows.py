"""The approved updates from which a record is told, each as it stood at a moment."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber, TruncDate
from django.utils import timezone

from turntide.web.delivery.models import Update
from turntide.web.periods.rules.said_before import Then
from turntide.web.periods.store.asked import AT_ONCE, Moment
from turntide.web.periods.store.rewritten import Rewritten, unwritten

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class SaidRow(NamedTuple):
    """An approved update. ``person``, ``role``, ``body`` and ``body_now`` are its author's and may be None.

    ``vocabulary_since``: the words it was said in are those of its day, as its own were written since.
    """

    pk: UUID
    action: UUID
    on: date | None
    starts: date | None
    ends: date | None
    said_at: datetime | None
    made_at: datetime
    approved_at: datetime | None
    via: str
    lifecycle: str
    confidence: str
    status_as: str
    vocabulary: int | None
    reason: str
    recovers_on: date | None
    done: str
    next: str
    in_the_way: str
    ask: str
    no_change: bool
    wording: str
    public: bool
    public_words: str
    settled_at: datetime | None
    author_name: str
    person: str | None
    role: str | None
    body: str | None
    body_now: str | None
    vocabulary_since: bool = False

    @property
    def day(self) -> date:
        """The day it counts from: a report of a document that bears no date is as new as the document."""
        return self.on or timezone.localdate(self.said_at or self.made_at)

    @property
    def age(self) -> tuple[date, datetime, datetime, UUID]:
        """What the latest of an action has most of."""
        return self.day, self.said_at or _LONG_AGO, self.made_at, self.pk

    @property
    def by_document(self) -> bool:
        """Whether it came in a plan's own column."""
        return self.via == Update.Via.DOCUMENT

    @property
    def says_how(self) -> bool:
        """Whether it says how the action stands."""
        return bool(self.lifecycle or self.confidence or self.status_as)


DAY = Coalesce("on", TruncDate("said_at"), TruncDate("made_at"))
"""`SaidRow.day`, in the database."""
_COLUMNS = (
    *("pk", "action_id", "on", "starts", "ends", "said_at", "made_at", "approved_at", "via"),
    *("lifecycle", "confidence", "status_as", "vocabulary_id", "reason", "recovers_on"),
    *("done", "next", "in_the_way", "ask", "no_change", "wording"),
    *("public", "public_words", "words_settled_at", "author_name", "author__name", "author__role"),
    *("author__organisation__name", "author__organisation__merged_into__name"),
)


def latest_rows(plans: Collection[UUID], moment: Moment, rewritten: Rewritten) -> Iterator[SaidRow]:
    """Of each action the last approved update, and the last that says how it stands, among others; two queries."""
    last = _last(approved(plans, moment))
    for row in last.values_list(*_COLUMNS).iterator(AT_ONCE):
        yield SaidRow(*row)
    for row in written_since(plans, moment).values_list(*_COLUMNS).iterator(AT_ONCE):
        then = rewritten.get(row[0])
        if then is not None and then.is_approved:
            yield _as_it_stood(SaidRow(*row), then, moment)


def approved(plans: Collection[UUID], moment: Moment) -> QuerySet[Update]:
    """The updates that held at the moment and were not written since."""
    return Update.objects.approved().filter(unwritten(moment), action__plan__in=plans).order_by()


def written_since(plans: Collection[UUID], moment: Moment) -> QuerySet[Update]:
    """The updates that were there at the moment and were written since; none for now."""
    if moment.is_now:
        return Update.objects.none()
    rows = Update.objects.filter(action__plan__in=plans, made_at__lte=moment.at, changed_at__gt=moment.at)
    return rows.order_by()


def day_then(on: date | None, said_at: datetime | None, then: Then, moment: Moment) -> date | None:
    """The day an update bore at the moment; ``on`` and ``said_at`` are its row's, which was written since."""
    if not then.asked or (said_at is not None and said_at <= moment.at):
        return on
    return timezone.localdate(then.said_at) if then.said_at else None


def _last(updates: QuerySet[Update]) -> QuerySet[Update]:
    """The last of each action, and the last of each that says how it stands: often one and the same."""
    latest = (DAY.desc(), F("said_at").desc(nulls_last=True), F("made_at").desc(), F("pk").desc())
    nothing = Q(lifecycle="", confidence="", status_as="")
    says = Case(When(nothing, then=Value(1)), default=Value(0))
    found: Any = updates.annotate(
        line=Window(RowNumber(), partition_by=F("action_id"), order_by=latest),
        status_line=Window(RowNumber(), partition_by=F("action_id"), order_by=(says.asc(), *latest)),
    ).filter(Q(line=1) | Q(status_line=1))
    rows: QuerySet[Update] = found
    return rows


def _as_it_stood(row: SaidRow, then: Then, moment: Moment) -> SaidRow:
    """A row with what its history says in the place of what was written since."""
    said = {name: each for name, each in (then.said or {}).items() if name in _SAID}
    if "recovers_on" in said:
        said["recovers_on"] = date.fromisoformat(said["recovers_on"]) if said["recovers_on"] else None
    said_since = row.said_at is None or row.said_at > moment.at
    approved_since = row.approved_at is None or row.approved_at > moment.at
    return row._replace(
        **said,
        on=day_then(row.on, row.said_at, then, moment),
        said_at=then.said_at if said_since else row.said_at,
        approved_at=then.approved_at if approved_since else row.approved_at,
        vocabulary_since=said_since,
        public=then.public,
        public_words=then.public_words,
        settled_at=then.settled_at,
    )


_SAID = (
    *("lifecycle", "confidence", "reason", "recovers_on", "done", "next", "in_the_way", "ask", "no_change"),
)
