"""Striking a person's name and address out of kept words: texts and JSON alike, row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from turntide.web.accounts.holding import Subject

Row = TypeVar("Row", bound=Model)
_AT_ONCE = 100


def naming(rows: QuerySet[Row], fields: Sequence[str], subject: Subject) -> list[Row]:
    """The rows in any of whose fields the person is named."""
    likely = rows.annotate(**{f"in_{name}": Cast(name, TextField()) for name in fields})
    likely = likely.filter(_any([f"in_{name}__icontains" for name in fields], subject))
    return [
        row
        for row in likely.iterator(_AT_ONCE)
        if any(_names(getattr(row, name), subject) for name in fields)
    ]


def strike(rows: QuerySet[Row], fields: Sequence[str], subject: Subject) -> list[Row]:
    """Strike the person out of these fields of all rows; the rows that named them."""
    found = naming(rows, fields, subject)
    for row in found:
        for name in fields:
            setattr(row, name, subject.struck_from(getattr(row, name)))
    if found:
        found[0].__class__._default_manager.bulk_update(found, list(fields), batch_size=_AT_ONCE)
    return found


def _any(lookups: Sequence[str], subject: Subject) -> Q:
    wanted = Q()
    for lookup in lookups:
        for words in subject.searched:
            wanted |= Q(**{lookup: _probe(words)})
    return wanted


def _probe(words: str) -> str:
    """The longest part that is written alike in text and in JSON, which may write other letters as codes."""
    return max((str(each) for each in re.findall(r"[A-Za-z0-9]+", words)), key=len, default="")


def _names(value: Any, subject: Subject) -> bool:
    return bool(subject.struck_from(value) != value)
