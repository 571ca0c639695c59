"""What is carried down from row to row while the rows of a segment are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from turntide.reading.columns import NamedColumn
from turntide.reading.grids import Row, Slot
from turntide.reading.passage import Passage
from turntide.reading.profiles import label_style
from turntide.reading.records import Record, Step, Value, runs_on
from turntide.reading.vocabulary import Meaning
from turntide.reading.wordings.numbering import is_bare_ref


@dataclass
class RowsRead:
    """What a segment's rows gave: records, and the rows that are something else."""

    records: list[Record] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)
    totals: list[tuple[Row, Mapping[int, Slot]]] = field(default_factory=list)
    strays: list[Passage] = field(default_factory=list)
    labels: list[tuple[Passage, Meaning | None]] = field(default_factory=list)
    joined: list[Row] = field(default_factory=list)


@dataclass
class Carried:
    """The segment's columns, and what the rows read so far leave open for the next one.

    ``levels`` are the columns of headings, outermost first; ``at`` the heading each of them stands at, under
    ``section``, which stands under ``above``. ``open`` holds the latest value of each column, ``values`` those
    of each slot, as several records may share one. ``styles`` says which columns are labelled throughout.
    ``fresh``: no record has come since the section began, which may tell a ``status`` or say ``when``.
    """

    columns: Mapping[int, NamedColumn]
    levels: Sequence[int]
    above: Step | None
    section: Step | None = None
    read: RowsRead = field(default_factory=RowsRead)
    sections: list[tuple[str, Step]] = field(default_factory=list)
    at: dict[int, Step] = field(default_factory=dict)
    status: Passage | None = None
    open: dict[int, tuple[Record, Value]] = field(default_factory=dict)
    styles: dict[int, bool] = field(default_factory=dict)
    values: dict[int, Value] = field(default_factory=dict)
    apart: set[int] = field(default_factory=set)
    fresh: bool = False
    when: Passage | None = None

    def __post_init__(self) -> None:
        if self.section:
            self.sections.append((self.section.level, self.section))

    def columns_of(self, *meanings: Meaning) -> list[int]:
        """The columns that mean one of these."""
        return [column for column, named in self.columns.items() if named.meaning in meanings]

    @property
    def action(self) -> int | None:
        """The column of the actions."""
        return next(iter(self.columns_of(Meaning.ACTION)), None)

    @property
    def innermost(self) -> Step | None:
        """The heading that the next record stands under."""
        for column in reversed(self.levels):
            if column in self.at:
                return self.at[column]
        return self.section or self.above

    def learn_styles(self, rows: Sequence[Row]) -> None:
        """Columns whose cells nearly all begin with a label: there a cell without one goes on from above."""
        for column in self.columns:
            texts = [row.slots[column].text for row in rows if column in row.filled]
            labelled = sum(bool(label_style(text)) or is_bare_ref(text) for text in texts)
            self.styles[column] = len(texts) >= 3 and labelled >= 0.75 * len(texts)

    def last(self, column: int) -> str:
        """The latest words in a column."""
        if column in self.levels:
            return self.at[column].passage.text if column in self.at else ""
        found = self.open.get(column)
        return found[1].passage.text if found else ""

    def cell_goes_on(self, column: int, slot: Slot) -> bool:
        """A cell goes on from above where its column's cells are labelled and it is not, or a sentence runs on."""
        if self.styles.get(column) and not label_style(slot.text) and not is_bare_ref(slot.text):
            return True
        return runs_on(self.last(column), slot.text)

    def level_goes_on(self, column: int, slot: Slot) -> bool:
        """A heading's cell goes on from the heading above it in the same way."""
        step = self.at.get(column)
        if step is None:
            return False
        if self.styles.get(column):
            return not label_style(slot.text)
        return runs_on(step.passage.text, slot.text)
