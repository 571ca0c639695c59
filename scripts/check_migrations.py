"""Hold the migrations to two rules: none is missing, and none would break the version that is running meanwhile.

    scripts/with-postgresql python scripts/check_migrations.py

Exit status 1 where a model changed without its migration, or a migration is unsafe on PostgreSQL (a column that old
code cannot fill, a column or table taken away).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = (
    *("accounts", "audit", "files", "organisations", "plans", "intake", "mail", "delivery", "stories"),
    *("periods", "reporting", "publishing", "api"),
)


def main() -> int:
    """Run as a program."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "TURNTIDE_DATA": folder,
            "DJANGO_SETTINGS_MODULE": "turntide.web.config.settings",
        }
        missing = _django(environment, "makemigrations", "--check", "--dry-run")
        unsafe = _linted(environment)
    return 1 if missing or unsafe else 0


def _django(environment: dict[str, str], *words: str) -> int:
    return subprocess.run([sys.executable, "-m", "django", *words], env=environment, check=False).returncode


def _linted(environment: dict[str, str]) -> int:
    linter = (
        "import django; from django.conf import settings; settings.INSTALLED_APPS.append('django_migration_linter'); "
        "django.setup(); from django.core.management import call_command; "
        f"call_command('lintmigrations', '--no-cache', '--include-apps', *{OURS!r})"
    )
    return subprocess.run([sys.executable, "-c", linter], env=environment, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
