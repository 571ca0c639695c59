"""`turntide publish`: the public site of a place as a folder of files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from turntide.commands.site.settled import DataFolder

EPILOG = """
\b
Examples:
  turntide publish --to public
  turntide publish --to /srv/www/plans --place tarrow --base-url https://www.tarrow.example/plans/

The folder holds every public page, feed and file of data, and the look; any web server can serve it. It is written
anew each time and takes the place of the one before at once. Searching and following by e-mail need the site itself:
the pages say where it is.
"""


def publish(
    *,
    to: Annotated[
        Path, typer.Option("--to", metavar="FOLDER", help="Where to write it.", show_default=False)
    ],
    place: Annotated[
        str,
        typer.Option(
            "--place",
            metavar="PLACE",
            help="The place, as in its address; may be left out where only one is public.",
        ),
    ] = "",
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url",
            metavar="ADDRESS",
            help="The address it will have. Without it, links work at any address.",
        ),
    ] = "",
    data: DataFolder = None,
) -> None:
    """Write the public site of a place into a folder, to be hosted elsewhere."""
    from turntide.commands.ending import NotWritten
    from turntide.commands.site.settled import settle
    from turntide.commands.speaking import say

    if base_url and not base_url.startswith(("https://", "http://")):
        raise typer.BadParameter("Give the whole address with --base-url: https://www.example.org/plans/")
    settle(data)
    from turntide.web.publishing.services.exporting import NotExportedError, export_site

    try:
        with _progress() as told:
            done = export_site(place or _only_place(), to, base=base_url, told=told)
    except NotExportedError as reason:
        raise NotWritten(str(reason)) from reason
    say(f"Written: {to}, {done.files} files of {done.name}.")


def _only_place() -> str:
    from turntide.commands.ending import NotWritten
    from turntide.web.publishing.store.published import all_current

    slugs = [each.place.slug for each in all_current()]
    if len(slugs) == 1:
        return slugs[0]
    if not slugs:
        raise NotWritten("No place here shows anything to the public. Open a public page and publish first.")
    raise NotWritten(f"Several places are public: {', '.join(slugs)}. Choose one with --place.")


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar that grows with what is found; nothing where nobody looks on."""
    if not sys.stderr.isatty():
        yield lambda done, known: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Writing files"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, known: bar.update(task, completed=done, total=known)
