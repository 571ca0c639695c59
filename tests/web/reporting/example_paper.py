"""The board's paper of the example place, as everybody has it who tries the site: loaded on one and the same day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from unittest.mock import patch

from django.utils import timezone

from turntide.web.config.example_place import load_example
from turntide.web.reporting.models import Report
from turntide.web.reporting.rules.paper import Paper
from turntide.web.reporting.services.printing import paper_to_print

LOADED = datetime(2027, 2, 18, 10, tzinfo=UTC)


def example_paper() -> Paper:
    """The paper that loading the example writes, on the day it is loaded."""
    with _clock_from(LOADED):
        list(load_example())
        return paper_to_print(Report.objects.get(place__slug="tarrow"))


@contextmanager
def _clock_from(moment: datetime) -> Iterator[None]:
    """The site's clock, set to a moment; it goes on from there, so that what came later is later."""
    now, begun = timezone.now, timezone.now()
    with patch("django.utils.timezone.now", lambda: moment + (now() - begun)):
        yield
