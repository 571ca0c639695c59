"""A whole site as whoever installs it starts it: web and worker, in a folder and with a database of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen
from uuid import uuid4

import psycopg
from prepared_folder import prepare_into

STARTS_WITHIN = 120


@contextmanager
def running_site(folder: Path) -> Iterator[str]:
    """The address of a site that runs until the end, on PostgreSQL where DATABASE_URL names a server."""
    port = free_port()
    with own_database() as database:
        if database is None:
            prepare_into(folder)
        words = [sys.executable, "-m", "turntide", "up", "--data", str(folder), "--port", str(port)]
        log = folder.with_suffix(".log")
        with log.open("wb") as told:
            process = subprocess.Popen(words, env=environment(database), stdout=told, stderr=told, cwd=folder)
            try:
                answers(f"http://127.0.0.1:{port}/health/", process, log)
                yield f"http://localhost:{port}"
            finally:
                process.send_signal(signal.SIGTERM)
                process.wait(60)


def environment(database: str | None) -> Mapping[str, str]:
    """Nothing of the tests' own settings reaches the site."""
    ours = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ours and not name.startswith("TURNTIDE_")
    }
    return kept | ({"DATABASE_URL": database} if database else {})


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def answers(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the site says that it is well."""
    last = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < last and process.poll() is None:
        try:
            with urlopen(url, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"The site did not start:\n{log.read_text()[-2000:]}")


@contextmanager
def own_database() -> Iterator[str | None]:
    """A fresh database on the server that DATABASE_URL names; none where the site's default is to be used."""
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield None
        return
    name = f"journeys_{uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
        yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
