"""The walk through a web page, element by element, that pours its words into a layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from turntide.documents.document import Cell, Layout, Role
from turntide.documents.typesetting.spans import Placed, place
from turntide.documents.webpages import parts
from turntide.documents.webpages.lines import Lines, Wording
from turntide.documents.webpages.setting import LISTS, Setting, is_as_is, setting_of
from turntide.documents.webpages.style import Declarations, Styles, fill_of, is_hidden, looks_of

HIDDEN = "Some text is hidden on the page and was read all the same."

_SILENT = {"script", "style", "noscript", "template", "title", "meta", "link", "base", "iframe", "col"}
_BLOCKS = {
    "html", "head", "body", "address", "article", "aside", "blockquote", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul", "caption", "textarea",
}  # fmt: skip
_BOXES = {"block", "list-item", "flex", "grid", "table", "table-row", "flow-root"}
_VOIDS = {"br", "img", "area", "input"}
_CHECKS = {"checkbox", "radio"}
_WORDLESS_INPUTS = {"hidden", "password", "image", "file", "color", "range"}


class Page:
    """A page, or one cell of it, being laid out. In a cell nothing is a paragraph: all goes on its lines."""

    def __init__(
        self, layout: Layout, styles: Styles, label_attribute: str | None = None, in_cell: bool = False
    ) -> None:
        self._layout = layout
        self._styles = styles
        self._label_attribute = label_attribute
        self._in_cell = in_cell
        self._lines = Lines()
        self._labels: dict[etree._Element, str] = {}
        self._at = Setting()
        self._item = 0

    def walk(self, element: etree._Element, around: Setting) -> None:
        """Lay out an element and all within it, but not the text after it."""
        kind = parts.kind_of(element)
        if not kind or kind in _SILENT:
            return
        declared = self._styles.of(element)
        at = setting_of(element, kind, declared, around)
        if is_hidden(element, declared) and any(str(text).strip() for text in element.itertext()):
            self._layout.doubt(HIDDEN)
        if kind == "table":
            self._table(element, at)
        elif kind in _VOIDS:
            self._void(element, kind, at)
        elif (kind in _BLOCKS and declared.get("display") != "inline") or declared.get("display") in _BOXES:
            self._block(element, kind, declared, at, around)
        else:
            self._inside(element, at)

    def flush(self) -> None:
        """Add the paragraphs gathered so far to the layout."""
        for text, marks in self._lines.take_paragraphs():
            role, level = self._at.role, self._at.level
            if self._item and role is Role.TEXT:
                role, level = Role.ITEM, self._item
            self._item = 0
            self._layout.paragraph(text, role=role, level=level, marks=marks)

    def _inside(self, element: etree._Element, at: Setting) -> None:
        self._words(element.text, at)
        for child in element:
            self.walk(child, at)
            self._words(child.tail, at)

    def _words(self, text: str | None, at: Setting) -> None:
        if text and at.as_is:
            self._lines.add_as_is(text, at.looks)
        elif text:
            self._lines.add(text, at.looks)

    def _void(self, element: etree._Element, kind: str, at: Setting) -> None:
        """Elements without content that show something all the same."""
        type_ = (element.get("type") or "text").lower()
        if kind == "br":
            self._lines.new_line()
        elif kind != "input":
            self._lines.add(element.get("alt") or "", at.looks)
        elif type_ in _CHECKS:
            self._lines.add("☒ " if element.get("checked") is not None else "☐ ", at.looks)
        elif type_ not in _WORDLESS_INPUTS:
            self._lines.add(f" {element.get('value') or ''} ", at.looks)

    def _block(
        self, element: etree._Element, kind: str, declared: Declarations, at: Setting, around: Setting
    ) -> None:
        self._turn(at)
        if kind in LISTS:
            self._labels |= parts.labels_of(element, kind == "ol", declared)
        if kind == "li":
            self._begin_item(element, at)
        self._inside(element, at)
        self._turn(around)
        if kind == "li":
            self._item = 0
            self._lines.label("")

    def _begin_item(self, item: etree._Element, at: Setting) -> None:
        """The first words of an item bear its label; further paragraphs in it are text."""
        self._item = max(at.depth, 1)
        given = item.get(self._label_attribute) if self._label_attribute else None
        self._lines.label(given or self._labels.get(item, ""))

    def _turn(self, at: Setting) -> None:
        """End the block the walk stands on; the next words are set as told."""
        if self._in_cell:
            self._lines.end_line()
            return
        self.flush()
        self._at = at

    def _table(self, table: etree._Element, at: Setting) -> None:
        rows = parts.rows_of(table)
        self._turn(at)
        for stray in rows.stray:
            self._words(stray, at) if isinstance(stray, str) else self.walk(stray, at)
        self._turn(at)
        if self._in_cell:
            self._inline(rows, at)
        elif parts.is_frame(table, rows):
            self._frame(rows, at)
        else:
            self._own_table(rows, at)

    def _frame(self, rows: parts.Rows, at: Setting) -> None:
        """A table that only lays out the page: what is in it stands for itself."""
        for element in [*rows.captions, *rows.cells]:
            self._inside(element, at)
            self._turn(at)

    def _inline(self, rows: parts.Rows, at: Setting) -> None:
        """A table within a cell: a line to a row, tabs between the cells."""
        for caption in rows.captions:
            self._inside(caption, at)
            self._turn(at)
        for row in (row for group in rows.shown for row in group.rows):
            cells = [self._wording(wanted.content, at)[0].replace("\n", " ") for wanted in row]
            self._lines.add_as_is("\t".join(cells), at.looks)
            self._lines.end_line()

    def _own_table(self, rows: parts.Rows, at: Setting) -> None:
        captions = [self._wording(caption, at)[0] for caption in rows.captions]
        caption = "\n".join(filter(None, captions))
        self._layout.paragraph(caption, role=at.role)
        self._layout.table(self._cells(rows, at), caption=caption or None)

    def _cells(self, rows: parts.Rows, at: Setting) -> Iterator[Cell]:
        groups = rows.shown
        heads = sum(len(group.rows) for group in groups if group.tag == "thead")
        for placed in place([group.rows for group in groups]):
            text, marks = self._wording(placed.content, at)
            yield Cell(
                placed.row,
                placed.column,
                text,
                row_span=placed.rows,
                column_span=placed.columns,
                header=placed.row <= heads or parts.is_column_header(placed.content),
                fill=self._fill(placed),
                marks=marks,
            )

    def _wording(self, element: etree._Element, at: Setting) -> Wording:
        """The words of a cell or a caption, on lines of their own."""
        inner = Page(self._layout, self._styles, self._label_attribute, in_cell=True)
        declared = self._styles.of(element)
        looks = looks_of(element, parts.kind_of(element), declared, at.looks)
        inner._inside(element, replace(at, looks=looks, as_is=is_as_is(declared, at.as_is)))
        return inner._lines.take_whole()

    def _fill(self, placed: Placed[etree._Element]) -> str | None:
        """The background of a cell, or of its row, or of its group of rows."""
        element: etree._Element | None = placed.content
        while element is not None and parts.kind_of(element) != "table":
            if fill := fill_of(element, self._styles.of(element)):
                return fill
            element = element.getparent()
        return None
