"""Reading a file: who reads it, and what came of it. Whole results are kept, or nothing."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from turntide.documents.document import Document, Table
from turntide.documents.opening import open_bytes
from turntide.documents.refusals import Refusal
from turntide.exchange.errors import ExchangeError
from turntide.exchange.interchange import as_data
from turntide.exchange.recognising import own_export
from turntide.mending import Mend, from_data, mend, offers
from turntide.mending import as_data as mend_as_data
from turntide.plan.model import Plan
from turntide.web.audit.by import By
from turntide.web.audit.services import note_act
from turntide.web.files.services import body_of
from turntide.web.intake.documents_kept import document_as_data, document_from_data
from turntide.web.intake.models import Intake, Mended, Stage
from turntide.web.intake.services.likening import likely_plan

logger = logging.getLogger(__name__)
READER = By.work("reading")
_UNHOLDABLE = re.compile("[\0\ud800-\udfff]")
MOST_ATTEMPTS = 4
"""A file whose reading was cut off this often is given up, so that it does not stop the others for ever."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of reading: all of it, or a refusal in one sentence. ``idle`` are positions of mends."""

    refusal: str = ""
    document: dict[str, Any] | None = None
    reading: dict[str, Any] | None = None
    offers: list[list[dict[str, Any]]] = field(default_factory=list)
    idle: frozenset[int] = frozenset()
    units: int = 0


def claim(intake_id: UUID) -> Intake | None:
    """Take a file to be read; None where it is read already, or somebody else is reading it."""
    now, token = timezone.now(), uuid4()
    taken = (
        Intake.objects.filter(pk=intake_id)
        .readable(now)
        .update(stage=Stage.READING, claim=token, beat_at=now, began_at=now, attempts=F("attempts") + 1)
    )
    if not taken:
        return None
    return Intake.objects.select_related("original", "place").get(pk=intake_id)


def beat(intake: Intake) -> None:
    """A sign of life of whoever reads the file."""
    Intake.objects.filter(pk=intake.pk, claim=intake.claim).update(beat_at=timezone.now())


def is_being_read(intake_id: UUID) -> bool:
    """Whether somebody who is alive reads the file."""
    return Intake.objects.filter(pk=intake_id).being_read(timezone.now()).exists()


def is_anybody_reading() -> bool:
    """Whether a worker is at it, for whatever place."""
    return Intake.objects.being_read(timezone.now()).exists()


def outcome_of(intake: Intake) -> Outcome:
    """Read the file, or what was laid out of it before, with its mends. Writes nothing."""
    if intake.attempts > MOST_ATTEMPTS:
        return Outcome(_cut_off() % {"times": MOST_ATTEMPTS})
    mends = list(intake.mends.standing())
    body = b"" if intake.document else body_of(intake.original)
    try:
        return _read(intake, body, mends)
    except (Refusal, ExchangeError) as refusal:
        return Outcome(str(refusal))
    except Exception:
        logger.exception("reading %s failed", intake.pk)
        return Outcome(_broken())


def _read(intake: Intake, body: bytes, mends: Sequence[Mended]) -> Outcome:
    if intake.document:
        return mended_outcome(document_from_data(intake.document), mends)
    name = intake.original.name
    own = own_export(body, name)
    if own is not None:
        return Outcome(reading=_holdable(as_data(own)), offers=[[] for _finding in own.findings])
    return mended_outcome(open_bytes(body, name), mends)


def _holdable(part: Any) -> Any:
    """The same with a sign for each letter that JSON can escape and no database can hold."""
    if isinstance(part, str):
        return _UNHOLDABLE.sub("\ufffd", part)
    if isinstance(part, Mapping):
        return {key: _holdable(value) for key, value in part.items()}
    return [_holdable(value) for value in part] if isinstance(part, list | tuple) else part


def mended_outcome(document: Document, mends: Sequence[Mended]) -> Outcome:
    """What a document is read as with these mends."""
    told = [(row.position, from_data(row.mend)) for row in mends]
    result = mend(document, [one for _position, one in told])
    idle = frozenset(position for position, one in told if one in result.idle)
    return Outcome(
        document=document_as_data(document),
        reading=as_data(result.plan),
        offers=_offers(result.plan),
        idle=idle,
        units=_units(document),
    )


def _offers(plan: Plan) -> list[list[dict[str, Any]]]:
    return [[mend_as_data(one) for one in _offered(plan, at)] for at in range(len(plan.findings))]


def _offered(plan: Plan, at: int) -> tuple[Mend, ...]:
    return offers(plan, plan.findings[at])


def _units(document: Document) -> int:
    return sum(len(block.cells) if isinstance(block, Table) else 1 for block in document.blocks)


@transaction.atomic
def keep_outcome(intake: Intake, outcome: Outcome) -> bool:
    """Keep what came of a reading, if it is still ours to keep; whether it was."""
    row = Intake.objects.select_for_update().filter(pk=intake.pk, claim=intake.claim).first()
    if row is None or row.stage != Stage.READING:
        return False
    row.stage = Stage.REFUSED if outcome.refusal else Stage.REVIEW
    row.claim, row.beat_at = None, None
    put_outcome(row, outcome)
    if not row.decided and outcome.reading:
        row.likely = likely_plan(row, outcome.reading)
    row.save()
    note_act("refuse" if outcome.refusal else "read", row, by=READER, place_id=row.place_id)
    return True


def put_outcome(row: Intake, outcome: Outcome) -> None:
    """Set what was read on a locked row, without saving it; a refusal leaves what was there before."""
    row.refusal = outcome.refusal
    if outcome.refusal:
        return
    row.document, row.reading, row.offers = outcome.document, outcome.reading, outcome.offers
    row.units = outcome.units
    row.mends.filter(position__in=outcome.idle).update(idle=True)
    row.mends.exclude(position__in=outcome.idle).update(idle=False)


def read_now(intake: Intake) -> Intake:
    """Read a file here and now: for commands and tests. It is left alone where somebody else reads it."""
    taken = claim(intake.pk)
    if taken is not None:
        keep_outcome(taken, outcome_of(taken))
    intake.refresh_from_db()
    return intake


def _cut_off() -> str:
    return _(
        "Reading this file was cut off %(times)s times. It is kept. Save the part with the plan as a file of its "
        "own and bring that in, or try again."
    )


def _broken() -> str:
    return _(
        "Something went wrong on our side while this file was read. It is kept. Try again; if it happens again, "
        "save it in another format (Word as .docx, Excel as .xlsx) and bring that in."
    )
