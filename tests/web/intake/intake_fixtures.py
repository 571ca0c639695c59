"""Files on their way in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from site_cast import Cast

from turntide.web.intake.models import Intake
from turntide.web.intake.services.bringing import ASK_LATER, Arriving, Choice, bring_in
from turntide.web.intake.services.reading import read_now

EXAMPLES = Path(__file__).parents[3] / "examples"
BringIn = Callable[..., Intake]

UNCLEAR = """# Tarrow plan

| No | Action | Bringer | Quux | By when |
|---|---|---|---|---|
| 1 | Open the towpath to wheels and walkers | Tarrow Parks | apple | By March 2027 |
| 2 | Light the riverside path until ten o'clock | Tarow Parks | pear | 2026/27 |
| 3 | Offer swimming lessons to all and train the teachers who give them | Tarrow Leisure Trust | plum | 2026/27 |
| 4 | Walks from every surgery | Tarrow Leisure Trust | fig | 2027/28 |
"""
"""A plan with a column nobody knows, two spellings of one body, and two actions in one cell."""


@pytest.fixture
def waiting(cast: Cast) -> BringIn:
    """Bring in a text or an example, without reading it."""

    def bring(text: str = UNCLEAR, name: str = "plan.md", choice: Choice = ASK_LATER) -> Intake:
        file = Arriving(name, text.encode() if text else (EXAMPLES / name).read_bytes())
        brought = bring_in(place=cast.tarrow, files=[file], choice=choice, person=cast.editor, by=cast.by)
        return brought[0]

    return bring


@pytest.fixture
def read(waiting: BringIn) -> BringIn:
    """Bring in and read."""

    def bring(text: str = UNCLEAR, name: str = "plan.md", choice: Choice = ASK_LATER) -> Intake:
        return read_now(waiting(text, name, choice))

    return bring
