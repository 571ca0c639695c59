"""The folder of an installation that has been set up, made once for all tests and copied for each that needs one.

Setting a database up takes seconds, and is itself tested where the site starts (tests/web/running/test_up.py).
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

WHERE = "TURNTIDE_TESTS_PREPARED"
_PREPARE = """
import django; django.setup()
from turntide.web.config.preparing import prepare
list(prepare())
"""


def give_a_place() -> None:
    """Once, before any test, in the process that starts the others."""
    os.environ[WHERE] = tempfile.mkdtemp(prefix="turntide-prepared-")


def clear_away() -> None:
    """Once, after every test."""
    shutil.rmtree(os.environ.pop(WHERE))


def prepare_into(folder: Path) -> None:
    """Make the folder one of an installation on SQLite that is up to date and that nobody has used."""
    made = Path(os.environ[WHERE]) / "made"
    with (made.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            _make(made)
    shutil.copytree(made, folder, dirs_exist_ok=True)


def _make(made: Path) -> None:
    begun = made.with_name("begun")
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    settings = {"TURNTIDE_DATA": str(begun), "DJANGO_SETTINGS_MODULE": "turntide.web.config.settings"}
    subprocess.run([sys.executable, "-W", "ignore", "-c", _PREPARE], env=inherited | settings, check=True)
    begun.rename(made)
