"""The site's settings for tests: a folder of their own, and a quick hasher, as nobody attacks a test's passwords."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["TURNTIDE_DATA"] = tempfile.mkdtemp(prefix="turntide-tests-")
os.environ.setdefault("TURNTIDE_URL", "http://localhost:8000")

from turntide.web.config.settings import *  # noqa: F403

STATIC_ROOT.mkdir(parents=True)  # noqa: F405 - where whitenoise looks, though tests serve from the source
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# SQLite in a file, as a place has it: in memory its writers would be turned away instead of waiting for each other.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(Path(os.environ["TURNTIDE_DATA"]) / "tests.sqlite3")}  # noqa: F405
