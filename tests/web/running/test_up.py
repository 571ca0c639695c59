"""`turntide up` serves, keeps both its parts running, and leaves nothing behind when it is stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from installation import ROOT, Installation

PATIENCE = 90.0
"""Seconds to wait for what will happen; a busy machine is slow, and a test that fails waits this long once."""


class Site:
    """A running `turntide up`."""

    def __init__(self, folder: Path) -> None:
        self.port = _free_port()
        self.log = folder / "log.txt"
        words = [
            sys.executable,
            "-m",
            "turntide",
            "up",
            "--data",
            str(folder / "data"),
            "--port",
            str(self.port),
        ]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                words, cwd=ROOT, env=Installation(folder / "data").environment, stderr=log, stdout=log
            )

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def parts(self) -> dict[str, int]:
        """The process ids of web and worker."""
        listed = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=False,
        )
        found = [line.split(maxsplit=1) for line in listed.stdout.splitlines()]
        return {"web" if "gunicorn" in args else "worker": int(pid) for pid, args in found}

    def answers(self) -> bool:
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/health/", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def until(happened: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.2)
    return False


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    running = Site(tmp_path)
    yield running
    running.process.send_signal(signal.SIGTERM)
    running.process.wait(60)


def test_it_says_where_it_is_mends_what_falls_and_stops_whole(site: Site) -> None:
    assert until(lambda: f"http://localhost:{site.port}/" in site.said), site.said
    assert site.answers()
    before = site.parts()
    assert set(before) == {"web", "worker"}
    for pid in before.values():
        os.kill(pid, signal.SIGKILL)
    assert until(
        lambda: (
            set(site.parts()) == {"web", "worker"} and set(site.parts().values()).isdisjoint(before.values())
        )
    )
    assert until(site.answers), site.said
    assert until(lambda: not any(_group(pid) for pid in before.values()))
    after = site.parts()
    site.process.send_signal(signal.SIGINT)
    assert site.process.wait(60) == 0
    assert until(lambda: not any(_group(pid) for pid in after.values()))


def test_a_port_in_use_is_said_so(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert "--port" in Installation(tmp_path).turntide("up", "--port", port, fails=True)


def _group(leader: int) -> list[str]:
    """What still runs of a part and of what it started."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,stat=", "--sid", str(leader)], capture_output=True, text=True, check=False
    )
    return [line for line in listed.stdout.splitlines() if "Z" not in line.split()[1]]
