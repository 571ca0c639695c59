"""Borders to cells, gaps to columns, and what recurs, from strokes and lines placed by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from turntide.documents.pages.borderless import columns_of, levels, stretches
from turntide.documents.pages.grid import Slot, grid_of
from turntide.documents.pages.ink import Fill, Stroke, Style
from turntide.documents.pages.lines import Line, Word
from turntide.documents.pages.paragraphs import Setting
from turntide.documents.pages.rows import rows_of
from turntide.documents.pages.rulings import Frame, frames, joined, largest
from turntide.documents.pages.running import Rim, running_lines


def line(text: str, x: float, base: float, size: float = 10.0) -> Line:
    """A line of type of one width."""
    words: list[Word] = []
    for part in text.split():
        x0 = words[-1].x1 + 2.5 if words else x
        words.append(Word(part, x0, x0 + 5 * len(part), base, size, Style()))
    return Line(words)


def lattice(xs: list[float], ys: list[float]) -> list[Stroke]:
    """Every border of a grid."""
    lying = [Stroke(True, y, xs[0], xs[-1]) for y in ys]
    return lying + [Stroke(False, x, ys[0], ys[-1]) for x in xs]


places = st.lists(st.integers(1, 40), min_size=2, max_size=7, unique=True).map(
    lambda at: [15.0 * x for x in sorted(at)]
)


@given(places, places)
def test_a_full_grid_has_a_cell_in_every_place(xs: list[float], ys: list[float]) -> None:
    (frame,) = frames(joined(lattice(xs, ys)))
    grid = grid_of(frame)
    assert grid is not None
    assert (list(grid.xs), list(grid.ys)) == (xs, ys)
    wanted = {Slot(row, column, 1, 1) for row in range(len(ys) - 1) for column in range(len(xs) - 1)}
    assert set(grid.slots) == wanted


def test_a_missing_border_makes_a_span() -> None:
    borders = [s for s in lattice([0, 50, 100], [0, 20, 40]) if s != Stroke(True, 20, 0, 100)]
    grid = grid_of(
        Frame(tuple(s for s in [*borders, Stroke(True, 20, 50, 100)] if s.lying), tuple(borders[2:]))
    )
    assert grid is not None
    assert Slot(0, 0, 2, 1) in grid.slots
    assert len(grid.slots) == 3


def test_open_sides_are_closed_where_the_other_borders_end() -> None:
    borders = [Stroke(True, y, 0, 100) for y in (0, 20, 40)] + [Stroke(False, 50, 0, 40)]
    (frame,) = frames(joined(borders))
    grid = grid_of(frame)
    assert grid is not None
    assert grid.xs == (0, 50, 100)


def test_double_and_dashed_borders_are_one() -> None:
    double = [Stroke(True, 10, 0, 100), Stroke(True, 11.5, 0, 100)]
    dashes = [Stroke(False, 50, y, y + 3) for y in range(0, 100, 6)]
    assert joined(double) == [Stroke(True, 10.75, 0, 100)]
    assert joined(dashes) == [Stroke(False, 50, 0, 99)]


def test_fills_within_fills_are_left_out() -> None:
    cell, paragraph = Fill(0, 0, 100, 40, "#ffffff"), Fill(0, 0, 100, 20, "#ffffff")
    assert largest([paragraph, cell]) == [cell]


def test_columns_show_through_a_line_that_runs_across() -> None:
    found = [line("Priority 1 - paths for everybody", 0, 100)]
    for row in range(4):
        found += [
            line(f"1.{row}", 0, 120 + 20 * row),
            line("open paths", 60, 120 + 20 * row),
            line("May", 150, 120 + 20 * row),
        ]
    assert len(columns_of(levels(found))) == 3


def test_list_marks_are_no_column() -> None:
    found = [
        each
        for row in range(4)
        for each in (line("•", 0, 100 + 12 * row), line("open paths", 20, 100 + 12 * row))
    ]
    (stretch,) = stretches(found)
    assert len(stretch.columns) == 1


def test_a_further_paragraph_of_a_cell_joins_its_row() -> None:
    found = [
        line("1.a", 0, 100),
        line("open paths", 60, 100),
        line("Parks", 150, 100),
        line("Streets", 150, 116),
    ]
    found += [line("1.b", 0, 140), line("mend gates", 60, 140), line("Schools", 150, 140)]
    at = levels(found)
    rows = rows_of(at, columns_of(at), Setting(((10.0, 12.0),)))
    assert [[piece.line.text for piece in row] for row in rows] == [
        ["1.a", "open paths", "Parks", "Streets"],
        ["1.b", "mend gates", "Schools"],
    ]


def test_a_row_cut_by_the_page_stands_first_by_itself() -> None:
    found = [
        line("for all", 60, 100),
        line("1.b", 0, 130),
        line("mend gates", 60, 130),
        line("Schools", 150, 130),
    ]
    found += [line("1.c", 0, 160), line("light paths", 60, 160), line("Streets", 150, 160)]
    at = levels(found)
    rows = rows_of(at, columns_of(at), Setting(((10.0, 12.0),)))
    assert [row[0].line.text for row in rows] == ["for all", "1.b", "1.c"]


def page(number: int, *body: str) -> Rim:
    """A page with a header, a numbered footer, and this body."""
    said = [line("Tarrow Bay Council", 50, 30), line(f"Page {number}", 250, 810)]
    return Rim((*said, *(line(text, 50, 100 + 40 * at) for at, text in enumerate(body))), 842)


def test_headers_and_footers_are_known_by_recurring() -> None:
    now, then = page(1, "Open paths", "Mend gates"), page(2, "Light lamps", "Mend gates")
    assert running_lines(now, [then]) == {0, 1}


def test_a_tables_header_at_the_top_is_no_running_line() -> None:
    def rim(name: str) -> Rim:
        head = [line("Ref", 50, 60), line("Action", 120, 60)]
        return Rim((*head, line(name, 50, 80), line(f"{name} paths", 120, 80)), 842)

    assert running_lines(rim("Open"), [rim("Mend")]) == set()


def test_a_page_alone_has_no_running_lines() -> None:
    assert running_lines(page(1, "Open paths"), []) == set()
