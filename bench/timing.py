"""Starts a tool in a fresh process, several rounds over, and takes the middle of what was measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from peers import Tool

HERE = Path(__file__).parent
PEERS = HERE / ".venv/bin/python"
PATIENCE = 900
"""Seconds after which a tool is given up on."""
OFFLINE = {"HF_HUB_OFFLINE": "1", "DO_NOT_TRACK": "1", "OMP_NUM_THREADS": "1"}


@dataclass
class Measured:
    """One tool on files of one kind: seconds by file and round, and the most memory seen."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    cpu: dict[str, list[float]] = field(default_factory=dict)
    records: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    loading: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @property
    def total(self) -> float:
        """Seconds for all files it read, the middle of each file's rounds."""
        return self.spent(self.seconds)

    def spent(self, paths: Iterable[str]) -> float:
        """Seconds for these files."""
        return sum(median(self.seconds[path]) for path in paths)

    @property
    def total_cpu(self) -> float:
        return sum(median(walls) for walls in self.cpu.values())

    def add(self, answer: dict[str, Any], paths: Iterable[Path]) -> None:
        """Take in what one process answered."""
        if "error" in answer:
            self.errors |= {str(path): answer["error"] for path in paths}
            return
        self.loading.append(answer["loading"])
        kilobytes = answer["own_kilobytes"] + answer["child_kilobytes"]
        self.megabytes = max(self.megabytes, kilobytes / 1024)
        for path, one in answer["files"].items():
            self._add_file(path, one)

    def _add_file(self, path: str, one: dict[str, Any]) -> None:
        if "error" in one:
            self.errors[path] = one["error"]
            return
        self.seconds.setdefault(path, []).extend(one["seconds"])
        self.cpu.setdefault(path, []).extend(one["cpu"])
        self.records[path] = [(kind, text) for kind, text in one["records"]]


def asked(tool: Tool, warm: Path, paths: Sequence[Path], repeats: int = 1) -> dict[str, Any]:
    """One process: the tool reads ``warm``, untimed, then the files. What goes wrong is in the answer."""
    python = sys.executable if tool.ours else str(PEERS)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "answer.json")
        command = [
            python,
            str(HERE / "worker.py"),
            tool.name,
            str(repeats),
            str(target),
            str(warm),
            *map(str, paths),
        ]
        try:
            ended = subprocess.run(
                command,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                env=os.environ | OFFLINE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return {"error": f"took longer than {PATIENCE} seconds"}
        except OSError as error:
            return {"error": f"{error}: see requirements.in"}
        if not target.exists():
            return {"error": f"ended with {ended.returncode}: {ended.stderr.strip()[-200:]}"}
        found: dict[str, Any] = json.loads(target.read_text(encoding="utf8"))
        return found


def compared(tools: Sequence[Tool], paths: Sequence[Path], rounds: int) -> dict[str, Measured]:
    """Every tool on the same files, taking turns, so that a slow minute of the machine meets all of them."""
    found = {tool.name: Measured() for tool in tools}
    for _ in range(rounds):
        for tool in tools:
            found[tool.name].add(asked(tool, paths[0], paths), paths)
    return found


def measured(tool: Tool, warm: Path, path: Path, repeats: int) -> Measured:
    """One tool on one file, repeated within one process that has read another such file before."""
    found = Measured()
    found.add(asked(tool, warm, [path], repeats), [path])
    return found
