"""Word tables: spans, heading rows, fills, and tables within tables."""

from __future__ import annotations

import pytest
from made_docx import cell, laid_out, para, row, table

from turntide.documents.document import Document, Paragraph, Table
from turntide.documents.refusals import Reason, Refusal


def grid(document: Document, at: int = 0) -> list[tuple[int, int, int, int, str]]:
    cells = document.tables[at].cells
    return [(one.row, one.column, one.row_span, one.column_span, one.text) for one in cells]


def order(document: Document) -> list[str]:
    return [block.text if isinstance(block, Paragraph) else block.cells[0].text for block in document.blocks]


def test_spans_and_gaps_are_true() -> None:
    merge, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    document = laid_out(
        table(
            row(cell("a", merge), cell("b", wide), properties="<w:tblHeader/>"),
            row(cell("", on), cell("c"), cell("d")),
            row(cell("", on), cell("e"), properties=""),
            row(cell("f"), properties='<w:gridBefore w:val="2"/>'),
        )
    )
    assert grid(document) == [
        (1, 1, 3, 1, "a"),
        (1, 2, 1, 2, "b"),
        (2, 2, 1, 1, "c"),
        (2, 3, 1, 1, "d"),
        (3, 2, 1, 1, "e"),
        (4, 3, 1, 1, "f"),
    ]
    assert [one.header for one in document.tables[0].cells] == [True, True, False, False, False, False]


def test_words_in_a_merged_away_cell_are_kept() -> None:
    document = laid_out(
        table(row(cell("top", '<w:vMerge w:val="restart"/>')), row(cell("under", "<w:vMerge/>")))
    )
    assert grid(document) == [(1, 1, 2, 1, "top\nunder")]


def test_cells_merged_in_the_old_way_become_one() -> None:
    document = laid_out(
        table(
            row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", '<w:hMerge w:val="continue"/>'), cell("b"))
        )
    )
    assert grid(document) == [(1, 1, 1, 2, "a"), (1, 3, 1, 1, "b")]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    document = laid_out(control(table(control(row(control(cell("a")), cell(control(para("b"))))))))
    assert grid(document) == [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b")]


def test_fills_are_colours() -> None:
    cells = [cell("a", f'<w:shd w:fill="{fill}"/>') for fill in ("00B050", "auto", "nonsense")]
    assert [one.fill for one in laid_out(table(row(*cells))).tables[0].cells] == ["#00b050", None, None]


def test_lines_of_a_cell_are_parted_and_tabs_become_spaces() -> None:
    inside = para("<w:r><w:t>Lead</w:t><w:tab/><w:t>Parks</w:t></w:r>") + para() + para("Partner")
    assert grid(laid_out(table(row(cell(inside))))) == [(1, 1, 1, 1, "Lead Parks\nPartner")]


def test_a_frame_around_a_table_is_lifted_off() -> None:
    inner = table(row(cell("x"), cell("y")))
    document = laid_out(table(row(cell(para("before") + inner + para("after")))))
    assert order(document) == ["before", "x", "after"]
    assert [type(block) for block in document.blocks] == [Paragraph, Table, Paragraph]


def test_a_table_within_a_true_cell_becomes_its_text() -> None:
    inner = table(row(cell(para("x") + para("x2")), cell("y")), row(cell("z")))
    document = laid_out(table(row(cell("Key"), cell(para("Steps") + inner + para("End")))))
    assert grid(document)[1] == (1, 2, 1, 1, "Steps\nx x2\ty\nz\nEnd")


def nested(depth: int) -> str:
    inside = para("deep")
    for _ in range(depth):
        inside = table(row(cell(inside)))
    return inside


def test_twenty_tables_within_each_other_are_read() -> None:
    assert "deep" in order(laid_out(nested(20)))


@pytest.mark.parametrize("depth", [21, 60, 600])
def test_deeper_tables_are_refused_in_one_sentence(depth: int) -> None:
    with pytest.raises(Refusal) as refused:
        laid_out(nested(depth))
    assert refused.value.reason is Reason.UNSAFE


def test_a_span_without_measure_is_bounded() -> None:
    [found] = laid_out(table(row(cell("a", '<w:gridSpan w:val="999999999"/>')))).tables[0].cells
    assert found.column_span <= 1024
