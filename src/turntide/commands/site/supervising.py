"""Web and worker together: started, watched, started again when one falls, stopped as one.

It runs in a process that has opened neither the web nor the library, so that watching weighs little; that is why
it imports no more than it needs.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from threading import Event
from typing import NoReturn
from urllib.parse import urlsplit

from turntide.commands.speaking import say

LOOK_EVERY = 0.25
PATIENCE = 5.0
"""Seconds before a part that fell at once is started again, so that a fault does not spin."""
FAREWELL = 20.0
"""Seconds a part has to finish what it does before it is killed."""
_THRIFTY = {"MALLOC_ARENA_MAX": "2"}
"""Threads share what memory they give back; by default each keeps its own."""


@dataclass(frozen=True, slots=True)
class Command:
    """A part of the site: its name for people, and how it is started."""

    name: str
    words: tuple[str, ...]


def web_command(host: str, port: int) -> Command:
    """The web server: a process a core, two at most; TURNTIDE_WEB_PROCESSES says otherwise.

    What all processes read is loaded before they part, so that it is held once.
    """
    processes = os.environ.get("TURNTIDE_WEB_PROCESSES") or str(min(2, os.cpu_count() or 1))
    words = (
        *("-m", "gunicorn", "turntide.web.config.wsgi:application", "--worker-class", "gthread"),
        *("--bind", f"{host}:{port}", "--threads", os.environ.get("TURNTIDE_WEB_THREADS", "4")),
        *("--workers", processes, "--preload", "--log-level", "warning"),
        *("--timeout", "120", "--graceful-timeout", "15", "--keep-alive", "15", "--no-control-socket"),
    )
    return Command("web", (sys.executable, *words))


def worker_command() -> Command:
    """The background worker, which reads files."""
    return Command("worker", (sys.executable, "-m", "turntide.commands.site.working"))


def watch(commands: Sequence[Command], told: str | None) -> NoReturn:
    """Turn this process into the one that watches: what setting up the site took in is given back."""
    welcome = _welcome() if told else ""
    given = json.dumps([[[command.name, command.words] for command in commands], told, welcome])
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, "-m", "turntide.commands.site.supervising", given])


def main() -> int:
    """Watch what the argument names, as `watch` wrote it."""
    parts, told, welcome = json.loads(sys.argv[1])
    commands = [Command(name, tuple(words)) for name, words in parts]
    return Supervision(commands, told, welcome).run()


def free_to_listen(host: str, port: int) -> None:
    """Raises NotWritten where something else listens there, or the port may not be used."""
    from turntide.commands.ending import NotWritten

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as wrong:
            raise NotWritten(
                f"Port {port} of {host} cannot be used: {wrong.strerror}. Choose another with --port."
            ) from wrong


@dataclass
class Supervision:
    """The running parts. ``told`` is the address to tell once the web answers there; None: tell none.

    ``welcome`` is the page of it to begin with.
    """

    commands: Sequence[Command]
    told: str | None = None
    welcome: str = "/"
    _running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _started: dict[str, float] = field(default_factory=dict)
    _stopped: Event = field(default_factory=Event)

    def run(self) -> int:
        """Keep the parts running until this process is told to stop. Gives the exit status."""
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: self._stopped.set())
        for command in self.commands:
            self._start(command)
        try:
            self._tell()
            while not self._stopped.wait(LOOK_EVERY):
                self._look()
        finally:
            self._stop()
        return 0

    def _start(self, command: Command) -> None:
        self._started[command.name] = time.monotonic()
        # A group of its own: Ctrl+C reaches this process alone, which then stops the parts in order.
        self._running[command.name] = subprocess.Popen(
            command.words, start_new_session=True, env=_THRIFTY | os.environ
        )

    def _look(self) -> None:
        for command in self.commands:
            ended = self._running[command.name].poll()
            if ended is not None and time.monotonic() - self._started[command.name] > PATIENCE:
                say(f"The {command.name} stopped (status {ended}); it is started again.")
                _end_group(self._running[command.name].pid)
                self._start(command)

    def _tell(self) -> None:
        if self.told is None:
            return say("The worker is running. Stop it with Ctrl+C.")
        told = self.told
        answered = _wait_until(lambda: _answers(told) or self._stopped.is_set())
        if answered and not self._stopped.is_set():
            say(f"Turntide is at {self.told}{self.welcome} . Stop it with Ctrl+C.")
        return None

    def _stop(self) -> None:
        for part in self._running.values():
            with suppress(ProcessLookupError):
                part.terminate()
        for part in self._running.values():
            with suppress(subprocess.TimeoutExpired):
                part.wait(FAREWELL)
            _end_group(part.pid)


def _end_group(pid: int) -> None:
    """End what a part had started itself and left behind."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _welcome() -> str:
    key = os.environ.get("TURNTIDE_SETUP_KEY")
    return f"/welcome/?key={key}" if key and _is_new() else "/"


def _is_new() -> bool:
    from turntide.web.accounts.models import Person

    return not Person.objects.exists()


def _answers(address: str) -> bool:
    parts = urlsplit(address)
    line = HTTPConnection(parts.hostname or "localhost", parts.port or 80, timeout=2)
    try:
        line.request("GET", "/health/")
        return line.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        line.close()


def _wait_until(happened: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.1)
    return False


if __name__ == "__main__":
    sys.exit(main())
