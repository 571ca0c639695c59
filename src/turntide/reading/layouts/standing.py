"""The headings that stand over what comes next, the innermost last."""

from __future__ import annotations

from dataclasses import dataclass, field

from turntide.reading.columns import NamedColumn
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.sections import is_barren, level_name
from turntide.reading.layouts.told_levels import ToldLevels
from turntide.reading.passage import Passage
from turntide.reading.records import Step
from turntide.reading.vocabulary import Meaning

SECTION = "Section"
"""What a heading is called where the plan has no word for its level."""


@dataclass
class Standing:
    """Headings by their rank: a heading ends those of its own rank and further in.

    A heading such as 'Introduction' is one of the plan's only if an action stands under it.
    """

    gathered: Gathered
    default_level: str = SECTION
    told_levels: ToldLevels = field(default_factory=ToldLevels)
    stack: list[tuple[float, Step]] = field(default_factory=list)
    barren: dict[Step, None] = field(default_factory=dict)
    by_label: dict[tuple[str, int, str], Step] = field(default_factory=dict)
    named: set[int] = field(default_factory=set)

    @property
    def innermost(self) -> Step | None:
        """The innermost heading over what comes next."""
        return self.stack[-1][1] if self.stack else None

    @property
    def open_section(self) -> Step | None:
        """The innermost heading, where it is one that actions stand under."""
        step = self.innermost
        return None if step in self.barren else step

    def leave(self, rank: float) -> None:
        """End the headings of this rank and further in."""
        while self.stack and self.stack[-1][0] >= rank:
            self.stack.pop()

    def leave_prose(self, rank: float) -> None:
        """Where the plan begins, the chapters before it end; a numbered priority it is the plan of does not."""
        ended = [step for at, step in self.stack if at >= rank]
        if any(level_name(step.passage.wording, "") for step in ended):
            return
        self.leave(rank)
        under = {id(step) for record in self.gathered.records if record.under for step in record.under.chain}
        for step in ended:
            if id(step) not in under and step in self.gathered.steps:
                del self.gathered.steps[step]
                self.barren[step] = None

    def enter(self, rank: float, passage: Passage, level: str = "") -> Step:
        """Stand under a new heading, of the level its label or its wording names."""
        self.leave(rank)
        if not level:
            label, passage = self._without_level(passage)
            level = label.wording
        level = level or level_name(passage.wording, self.unnamed_under(self.innermost))
        step = Step(level, [passage], self.innermost)
        if is_barren(passage.wording) or self.innermost in self.barren:
            self.barren[step] = None
        else:
            self.gathered.step(step)
        self.stack.append((rank, step))
        return step

    def unnamed_under(self, above: Step | None) -> str:
        """What a heading is called that says no level: the plan's word, unless one it stands under bears it."""
        taken = {step.level for step in above.chain} if above else set()
        return SECTION if self.default_level in taken else self.default_level

    def _without_level(self, passage: Passage) -> tuple[Passage, Passage]:
        label, words = self.told_levels.parted(passage)
        if label:
            column = NamedColumn(label, Meaning.LEVEL, "a label before a heading")
            self.gathered.columns.append((column, []))
        return label, words

    def told(self, level: str, passage: Passage, above: Step | None) -> Step:
        """The heading that a label names ('Theme: active travel'): the same words name the same heading."""
        key = (level, id(above), passage.wording)
        if key in self.by_label:
            self.by_label[key].repeats.append(passage)
        else:
            self.by_label[key] = self.gathered.step(Step(level, [passage], above))
            self.named.add(id(self.by_label[key]))
        return self.by_label[key]

    def was_told(self, step: Step | None) -> bool:
        """Whether a heading was named by a label rather than standing over the text."""
        return id(step) in self.named

    def settle(self) -> None:
        """Headings under which nothing is to be done are prose."""
        used = {id(step) for record in self.gathered.records if record.under for step in record.under.chain}
        used |= {id(above) for step in self.gathered.steps for above in step.chain}
        for step in self.barren:
            if id(step) not in used:
                self.gathered.notes += [(piece, "text") for piece in step.pieces]
        self.barren = {}
