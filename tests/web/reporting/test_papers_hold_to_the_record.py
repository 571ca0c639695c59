"""Laws of papers: whatever a record holds, its paper is written, and says no more than the record and no less."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from made_record import PLAN, SECOND, TRUST, made_record
from papers_read import cells_of, said, tables_of
from records_in_any_order import NUMBERS, records

from turntide.web.periods.rules.figures import CONFIDENCES, FRESHNESSES, LIFECYCLES, Figures, figures
from turntide.web.periods.rules.record import Record
from turntide.web.reporting.papers.parts import PARTS
from turntide.web.reporting.papers.statuses import told_in_colours
from turntide.web.reporting.papers.writing import Telling, write
from turntide.web.reporting.rules.paper import Block, Paper, Piece, Table, plain


def tellings(record: Record, before: Record | None) -> Iterator[tuple[str, Telling]]:
    """Every kind of paper, with all its parts."""
    for kind, parts in PARTS.items():
        yield (
            kind,
            Telling(
                record,
                before=before,
                earlier=before,
                parts=tuple(each.key for each in parts),
                theme=made_record().headings[0].id if kind == "theme" else "",
                body=TRUST.id,
            ),
        )


QUICK = settings(max_examples=15, derandomize=True, database=None)


@QUICK
@given(records(), st.one_of(st.none(), records()))
def test_every_paper_of_every_record_is_written_and_is_the_same_again(
    record: Record, before: Record | None
) -> None:
    for kind, telling in tellings(record, before):
        paper = write(kind, telling)
        assert paper == write(kind, telling)
        for figure, note in _figures(paper):
            if note:
                assert len(note) == int(figure.words), "a footnote names as many actions as its figure says"
        _footnotes_lead_somewhere(paper)
        for row in _rows(paper):
            _statements_are_signed(row)
        for cell in cells_of(paper):
            if plain(cell.words).startswith(("Not reported", "Silent")):
                assert cell.tone != "green"


@QUICK
@given(records(), records())
def test_the_pictures_tables_hold_the_figures_of_the_period(record: Record, before: Record) -> None:
    paper = write("board", Telling(record, before=before, parts=("picture",)))
    told: dict[str, list[list[float | None]]] = {}
    for axis, _status, *numbers in (row for table in tables_of(paper) for row in table.rows):
        told.setdefault(plain(axis.words), []).append([each.number for each in numbers])
    if not record.actions:
        assert not told
        return
    now, was = figures(record.actions), figures(before.actions)
    assert told["How fresh"] == _expected(now, was, "freshness", FRESHNESSES)
    stages = [
        each for each in LIFECYCLES if not each or now.lifecycle[each].number or was.lifecycle[each].number
    ]
    assert told["How far"] == _expected(now, was, "lifecycle", stages)
    assert ("How sure" in told) == any(told_in_colours(each) for each in record.plans)
    if "How sure" in told:
        assert told["How sure"] == _expected(_coloured(record), _coloured(before), "confidence", CONFIDENCES)


@QUICK
@given(records())
def test_the_exceptions_are_all_that_is_red_or_silent_of_what_may_be_told(record: Record) -> None:
    paper = write("board", Telling(record, parts=("exceptions",)))
    rows = [[plain(cell.words) for cell in row] for table in tables_of(paper) for row in table.rows]
    assert sum("Silent" in row[1] for row in rows) == figures(record.actions).freshness["silent"].number
    assert sum("Red" in row[1] for row in rows) == _coloured(record).confidence["red"].number


def _footnotes_lead_somewhere(paper: Paper) -> None:
    places = [cell.anchor for cell in cells_of(paper) if cell.anchor]
    assert len(places) == len(set(places)), "an action stands in one place"
    led_to = {anchor for note in paper.notes for _name, anchor in note.actions if anchor}
    words = {piece.anchor for cell in cells_of(paper) for piece in cell.words if piece.anchor}
    assert led_to | words <= set(places)


def _statements_are_signed(row: str) -> None:
    for number in NUMBERS:
        if f"-{number} was said" in row or f"why-{number} it moved" in row:
            assert f"Author {number}, Body {number}, {10 + number} January 2027" in row


def _rows(paper: Paper) -> Iterator[str]:
    """What stands together: a row of a table, else a block."""
    for block in (block for part in paper.parts for block in part.blocks):
        if isinstance(block, Table):
            yield from (" ".join(plain(cell.words) for cell in row) for row in block.rows)
        else:
            yield " ".join(plain(words) for words in said(block))


def _figures(paper: Paper) -> Iterator[tuple[Piece, tuple[tuple[str, str], ...]]]:
    """Every figure that has a footnote, with the actions named there."""
    notes = {note.number: note.actions for note in paper.notes}
    blocks: list[Block] = [block for part in paper.parts for block in part.blocks]
    for piece in (piece for block in blocks for words in said(block) for piece in words):
        if piece.note:
            yield piece, notes[piece.note]


def _expected(
    now: Figures, was: Figures, axis: str, keys: list[str] | tuple[str, ...]
) -> list[list[float | None]]:
    pairs = [(getattr(now, axis)[key].number, getattr(was, axis)[key].number) for key in keys]
    return [[stands, stood, stands - stood] for stands, stood in pairs]


def _coloured(record: Record) -> Figures:
    plans = {each.id for each in record.plans if told_in_colours(each)}
    assert plans <= {PLAN, SECOND}
    return figures(each for each in record.actions if each.plan in plans)
