"""Plans in tables: one action a row, headings in columns, in rows of their own and above the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from turntide.plan.source import Source
from turntide.reading.alignment import align
from turntide.reading.choices import choose, name_choices
from turntide.reading.columns import TOLD, NamedColumn, name_columns
from turntide.reading.columns_before import name_before
from turntide.reading.glossaries import heads_glossary
from turntide.reading.grids import Row, column_texts, has_words
from turntide.reading.instructions import NOTHING, Instructions
from turntide.reading.layouts.gathered import Gathered
from turntide.reading.layouts.in_brackets import tell_brackets
from turntide.reading.layouts.in_lines import tell_reports
from turntide.reading.layouts.parted import parted
from turntide.reading.layouts.table_doubts import doubts_about
from turntide.reading.layouts.yearly import by_year
from turntide.reading.passage import Passage, join
from turntide.reading.records import Record, Step
from turntide.reading.rows.reader import order_levels, read_rows
from turntide.reading.stitching import Segment
from turntide.reading.trace import Decision
from turntide.reading.unscrambling import unscramble
from turntide.reading.vocabulary import Meaning

M = Meaning
_IN_CELL = "a label in a cell"
ROWS = "rows"
"""The stage that decides what each row is."""


def aligned(segments: Sequence[Segment]) -> dict[int, Segment]:
    """Each segment whose cells may have slid, by its index, with them under their columns.

    Segments under the same headings are learnt from together: one theme's whole rows put another's right.
    """
    kin: dict[tuple[str, ...], list[int]] = {}
    for index, segment in enumerate(segments):
        if segment.header and any(row.short for row in segment.rows):
            kin.setdefault(segment.header.keys, []).append(index)
    made: dict[int, Segment] = {}
    for indexes in kin.values():
        rows = [row for index in indexes for row in segments[index].rows]
        width = max(max(segments[index].headings) + 1 for index in indexes)
        laid = iter(align(rows, width))
        for index in indexes:
            taken = tuple(unscramble(next(laid)) for _ in segments[index].rows)
            made[index] = replace(segments[index], rows=taken)
    return made


def name_segment(segment: Segment, given: Instructions = NOTHING) -> dict[int, NamedColumn]:
    """The columns of a segment with their meanings, those that only hold ticks named as choices of time."""
    if heads_glossary(_first_words(segment)):
        why = "a table of terms and their meanings"
        return {column: NamedColumn(p, None, why) for column, p in sorted(segment.headings.items())}
    texts = {column: column_texts(segment.rows, column) for column in range(segment.width)}
    spanning = _spanning(segment)
    texts = {c: [t for t in words if t not in spanning] for c, words in texts.items()}
    named = name_before(name_columns(segment.headings, texts, given.columns), texts, _reaching(segment))
    return name_choices(named, texts)


def _first_words(segment: Segment) -> list[str]:
    """A segment's headings; where it has none, the words of its first row."""
    headings = [passage.wording for _, passage in sorted(segment.headings.items()) if passage]
    if headings or not segment.rows:
        return headings
    return [slot.text for _, slot in sorted(segment.rows[0].filled.items())]


def _reaching(segment: Segment) -> dict[int, float]:
    """The share of each column's cells that reach down over several rows."""
    spans: dict[int, list[bool]] = {}
    for row in segment.rows:
        for column, slot in row.filled.items():
            spans.setdefault(column, []).append(slot.row_span > 1)
    return {column: sum(tall) / len(tall) for column, tall in spans.items()}


def _spanning(segment: Segment) -> set[str]:
    """Words of rows that reach over several columns, or stand alone: they say nothing about their column."""
    found = set()
    for row in segment.rows:
        filled = row.filled
        for slot in filled.values():
            if slot.column_span > 1 and len(filled) == 1:
                found.add(slot.text)
    return found


def holds_actions(named: dict[int, NamedColumn]) -> bool:
    """Whether a table is one of actions: it has a column for them."""
    return any(column.meaning is M.ACTION for column in named.values())


def read_table(
    segment: Segment,
    named: dict[int, NamedColumn],
    above: tuple[Step | None, Step | None],
    gathered: Gathered,
    file: str,
) -> None:
    """Read one segment of actions into what is gathered.

    ``above`` is the heading over the table in the text, and the one in a row of the table itself, above its header.
    """
    _keep_columns(segment, named, gathered, file)
    distinct = {
        column: len({text.casefold() for text in column_texts(segment.rows, column)}) for column in named
    }
    read = read_rows(segment.rows, named, order_levels(named, distinct), *above)
    acting = {id(v) for record in read.records if record.of(M.ACTION) for v in record.values}
    for record in read.records:
        choose(record)
        labels = [*tell_reports(record), *tell_brackets(record)]
        gathered.columns += [(NamedColumn(*label, _IN_CELL), []) for label in labels]
        if record.of(M.ACTION) or any(id(value) not in acting for value in record.of(M.DETAIL)):
            gathered.records += [one for yearly in by_year(record) for one in parted(yearly)]
        else:
            record.values = [value for value in record.values if id(value) not in acting]
            _without_action(record, gathered)
    for step in read.steps:
        gathered.step(step)
    gathered.notes += [(note, "text") for note in read.notes]
    gathered.decisions += [_joined(row, file) for row in read.joined]
    why = "a label in a row of its own"
    gathered.columns += [(NamedColumn(label, meaning, why), []) for label, meaning in read.labels]
    gathered.strays += [stray for stray in read.strays if has_words(stray.text)]
    _keep_totals(read.totals, named, gathered)
    gathered.doubts += doubts_about(segment, named, [row for row, _ in read.totals])


def _keep_columns(segment: Segment, named: dict[int, NamedColumn], gathered: Gathered, file: str) -> None:
    copies = _copies(segment, named, gathered)
    for column, name in sorted(named.items()):
        if segment.inherited:
            continue
        if name.heading:
            gathered.columns.append((name, copies.get(column, [])))
        meaning = name.meaning.value if name.meaning else "unknown"
        heading = name.heading.wording or f"column {column + 1}"
        source = name.heading.source(file) if name.heading else _first_source(segment.rows, column, file)
        gathered.decisions.append(Decision("columns", heading, meaning, name.why, source))
    for header in segment.repeats:
        gathered.notes += [(passage, "running") for passage in header.over]


def _copies(segment: Segment, named: dict[int, NamedColumn], gathered: Gathered) -> dict[int, list[Passage]]:
    """The headings said again in repeated headers, by the column that bears them; others are strays."""
    found: dict[int, list[Passage]] = {}
    for header in segment.repeats:
        for column, passage in header.headings.items():
            places = (column, *(c for c in sorted(named) if c != column))
            bears = [c for c in places if c in named and _letters(named[c].heading) == _letters(passage)]
            if bears:
                found.setdefault(bears[0], []).append(passage)
            elif passage:
                gathered.strays.append(passage)
    return found


def _joined(row: Row, file: str) -> Decision:
    words = join(slot.passage for _, slot in sorted(row.filled.items()))
    return Decision(ROWS, row.joins_above, "the rest of the row above", TOLD, words.source(file))


def _letters(passage: Passage) -> str:
    return "".join(char for char in passage.text.casefold() if char.isalnum())


def _first_source(rows: Sequence[Row], column: int, file: str) -> Source | None:
    for row in rows:
        if column in row.filled:
            return row.filled[column].passage.source(file)
    return None


def _without_action(record: Record, gathered: Gathered) -> None:
    """A row with no action: its words belong to the heading it stands under, or have no place."""
    if record.under is not None:
        for value in record.values:
            where = record.under.rationale if value.meaning is M.RATIONALE else None
            if where is not None:
                where.append(value.passage)
            else:
                record.under.remarks.append(value)
        return
    gathered.strays += [value.passage for value in record.values if value.passage]


def _keep_totals(
    totals: Sequence[tuple[Row, object]], named: dict[int, NamedColumn], gathered: Gathered
) -> None:
    """Stated totals are kept as notes; those under a weighting are checked against its rows."""
    for row, _ in totals:
        for column, slot in sorted(row.filled.items()):
            gathered.notes.append((slot.passage, "text"))
            if column in named and named[column].meaning is M.WEIGHT:
                gathered.totals.append((named[column].heading, slot.passage))
