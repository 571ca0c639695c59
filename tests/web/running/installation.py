"""A site in a folder of its own, looked after as whoever runs it would: by commands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from prepared_folder import prepare_into

ROOT = Path(__file__).parents[3]
ALL_ROWS = """
import django; django.setup()
import hashlib, io, json
from turntide.web.config.carrying.rows import write_rows
class Kept(io.BytesIO):
    def close(self): found[self.label] = hashlib.sha256(same(self.getvalue())).hexdigest(); super().close()
def same(lines):
    # PostgreSQL keeps the keys of an object in an order of its own.
    return "\\n".join(json.dumps(json.loads(line), sort_keys=True) for line in lines.splitlines()).encode()
found = {}
def opened(label):
    file = Kept(); file.label = label; return file
write_rows("default", opened)
print(json.dumps(found))
"""


class Installation:
    """Everything is done in processes of their own, as the tests' own database is another one."""

    def __init__(self, folder: Path, database: str | None = None) -> None:
        self.folder = folder
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = inherited | {
            "TURNTIDE_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "turntide.web.config.settings",
        }
        if database:
            self.environment["DATABASE_URL"] = database

    def python(self, program: str) -> str:
        """What a program prints that runs in this installation."""
        return self._run([sys.executable, "-c", program]).stdout

    def turntide(self, *words: str, fails: bool = False, typed: str = "") -> str:
        """What a command says on standard error; it ends well, or fails without a traceback."""
        run = self._run([sys.executable, "-m", "turntide", *words], typed=typed, check=not fails)
        assert "Traceback" not in run.stderr
        assert (run.returncode != 0) == fails, run.stderr
        return run.stderr + run.stdout

    def prepare(self, *, example: bool = False) -> None:
        """Set the database up, as `turntide up` does at its start."""
        if "DATABASE_URL" not in self.environment:
            prepare_into(self.folder)
        self.python(
            "import django; django.setup()\n"
            "from turntide.web.config.preparing import prepare\n"
            f"list(prepare(example={example}))"
        )

    def rows(self) -> dict[str, str]:
        """A fingerprint of each table."""
        found: dict[str, str] = json.loads(self.python(ALL_ROWS))
        return found

    def _run(self, words: list[str], typed: str = "", check: bool = True) -> subprocess.CompletedProcess[str]:
        run = subprocess.run(
            words, env=self.environment, input=typed, capture_output=True, text=True, cwd=ROOT, check=False
        )
        if check and run.returncode:
            raise AssertionError(run.stderr[-2000:])
        return run
