"""Standard output, as wide and as colourful as whatever shows it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from turntide.commands.showing.plain import make_plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

UNBOUNDED = 1_000_000
"""The width where nothing is wrapped: in a pipe or a file one thing stands on one line."""


def _console_class() -> type[Console]:
    from rich.console import Console

    class Screen(Console):
        """A console that leaves it to us what becomes of a run whose output nobody reads any more."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Screen


def screen(stream: TextIO | None = None) -> Console:
    """A console on standard output (or a stream).

    Without a terminal it has no colour, and wraps only where the environment's COLUMNS asks for a width.
    """
    target = stream or sys.stdout
    make_plain(target)
    width = None if target.isatty() or "COLUMNS" in os.environ else UNBOUNDED
    return _console_class()(file=target, width=width, highlight=False, markup=False, emoji=False)


def put(console: Console, lines: Iterable[Text]) -> None:
    """Show lines that are wrapped already."""
    for line in lines:
        console.print(line, soft_wrap=True)


def put_bytes(content: bytes) -> None:
    """Give data on standard output, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
