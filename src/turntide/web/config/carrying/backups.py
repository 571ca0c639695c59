"""A backup: one zip file with every row, the key that signs, and a manifest; the same for every database."""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.recorder import MigrationRecorder

from turntide import __version__
from turntide.web.config.carrying.rows import OpenForReading, is_empty, read_rows, write_rows

MANIFEST, KEY = "turntide-backup.json", "secret-key"
KIND = "turntide-backup/1"


class NotCarriedError(Exception):
    """Nothing was changed; the text says why in one sentence for a person."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. ``migrations`` are the steps its tables had gone through."""

    kind: str
    version: str
    made_at: str
    migrations: dict[str, str]
    counts: dict[str, int]


def back_up(file: Path) -> Manifest:
    """Write a backup to a file that is not there yet: all of it, or no file. Raises NotCarriedError."""
    if file.exists():
        raise NotCarriedError(f"{file} is there already; give another name.")
    partial = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        manifest = _write(partial)
        partial.chmod(0o600)
        partial.replace(file)
    except OSError as wrong:
        raise NotCarriedError(f"{file} cannot be written: {wrong.strerror}.") from wrong
    finally:
        partial.unlink(missing_ok=True)
    return manifest


def restore(file: Path) -> Manifest:
    """Fill this installation, which must be empty, from a backup. Raises NotCarriedError."""
    with _opened(file) as backup:
        manifest = _manifest(backup, file)
        _fill(DEFAULT_DB_ALIAS, manifest, lambda label: backup.open(f"{label}.jsonl"))
        _keep_key(backup.read(KEY) if KEY in backup.namelist() else b"")
    return manifest


def _write(file: Path) -> Manifest:
    with zipfile.ZipFile(file, "x", zipfile.ZIP_DEFLATED) as backup:
        counts = write_rows(DEFAULT_DB_ALIAS, lambda label: _member(backup, label))
        manifest = Manifest(KIND, __version__, datetime.now(UTC).isoformat(), latest_migrations(), counts)
        backup.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
        backup.writestr(KEY, settings.SECRET_KEY)
    return manifest


def _member(backup: zipfile.ZipFile, label: str) -> IO[bytes]:
    return backup.open(f"{label}.jsonl", "w", force_zip64=True)


def latest_migrations(using: str = DEFAULT_DB_ALIAS) -> dict[str, str]:
    """The last step each app's tables have gone through."""
    applied = MigrationRecorder(connections[using]).applied_migrations()
    return dict(sorted(applied))


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except FileNotFoundError as wrong:
        raise NotCarriedError(f"There is no file {file}.") from wrong
    except (OSError, zipfile.BadZipFile) as wrong:
        raise NotCarriedError(f"{file} is not a backup, or was cut off.") from wrong


def _manifest(backup: zipfile.ZipFile, file: Path) -> Manifest:
    try:
        data = json.loads(backup.read(MANIFEST))
        manifest = Manifest(**data)
    except (KeyError, TypeError, ValueError) as wrong:
        raise NotCarriedError(f"{file} is not a backup of Turntide.") from wrong
    if manifest.kind != KIND:
        raise NotCarriedError(f"{file} is of {manifest.kind}; this version reads {KIND}.")
    return manifest


def _fill(using: str, manifest: Manifest, open_file: OpenForReading) -> None:
    call_command("migrate", database=using, verbosity=0, interactive=False)
    if not is_empty(using):
        raise NotCarriedError("This installation holds something already; restore into an empty one.")
    if manifest.migrations != latest_migrations(using):
        raise NotCarriedError(
            f"The backup was made by version {manifest.version} and this is {__version__}: restore it with the same "
            "version, then upgrade."
        )
    try:
        read_rows(using, manifest.counts, open_file)
    except (KeyError, ValueError) as wrong:
        raise NotCarriedError(f"The backup is damaged, and nothing was restored: {wrong}") from wrong


def _keep_key(key: bytes) -> None:
    """Links and second factors that were signed with the key stay good."""
    file = Path(settings.DATA) / "secret-key"
    if key and not os.environ.get("TURNTIDE_SECRET_KEY"):
        file.write_bytes(key)
        file.chmod(0o600)
