"""What the worker does for papers: make files. Each job may come twice, late, or be killed at any moment."""

from __future__ import annotations

import logging
from typing import Any

from django.db import DatabaseError, connections

from turntide.web.reporting.services.printing import make_now, queue_what_was_cut_off

logger = logging.getLogger(__name__)


def make_the_file(printing_id: int) -> str:
    """Make a file that was asked for; what came of it, for the worker's record."""
    return make_now(printing_id)


def pick_up(**_signal: Any) -> None:
    """A worker starts: have made whatever one that is gone has left. A file made meanwhile is not made again."""
    connections.close_all()
    try:
        queue_what_was_cut_off()
    except DatabaseError:
        # the job that was cut off comes again by itself, only later
        logger.exception("what was left to be printed could not be looked up")
    finally:
        connections.close_all()
