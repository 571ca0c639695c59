"""`turntide up`: the whole site, web and worker, with one command."""

from __future__ import annotations

from typing import Annotated

import typer

from turntide.commands.site.settled import DataFolder

EPILOG = """
\b
Examples:
  turntide up                                 everything on this computer, in ~/.local/share/turntide
  turntide up --data /srv/turntide --port 80  in a folder of your choice
  turntide up --example                       with the plans of an invented place to try it on
"""


def up(
    *,
    data: DataFolder = None,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")] = 8000,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; 0.0.0.0 lets other computers reach it.")
    ] = "127.0.0.1",
    example: Annotated[bool, typer.Option("--example", help="Load the plans of an invented place.")] = False,
    web_only: Annotated[bool, typer.Option("--web-only", help="Start the web alone.")] = False,
    worker_only: Annotated[
        bool, typer.Option("--worker-only", help="Start the background worker alone.")
    ] = False,
) -> None:
    """Start the site: set the database up or bring it up to date, then serve pages and read files until stopped."""
    from turntide.commands.site.settled import name_folder, settle
    from turntide.commands.site.supervising import free_to_listen, watch, web_command, worker_command

    if web_only and worker_only:
        raise typer.BadParameter("Choose --web-only or --worker-only; without either both are started.")
    name_folder(data)
    if not worker_only:
        free_to_listen(host, port)
        _name_address(host, port)
    settle(None, started=False)
    _prepare(example)
    commands = [] if worker_only else [web_command(host, port)]
    commands += [] if web_only else [worker_command()]
    watch(commands, told=None if worker_only else _address(host, port))


def _name_address(host: str, port: int) -> None:
    import os

    os.environ.setdefault("TURNTIDE_URL", _address(host, port))
    if host not in {"127.0.0.1", "localhost", "::1"}:
        import secrets

        os.environ.setdefault("TURNTIDE_SETUP_KEY", secrets.token_urlsafe(12))


def _address(host: str, port: int) -> str:
    shown = {"127.0.0.1": "localhost", "0.0.0.0": "localhost"}.get(host, host)
    return f"http://{shown}:{port}" if port != 80 else f"http://{shown}"


def _prepare(example: bool) -> None:
    from turntide.commands.speaking import say
    from turntide.web.config.preparing import prepare

    for sentence in prepare(example=example):
        say(sentence)
