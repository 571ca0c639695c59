"""Run the commands that docs/using.md shows and put what they print beneath them.

    python scripts/write_using.py             rewrites docs/using.md
    python scripts/write_using.py --check     says whether it would change; exit status 1 if so

A block that begins with ```console holds commands, each after "$ ", and what it printed.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "using.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WIDTH = "96"


def refreshed(guide: str) -> str:
    """The guide with each block as its commands print it now."""
    return _BLOCK.sub(lambda block: f"```console\n{_session(block[1])}```", guide)


def _session(block: str) -> str:
    commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(ROOT / "examples")
        return "".join(f"$ {command}\n{_printed(command, folder)}" for command in commands)


def _printed(command: str, folder: str) -> str:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "COLUMNS": _WIDTH, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    run = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return "".join(f"{line.rstrip()}\n" for line in run.stdout.splitlines())


def main() -> int:
    """Run as a program."""
    asked = argparse.ArgumentParser(description="Refresh what docs/using.md shows of the commands.")
    asked.add_argument("--check", action="store_true", help="only say whether the guide is out of date")
    guide = GUIDE.read_text(encoding="utf-8")
    now = refreshed(guide)
    if not asked.parse_args().check:
        GUIDE.write_text(now, encoding="utf-8")
        return 0
    if now != guide:
        print("docs/using.md shows what the commands no longer print: run python scripts/write_using.py")
    return int(now != guide)


if __name__ == "__main__":
    sys.exit(main())
