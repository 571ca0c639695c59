"""Small plans set in any format, and short words for what a reading gave."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from examples_of_plans.blocks import Block, Blocks, Bullet, Cell, Grid, Heading, Row, Text, grid, header
from examples_of_plans.delimited import csv_of, markdown_of, text_of
from examples_of_plans.opendocument import odt_of
from examples_of_plans.pages import Style, pdf_of
from examples_of_plans.webpage import html_of
from examples_of_plans.word import docx_of
from examples_of_plans.workbook import Sheet, xlsx_of

from turntide.plan.model import Action, Plan

__all__ = [
    "ALL",
    "SPANNED",
    "Block",
    "Bullet",
    "Cell",
    "Grid",
    "Heading",
    "Row",
    "Sheet",
    "Style",
    "Text",
    "content_of",
    "grid",
    "header",
    "measures",
    "milestones",
    "notes",
    "owners",
    "paths",
    "pdf_of",
    "read_as",
    "read_file",
    "refs",
    "texts",
    "when",
    "words_of",
    "xlsx_of",
]

ALL = ("docx", "xlsx", "pdf", "html", "csv", "txt", "md", "odt")
SPANNED = ("docx", "xlsx", "html", "odt", "pdf")
"""Formats that know a merged cell, or show one on the page."""


def content_of(format_: str, blocks: Blocks) -> bytes:
    """The blocks as a file of this format."""
    writers = {
        "docx": docx_of,
        "html": html_of,
        "csv": csv_of,
        "txt": text_of,
        "md": markdown_of,
        "odt": odt_of,
    }
    if format_ == "xlsx":
        return xlsx_of([Sheet("Plan", blocks)])
    return pdf_of(blocks) if format_ == "pdf" else writers[format_](blocks)


def read_as(folder: Path, format_: str, *blocks: Block) -> Plan:
    """The blocks, set in a format, written and read."""
    return read_file(folder, f"plan.{format_}", content_of(format_, blocks))


def read_file(folder: Path, name: str, content: bytes | str) -> Plan:
    """The content, written under this name and read."""
    from turntide import read_plan

    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    plan: Plan = read_plan(path)
    return plan


def plain(text: str | None) -> str:
    """The text with every run of spaces and line breaks as one space."""
    return " ".join((text or "").split())


def texts(plan: Plan) -> list[str]:
    """What each action says, in order."""
    return [plain(action.text) for action in plan.actions]


def refs(plan: Plan) -> list[str | None]:
    """The references, in order."""
    return [action.ref for action in plan.actions]


def paths(plan: Plan) -> list[tuple[str, ...]]:
    """The wording of the headings above each action, outermost first."""
    return [tuple(plain(heading.text) for heading in plan.path(action)) for action in plan.actions]


def owners(plan: Plan) -> list[list[str]]:
    """The bodies named for each action, leads first."""
    return [names(action) for action in plan.actions]


def names(action: Action) -> list[str]:
    """The bodies named for one action."""
    return [plain(body.name) for body in action.owners]


def when(plan: Plan) -> list[str | None]:
    """The wording of each action's timescale."""
    return [plain(action.timescale.wording) if action.timescale else None for action in plan.actions]


def measures(plan: Plan) -> list[str]:
    """What each action's measures say, run together."""
    return [plain(" ".join(measure.text for measure in action.measures)) for action in plan.actions]


def milestones(plan: Plan) -> list[str]:
    """What each action's milestones say, run together."""
    return [plain(" ".join(step.text for step in action.milestones)) for action in plan.actions]


def notes(plan: Plan, kind: str | None = None) -> str:
    """The notes (of one kind), run together."""
    return plain(" ".join(note.text for note in plan.notes if kind in {None, note.kind}))


def words_of(part: object) -> str:
    """Every word that stands anywhere in the reading, findings and places aside."""
    if isinstance(part, str):
        return plain(part)
    if isinstance(part, tuple):
        return " ".join(map(words_of, part))
    if not is_dataclass(part):
        return ""
    aside = {"findings", "source", "sources", "id", "under", "parent", "about"}
    return " ".join(words_of(getattr(part, field.name)) for field in fields(part) if field.name not in aside)
