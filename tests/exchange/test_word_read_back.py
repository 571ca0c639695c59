"""The Word document of a plan is read as the plan it was made of."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from turntide.exchange.word import to_docx
from turntide.opening import plan_in, read_plan
from turntide.plan.model import Action, Body, Column, Heading, Measure, Milestone, Plan, Status, Timescale

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
FILES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_file())
FILES += sorted(path for folder in ("seeds", "rebuilt", "west-sussex") for path in CORPUS.glob(f"{folder}/*"))


def told(plan: Plan) -> dict[str, Any]:
    """What a plan says, without its ids and places."""
    return {
        "title": plan.title,
        "levels": plan.levels,
        "headings": [_heading(plan, heading) for heading in plan.headings],
        "actions": [_action(plan, action) for action in plan.actions],
        "budget": [line.text for line in plan.budget],
        "actors": [([a.text for a in g.actors], [b.text for b in g.behaviours]) for g in plan.actors],
        "takeaways": [phrase.text for phrase in plan.takeaways],
    }


def _heading(plan: Plan, heading: Heading) -> tuple[Any, ...]:
    above = plan.heading(heading.parent)
    return heading.level, heading.ref, heading.text, heading.rationale, above.text if above else None


def _action(plan: Plan, action: Action) -> dict[str, Any]:
    return {
        "text": action.text,
        "ref": action.ref,
        "detail": action.detail,
        "rationale": action.rationale,
        "under": [heading.text for heading in plan.path(action)],
        "leads": [body.name for body in action.leads],
        "partners": [body.name for body in action.partners],
        "when": action.timescale.wording if action.timescale else None,
        "milestones": [milestone.text for milestone in action.milestones],
        "measures": [measure.text for measure in action.measures],
        "weights": action.weights,
        "status": action.status.wording if action.status else None,
    }


def back(plan: Plan) -> Plan:
    return plan_in(to_docx(plan), "x.docx")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_example_reads_back_as_it_was(file: Path) -> None:
    plan = read_plan(file)
    before, after = told(plan), told(back(plan))
    if plan.title is None:  # a document's first heading may pass for a title where it has none
        before.pop("title"), after.pop("title")
    assert after == before


LEVELS = ("Theme", "Ambition", "Our aim", "Focus area", "Commitment")


@pytest.mark.parametrize(("outer", "inner"), list(permutations(LEVELS, 2)))
def test_headings_keep_the_names_of_their_levels(outer: str, inner: str) -> None:
    plan = Plan(
        title="Tarrow outdoors: action plan",
        levels=(outer, inner),
        columns=(Column("What we will do", "action"), Column("Who leads", "lead")),
        headings=(
            Heading("h1", outer, "Active places"),
            Heading("h2", inner, "Paths for everyone", ref="1", parent="h1", rationale="Paths are narrow."),
            Heading("h3", outer, "Active lives"),
            Heading("h4", inner, "Clubs for everyone", ref="2", parent="h3"),
        ),
        actions=tuple(
            Action(
                f"a{number}",
                text,
                ref=f"{number}",
                under=under,
                leads=(Body("Parks, paths and rivers"), Body("Housing")),
                timescale=Timescale("March 2027"),
                milestones=(Milestone("Survey the path"), Milestone("Lay the first mile")),
                measures=(Measure("200 more people walk to the park each week"),),
                status=Status("On track"),
            )
            for number, (text, under) in enumerate(
                [
                    ("Widen the river path", "h2"),
                    ("Light the hill path", "h2"),
                    ("Open a walking club", "h4"),
                ],
                1,
            )
        ),
    )
    assert told(back(plan)) == told(plan)
