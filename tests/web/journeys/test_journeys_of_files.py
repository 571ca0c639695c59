"""The whole journey with each corpus plan where they are at hand, and with examples of four kinds."""

from __future__ import annotations

from pathlib import Path

import pytest
from every_page import faults_of_frame
from journeys_fixtures import Visiting
from visitor import Visitor
from whole_journey import the_whole_journey

ROOT = Path(__file__).parents[3]
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"
CORPUS = sorted(SEEDS.glob("*.txt"))
EXAMPLES = (
    "tarrow-active-plan.docx",
    "wexcombe-year-plan.pdf",
    "wexcombe-year-plan.xlsx",
    "tarrow-active-plan.html",
)
NO_CORPUS = [pytest.param(None, marks=pytest.mark.skip(f"The corpus plans are not at {SEEDS}."))]


def look(officer: Visitor) -> None:
    faults = faults_of_frame(officer.page)
    assert not faults, f"{officer.path}: {faults}"


@pytest.mark.parametrize("file", CORPUS or NO_CORPUS, ids=lambda file: file.name[:3] if file else "none")
def test_a_corpus_plan_goes_the_whole_way(visiting: Visiting, file: Path) -> None:
    with visiting() as officer:
        the_whole_journey(officer, file, look)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_goes_the_whole_way(visiting: Visiting, name: str) -> None:
    with visiting() as officer:
        the_whole_journey(officer, ROOT / "examples" / name, look)
