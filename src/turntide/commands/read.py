"""`turntide read`: a plan in a file, as a tree in the terminal or as data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from turntide.commands.files import Named
    from turntide.plan.model import Plan

EPILOG = """
\b
Examples:
  turntide read our-plan.docx
  turntide read our-plan.pdf --output our-plan.xlsx
  turntide read plans/ --format json --output results/
  turntide read our-plan.docx --format json | jq '.actions[].text'
"""


class Format(StrEnum):
    """The forms in which a plan is given."""

    TREE = "tree"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    MARKDOWN = "markdown"
    DOCX = "docx"


ENDINGS = {
    Format.TREE: ".txt",
    Format.JSON: ".json",
    Format.JSONL: ".jsonl",
    Format.CSV: ".csv",
    Format.XLSX: ".xlsx",
    Format.MARKDOWN: ".md",
    Format.DOCX: ".docx",
}
NOT_SHOWN = {Format.XLSX: "An Excel workbook", Format.DOCX: "A Word document"}
"""The formats that a terminal cannot show."""
IN_ONE_STREAM = (Format.TREE, Format.JSONL)
"""The formats in which several plans may follow one another."""


def read(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            help="The plan: a Word, Excel, PDF or other file; several files; a folder; or - for pasted text.",
            show_default=False,
        ),
    ],
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="How to give the plan. Without it the ending of --output decides, else it is a tree.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PLACE",
            help="Write to this file; for several plans, to a file each in this folder.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read a plan and show it: its headings, its actions, who does them and by when, and what it lacks."""
    from turntide.commands.files import are_several, named

    several = are_several(files)
    chosen = format_ or _by_ending(output)
    _refuse_what_cannot_be(chosen, output, several=several)
    found = named(files)
    raise typer.Exit(_written(found, chosen, output, several) if output else _shown(found, chosen, several))


def _by_ending(output: Path | None) -> Format:
    ending = output.suffix.lower() if output else ""
    return next((format_ for format_, known in ENDINGS.items() if known == ending), Format.TREE)


def _refuse_what_cannot_be(format_: Format, output: Path | None, *, several: bool) -> None:
    import sys

    if output:
        return
    if format_ in NOT_SHOWN and sys.stdout.isatty():
        ending = ENDINGS[format_]
        raise typer.BadParameter(
            f"{NOT_SHOWN[format_]} cannot be shown in a terminal; add --output plan{ending}."
        )
    if several and format_ not in IN_ONE_STREAM:
        raise typer.BadParameter(
            f"Several plans do not fit in one {format_.value} file; add --output FOLDER for a file each, "
            "or choose --format jsonl for one plan on each line."
        )


def _shown(files: list[Named], format_: Format, several: bool) -> int:
    from turntide.commands.rounds import run_round
    from turntide.commands.showing.screen import put_bytes

    def give(plan: Plan, file: Named) -> None:
        if format_ is Format.TREE:
            _show_tree(plan, file.label if several else "")
        else:
            put_bytes(content(plan, format_))

    return run_round(files, give, several=several, shows=True)


def _show_tree(plan: Plan, label: str) -> None:
    from rich.text import Text

    from turntide.commands.showing import tree
    from turntide.commands.showing.plain import visible
    from turntide.commands.showing.screen import put, screen

    console = screen()
    put(console, [Text(f"== {visible(label)} ==", "dim")] if label else [])
    put(console, tree.lines(plan, console))
    put(console, [Text()] if label else [])


def _written(files: list[Named], format_: Format, output: Path, several: bool) -> int:
    from turntide.commands.destinations import targets, write
    from turntide.commands.rounds import run_round
    from turntide.commands.speaking import say

    if format_ is Format.JSONL:
        return _in_one_file(files, output, several)
    places = dict(zip(files, targets(output, files, ENDINGS[format_], several=several), strict=True))

    def give(plan: Plan, file: Named) -> None:
        write(places[file], content(plan, format_))

    status = run_round(files, give, several=several)
    made = [place for place in places.values() if place.exists()]
    if made:
        say(f"Written: {made[0] if len(made) == 1 else f'{len(made)} files in {output}'}")
    return status


def _in_one_file(files: list[Named], output: Path, several: bool) -> int:
    from turntide.commands.destinations import write
    from turntide.commands.rounds import run_round

    lines: list[bytes] = []
    status = run_round(files, lambda plan, _: lines.append(content(plan, Format.JSONL)), several=several)
    write(output, b"".join(lines))
    return status


def content(plan: Plan, format_: Format) -> bytes:
    """The plan as the bytes of a file."""
    if format_ is Format.TREE:
        return "".join(f"{line}\n" for line in _plain_lines(plan)).encode()
    if format_ is Format.JSONL:
        import json

        from turntide.exchange.writing import write

        return (json.dumps(json.loads(write(plan, "json")), separators=(",", ":")) + "\n").encode()
    from turntide.exchange.writing import write

    return write(plan, format_.value)


def _plain_lines(plan: Plan) -> Iterator[str]:
    import io

    from turntide.commands.showing import tree
    from turntide.commands.showing.screen import screen

    return (line.plain.rstrip() for line in tree.lines(plan, screen(io.StringIO())))
