"""The invented plans as Redmine holds such things: a plan is a project, an action an issue, a version a journal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from inventing import Invented, Said, Size, bodies, plans, programmes

from turntide.plan.model import Action


def write_rows(target: Path, size: Size) -> None:
    """One plan a line, for redmine_filling.rb; the first line names the organisations and programmes."""
    with target.open("w", encoding="utf-8") as lines:
        print(json.dumps({"bodies": bodies(), "programmes": programmes()}), file=lines)
        for invented in plans(size):
            print(json.dumps(_project(invented)), file=lines)


def _project(invented: Invented) -> dict[str, Any]:
    themes = {heading.id: heading.read for heading in invented.headings}
    issues = [
        _issue(now.read, themes[now.read.under or ""].text) | {"journals": list(_journals(said))}
        for now, said in zip(invented.actions, invented.rounds, strict=True)
    ]
    return {"title": invented.plan.title, "vision": invented.plan.vision, "issues": issues}


def _issue(action: Action, objective: str) -> dict[str, Any]:
    when = action.timescale
    return {
        "subject": f"{action.ref} {action.text}",
        "description": "\n".join(_described(action)),
        "category": objective,
        "status": action.status.lifecycle if action.status else "not started",
        "starts": when.start if when else None,
        "ends": when.end if when else None,
        "leads": [body.name for body in action.leads],
        "programmes": [programme.name for programme in action.programmes],
    }


def _described(action: Action) -> Iterator[str]:
    yield action.detail or ""
    yield from (f"With {body.name}" for body in action.partners)
    yield from (f"* {milestone.text}, {milestone.due}" for milestone in action.milestones)
    yield from (f"* {measure.text}" for measure in action.measures)


def _journals(rounds: tuple[Said, ...]) -> Iterator[dict[str, Any]]:
    for said in rounds:
        yield {"status": said.status.lifecycle, "notes": said.progress[-1].text}
