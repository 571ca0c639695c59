"""The sixth law: the same file gives the same reading, byte for byte, whatever process reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from made_files import FORMATS, REAL, content
from made_plans import Bullet, Heading, Text, grid, header
from made_plans import Cell as Put

from turntide.documents.opening import open_here
from turntide.exchange.interchange import to_json
from turntide.reading.reading import read

PLAN = (
    Heading("Tarrow Active Plan 2026 to 2029", 0),
    Text("Our vision: everyone in Tarrow moves a little more each day."),
    Heading("Theme 1: Streets", 1),
    grid(
        header("Ref", "Objective", "Action", "Lead", "Partners", "By when", "Status", "Notes"),
        (
            "1.1",
            Put("Safer streets", rows=2),
            "Build a crossing",
            "Highways",
            "Parks, NHS",
            "2027",
            "Red",
            "x",
        ),
        ("1.2", "Plant trees", "Parks; Housing", "Highways", "March 2028", "Complete", "KH-I think we wait"),
    ),
    Bullet("Actions are reviewed every quarter"),
)
READ_ALL = """
import sys, json
from hashlib import sha256
from pathlib import Path
from turntide.documents.opening import open_here
from turntide.exchange.interchange import to_json
from turntide.reading.reading import read
files = json.loads(sys.stdin.read())
found = {file: sha256(to_json(read(open_here(Path(file).read_bytes(), Path(file).name)).plan).encode()).hexdigest()
         for file in files}
print(json.dumps(found))
"""


def json_of(content_: bytes, name: str) -> str:
    return to_json(read(open_here(content_, name)).plan)


@pytest.mark.parametrize("format_", FORMATS)
def test_reading_twice_gives_the_same_json(format_: str) -> None:
    written = content(format_, PLAN)
    assert json_of(written, f"plan.{format_}") == json_of(written, f"plan.{format_}")


def started(seed: str, files: list[str]) -> subprocess.Popen[str]:
    """A process of its own, that orders its sets by this seed."""
    found = subprocess.Popen(
        [sys.executable, "-c", READ_ALL],
        env={**os.environ, "PYTHONHASHSEED": seed},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert found.stdin is not None
    found.stdin.write(json.dumps(files))
    found.stdin.close()
    found.stdin = None
    return found


def test_two_processes_with_other_seeds_give_the_same_json(tmp_path: Path) -> None:
    files = [str(path) for path in REAL]
    for format_ in FORMATS:
        made = tmp_path / f"plan.{format_}"
        made.write_bytes(content(format_, PLAN))
        files.append(str(made))
    processes = [started(seed, files) for seed in ("1", "20261122")]
    one, other = (json.loads(process.communicate()[0]) for process in processes)
    assert len(one) == len(files)
    assert one == other
