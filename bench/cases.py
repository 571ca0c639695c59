"""The files the benchmark reads, each with its right answer where there is one.

The examples of this repository are always read; the plans of the shared corpus too, where it is present.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from making import scanned

REPOSITORY = Path(__file__).resolve().parent.parent
EXAMPLES = REPOSITORY / "examples"
CORPUS = REPOSITORY.parent / "shared" / "corpus"
FORMATS = ("pdf", "scan", "docx", "xlsx", "html", "odt", "csv", "md", "txt")
RULED, BORDERLESS, SCANNED = "ruled", "borderless", "scanned"


@dataclass(frozen=True)
class Case:
    """A file, the actions it should give, and how its tables are drawn ("" where that says nothing)."""

    path: Path
    actions: tuple[Mapping[str, Any], ...]
    drawn: str = ""
    pages: int = 0

    @property
    def format(self) -> str:
        return "scan" if self.drawn == SCANNED else self.path.suffix[1:]


def cases(scans: Path) -> tuple[Case, ...]:
    """Every case; scans of two examples are made into the folder ``scans``."""
    found = tuple(_found())
    return found + tuple(
        _scan(case, scans) for case in found if case.path.parent == EXAMPLES and _is_year(case)
    )


def _found() -> Iterator[Case]:
    for answer in sorted((EXAMPLES / "expected").glob("*.json")):
        yield _case(answer, EXAMPLES)
    for answer in sorted((CORPUS / "gold").glob("*.json")):
        yield _case(answer, CORPUS)


def _case(answer: Path, folder: Path) -> Case:
    right = json.loads(answer.read_text(encoding="utf8"))
    path = folder / right["file"]
    actions = tuple(right["actions"])
    if path.suffix != ".pdf":
        return Case(path, actions)
    return Case(
        path, actions, BORDERLESS if "border" in path.stem else RULED, len(pypdfium2.PdfDocument(path))
    )


def _is_year(case: Case) -> bool:
    return case.drawn == RULED and "cards" not in case.path.stem


def _scan(case: Case, folder: Path) -> Case:
    target = folder / f"scan of {case.path.name}"
    target.write_bytes(scanned(case.path.read_bytes()))
    return Case(target, case.actions, SCANNED, case.pages)
