"""`turntide check`: what a plan lacks, as a plan officer would put it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from turntide.commands.files import Named
    from turntide.commands.statuses import Status
    from turntide.plan.model import Plan

EPILOG = """
\b
Examples:
  turntide check our-plan.docx
  turntide check plans/ --format json

The exit status is 0 where nothing was found and 1 where something was.
"""


class Format(StrEnum):
    """The forms in which findings are given."""

    TEXT = "text"
    JSON = "json"


def check(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="The plan, several plans, a folder of plans, or - for pasted text.",
            show_default=False,
        ),
    ],
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="Sentences to read, or data for a program.")
    ] = Format.TEXT,
) -> None:
    """Say what a plan lacks: owners, dates, milestones, measures, and what was left in by mistake."""
    from turntide.commands.files import are_several, named
    from turntide.commands.rounds import run_round

    several = are_several(files)
    records: list[dict[str, Any]] = []

    def give(plan: Plan, file: Named) -> Status:
        if format_ is Format.TEXT:
            _show(plan, file.label)
        else:
            records.append(record(plan, file.label))
        return _status(plan)

    status = run_round(named(files), give, several=several, shows=format_ is Format.TEXT)
    if format_ is Format.JSON:
        _give(records)
    raise typer.Exit(status)


def _status(plan: Plan) -> Status:
    from turntide.commands.statuses import Status

    return Status.FOUND if plan.findings else Status.OK


def _show(plan: Plan, label: str) -> None:
    from rich.text import Text

    from turntide.commands.showing import findings
    from turntide.commands.showing.plain import visible
    from turntide.commands.showing.screen import put, screen

    console = screen()
    heading = f"{plan.title}  ({label})" if plan.title else label
    put(console, [Text(visible(heading), "bold")])
    put(console, findings.lines(plan.findings, console))
    put(console, [Text()])


def record(plan: Plan, label: str) -> dict[str, Any]:
    """The findings of one plan as data: how many of each kind, and each with its place in words."""
    from turntide.commands.showing.findings import by_kind, place
    from turntide.exchange.interchange import as_data

    told = as_data(plan)["findings"]
    return {
        "file": label,
        "title": plan.title,
        "counts": {kind: len(found) for kind, found in by_kind(plan.findings).items()},
        "findings": [
            {**one, "place": place(finding) or None} for one, finding in zip(told, plan.findings, strict=True)
        ],
    }


def _give(records: list[dict[str, Any]]) -> None:
    import json

    from turntide.commands.showing.screen import put_bytes

    put_bytes((json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace"))
