"""What the worker does: read files. Each job may come twice, late, or be killed at any moment."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, connections, transaction

from turntide.web.intake.models import SILENT, Intake
from turntide.web.intake.services.bringing import queue_reading

logger = logging.getLogger(__name__)
BEAT_SECONDS = 3.0


def read_file(intake_id: str) -> str:
    """Read a file that was brought in; what came of it, for the worker's record.

    Where another reader had it and gives no sign of life, it is waited for and then read anew.
    """
    # Every process loads this module; only one that reads needs all that reading takes.
    from turntide.web.intake.services.reading import claim, is_being_read, keep_outcome, outcome_of

    id_ = UUID(intake_id)
    intake = claim(id_)
    if intake is None and is_being_read(id_):
        time.sleep(SILENT.total_seconds() + 1)
        intake = claim(id_)
    if intake is None:
        return "nothing to read"
    with _beating(intake):
        outcome = outcome_of(intake)
    return "kept" if keep_outcome(intake, outcome) else "somebody else was quicker"


def pick_up(**_signal: Any) -> None:
    """A worker starts: have read whatever a reader that is gone has left."""
    connections.close_all()
    try:
        with transaction.atomic():
            for intake in Intake.objects.begun().only("pk"):
                queue_reading(intake)
    except DatabaseError:
        # the job that was cut off comes again by itself, only later
        logger.exception("what was left to be read could not be looked up")
    finally:
        connections.close_all()


@contextmanager
def _beating(intake: Intake) -> Iterator[None]:
    """Give a sign of life every few seconds until the reading ends."""
    ended = Event()
    thread = Thread(target=_beat, args=(intake, ended), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _beat(intake: Intake, ended: Event) -> None:
    from turntide.web.intake.services.reading import beat

    try:
        while not ended.wait(BEAT_SECONDS):
            try:
                beat(intake)
            except DatabaseError:
                logger.warning("a sign of life of reading %s could not be written", intake.pk)
    finally:
        connection.close()
