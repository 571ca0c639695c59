"""The year's plan in five layouts: three kinds of page, a spreadsheet and an outline."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from examples_of_plans.blocks import Block, Blocks, Bullet, Cell, Grid, Heading, Row, Text, grid, header
from examples_of_plans.invented import Invented, Promise
from examples_of_plans.tarrow import year
from examples_of_plans.workbook import Sheet

COLUMNS = (
    "No.",
    "Objective",
    "What we will do",
    "By when",
    "Who will deliver",
    "Milestones",
    "What success looks like",
)
WIDTHS = (0.6, 2.1, 3.2, 1.2, 2.2, 2.0, 2.4)
FILLS = {wording: fill for fill, wording in year.LEGEND}


def table(plan: Invented, fills: bool = False) -> Grid:
    """One table: each priority is a row over its full width; a status is the fill of an empty cell."""
    columns = (*COLUMNS, "RAG") if fills else COLUMNS
    rows: list[Row] = [header(*columns)]
    for priority, promises in groupby(plan.promises, key=lambda promise: promise.path[0]):
        rows.append((Cell(priority, columns=len(columns)),))
        rows += [row_of(promise) for promise in promises]
    return Grid(tuple(rows), WIDTHS)


def row_of(promise: Promise) -> Row:
    """The row of one action."""
    texts = (promise.ref, promise.objective, promise.text, promise.when, "\n".join(promise.owners))
    colour = (Cell(fill=FILLS[promise.status]),) if promise.status else ()
    return (*(text or "" for text in (*texts, promise.milestone, promise.measure)), *colour)


def titled(plan: Invented) -> Blocks:
    """The title and introduction, then the table."""
    return (Heading(plan.title, 0), *(Text(text) for text in plan.introduction), table(plan))


def sheets(plan: Invented) -> tuple[Sheet, ...]:
    """A spreadsheet: title in row 2, header in row 4 from column B, and what the colours mean on a second."""
    key = grid(header("Colour", "Meaning"), *((Cell(fill=fill), wording) for fill, wording in year.LEGEND))
    return (
        Sheet("Plan", (Heading(plan.title, 0), table(plan, fills=True)), first_row=2, first_column=2),
        Sheet("Key", (key,)),
    )


def outlined(plan: Invented) -> Invented:
    """The plan as an outline tells it: objectives are headings and nothing bears a number."""
    return replace(plan, promises=tuple(outlined_promise(promise) for promise in plan.promises))


def outlined_promise(promise: Promise) -> Promise:
    """An action beneath its objective, its owners named as leads."""
    return replace(
        promise,
        path=(*promise.path, promise.objective or ""),
        ref=None,
        objective=None,
        leads=promise.owners,
        owners=(),
    )


def outline(plan: Invented) -> Blocks:
    """Headings, a bullet an action, and lines beneath it that say what they are."""
    blocks: list[Block] = [Heading(plan.title, 0), *(Text(text) for text in plan.introduction)]
    above: tuple[str, ...] = ()
    for promise in plan.promises:
        blocks += [
            Heading(text, level + 1)
            for level, text in enumerate(promise.path)
            if promise.path[: level + 1] != above[: level + 1]
        ]
        above = promise.path
        blocks += [Bullet(promise.text), Text(f"Lead: {', '.join(promise.leads)}. By when: {promise.when}")]
        blocks += [Text(f"Milestone: {promise.milestone}"), Text(f"Measure of success: {promise.measure}")]
    return tuple(blocks)


PLAN = year.PLAN
COLOURED = replace(
    PLAN,
    promises=tuple(
        replace(promise, status=status) for promise, status in zip(PLAN.promises, year.COLOURS, strict=True)
    ),
)
