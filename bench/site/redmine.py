"""Redmine, as Debian packages it, beside the site: its own folder and database, filled with the same actions.

Debian's files stay as they are: they are copied, with links, to a folder where an instance is set up as Debian's
own scripts do it. It runs in production mode on Puma, with as many processes and threads as `turntide up` has.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from installing import HERE, Running, free_port, started
from inventing import Size
from redmine_rows import write_rows

PACKAGED = Path("/usr/share/redmine")
THREADS = 8


def is_there() -> bool:
    """Whether Redmine and Puma are installed (bench/site/debian-packages-redmine does it)."""
    return PACKAGED.is_dir() and shutil.which("puma") is not None


@dataclass(frozen=True)
class Redmine:
    """An instance of Redmine in a folder; no ``database_url`` is SQLite there."""

    folder: Path
    database_url: str = ""

    @property
    def home(self) -> Path:
        """Where its program is."""
        return self.folder / "redmine"

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which it runs."""
        told = {
            "REDMINE_INSTANCE": "bench",
            "RAILS_ENV": "production",
            "SCHEMA": "/dev/null",
            "REDMINE_LANG": "en",
        }
        return os.environ | told | {"BUNDLE_SILENCE_ROOT_WARNING": "1"}

    def set_up(self) -> None:
        """Make the instance: its database with Redmine's own default configuration."""
        shutil.copytree(
            PACKAGED, self.home, symlinks=True, ignore=shutil.ignore_patterns("Gemfile.lock", "instances")
        )
        (self.home / "config/database.yml").unlink(missing_ok=True)
        instance = self.home / "instances/bench"
        for part in ("config", "log", "tmp", "files"):
            (instance / part).mkdir(parents=True)
        (instance / "config/database.yml").write_text(f"production: {json.dumps(self._database())}\n")
        (instance / "config/secret_key.txt").write_text(secrets.token_hex(64))
        adapter = "pg" if self.database_url else "sqlite3"
        (self.home / "Gemfile.local").write_text(f'gem "{adapter}"\ngem "puma"\n')
        self.run("bundle", "install", "--local", "--quiet")
        self.run("bundle", "exec", "rake", "db:migrate")
        self.run("bundle", "exec", "rake", "redmine:load_default_data")

    def fill(self, size: Size) -> None:
        """The same plans as the site's."""
        rows = self.folder / "rows.jsonl"
        write_rows(rows, size)
        script = str(HERE / "redmine_filling.rb")
        self.run("bundle", "exec", "rails", "runner", script, str(rows), str(self.folder / "pages.json"))

    def pages(self) -> dict[str, list[str]]:
        """The addresses that people ask for, as the filling wrote them down."""
        found: dict[str, list[str]] = json.loads((self.folder / "pages.json").read_text(encoding="utf-8"))
        return found

    def run(self, *words: str) -> None:
        """One of its own commands. Raises RuntimeError, with what it said, where it fails."""
        ended = subprocess.run(
            words, cwd=self.home, env=self.environment, capture_output=True, check=False, text=True
        )
        if ended.returncode:
            raise RuntimeError(f"{' '.join(words)}: {ended.stdout[-1500:]}{ended.stderr[-1500:]}")

    @contextmanager
    def up(self) -> Iterator[Running]:
        """Redmine on Puma, until it is no longer wanted."""
        port = free_port()
        words = ["bundle", "exec", "puma", "--environment", "production", "--threads", f"{THREADS}:{THREADS}"]
        words += ["--bind", f"tcp://127.0.0.1:{port}"]
        with started(words, port, "/login", self.environment, self.home) as running:
            yield running

    def _database(self) -> dict[str, object]:
        if not self.database_url:
            return {
                "adapter": "sqlite3",
                "database": str(self.folder / "redmine.sqlite3"),
                "timeout": 30000,
                "pool": THREADS,
            }
        parts = urlsplit(self.database_url)
        told = {"host": parts.hostname, "port": parts.port, "username": parts.username}
        return {"adapter": "postgresql", "database": parts.path.strip("/"), "pool": THREADS, **told}
