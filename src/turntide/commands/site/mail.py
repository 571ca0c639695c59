"""`turntide mail …`: letters sent and taken back from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from turntide.commands.site.settled import DataFolder

mail = typer.Typer(help="Look after letters.", no_args_is_help=True, rich_markup_mode=None)
TRY_LATER = 75
"""What tells a mail server that hands us a mail to keep it and come again."""

RETURNED_EPILOG = """
\b
Examples:
  turntide mail returned bounce.eml out-of-office.eml
  turntide mail returned < bounce.eml

A mail server hands it each mail that comes to the sender's address: see docs/mail.md.
"""

SEND_EPILOG = """
\b
Example:
  turntide mail send --data /srv/turntide
"""
TEST_EPILOG = """
\b
Example:
  turntide mail test you@tarrow.example --data /srv/turntide
"""


@mail.command("returned", epilog=RETURNED_EPILOG)
def returned(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE...]", help="Mails; without any, one from standard input.", show_default=False
        ),
    ] = None,
    data: DataFolder = None,
) -> None:
    """Take in mail that came back: reports that a letter was not delivered, and answers that somebody is away."""
    import sys

    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    bodies = [_read(file) for file in files] if files else [sys.stdin.buffer.read(_MOST)]
    try:
        settle(data)
        said = _taken_in(bodies)
    except Exception as fault:
        if files:
            raise
        # The database is away, for example: a mail that a mail server hands over must not be lost, nor sent back.
        say(f"The mail was not taken in ({type(fault).__name__}); it should come again later.")
        raise typer.Exit(TRY_LATER) from fault
    for sentence in said:
        typer.echo(sentence)


@mail.command("send", epilog=SEND_EPILOG)
def send(data: DataFolder = None) -> None:
    """Send every letter that is due now; the worker does this by itself every minute."""
    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    settle(data)
    from turntide.web.mail.services.sending import send_due

    sent = send_due()
    say(f"{sent} {'letter' if sent == 1 else 'letters'} sent.")


@mail.command("test", epilog=TEST_EPILOG)
def test(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Where to send it.", show_default=False)],
    data: DataFolder = None,
) -> None:
    """Send a letter to try the mail server, or GOV.UK Notify, whichever is set up."""
    from turntide.commands.ending import NotWritten
    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    settle(data)
    from turntide.web.mail.services.trying_out import send_trial
    from turntide.web.mail.transports.way import AddressRefusedError, NotSentError

    try:
        reference = send_trial(address)
    except (AddressRefusedError, NotSentError) as fault:
        raise NotWritten(f"The letter was not sent: {fault}") from fault
    say(f"Sent to {address}, as {reference}.")


_MOST = 10_000_000


def _read(file: Path) -> bytes:
    from turntide.commands.ending import NotWritten

    try:
        with file.open("rb") as opened:
            return opened.read(_MOST)
    except OSError as wrong:
        raise NotWritten(f"{file} cannot be read: {wrong.strerror}.") from wrong


def _taken_in(bodies: list[bytes]) -> list[str]:
    from django.utils import timezone

    from turntide.web.mail.services.returning import take_in

    return [take_in(body, timezone.localdate()) for body in bodies]
