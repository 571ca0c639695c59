"""The parts of an HTML page that need counting: lists with their labels, tables with their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from turntide.documents.typesetting import list_labels
from turntide.documents.typesetting.spans import Wanted
from turntide.documents.webpages.style import Declarations

BULLET = "• "
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

_BY_ROLE = {
    "table": "table", "grid": "table", "treegrid": "table", "rowgroup": "tbody", "row": "tr", "cell": "td",
    "gridcell": "td", "columnheader": "th", "rowheader": "th", "navigation": "nav", "contentinfo": "footer",
    "banner": "header", "list": "ul", "listitem": "li",
}  # fmt: skip
_GENERIC = {"div", "span", "section", "p"}
_NUMBERINGS = {
    "a": list_labels.letter, "lower-alpha": list_labels.letter, "lower-latin": list_labels.letter,
    "A": list_labels.upper(list_labels.letter), "upper-alpha": list_labels.upper(list_labels.letter),
    "upper-latin": list_labels.upper(list_labels.letter),
    "i": list_labels.roman, "lower-roman": list_labels.roman,
    "I": list_labels.upper(list_labels.roman), "upper-roman": list_labels.upper(list_labels.roman),
}  # fmt: skip
_GROUPS = {"thead", "tbody", "tfoot"}


def kind_of(element: etree._Element) -> str:
    """An element's tag, or for a mere box the tag whose role it plays; '' for a comment."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    role = element.get("role")
    return _BY_ROLE.get(role, tag) if role and tag in _GENERIC else tag


def labels_of(element: etree._Element, ordered: bool, declared: Declarations) -> dict[etree._Element, str]:
    """The label of each item of a list: its number or letter, or a bullet."""
    items = [child for child in element if kind_of(child) == "li"]
    style = declared.get("list-style-type") or declared.get("list-style") or element.get("type") or ""
    if "none" in style.split():
        return {}
    if not ordered:
        return dict.fromkeys(items, BULLET)
    numbering = next(
        (_NUMBERINGS[word] for word in style.split() if word in _NUMBERINGS), list_labels.decimal
    )
    backwards = element.get("reversed") is not None
    count = _number(element.get("start"), len(items) if backwards else 1)
    labels = {}
    for item in items:
        count = _number(item.get("value"), count)
        labels[item] = f"{numbering(count)}. "
        count += -1 if backwards else 1
    return labels


def _number(wording: str | None, otherwise: int) -> int:
    """A whole number as HTML reads one; anything else, or one of absurd size, gives the other."""
    try:
        number = int((wording or "").strip())
    except ValueError:
        return otherwise
    return number if abs(number) < 10**9 else otherwise


@dataclass(slots=True)
class Group:
    """Rows of one head, body or foot, each the cells it names, with the elements around a cell."""

    tag: str
    rows: list[list[Wanted[etree._Element]]] = field(default_factory=list)


@dataclass(slots=True)
class Rows:
    """A table's groups in the order they are shown, its captions, and what stands between its cells."""

    groups: list[Group] = field(default_factory=list)
    captions: list[etree._Element] = field(default_factory=list)
    stray: list[etree._Element | str] = field(default_factory=list)

    @property
    def cells(self) -> list[etree._Element]:
        """The cells' elements, in the order they are shown."""
        return [wanted.content for group in self.shown for row in group.rows for wanted in row]

    @property
    def shown(self) -> list[Group]:
        """Head first, foot last, wherever they are written."""
        order = {"thead": 0, "tfoot": 2}
        return sorted(
            (group for group in self.groups if group.rows), key=lambda group: order.get(group.tag, 1)
        )


def rows_of(table: etree._Element) -> Rows:
    """A table's own rows; those of tables within its cells stay there."""
    found = Rows([Group("tbody")])
    _gather(table, found)
    return found


def _gather(element: etree._Element, found: Rows) -> None:
    _keep_words(element.text, found)
    for child in element:
        _sort_in(child, kind_of(child), found)
        _keep_words(child.tail, found)


def _sort_in(child: etree._Element, kind: str, found: Rows) -> None:
    if kind in _GROUPS:
        found.groups.append(Group(kind))
        _gather(child, found)
        found.groups.append(Group("tbody"))
    elif kind == "tr":
        found.groups[-1].rows.append([])
        _gather(child, found)
    elif kind in ("td", "th"):
        if not found.groups[-1].rows:
            found.groups[-1].rows.append([])
        found.groups[-1].rows[-1].append(_wanted(child))
    elif kind == "caption":
        found.captions.append(child)
    elif next(child.iter("tr", "td", "th"), None) is not None and kind != "table":
        _gather(child, found)
    elif kind and kind not in ("col", "colgroup"):
        found.stray.append(child)


def _keep_words(text: str | None, found: Rows) -> None:
    if text and text.strip():
        found.stray.append(text)


def _wanted(cell: etree._Element) -> Wanted[etree._Element]:
    rows = _number(cell.get("rowspan") or cell.get("aria-rowspan"), 1)
    columns = _number(cell.get("colspan") or cell.get("aria-colspan"), 1)
    return Wanted(cell, max(rows, 0), max(columns, 1))


def is_frame(table: etree._Element, rows: Rows) -> bool:
    """Whether a table only lays out a page.

    It says so, or it holds tables and either never sets two worded cells side by side, or has most of its
    words in those tables and is one row, or has headings in it.
    """
    if table.get("role") in ("presentation", "none"):
        return True
    if rows.captions or any(cell.tag == "th" for cell in rows.cells):
        return False
    within = sum(_words(inner) for cell in rows.cells for inner in _outermost_tables(cell))
    if not within:
        return False
    lines = [[wanted.content for wanted in row] for group in rows.groups for row in group.rows]
    if all(sum(_words(cell) > 0 for cell in line) <= 1 for line in lines):
        return True
    mostly = within * 2 > sum(_words(cell) for cell in rows.cells)
    return mostly and (len(lines) == 1 or next(table.iter(*HEADINGS), None) is not None)


def is_column_header(cell: etree._Element) -> bool:
    """Whether a cell heads its column: one that is alone in a row of data heads that row."""
    if (
        kind_of(cell) != "th"
        or (cell.get("scope") or "").startswith("row")
        or cell.get("role") == "rowheader"
    ):
        return False
    row = cell.getparent()
    says_column = (cell.get("scope") or "").startswith("col")
    return says_column or row is None or not any(kind_of(other) == "td" for other in row)


def _outermost_tables(cell: etree._Element) -> Iterator[etree._Element]:
    for inner in cell.iter("table"):
        if next(inner.iterancestors("table", "td", "th"), cell) is cell:
            yield inner


def _words(element: etree._Element) -> int:
    return sum(len(text.split()) for text in element.itertext())
