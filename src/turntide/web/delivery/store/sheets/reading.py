"""A workbook that came back, its rows found by their marks and its columns by their keys or headings: pure.

People sort rows, move and hide columns, insert rows and save with other programs; none of that may matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from turntide.web.delivery.rules.sheets_back import Unread
from turntide.web.delivery.store.sheets.book import Cell, Sheet
from turntide.web.delivery.store.sheets.columns import (
    ACTIONS,
    KEY,
    MEASURES,
    MILESTONES,
    REACHED,
    keys_by_heading,
    squeezed,
)
from turntide.web.delivery.store.sheets.marks import DoctoredError, Mark, is_mark, mark_in, print_of
from turntide.web.delivery.store.sheets.values import text_of

_HEADS = 3
"""Known headings that make a row one of headings."""
_NAMED_BY = {MILESTONES.name: "milestone", MEASURES.name: "measure"}
_BOOK = "Book"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: where it stands, and its cells by the keys of their columns."""

    sheet: str
    number: int
    cells: Mapping[str, Cell]

    @property
    def words(self) -> str:
        """All that stands in it, but for its mark."""
        told = (
            text_of(cell) for key, cell in self.cells.items() if key != "mark" and not is_mark(cell.value)
        )
        return " · ".join(words for words in told if words)

    def text(self, key: str) -> str:
        """A cell's words."""
        return text_of(self.cells.get(key, Cell()))


@dataclass(slots=True)
class Found:
    """What was found: rows by what their marks say, and those that belong to nothing."""

    marks: Counter[UUID] = field(default_factory=Counter)
    doctored: int = 0
    rows: dict[tuple[str, UUID, int], Row] = field(default_factory=dict)
    versions: dict[UUID, int] = field(default_factory=dict)
    reached: dict[UUID, list[Row]] = field(default_factory=lambda: defaultdict(list))
    strangers: dict[UUID, list[Row]] = field(default_factory=lambda: defaultdict(list))
    unread: list[Unread] = field(default_factory=list)

    def leave(self, row: Row, reason: str) -> None:
        """Note a row that belongs to nothing, unless it is empty."""
        if row.words:
            self.unread.append(Unread(row.sheet, row.number, row.words[:300], reason))


def found_in(sheets: tuple[Sheet, ...], recipient: UUID | None = None) -> Found:
    """What the worksheets hold for this person; for none given, for whoever most of the marks are."""
    found, marked, without = Found(), [], []
    for row in (row for sheet in sheets for row in _rows(sheet)):
        try:
            mark = _mark_of(row)
        except DoctoredError:
            found.doctored += 1
            found.leave(row, _("The mark of this row was changed, or was made elsewhere."))
            continue
        if mark is None:
            without.append(row)
        else:
            found.marks[mark.recipient] += 1
            marked.append((mark, row))
    whose = recipient or next((one for one, _count in found.marks.most_common(1)), None)
    for mark, row in marked:
        _file(found, mark, row, whose)
    for row in without:
        _file_unmarked(found, row)
    return found


def _mark_of(row: Row) -> Mark | None:
    written = next((cell.value for cell in row.cells.values() if is_mark(cell.value)), None)
    return mark_in(str(written)) if written else None


def _file(found: Found, mark: Mark, row: Row, whose: UUID | None) -> None:
    if mark.table == _BOOK:
        return
    if mark.recipient != whose:
        found.leave(row, _("This row is from somebody else’s sheet."))
    elif not _beside_its_words(mark, row):
        found.leave(row, _("The action in this row is not the one it was made for."))
    elif mark.table == REACHED.name:
        found.reached[mark.request].append(row)
    else:
        number = 0 if mark.table == ACTIONS.name else mark.number
        _file_once(found, (mark.table, mark.request, number), mark, row)


def _file_once(found: Found, key: tuple[str, UUID, int], mark: Mark, row: Row) -> None:
    if key in found.rows:
        if found.rows[key].words != row.words:
            found.leave(row, _("This row stands in the sheet twice. The first was read."))
        return
    found.rows[key] = row
    if mark.table == ACTIONS.name:
        found.versions[mark.request] = mark.number


def _beside_its_words(mark: Mark, row: Row) -> bool:
    named = _NAMED_BY.get(mark.table)
    if "action" not in row.cells or (named and named not in row.cells):
        return True
    return mark.words == print_of(row.text("action"), row.text(named) if named else "")


def _file_unmarked(found: Found, row: Row) -> None:
    """A row that somebody added: of those who were reached it is taken, where it names an action as the sheet does."""
    if "group" in row.cells:
        for (table, request, _number), known in found.rows.items():
            if table == ACTIONS.name and squeezed(known.text("action")) == squeezed(row.text("action")):
                found.reached[request].append(row)
                return
    found.leave(row, _("This row has lost its mark, so we cannot tell which action it is about."))


def _rows(sheet: Sheet) -> Iterator[Row]:
    """The rows beneath headings, and those with a mark."""
    headings, keyed, columns = keys_by_heading(), {}, dict[int, str]()
    keys_came = False
    for number, cells in enumerate(sheet.rows, start=1):
        words = {at: text_of(cell) for at, cell in enumerate(cells) if not cell.blank}
        keys = {at: text[len(KEY) :] for at, text in words.items() if text.startswith(KEY)}
        heads = {at: key for at, text in words.items() if (key := headings.get(squeezed(text)))}
        if len(keys) >= _HEADS:
            keyed, columns, keys_came = keys, _once(keys), True
        elif keys_came or len(heads) >= _HEADS:
            columns, keys_came = (
                _once(heads | {at: key for at, key in keyed.items() if at not in heads}, heads),
                False,
            )
        elif words:
            yield from _row(sheet.name, number, cells, columns)


def _once(keys: Mapping[int, str], first: Mapping[int, str] | None = None) -> dict[int, str]:
    """Each column once; where two have one key, the one that its heading names, else the first."""
    found: dict[str, int] = {}
    for at in (*(first or ()), *sorted(keys)):
        found.setdefault(keys[at], at)
    return {at: key for key, at in found.items()}


def _row(name: str, number: int, cells: tuple[Cell, ...], columns: Mapping[int, str]) -> Iterator[Row]:
    kept = {key: cells[at] if at < len(cells) else Cell() for at, key in columns.items()}
    strays = {f"{at}": cell for at, cell in enumerate(cells) if at not in columns and is_mark(cell.value)}
    if columns or strays:
        yield Row(name, number, kept | strays)
