"""`turntide compare`: what became of each action between two editions of a plan."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console
    from rich.text import Text

    from turntide.editions.comparison import Comparison
    from turntide.plan.model import Plan

EPILOG = """
\b
Examples:
  turntide compare plan-2025.docx plan-2026.docx
  turntide compare plan-2025.pdf plan-2026.docx --output what-changed.html

The exit status is 0 where nothing differs and 1 where something does.
"""


class Format(StrEnum):
    """The forms in which a comparison is given."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


ENDINGS = {".json": Format.JSON, ".html": Format.HTML, ".htm": Format.HTML}


def compare(
    old: Annotated[str, typer.Argument(help="The earlier edition of the plan.", show_default=False)],
    new: Annotated[
        str, typer.Argument(help="The later edition; it may be in another format.", show_default=False)
    ],
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="Text to read, data for a program, or a web page. Without it the ending of --output decides.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="PLACE", help="Write to this file.", show_default=False),
    ] = None,
) -> None:
    """Compare two editions of a plan: what was added, dropped, reworded, moved, merged or split."""
    from turntide.commands.statuses import Status
    from turntide.editions import compare as compared

    chosen = format_ or (ENDINGS.get(output.suffix.lower(), Format.TEXT) if output else Format.TEXT)
    comparison = compared(_plan(old), _plan(new))
    _give(comparison, chosen, output)
    raise typer.Exit(Status.FOUND if differs(comparison) else Status.OK)


def differs(comparison: Comparison) -> bool:
    """Whether anything at all is not the same in both editions."""
    from turntide.editions.comparison import Fate

    fates = {each.kind for each in comparison.pairings} | {each.kind for each in comparison.headings}
    changes = [each.changes for each in comparison.pairings] + [each.changes for each in comparison.headings]
    return bool(comparison.changes) or not fates <= {Fate.SAME} or any(changes)


def _plan(argument: str) -> Plan:
    from turntide.commands.files import Named
    from turntide.opening import plan_in

    file = Named(Path(argument))
    return plan_in(file.content(), file.name)


def _give(comparison: Comparison, format_: Format, output: Path | None) -> None:
    from turntide.commands.destinations import write
    from turntide.commands.showing.screen import put, put_bytes, screen

    if output:
        write(output, _content(comparison, format_))
    elif format_ is Format.TEXT:
        console = screen()
        put(console, _lines(comparison, console))
    else:
        put_bytes(_content(comparison, format_))


def _content(comparison: Comparison, format_: Format) -> bytes:
    if format_ is Format.JSON:
        from turntide.editions.data import to_json

        text = to_json(comparison)
    elif format_ is Format.HTML:
        from turntide.editions.page import to_html

        text = to_html(comparison)
    else:
        from turntide.editions.lines import to_lines

        text = "".join(f"{line}\n" for _, line in to_lines(comparison))
    return text.encode("utf-8", "backslashreplace")


def _lines(comparison: Comparison, console: Console) -> Iterator[Text]:
    from rich.text import Text

    from turntide.commands.showing.branches import hang
    from turntide.editions.lines import to_lines

    for style, line in to_lines(comparison):
        words = line.lstrip(" ")
        margin = " " * (len(line) - len(words))
        yield from hang(Text(_shown(words), style), console, margin, f"{margin}  ") if words else [Text()]


def _shown(text: str) -> str:
    from turntide.commands.showing.plain import visible

    return visible(text)
