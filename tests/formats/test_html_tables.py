"""Tables of web pages: spans, headings, lines within cells, tables within tables."""

from __future__ import annotations

import pytest
from made_grids import grid_of, texts_of

from turntide.documents.document import Cell, Document, Look, Mark, Role
from turntide.documents.formats.html import lay_out
from turntide.documents.refusals import Reason, Refusal


def read(page: str) -> Document:
    return lay_out(page.encode(), "plan.html")


def table(rows: str) -> Document:
    return read(f"<p>Before</p><table>{rows}</table>")


def cells(document: Document) -> list[Cell]:
    return list(document.tables[0].cells)


def test_a_row_span_pushes_the_cells_below_it_to_the_right() -> None:
    read_table = table("<tr><td rowspan=2>Theme<td>a<tr><td>b<tr><td>Next<td>c")
    assert grid_of(read_table) == {(1, 1): "Theme", (1, 2): "a", (2, 2): "b", (3, 1): "Next", (3, 2): "c"}


def test_a_row_span_of_nought_goes_to_the_end_of_its_group() -> None:
    read_table = table("<tbody><tr><td rowspan=0>A<td>1<tr><td>2<tbody><tr><td>B<td>3")
    assert (cells(read_table)[0].text, cells(read_table)[0].row_span) == ("A", 2)
    assert grid_of(read_table)[(3, 1)] == "B"


def test_spans_end_where_the_table_ends() -> None:
    first = cells(table("<tr><td colspan=1000 rowspan=65000>Title<tr><td>a<td>b"))[0]
    assert (first.row_span, first.column_span) == (2, 1)


def test_columns_in_which_no_cell_begins_are_not_counted() -> None:
    read_table = table("<tr><td colspan=2>a<td colspan=2>b<tr><td colspan=2>c<td colspan=2>d")
    assert grid_of(read_table) == {(1, 1): "a", (1, 2): "b", (2, 1): "c", (2, 2): "d"}
    assert {cell.column_span for cell in cells(read_table)} == {1}


def test_a_cell_after_an_enormous_span_costs_nothing() -> None:
    row = "<tr>" + "<td colspan=1000 rowspan=1000>x" * 200
    assert len(cells(table(row * 50))) == 10_000


@pytest.mark.parametrize("span", ["two", "-3", "", "9" * 40])
def test_a_span_that_is_no_number_is_one(span: str) -> None:
    assert cells(table(f"<tr><td colspan='{span}' rowspan='{span}'>a<td>b<tr><td>c<td>d"))[0].column_span == 1


def test_headings_of_columns_are_told_from_headings_of_rows() -> None:
    read_table = table("<thead><tr><td>No.<td>Action<tbody><tr><th scope=row>1<td>Plant<tr><th>2<td>Dig")
    assert [cell.text for cell in cells(read_table) if cell.header] == ["No.", "Action"]


def test_a_row_of_th_heads_its_columns_without_a_thead() -> None:
    assert [cell.header for cell in cells(table("<tr><th>A<th>B<tr><td>1<td>2"))] == [
        True,
        True,
        False,
        False,
    ]


def test_a_foot_written_before_the_body_is_shown_after_it() -> None:
    read_table = table("<tfoot><tr><td>Total</tfoot><tbody><tr><td>One</tbody><thead><tr><th>Head</thead>")
    assert [cell.text for cell in cells(read_table)] == ["Head", "One", "Total"]


def test_lines_of_a_cell_are_parted_by_line_ends() -> None:
    page = "<tr><td>first<br>second<p>third</p><ul><li>Housing<li>Parks</ul><ol type=a><li>x<li>y</ol>"
    assert cells(table(page))[0].text == "first\nsecond\nthird\n• Housing\n• Parks\na. x\nb. y"


def test_white_space_closes_up_within_a_line() -> None:
    assert (
        cells(table("<tr><td>\n  Plant \n <b>more</b>\n trees&nbsp;now  </td>"))[0].text
        == "Plant more trees now"
    )


def test_struck_and_bold_words_are_marked() -> None:
    cell = cells(table("<tr><td><del>2024</del> <b>2025</b> <font color=red>late</font>"))[0]
    assert cell.marks == (
        Mark(0, 4, Look.STRUCK),
        Mark(5, 9, Look.BOLD),
        Mark(10, 14, Look.COLOUR, "#ff0000"),
    )


@pytest.mark.parametrize(
    "cell",
    [
        "<tr><td bgcolor=#FF0000>x",
        "<tr bgcolor=red><td>x",
        "<tr><td style='background: RGB(255, 0, 0) none'>x",
        "<tr><td class='late bold'>x",
    ],
)
def test_a_background_is_the_cells_fill(cell: str) -> None:
    document = read(f"<style>td.late, .other {{background-color: #f00}}</style><table>{cell}</table>")
    assert cells(document)[0].fill == "#ff0000"


def test_a_caption_stands_before_its_table_too() -> None:
    document = read("<table><caption>Year one</caption><tr><td>a</table>")
    assert document.tables[0].caption == "Year one"
    assert texts_of(document) == ["Year one"]


def test_a_table_in_a_cell_of_data_becomes_lines_with_tabs() -> None:
    inner = "<table><tr><td>Q1<td>5<br>six<tr><td>Q2<td>7</table>"
    rows = f"<tr><td>What<td>How much<td>Who<tr><td>Plant<td>Targets: {inner}<td>Parks"
    assert cells(table(rows))[4].text == "Targets:\nQ1\t5 six\nQ2\t7"


def test_a_table_that_lays_out_the_page_gives_way_to_the_one_within() -> None:
    document = read("<table><tr><td>Menu<td><h1>Plan</h1><table><tr><td>a b c<td>d e f</table></table>")
    assert texts_of(document) == ["Menu", "Plan"]
    assert document.paragraphs[1].role is Role.HEADING
    assert grid_of(document) == {(1, 1): "a b c", (1, 2): "d e f"}


def test_a_grid_of_boxes_with_roles_is_a_table() -> None:
    document = read(
        "<div role=table><div role=row><span role=columnheader>Action</span><span role=columnheader>Lead</span></div>"
        "<div role=row><span role=cell>Plant</span><span role=cell>Parks</span></div></div>"
    )
    assert grid_of(document) == {(1, 1): "Action", (1, 2): "Lead", (2, 1): "Plant", (2, 2): "Parks"}
    assert [cell.header for cell in cells(document)] == [True, True, False, False]


def test_words_between_the_cells_are_kept_before_the_table() -> None:
    assert texts_of(table("stray <tr>words<td>a</td>")) == ["Before", "stray words"]


def test_a_page_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        read("<table><tr><td>" * 3000)
    assert refused.value.reason is Reason.UNSAFE
