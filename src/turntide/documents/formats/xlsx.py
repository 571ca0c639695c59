"""Excel workbooks (.xlsx, .xlsm): each sheet as a table, with the sheet's own row and column numbers."""

from __future__ import annotations

from dataclasses import replace

from turntide.documents.document import Document, Layout
from turntide.documents.packages import Archive, damaged
from turntide.documents.typesetting.spans import Merge
from turntide.documents.workbooks.parts import (
    Link,
    SheetPart,
    links_of,
    main_part,
    open_workbook,
    sheets_of,
)
from turntide.documents.workbooks.sheet import Book, Headed, place_of, range_of, read_sheet
from turntide.documents.workbooks.sheets import Sheet, lay_out_sheet
from turntide.documents.workbooks.styles import Styles
from turntide.documents.workbooks.text import comments_of, drawn_texts, people_of, shared_strings


def lay_out(content: bytes, name: str) -> Document:
    """Lay out a workbook, values as the sheet shows them.

    Raises Refusal: ENCRYPTED, WRONG_NAME (an old .xls inside), DAMAGED, or UNSAFE (a document type in its XML).
    """
    layout = Layout(name, "xlsx", content)
    archive = open_workbook(content)
    path = main_part(archive)
    workbook = archive.xml(path)
    if workbook is None:
        raise damaged("it holds no workbook")
    links = links_of(archive, path)
    properties = workbook.find("{*}workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    book = _book(archive, links, from_1904)
    people = people_of(archive, links)
    for part in sheets_of(workbook, links):
        lay_out_sheet(layout, _sheet(archive, part, book, people))
    return layout.document()


def _book(archive: Archive, links: list[Link], from_1904: bool) -> Book:
    paths = {link.kind: link.path for link in links}
    styles = Styles(archive.xml(paths.get("styles", "")), archive.xml(paths.get("theme", "")))
    return Book(shared_strings(archive, paths.get("sharedStrings", ""), styles), styles, from_1904)


def _sheet(archive: Archive, part: SheetPart, book: Book, people: dict[str, str]) -> Sheet:
    """A sheet with all that belongs to it."""
    data = archive.data(part.path)
    if data is None:
        raise damaged(f"its sheet “{part.name}” is missing")
    sheet = Sheet(part.name, hidden=part.hidden)
    headed = read_sheet(data, part.path, sheet, book)
    links = links_of(archive, part.path)
    sheet.boxes = _drawn(archive, links)
    sheet.comments = [(place_of(ref) or (1, 1), text) for ref, text in comments_of(archive, links, people)]
    _mark_headings(sheet, _heading_rows(archive, headed, links))
    return sheet


def _drawn(archive: Archive, links: list[Link]) -> list[str]:
    """The texts of a sheet's drawings, and of the charts and diagrams in them."""
    texts: list[str] = []
    for drawing in (link for link in links if link.kind == "drawing"):
        within = [link for link in links_of(archive, drawing.path) if link.kind in ("chart", "diagramData")]
        for part in [drawing, *within]:
            root = archive.xml(part.path)
            texts += [] if root is None else drawn_texts(root)
    return texts


def _heading_rows(archive: Archive, headed: Headed, links: list[Link]) -> list[Merge]:
    """The rows that head a filtered range or a sheet's own table."""
    found = [replace(filtered, bottom=filtered.top) for filtered in headed.filters]
    paths = {link.id: link.path for link in links}
    for id_ in headed.tables:
        root = archive.xml(paths.get(id_, ""))
        whole = None if root is None else range_of(root.get("ref", ""))
        if root is not None and whole is not None and root.get("headerRowCount", "1") == "1":
            found.append(replace(whole, bottom=whole.top))
    return found


def _mark_headings(sheet: Sheet, rows: list[Merge]) -> None:
    def heads(row: int, column: int) -> bool:
        return any(head.top == row and head.left <= column <= head.right for head in rows)

    if rows:
        sheet.cells = [
            replace(cell, header=True) if cell.text and heads(cell.row, cell.column) else cell
            for cell in sheet.cells
        ]
