"""OpenDocument spreadsheets: repeats, spans, comments, dates, what is hidden."""

from __future__ import annotations

import io
import zipfile

from made_grids import grid_of, texts_of

from turntide.documents.document import Document, Look, Mark, Role
from turntide.documents.formats.ods import lay_out

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "draw": "drawing",
    }.items()
)


def read(table: str, styles: str = "", pages: str = "") -> Document:
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr("content.xml", content)
        package.writestr("styles.xml", f"<office:document-styles {_NAMES}>{pages}</office:document-styles>")
    return lay_out(written.getvalue(), "plan.ods")


def plan(rows: str, attributes: str = "") -> str:
    return f'<table:table table:name="Plan" {attributes}>{rows}</table:table>'


def row(cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def cell(text: str, attributes: str = "", more: str = "") -> str:
    lines = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:table-cell {attributes}>{more}{lines}</table:table-cell>"


def test_repeats_are_counted_and_words_in_them_repeated() -> None:
    rows = (
        row(cell("", 'table:number-columns-repeated="2"') + cell("a", 'table:number-columns-repeated="2"'))
        + row(cell(""), 'table:number-rows-repeated="100"')
        + row(cell("two\nlines"), 'table:number-rows-repeated="2"')
        + row(cell("", 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048473"')
    )
    assert grid_of(read(plan(rows))) == {
        (1, 3): "a",
        (1, 4): "a",
        (102, 1): "two\nlines",
        (103, 1): "two\nlines",
    }


def test_words_repeated_without_end_are_cut_and_said() -> None:
    everywhere = cell("w", 'table:number-columns-repeated="16384"')
    document = read(plan(row(everywhere, 'table:number-rows-repeated="1048576"')))
    assert len(document.tables[0].cells) < 200_000
    assert "only the first copies were read" in document.doubts[0]


def test_spans_end_with_the_words_of_the_sheet() -> None:
    wide = 'table:number-columns-spanned="16384" table:number-rows-spanned="1"'
    covered = '<table:covered-table-cell table:number-columns-repeated="16383"/>'
    title = read(plan(row(cell("Title", wide) + covered) + row(cell("a") + cell("b")))).tables[0].cells[0]
    assert (title.row_span, title.column_span) == (1, 2)


def test_dates_in_numbers_alone_are_written_out() -> None:
    date = 'office:value-type="date" office:date-value="2025-04-03"'
    cells = cell("03/04/25", date) + cell("April 2025", date) + cell("", date)
    percentage = cell("", 'office:value-type="percentage" office:value="0.05"')
    assert list(grid_of(read(plan(row(cells + percentage)))).values()) == [
        "2025-04-03",
        "April 2025",
        "2025-04-03",
        "5%",
    ]


def test_looks_and_fill_come_from_the_styles() -> None:
    styles = (
        '<style:style style:name="late" style:family="table-cell"><style:table-cell-properties'
        ' fo:background-color="#FF0000"/><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="old" style:family="text">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    words = cell('<text:span text:style-name="old">2024</text:span> 2025', 'table:style-name="late"')
    found = read(plan(row(words)), styles).tables[0].cells[0]
    assert (found.text, found.fill) == ("2024 2025", "#ff0000")
    assert found.marks == (Mark(0, 4, Look.STRUCK), Mark(0, 9, Look.BOLD))


def test_comments_and_shapes_are_kept() -> None:
    note = "<office:annotation><text:p>Still right?</text:p><text:p>KH</text:p></office:annotation>"
    shape = "<table:shapes><draw:frame><draw:text-box><text:p>Key</text:p></draw:text-box></draw:frame></table:shapes>"
    document = read(plan(shape + row(cell("Action", "", note))))
    assert texts_of(document) == ["Key", "Still right?\nKH"]
    assert (document.paragraphs[1].role, document.paragraphs[1].about) == (Role.COMMENT, (1, 1, 1))


def test_hidden_parts_are_read_and_said() -> None:
    styles = (
        '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    rows = '<table:table-column table:visibility="collapse"/>' + row(cell("a"), 'table:visibility="filter"')
    document = read(plan(rows, 'table:style-name="gone"'), styles)
    assert grid_of(document) == {(1, 1): "a"}
    assert [doubt.split("”")[1].split(" and")[0].split(",")[0] for doubt in document.doubts] == [
        " is hidden",
        " has hidden rows (1)",
        " has hidden columns (A)",
    ]


def test_what_is_printed_around_the_sheet_is_running() -> None:
    styles = '<style:style style:name="t" style:family="table" style:master-page-name="Main"/>'
    pages = (
        '<office:master-styles><style:master-page style:name="Main"><style:header><text:p>Draft v3 '
        "<text:page-number>1</text:page-number></text:p></style:header>"
        '<style:footer style:display="false"><text:p>no</text:p></style:footer></style:master-page>'
        "</office:master-styles>"
    )
    document = read(plan(row(cell("a")), 'table:style-name="t"'), styles, pages)
    assert [(p.role, p.text) for p in document.paragraphs] == [(Role.RUNNING, "Draft v3")]
