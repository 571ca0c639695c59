"""`turntide explain`: a web page that shows what the reader saw, and what became of each word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from turntide.commands.files import Named
    from turntide.reading.trace import Reading

EPILOG = """
\b
Examples:
  turntide explain our-plan.docx --open
  turntide explain our-plan.pdf --page 4 --output page-4.html
"""


def explain(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The plan, or - for pasted text.", show_default=False)
    ],
    table: Annotated[
        int | None,
        typer.Option(
            "--table", min=1, metavar="N", help="Show this table only, counted from 1.", show_default=False
        ),
    ] = None,
    page: Annotated[
        int | None,
        typer.Option(
            "--page", min=1, metavar="N", help="Show this page only, counted from 1.", show_default=False
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PLACE",
            help="Write to this file. Without it: the plan’s name with “-explained.html”, in this folder.",
            show_default=False,
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Show in a web page what was read: each word of the file beside what it became, and why."""
    from turntide.commands.destinations import targets, write
    from turntide.commands.files import Named
    from turntide.commands.speaking import say

    if table and page:
        raise typer.BadParameter("Give --table or --page, not both.")
    named = Named(Path(file))
    place = targets(output or _default(named), [named], "-explained.html", several=False)[0]
    write(place, _html(_reading(named), table, page).encode("utf-8", "replace"))
    say(f"Written: {place}")
    if open_:
        _open(place)


def _default(file: Named) -> Path:
    return Path(f"{file.place.stem}-explained.html")


def _reading(file: Named) -> Reading:
    from turntide.documents.opening import open_bytes
    from turntide.documents.refusals import Reason, Refusal
    from turntide.exchange.recognising import own_export
    from turntide.reading.reading import read

    content = file.content()
    if own_export(content, file.name):
        raise Refusal(
            Reason.UNKNOWN,
            f"{file.label} was written by Turntide, so nothing in it had to be found: "
            "explain the plan it was read from.",
        )
    return read(open_bytes(content, file.name))


def _html(reading: Reading, table: int | None, page: int | None) -> str:
    from turntide.explaining.page import to_html
    from turntide.explaining.parts import NoSuchPart, Part

    try:
        return to_html(reading, Part(table, page))
    except NoSuchPart as fault:
        raise typer.BadParameter(str(fault)) from fault


def _open(place: Path) -> None:
    import webbrowser

    from turntide.commands.speaking import say

    if not webbrowser.open(place.resolve().as_uri()):
        say("No browser could be opened; open the page yourself.")
