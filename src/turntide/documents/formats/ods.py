"""OpenDocument spreadsheets (.ods): each sheet as a table, with the sheet's own row and column numbers."""

from __future__ import annotations

from collections.abc import Iterator

from turntide.documents.document import Document, Layout
from turntide.documents.opendocument.names import DRAW, OFFICE, STYLE, TABLE, TEXT, Element
from turntide.documents.opendocument.sheet_rows import SheetRows
from turntide.documents.opendocument.styles import OdtStyles
from turntide.documents.opendocument.text import words_of
from turntide.documents.packages import Archive, damaged
from turntide.documents.refusals import Reason, Refusal
from turntide.documents.typesetting.pieces import plain
from turntide.documents.workbooks.sheets import Sheet, lay_out_sheet

CUT = "The sheet “{name}” repeats its cells many thousand times; only the first copies were read."
OBJECTS = "The workbook holds a chart or an embedded object, whose words were not read."

_SHEETS = f"{OFFICE}body/{OFFICE}spreadsheet/{TABLE}table"
_FIELDS = {
    TEXT + name for name in ("page-number", "page-count", "sheet-name", "date", "time", "file-name", "title")
}


def lay_out(content: bytes, name: str) -> Document:
    """Lay out a spreadsheet. Raises Refusal: ENCRYPTED, DAMAGED, or UNSAFE (a document type in its XML)."""
    layout = Layout(name, "ods", content)
    archive = Archive(content)
    if b"encryption-data" in (archive.data("META-INF/manifest.xml") or b""):
        raise Refusal(
            Reason.ENCRYPTED, "The spreadsheet is locked with a password: save it without one and read that."
        )
    root = archive.xml("content.xml")
    if root is None or root.find(f"{OFFICE}body/{OFFICE}spreadsheet") is None:
        raise damaged("it holds no spreadsheet")
    common = archive.xml("styles.xml")
    for table in root.iterfind(_SHEETS):
        _lay_out_table(table, root, common, layout)
    if next(root.iter(DRAW + "object", DRAW + "object-ole"), None) is not None:
        layout.doubt(OBJECTS)
    return layout.document()


def _lay_out_table(table: Element, root: Element, common: Element | None, layout: Layout) -> None:
    styles = OdtStyles([root] if common is None else [common, root])
    style = table.get(TABLE + "style-name")
    shown = styles.stated("table", style, "table-properties", TABLE + "display")
    sheet = Sheet(table.get(TABLE + "name") or "", hidden=shown == "false")
    rows = SheetRows(sheet, styles)
    rows.read(table)
    if rows.cut:
        layout.doubt(CUT.format(name=sheet.name))
    sheet.boxes = list(_boxes(table, styles))
    page = _page_of(style, root, common)
    sheet.above, sheet.below = _printed(page, "header"), _printed(page, "footer")
    lay_out_sheet(layout, sheet)


def _boxes(table: Element, styles: OdtStyles) -> Iterator[str]:
    """The words of drawn shapes: those within a shape within another are told with the outer one."""
    for shape in table.iter(f"{DRAW}*"):
        if not any(str(above.tag).startswith(DRAW) for above in shape.iterancestors()):
            lines = (plain(words_of(line, styles).pieces).strip() for line in shape.iter(TEXT + "p"))
            if text := "\n".join(filter(None, lines)):
                yield text


def _page_of(style: str | None, root: Element, common: Element | None) -> Element | None:
    """The printed page a sheet's style names."""
    found = root.find(f".//{STYLE}style[@{STYLE}name='{style}']") if style and "'" not in style else None
    name = None if found is None else found.get(STYLE + "master-page-name")
    pages = () if common is None else common.iter(STYLE + "master-page")
    return next((page for page in pages if page.get(STYLE + "name") == name), None)


def _printed(page: Element | None, kind: str) -> list[str]:
    """The words printed above or below a page, without page numbers, dates and the like."""
    texts: list[str] = []
    for area in () if page is None else page.iter(*(STYLE + kind + side for side in ("", "-left", "-first"))):
        if area.get(STYLE + "display") == "false":
            continue
        for line in area.iter(TEXT + "p"):
            text = " ".join(_unfielded(line).split())
            texts += [text] if text and text not in texts else []
    return texts


def _unfielded(element: Element) -> str:
    inner = "".join(
        ("" if child.tag in _FIELDS else _unfielded(child)) + (child.tail or "") for child in element
    )
    return (element.text or "") + inner
