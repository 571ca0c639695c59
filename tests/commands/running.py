"""Runs the real command, as a person would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
COMMAND = str(Path(sys.executable).with_name("turntide"))

PLAN = """\
# Healthy Farley action plan 2026/27

| Ref | Action | Lead | By when |
|---|---|---|---|
| 1 | Open the school gates to walkers | Farley Council | March 2027 |
| 2 | Plant an orchard beside the “green” | Orchard Trust | June 2026 |
"""
"""A plan small enough to look at in a test."""


def turntide(
    *arguments: str | Path,
    cwd: Path | None = None,
    pasted: bytes = b"",
    env: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command with these arguments; nothing is a terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "FORCE_COLOR"}}
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        cwd=cwd,
        input=pasted,
        env={**kept, "PYTHONUTF8": "1", **(env or {})},
        capture_output=True,
        timeout=120,
        check=False,
    )


def out(run: subprocess.CompletedProcess[bytes]) -> str:
    """What a run printed."""
    return run.stdout.decode()


def said(run: subprocess.CompletedProcess[bytes]) -> str:
    """What a run said beside its result."""
    return run.stderr.decode()


def small_plan(folder: Path, name: str = "plan.md") -> Path:
    """The small plan as a file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLAN, encoding="utf-8")
    return path
