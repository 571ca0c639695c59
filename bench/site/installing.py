"""An installation of the site on its own folder and database: filled, started as a user starts it, weighed."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from weighing import megabytes

HERE = Path(__file__).parent
PATIENCE = 120
SETTLED = 4.0
"""Seconds after which a site that has started is weighed."""


@dataclass(frozen=True)
class Installation:
    """Where an installation lives; no ``database_url`` is SQLite in the folder."""

    folder: Path
    database_url: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which its programs run."""
        told = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        told |= {"TURNTIDE_DATA": str(self.folder), "DJANGO_SETTINGS_MODULE": "turntide.web.config.settings"}
        return told | ({"DATABASE_URL": self.database_url} if self.database_url else {})

    def filling(self, actions: int, history: int) -> subprocess.Popen[bytes]:
        """Begin to fill it, in a process of its own."""
        self.folder.mkdir(parents=True)
        sizes = ("--actions", str(actions), "--history", str(history))
        words = (sys.executable, str(HERE / "filling.py"), *sizes)
        return subprocess.Popen(words, env=self.environment, stdout=subprocess.DEVNULL)

    def pages(self) -> dict[str, list[str]]:
        """The addresses that people ask for, as the filling wrote them down."""
        found: dict[str, list[str]] = json.loads((self.folder / "pages.json").read_text(encoding="utf-8"))
        return found

    def queries(self) -> dict[str, Any]:
        """The statements that each kind of page takes, from a process of its own."""
        words = (sys.executable, str(HERE / "asking.py"), str(self.folder / "pages.json"))
        ended = subprocess.run(words, env=self.environment, capture_output=True, check=True)
        found: dict[str, Any] = json.loads(ended.stdout)
        return found


@dataclass(frozen=True)
class Running:
    """A site that answers: where, how soon it did, and its processes' first one."""

    port: int
    seconds: float
    pid: int

    def weight(self) -> float:
        """Megabytes of all its processes together."""
        return sum(megabytes(self.pid).values())


@contextmanager
def turntide(installation: Installation) -> Iterator[Running]:
    """`turntide up` on an installation."""
    port = free_port()
    program = str(Path(sys.executable).parent / "turntide")
    words = [program, "up", "--data", str(installation.folder), "--port", str(port)]
    with started(words, port, "/health/", installation.environment, installation.folder) as running:
        yield running


@contextmanager
def started(
    words: list[str], port: int, asked: str, environment: dict[str, str], folder: Path
) -> Iterator[Running]:
    """A server from its start to its end. Raises RuntimeError where it does not answer."""
    with (folder / "server.log").open("wb") as log:
        begun = time.perf_counter()
        process = subprocess.Popen(words, cwd=folder, env=environment, stdout=log, stderr=log)
        try:
            while not _answers(port, asked):
                if process.poll() is not None or time.perf_counter() - begun > PATIENCE:
                    raise RuntimeError((folder / "server.log").read_text(errors="replace")[-2000:])
                time.sleep(0.02)
            seconds = time.perf_counter() - begun
            time.sleep(SETTLED)
            yield Running(port, seconds, process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def free_port() -> int:
    """A port of this computer that nobody uses."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _answers(port: int, address: str) -> bool:
    line = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("GET", address)
        return line.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        line.close()
