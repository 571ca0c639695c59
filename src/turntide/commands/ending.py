"""How every run ends: with a documented exit status and at most one sentence, never with a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import typer
from typer.core import TyperGroup

from turntide.commands.speaking import say
from turntide.commands.statuses import OF_REASON, Status
from turntide.documents.refusals import Refusal

TRACE = "TURNTIDE_TRACE"
"""Set this in the environment to see the traceback of a fault of ours."""


class NotWritten(Exception):  # noqa: N818 - an answer, not a crash
    """A result that could not be written; ``str()`` is one sentence for a person."""


class Roof(TyperGroup):
    """The group of all commands, which answers for whatever becomes of any of them."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        with ending_well():
            return super().invoke(ctx)


@contextmanager
def ending_well() -> Iterator[None]:
    """Turn what a command raises into a sentence and an exit status."""
    try:
        yield
        sys.stdout.flush()
    except Refusal as refusal:
        say(refusal.sentence)
        raise typer.Exit(OF_REASON[refusal.reason]) from refusal
    except NotWritten as fault:
        say(str(fault))
        raise typer.Exit(Status.NOT_WRITTEN) from fault
    except KeyboardInterrupt as interrupt:
        raise typer.Exit(Status.INTERRUPTED) from interrupt
    except BrokenPipeError as broken:
        _hush()
        raise typer.Exit(Status.CUT_OFF) from broken
    except Exception as fault:
        if _is_for_typer(fault):
            raise
        _confess(fault)
        raise typer.Exit(Status.UNFORESEEN) from fault


def _is_for_typer(fault: Exception) -> bool:
    return isinstance(fault, typer.Exit | typer.Abort) or hasattr(fault, "exit_code")


def _hush() -> None:
    """Let nothing more be written to a pipe that nobody reads, also not when Python closes its files."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _confess(fault: Exception) -> None:
    if os.environ.get(TRACE):
        import traceback

        traceback.print_exception(fault)
    say(
        f"Something went wrong that is our fault, not yours ({type(fault).__name__}): please report it, with "
        f"what the same command prints when {TRACE}=1 is set before it."
    )
