"""A document laid out by hand, for tests that try many, and the gist of what was read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from turntide.documents.document import Cell, Document, Layout
from turntide.plan.model import Action, Plan
from turntide.reading.trace import Reading

COLUMNS = (
    "Ref",
    "Objective",
    "Action",
    "Lead",
    "By when",
    "Milestones",
    "Measure of success",
    "Status",
    "Latest update",
)
BASE = (
    (
        "1.1",
        "Streets that invite people to walk",
        "Build a crossing outside the library",
        "Highways",
        "March 2027",
        "Design agreed with traders",
        "Nobody waits more than a minute to cross",
        "In progress",
        "The design went to the traders in May.",
    ),
    (
        "1.2",
        "Streets that invite people to walk",
        "Plant forty trees along the ring road",
        "Parks",
        "2026/27",
        "Sites marked on the ground",
        "Half of the footway lies in shade at noon",
        "Complete",
        "All forty trees are in and have been watered.",
    ),
    (
        "2.1",
        "Company for people who live alone",
        "Open a lunch club in each village hall",
        "Leisure Trust",
        "June 2027",
        "Cooks found for three halls",
        "Members say that they have made a friend",
        "Not started",
        "Two halls have asked for a new cooker.",
    ),
    (
        "2.2",
        "Company for people who live alone",
        "Train telephone friends in every ward",
        "Public Health",
        "2027/28",
        "First course planned with volunteers",
        "Callers ring again of their own accord",
        "In progress",
        "Nineteen volunteers came to the first evening.",
    ),
)


def document(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Document:
    """A document of one table."""
    layout = Layout("plan.docx", "docx", repr((columns, rows)).encode())
    cells = [Cell(1, place, text, header=True) for place, text in enumerate(columns, start=1)]
    for number, row in enumerate(rows, start=2):
        cells += [Cell(number, place, text) for place, text in enumerate(row, start=1)]
    layout.table(cells)
    return layout.document()


def read(laid_out: Document) -> Reading:
    """The document, read."""
    from turntide.reading import reading

    return reading.read(laid_out)


@cache
def plainly_read() -> list[dict[str, Any]]:
    """The gist of the base rows under their own headings in their own order."""
    return gist(read(document(COLUMNS, BASE)).plan)


def gist(plan: Plan) -> list[dict[str, Any]]:
    """What each action says, without ids and places; who leads and who helps is not told apart."""
    return [said(plan, action) for action in plan.actions]


def said(plan: Plan, action: Action) -> dict[str, Any]:
    """What one action says."""
    return {
        "ref": action.ref,
        "path": tuple(heading.text for heading in plan.path(action)),
        "text": action.text,
        "owners": tuple(sorted(body.name for body in action.owners)),
        "when": action.timescale.wording if action.timescale else None,
        "milestone": " ".join(step.text for step in action.milestones),
        "measure": " ".join(measure.text for measure in action.measures),
        "rationale": action.rationale,
        "status": action.status.wording if action.status else None,
        "progress": " ".join(news.text for news in action.progress),
    }
