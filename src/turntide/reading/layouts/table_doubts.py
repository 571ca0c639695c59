"""What may be wrong about a table as a whole: its headings, its columns, rows put together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from turntide.checking.wording import first_words, several
from turntide.reading.columns import TOLD, NamedColumn
from turntide.reading.grids import Row
from turntide.reading.kinds import Doubt, DoubtKind
from turntide.reading.passage import EMPTY, Passage, join
from turntide.reading.stitching import Segment
from turntide.reading.vocabulary import Meaning, meanings_of
from turntide.reading.wordings.money import sums
from turntide.reading.wordings.weights import percentage

M = Meaning
TOLERANCE = 0.05
"""What rounding may make a total differ by, in per cent or in the currency."""


def doubts_about(
    segment: Segment, named: Mapping[int, NamedColumn], totals: Sequence[Row]
) -> Iterator[Doubt]:
    """The doubts about a table of actions."""
    if segment.inherited:
        yield _inherited(segment)
    else:
        yield from _guessed(segment, named)
    for row in segment.rows:
        yield from _mended(row)
    for column in sorted(named):
        yield from _wrong_totals(segment.rows, column, named[column], totals)


def _inherited(segment: Segment) -> Doubt:
    headings = several([f"“{p.wording}”" for _, p in sorted(segment.headings.items()) if p])
    message = f"A table has no headings of its own and was read under those of an earlier one, {headings}: check it."
    return Doubt(DoubtKind.HEADINGS_INHERITED, message, _opening(segment.rows))


def _guessed(segment: Segment, named: Mapping[int, NamedColumn]) -> Iterator[Doubt]:
    """A column taken for the actions though its heading says nothing of the kind."""
    for column, name in sorted(named.items()):
        if name.meaning is not M.ACTION or name.why == TOLD:
            continue
        if M.ACTION not in meanings_of(name.heading.wording):
            said = f"under {first_words(name.heading.wording)}" if name.heading else f"in column {column + 1}"
            message = f"What stands {said} was taken for the actions ({name.why}): check that it is."
            yield Doubt(DoubtKind.COLUMN_GUESSED, message, name.heading or _first_in(segment.rows, column))


def _mended(row: Row) -> Iterator[Doubt]:
    for stray in row.mended:
        message = (
            f"Lines of a row had been read across its columns ({first_words(stray.wording)}) and were given back "
            "to their cells: compare the row with the original."
        )
        cells = [slot.passage for _, slot in sorted(row.filled.items())]
        yield Doubt(DoubtKind.ROW_MENDED, message, join(cells))


def _wrong_totals(
    rows: Sequence[Row], column: int, named: NamedColumn, totals: Sequence[Row]
) -> Iterator[Doubt]:
    """Stated totals that are the sum neither of the rows since the last one nor of all rows above."""
    since = whole = 0.0
    for row in rows:
        amount = _amount(row.filled[column].text, named.meaning) if column in row.filled else None
        if amount is None:
            continue
        if not any(row is total for total in totals):
            since, whole = since + amount, whole + amount
            continue
        if min(abs(amount - since), abs(amount - whole)) > TOLERANCE:
            stated = row.filled[column]
            message = (
                f"A total of {stated.text} is stated under “{named.heading.wording}”, but the rows above it make "
                f"{whole:,.10g}: correct the one or the others."
            )
            yield Doubt(DoubtKind.TOTAL, message, stated.passage)
        since = 0.0


def _amount(text: str, meaning: Meaning | None) -> float | None:
    if meaning is M.WEIGHT:
        return percentage(text)
    found = sums(text) if meaning is M.MONEY else ()
    return found[0].amount if len(found) == 1 else None


def _first_in(rows: Sequence[Row], column: int) -> Passage:
    return next((row.filled[column].passage for row in rows if column in row.filled), EMPTY)


def _opening(rows: Sequence[Row]) -> Passage:
    """The first words of a table."""
    filled = next((row.filled for row in rows if row.filled), {})
    return filled[min(filled)].passage if filled else EMPTY
