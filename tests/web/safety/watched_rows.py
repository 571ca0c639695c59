"""Whether anything was written: by what the database was asked, and by what it holds afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection

from turntide.web.api.models import Spent

_WRITES = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP|TRUNCATE)\b", re.IGNORECASE)
_OWN_BUSINESS = (Session, Spent)
"""A visit may begin a session: whoever comes is told apart by it. And a program's requests are counted."""
_OWN_TABLES = tuple(model._meta.db_table for model in _OWN_BUSINESS)


@contextmanager
def writes_seen() -> Iterator[list[str]]:
    """Each statement that writes anything but a session or a count of requests."""
    seen: list[str] = []

    def watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if _WRITES.match(sql) and not any(table in sql for table in _OWN_TABLES):
            seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield seen


def fingerprints() -> dict[str, str]:
    """Every table's content in a few letters, without the sessions and counts."""
    models = (model for model in apps.get_models(include_auto_created=True) if model not in _OWN_BUSINESS)
    return {model._meta.db_table: _fingerprint(model) for model in models}


def _fingerprint(model: Any) -> str:
    rows = (
        repr([bytes(cell) if isinstance(cell, memoryview) else cell for cell in row]) for row in _rows(model)
    )
    return sha256("\n".join(sorted(rows)).encode(errors="replace")).hexdigest()[:16]


def _rows(model: Any) -> Any:
    return model._default_manager.order_by().values_list()
