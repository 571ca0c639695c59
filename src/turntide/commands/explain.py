"""`turntide explain`: a web page that shows what the reader saw and what became of each word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EPILOG = "x"


def explain(
    file: Annotated[str, typer.Argument(help="The plan, or - for pasted text.", show_default=False)],
) -> None:
    """Show what the reader saw."""
