"""The active plan in four layouts: merged cells in Word, HTML and OpenDocument, and an extractor's leavings."""

from __future__ import annotations

from itertools import groupby

from examples_of_plans.blocks import Blocks, Cell, Grid, Heading, Row, Text, header
from examples_of_plans.invented import Invented, Promise
from examples_of_plans.tarrow import active

COLUMNS = ("Ambition", "Our aim", "Action", "Involving", "Because")
WIDTHS = (2.0, 2.2, 3.2, 2.4, 3.2)


def merged(plan: Invented) -> Blocks:
    """A heading and a table a theme; ambition, aim and reason are merged down their actions."""
    themes = groupby(plan.promises, key=lambda promise: promise.path[0])
    tables = ((Heading(theme, 1), table_of(tuple(promises))) for theme, promises in themes)
    prose = tuple(Text(text) for text in plan.introduction)
    return (Heading(plan.title, 0), *prose, *(block for pair in tables for block in pair))


def table_of(promises: tuple[Promise, ...]) -> Grid:
    """The table of one theme."""
    rows = tuple(row_of(promises, place) for place in range(len(promises)))
    return Grid((header(*COLUMNS), *rows), WIDTHS)


def row_of(promises: tuple[Promise, ...], place: int) -> Row:
    """A row: only the cells that begin in it."""
    promise = promises[place]
    ambition = merged_cell(promises, place, depth=2, text=promise.path[1])
    aim = merged_cell(promises, place, depth=3, text=promise.path[2])
    because = merged_cell(promises, place, depth=3, text=promise.rationale or "")
    action = "\n".join(filter(None, (f"{promise.ref}) {promise.text}", promise.note)))
    return (*ambition, *aim, action, "\n".join(promise.owners), *because)


def merged_cell(promises: tuple[Promise, ...], place: int, depth: int, text: str) -> tuple[Cell, ...]:
    """The cell over all rows that share this much of their path, where it begins; else nothing."""
    path = promises[place].path[:depth]
    if place and promises[place - 1].path[:depth] == path:
        return ()
    return (Cell(text, rows=sum(promise.path[:depth] == path for promise in promises)),)


BROKEN = "Check the pavements around sheltered schemes with the people who use them"
"""The action whose row the extractor's page break cuts in two."""


def extracted(plan: Invented) -> bytes:
    """Tabs for cells, tags left in, spans lost so that cells slid left, blank lines where a page ended."""
    lines = [plan.title, "", *plan.introduction, ""]
    for theme, promises in groupby(plan.promises, key=lambda promise: promise.path[0]):
        lines += [theme, "", "\t".join(COLUMNS)]
        lines += extracted_rows(tuple(promises))
        lines += ["", ""]
    return ("\n".join(lines)).encode()


def extracted_rows(promises: tuple[Promise, ...]) -> list[str]:
    """The rows of one theme, every second lettered row slid to the left."""
    rows: list[str] = []
    for place, promise in enumerate(promises):
        before = promises[place - 1].path if place else ()
        ambition = f"<p>{promise.path[1]}</p>\t" if promise.path[:2] != before[:2] else "\t"
        aim = f"<p>{promise.path[2]}</p>\t" if promise.path != before else "\t"
        because = f"<p>{promise.rationale}</p>" if promise.path != before else ""
        row = f"{ambition}{aim}<p>{promise.ref}) {promise.text}</p>\t{marked(promise.owners)}\t{because}"
        slid = row.lstrip("\t") if promise.path == before and place % 2 else row
        rows += broken(promise) if promise.text == BROKEN else [slid]
    return rows


def marked(owners: tuple[str, ...]) -> str:
    """Owners as the extractor wrote a list: one line, marks left in."""
    return f'<ul style="list-style-type: none"> {" ".join(f"❖ {owner}" for owner in owners)} </ul>'


def broken(promise: Promise) -> list[str]:
    """A row cut in two by the end of a page."""
    first, rest = promise.text.split(" schemes ", 1)
    return [
        f"\t\t<p>{promise.ref}) {first}\t<ul> ❖ {promise.owners[0]}\t",
        "",
        f"\t\tschemes {rest}</p>\t❖ {promise.owners[1]} </ul>\t",
    ]


PLAN = active.PLAN
