"""What the layouts of a document gave, before it is put together as a plan."""

from __future__ import annotations

from dataclasses import dataclass, field

from turntide.reading.columns import NamedColumn
from turntide.reading.kinds import Doubt
from turntide.reading.legends import Legend
from turntide.reading.passage import Passage
from turntide.reading.records import Record, Step
from turntide.reading.trace import Decision


@dataclass
class Gathered:
    """Everything found so far, in reading order. ``notes`` are pairs of words and kind (see plan.Note)."""

    records: list[Record] = field(default_factory=list)
    steps: dict[Step, None] = field(default_factory=dict)
    columns: list[tuple[NamedColumn, list[Passage]]] = field(default_factory=list)
    notes: list[tuple[Passage, str]] = field(default_factory=list)
    strays: list[Passage] = field(default_factory=list)
    budget: list[Passage] = field(default_factory=list)
    groups: list[tuple[list[Passage], list[Passage]]] = field(default_factory=list)
    takeaways: list[Passage] = field(default_factory=list)
    totals: list[tuple[Passage, Passage]] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    legend: Legend = field(default_factory=Legend)
    title: Passage | None = None
    vision: Passage | None = None
    period: Passage | None = None

    def step(self, step: Step) -> Step:
        """Keep a heading, once."""
        self.steps[step] = None
        return step
