"""What pages need, loaded before anybody asks for one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.template.loader import get_template
from django.urls import get_resolver

_READ_MOST = ("design", "plans")
"""Apps whose templates are read at once; others' are read when first shown."""


def warm() -> None:
    """Load views and templates, so that the processes a server makes from this one share them.

    What is loaded by now is never given back; it need not be looked through, time and again, for what could be.
    """
    len(get_resolver().url_patterns)
    for name in _templates():
        get_template(name)
    gc.collect()
    gc.freeze()


def _templates() -> Iterator[str]:
    for label in _READ_MOST:
        root = Path(apps.get_app_config(label).path) / "templates"
        yield from (str(file.relative_to(root)) for file in sorted(root.rglob("*.html")))
