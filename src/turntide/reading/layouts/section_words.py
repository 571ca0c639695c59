"""What is said of a section: prose beneath its heading, and what holds for each of its actions."""

from __future__ import annotations

from dataclasses import dataclass, field

from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.standing import Standing
from turntide.reading.records import Record, Value
from turntide.reading.vocabulary import Meaning

M = Meaning
_SHARED = {M.LEAD, M.OWNER, M.PARTNER, M.TIMESCALE, M.START, M.END}
"""What is said once over, or beneath, a list of actions holds for each of them."""


@dataclass
class SectionWords:
    """Gathers what is said of a section, outside its actions, until the section ends."""

    gathered: Gathered
    standing: Standing
    shared: list[Value] = field(default_factory=list)
    begun: list[Record] = field(default_factory=list)

    def say(self, value: Value) -> None:
        """Keep words that stand under no action."""
        if value.meaning in _SHARED:
            self.shared.append(value)
        else:
            self._keep(value)

    def end(self) -> None:
        """Give each action what was said for all; where there is none, it is said of the section."""
        for record in self.begun:
            told = {value.meaning for value in record.values}
            record.values += [value for value in self.shared if value.meaning not in told]
        if not self.begun:
            for value in self.shared:
                self._keep(value)
        self.shared, self.begun = [], []

    def _keep(self, value: Value) -> None:
        """Words that belong to no action are about the heading they stand under, else about the plan."""
        step = self.standing.open_section
        if step is None:
            self.gathered.notes.append((value.passage, "text"))
        elif value.meaning is M.RATIONALE:
            step.rationale.append(value.passage)
        else:
            step.remarks.append(value)
