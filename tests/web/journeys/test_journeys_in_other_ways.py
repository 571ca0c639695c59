"""The same journey with the keyboard alone, without JavaScript, and by touch on a small phone."""

from __future__ import annotations

from pathlib import Path

from every_page import faults_of_frame
from hands import Keys, Touch
from journeys_fixtures import Visiting
from visitor import Visitor
from whole_journey import the_whole_journey

EXAMPLES = Path(__file__).parents[3] / "examples"


def look(officer: Visitor) -> None:
    faults = faults_of_frame(officer.page)
    assert not faults, f"{officer.path}: {faults}"


def test_with_the_keyboard_alone(visiting: Visiting) -> None:
    """Each press of Tab must show where the focus is and lead onward."""
    with visiting(hands=Keys()) as officer:
        the_whole_journey(officer, EXAMPLES / "wexcombe-walking-tables.md", look)


def test_without_javascript(visiting: Visiting) -> None:
    with visiting(scripts=False) as officer:
        the_whole_journey(officer, EXAMPLES / "tarrow-active-plan.docx", look)


def test_by_touch_on_a_small_phone(visiting: Visiting) -> None:
    with visiting(hands=Touch(), phone=True) as officer:
        the_whole_journey(officer, EXAMPLES / "wexcombe-year-plan.xlsx", look)
