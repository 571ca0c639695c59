"""Making an installation ready to run: the database up to date, the shared cache's table, the static files."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.executor import MigrationExecutor

from turntide import __version__
from turntide.web.config.example_place import load_example
from turntide.web.config.ticking import see_to_schedule
from turntide.web.delivery.services.filing import file_adopted_before


def prepare(*, example: bool = False) -> Iterator[str]:
    """Do what is needed and no more, saying what was done. Two processes may do it at once on PostgreSQL."""
    if is_behind():
        with _alone():
            call_command("migrate", verbosity=0, interactive=False)
            # What plans told in columns of their own stands in timelines now; done twice, it adds nothing.
            file_adopted_before()
        yield "The database is set up and up to date."
    call_command("createcachetable", verbosity=0)
    with _alone():
        see_to_schedule()
    stamp, static = Path(settings.STATIC_ROOT) / ".collected", _static_files()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != static:
        call_command("collectstatic", verbosity=0, interactive=False, clear=False, stdout=StringIO())
        stamp.write_text(static, encoding="utf-8")
    if example:
        yield from load_example()


def is_behind() -> bool:
    """Whether the database is not yet what this version needs."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


class _alone:  # noqa: N801 - reads as a phrase
    """Only one process migrates; on SQLite the database's own lock sees to it."""

    KEY = 7_486_315

    def __enter__(self) -> None:
        self._ask("pg_advisory_lock")

    def __exit__(self, *_: object) -> None:
        self._ask("pg_advisory_unlock")

    def _ask(self, function: str) -> None:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT {function}(%s)", [self.KEY])


def _static_files() -> str:
    """What the static files are collected from: the version, and each file's size and when it was changed."""
    told = sha256(__version__.encode())
    for finder in get_finders():
        for name, storage in finder.list(None):
            file = Path(storage.path(name)).stat()
            told.update(f"{name} {file.st_size} {file.st_mtime_ns}\n".encode())
    return told.hexdigest()
