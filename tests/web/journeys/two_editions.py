"""A plan in two editions: in the second an action is reworded, one moved, one added and one dropped."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3] / "scripts"))

from examples_of_plans.layouts_of_year import titled
from examples_of_plans.tarrow.year import AGEING, PLAN
from examples_of_plans.word import docx_of

FIRST, MOVED, DROPPED = PLAN.promises[0], PLAN.promises[3], PLAN.promises[4]
REWORDED = replace(FIRST, text=f"{FIRST.text}, loft by loft")
ADDED = replace(
    PLAN.promises[-1],
    ref="3.z",
    text="Open the towpath to wheels and walkers",
    objective="More people walk by the water",
    owners=("Tarrow Parks",),
    milestone="Towpath open",
    measure="Twice as many walkers are counted",
)


def first_edition(folder: Path) -> Path:
    """The year's plan, as a Word document."""
    return _written(folder / "year-plan-2026.docx", docx_of(titled(PLAN)))


def second_edition(folder: Path) -> Path:
    """The plan as it was revised."""
    kept = [promise for promise in PLAN.promises if promise not in (DROPPED, MOVED)]
    moved = replace(MOVED, path=(AGEING,), ref="3.y", objective=kept[-3].objective)
    revised = (REWORDED, *kept[1:-2], moved, *kept[-2:], ADDED)
    return _written(folder / "year-plan-2026-revised.docx", docx_of(titled(replace(PLAN, promises=revised))))


def _written(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file
