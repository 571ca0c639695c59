"""`turntide validate`: does a JSON file keep the interchange standard?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EPILOG = """
\b
Example:
  turntide validate our-plan.json

The exit status is 0 where the file keeps the standard and 1 where it does not.
"""


def validate(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE.json", help="The JSON file, or - for pasted text.", show_default=False),
    ],
) -> None:
    """Check that a JSON file keeps the interchange standard, and say in sentences where it does not."""
    from turntide.commands.files import Named
    from turntide.commands.showing.plain import visible
    from turntide.commands.showing.screen import put, screen
    from turntide.commands.statuses import Status
    from turntide.plan.model import STANDARD

    given = Named(Path(file))
    faults = _faults(given.content())
    from rich.text import Text

    sentences = faults or [f"{given.label} keeps the standard {STANDARD}."]
    put(screen(), (Text(visible(sentence)) for sentence in sentences))
    raise typer.Exit(Status.FOUND if faults else Status.OK)


def _faults(content: bytes) -> list[str]:
    from turntide.exchange.validating import validate as faults_of

    try:
        return faults_of(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return ["This is not text in UTF-8, as every JSON file is; save it as UTF-8."]
