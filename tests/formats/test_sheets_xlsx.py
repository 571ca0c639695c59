"""Excel workbooks: what each sheet shows, and what hangs on it."""

from __future__ import annotations

from typing import Any

import pytest
from made_grids import grid_of, texts_of
from made_workbooks import raw, said, sheet, workbook

from turntide.documents.document import Document, Look, Mark, Role
from turntide.documents.formats.xlsx import lay_out


def read(content: bytes) -> Document:
    return lay_out(content, "plan.xlsx")


def test_cells_keep_the_sheets_own_rows_and_columns() -> None:
    def fill(_: Any, plan: Any) -> None:
        plan.write("B4", "Action")
        plan.write("D7", "two\nlines")

    document = read(sheet(fill))
    assert document.tables[0].sheet == "Plan"
    assert grid_of(document) == {(4, 2): "Action", (7, 4): "two\nlines"}


def test_values_read_as_they_are_shown() -> None:
    def fill(book: Any, plan: Any) -> None:
        for row, (value, code) in enumerate(
            [(0.05, "0%"), (45747, "dd/mm/yyyy"), (1.0, "General"), (1200, "£#,##0"), (45747, "mmm yyyy")]
        ):
            plan.write_number(row, 0, value, book.add_format({"num_format": code}))
        plan.write_boolean(5, 0, True)
        plan.write_formula(6, 0, "=A1*2", None, 0.1)
        plan.write_formula(7, 0, "=A1&B1", None, "joined")

    texts = list(grid_of(read(sheet(fill))).values())
    assert texts == ["5%", "2025-03-31", "1", "£1,200", "Mar 2025", "TRUE", "0.1", "joined"]


def test_merges_end_with_the_words_of_the_sheet() -> None:
    def fill(book: Any, plan: Any) -> None:
        plan.merge_range("A1:Z1", "Title", book.add_format())
        plan.merge_range("A2:A90", "Theme", book.add_format())
        plan.write("C5", "last")

    table = read(sheet(fill)).tables[0]
    assert [(cell.text, cell.row_span, cell.column_span) for cell in table.cells] == [
        ("Title", 1, 3),
        ("Theme", 4, 1),
        ("last", 1, 1),
    ]


def test_colours_and_looks() -> None:
    def fill(book: Any, plan: Any) -> None:
        plan.write("A1", "late", book.add_format({"bg_color": "#FF0000", "bold": True}))
        plan.write_blank("B1", None, book.add_format({"bg_color": "#00B050"}))
        struck, red = book.add_format({"font_strikeout": True}), book.add_format({"font_color": "#FF0000"})
        plan.write_rich_string("A2", struck, "2024", " then ", red, "2025")
        plan.write("C2", "end")
        plan.write_blank("Z99", None, book.add_format({"bg_color": "#00B050"}))

    table = read(sheet(fill)).tables[0]
    assert [(cell.fill, cell.text) for cell in table.cells] == [
        ("#ff0000", "late"),
        ("#00b050", ""),
        (None, "2024 then 2025"),
        (None, "end"),
    ]
    assert table.cells[0].marks == (Mark(0, 4, Look.BOLD),)
    assert table.cells[2].marks == (Mark(0, 4, Look.STRUCK), Mark(10, 14, Look.COLOUR, "#ff0000"))


def test_hidden_sheets_rows_and_columns_are_read_and_said() -> None:
    def fill(book: Any) -> None:
        shown, plan = book.add_worksheet("Shown"), book.add_worksheet("Old")
        plan.hide()
        for row in range(6):
            plan.write(row, 2, "words")
        for row in (1, 2, 4):
            plan.set_row(row, None, None, {"hidden": True})
        plan.set_column("C:E", None, None, {"hidden": True})
        shown.write("A1", "here")

    document = read(workbook(fill))
    assert len(document.tables[1].cells) == 6
    assert document.doubts == (
        "The sheet “Old” is hidden and was read all the same.",
        "The sheet “Old” has hidden rows (2–3, 5), which were read all the same.",
        "The sheet “Old” has hidden columns (C), which were read all the same.",
    )


def test_comments_name_their_cell() -> None:
    def fill(_: Any, plan: Any) -> None:
        plan.write("B2", "Action")
        plan.write_comment("B2", "is this still right?")

    (comment,) = read(sheet(fill)).paragraphs
    assert (comment.role, comment.text, comment.about) == (Role.COMMENT, "is this still right?", (1, 2, 2))
    assert comment.sheet == "Plan"


def test_a_conversation_is_told_once_with_its_speakers() -> None:
    talk = '<a xmlns="x"><threadedComment ref="A1" personId="p"><text>Move it?</text></threadedComment></a>'
    note = '<a xmlns="x"><comment ref="A1"><text><t>[Threaded] Move it?</t></text></comment></a>'
    people = '<personList xmlns="x"><person id="p" displayName="Ada Reed"/></personList>'
    document = read(
        raw(
            f"<sheetData><row r='1'>{said('A1', 'Action')}</row></sheetData>",
            {"xl/talk.xml": talk, "xl/note.xml": note, "xl/persons.xml": people},
            {"threadedComment": "xl/talk.xml", "comments": "xl/note.xml"},
        )
    )
    assert texts_of(document) == ["Ada Reed: Move it?"]


def test_printed_headers_and_text_boxes_are_kept() -> None:
    def fill(_: Any, plan: Any) -> None:
        plan.write("A1", "Action")
        plan.set_header('&L&"Arial,Bold"&14Draft v3&C&KFF0000For R&&D&RPage &P')
        plan.set_footer("&LAmbleford Council")
        plan.insert_textbox("C3", "Key: green is done\nred is late")

    told = [(paragraph.role.value, paragraph.text) for paragraph in read(sheet(fill)).paragraphs]
    assert told == [
        ("running", "Draft v3"),
        ("running", "For R&D"),
        ("running", "Page"),
        ("text", "Key: green is done\nred is late"),
        ("running", "Ambleford Council"),
    ]


@pytest.mark.parametrize("kind", ["table", "filter"])
def test_the_heads_of_tables_and_filters_are_headers(kind: str) -> None:
    def fill(_: Any, plan: Any) -> None:
        plan.write_row("A1", ["Our plan"])
        plan.write_row("A3", ["Action", "Lead"])
        plan.write_row("A4", ["Plant", "Parks"])
        if kind == "filter":
            plan.autofilter("A3:B4")
        else:
            plan.add_table("A3:B4", {"columns": [{"header": "Action"}, {"header": "Lead"}]})

    table = read(sheet(fill)).tables[0]
    assert [cell.text for cell in table.cells if cell.header] == ["Action", "Lead"]


def test_a_chart_keeps_its_title() -> None:
    def fill(book: Any, plan: Any) -> None:
        plan.write_column("A1", [1, 2])
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Plan!$A$1:$A$2"})
        chart.set_title({"name": "Walks led"})
        plan.insert_chart("C1", chart)

    assert texts_of(read(sheet(fill))) == ["Walks led"]


def test_cells_without_references_follow_each_other() -> None:
    row = '<row><c t="inlineStr"><is><t>a</t></is></c><c t="e"><v>#REF!</v></c></row>'
    assert grid_of(read(raw(f"<sheetData>{row}{row}</sheetData>"))) == {
        (1, 1): "a",
        (1, 2): "#REF!",
        (2, 1): "a",
        (2, 2): "#REF!",
    }


def test_a_formula_without_a_result_is_said() -> None:
    document = read(raw(f"<sheetData><row r='1'>{said('A1', 'a')}<c r='B1'><f>A1</f></c></row></sheetData>"))
    assert document.doubts[0].startswith("Some formulas of the sheet “Plan” have no result")


def test_words_beneath_a_merge_are_kept_after_the_table() -> None:
    rows = f"<sheetData><row r='1'>{said('A1', 'top')}{said('B1', 'beneath')}</row></sheetData>"
    document = read(raw(f'{rows}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))
    assert (grid_of(document), texts_of(document)) == ({(1, 1): "top"}, ["beneath"])
    assert document.paragraphs[0].about == (1, 1, 2)


def test_carriage_returns_written_out_are_line_ends() -> None:
    document = read(raw(f"<sheetData><row r='1'>{said('A1', 'a_x000D_&#10;b_x005F_c')}</row></sheetData>"))
    assert grid_of(document) == {(1, 1): "a\nb_c"}
