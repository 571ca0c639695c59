"""What was read of a file and what became of it, for tests that know it is there."""

from __future__ import annotations

from typing import Any

from turntide.web.intake.models import Intake
from turntide.web.plans.models import Plan


def reading_of(intake: Intake) -> dict[str, Any]:
    """The reading, which there is."""
    assert intake.reading is not None
    reading: dict[str, Any] = intake.reading
    return reading


def plan_of(intake: Intake) -> Plan:
    """The plan it became, which there is."""
    assert intake.plan is not None
    return intake.plan
