"""Tables whose cells are cards: each cell holds an action with several labelled lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from turntide.reading.grids import Row, Slot
from turntide.reading.layouts.lines import FIELD, HEADING, TEXT, Line, lines_of_text

FEWEST = 2
"""Fields that make a cell a card."""
SAMPLE = 12


def card_lines(rows: Sequence[Row]) -> list[Line] | None:
    """The lines of all cards, row by row; None where most cells are no cards and none is a card's title."""
    if not _may_be_cards(rows):
        return None
    made = [{column: _card(slot) for column, slot in sorted(row.filled.items())} for row in rows]
    cards = sum(map(_is_card, (card for row in made for card in row.values())))
    cells = sum(len(row) for row in made)
    titles = sum(_is_title(made, at, column) for at, row in enumerate(made) for column in row)
    if not cards or (cards + titles) < cells * 0.6:
        return None
    return list(_in_order(rows, made))


def _may_be_cards(rows: Sequence[Row]) -> bool:
    """Cards have several lines or a colon in most of their cells: a quick look at the first rows."""
    cells = [slot.text for row in rows[:SAMPLE] for slot in row.filled.values()]
    return sum(":" in text for text in cells) >= 0.3 * len(cells)


def column_lines(rows: Sequence[Row]) -> list[Line] | None:
    """The lines of an outline kept in a single column, a line a row; None where it has no fields."""
    if any(len(row.filled) > 1 for row in rows):
        return None
    lines = [line for row in rows for slot in row.filled.values() for line in _card(slot)]
    fields = sum(line.kind == FIELD for line in lines)
    return lines if fields >= FEWEST and fields >= len(lines) * 0.3 else None


def _card(slot: Slot) -> list[Line]:
    return list(lines_of_text(slot.passage, TEXT, 0, slot.cell.marks))


def _is_card(card: Sequence[Line]) -> bool:
    return sum(line.kind == FIELD for line in card) >= FEWEST


def _is_title(made: Sequence[dict[int, list[Line]]], at: int, column: int) -> bool:
    """A cell without labels straight over a card that begins with one."""
    below = made[at + 1].get(column, []) if at + 1 < len(made) else []
    return not _is_card(made[at][column]) and _is_card(below) and below[0].kind == FIELD


def _in_order(rows: Sequence[Row], made: Sequence[dict[int, list[Line]]]) -> Iterator[Line]:
    """Each card with the title over it; a cell that reaches over the table is a heading over what follows."""
    for at, row in enumerate(made):
        for column, card in row.items():
            if _is_title(made, at, column):
                continue
            titled = at > 0 and column in made[at - 1] and _is_title(made, at - 1, column)
            lines = [*made[at - 1][column], *card] if titled else card
            if len(row) == 1 and not _is_card(card):
                lines = [Line(HEADING, rows[at].filled[column].passage, level=8)]
            yield from (replace(line, start=index == 0) for index, line in enumerate(lines))
