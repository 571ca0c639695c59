"""Plans as files to take away."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from turntide.exchange.word import to_docx
from turntide.exchange.writing import write
from turntide.plan import model as plain

CONTENT_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ZIP = "application/zip"
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class File:
    """A file to take away."""

    name: str
    content_type: str
    body: bytes


def plan_file(plan: plain.Plan, format: str, on: date, *, part: bool) -> File:  # noqa: A002 - the word a user knows
    """A plan as a file; ``part`` where it holds only some of the plan's actions."""
    name = f"{_stem(plan.title or '')}{'-actions' if part else ''}-{on.isoformat()}.{format}"
    shown = cut_down(plan) if part else plan
    body = to_docx(shown, only_with_actions=True) if part and format == "docx" else write(shown, format)
    return File(name, CONTENT_TYPES[format], body)


def archive(files: Iterable[File], stem: str, on: date) -> File:
    """Several files as one; two of the same name are told apart by a number."""
    held = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as zipped:
        for file in files:
            name = _free(file.name, taken)
            taken.add(name)
            zipped.writestr(name, file.body)
    return File(f"{_stem(stem)}-actions-{on.isoformat()}.zip", ZIP, held.getvalue())


def cut_down(plan: plain.Plan) -> plain.Plan:
    """The plan with only the headings that its actions stand under."""
    kept = {heading.id for action in plan.actions for heading in plan.path(action)}
    return replace(plan, headings=tuple(heading for heading in plan.headings if heading.id in kept))


def _stem(title: str) -> str:
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST].strip("-") or "plan"


def _free(name: str, taken: set[str]) -> str:
    stem, _, ending = name.rpartition(".")
    names = (name if n == 1 else f"{stem}-{n}.{ending}" for n in range(1, len(taken) + 2))
    return next(each for each in names if each not in taken)
