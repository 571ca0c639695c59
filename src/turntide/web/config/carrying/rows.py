"""All rows of a database as lines of JSON, a file a table, and back, whatever database it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import IO, Any

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connections, models, transaction

LEFT_OUT = frozenset({"sessions.session", "contenttypes.contenttype", "auth.permission", "auth.group"})
"""Sessions end with a move; the others are made again by the migrations and hold nothing of ours."""
LEFT_OUT_TASKS = frozenset({"django_q.success", "django_q.failure", "django_q.task", "django_q.schedule"})
"""What was done is no news elsewhere, and what is done every minute is seen to at each start (config/ticking.py)."""
BATCH = 500

OpenForReading = Callable[[str], IO[bytes]]
OpenForWriting = Callable[[str], IO[bytes]]


def carried() -> list[type[models.Model]]:
    """The tables that are carried, each once; those in between two others (many to many) where both are carried."""
    found = [model for model in apps.get_models(include_auto_created=True) if _kept(model)]
    ours = set(found)
    return [model for model in found if not model._meta.auto_created or _ends(model) <= ours]


def _kept(model: type[models.Model]) -> bool:
    return (
        model._meta.managed
        and not model._meta.proxy
        and model._meta.label_lower not in LEFT_OUT | LEFT_OUT_TASKS
    )


def _ends(between: type[models.Model]) -> set[Any]:
    return {field.related_model for field in between._meta.fields if field.is_relation}


def write_rows(using: str, open_file: OpenForWriting) -> dict[str, int]:
    """Write every table, as it is at one moment. Gives how many rows each has."""
    counts = {}
    with transaction.atomic(using=using):
        _one_moment(using)
        for model in carried():
            with open_file(model._meta.label_lower) as file:
                counts[model._meta.label_lower] = _write(model, using, file)
    return counts


def read_rows(using: str, counts: dict[str, int], open_file: OpenForReading) -> None:
    """Fill an empty database, in one transaction. Raises ValueError where a table has not the rows it should."""
    with transaction.atomic(using=using):
        for model in carried():
            _refuse_full(model, using)
        for model in carried():
            label = model._meta.label_lower
            if label in counts:
                with open_file(label) as file:
                    _fill(model, using, file)
                _compare(model, using, counts[label])
        _reset_numbers(using)


def is_empty(using: str) -> bool:
    """Whether nobody and nothing is in a database yet."""
    return not any(model._default_manager.using(using).exists() for model in carried())


def _one_moment(using: str) -> None:
    if connections[using].vendor == "postgresql":
        with connections[using].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _write(model: type[models.Model], using: str, file: IO[bytes]) -> int:
    count = 0
    # What stands in a table in between is carried as that table's rows.
    columns = [field.name for field in model._meta.concrete_fields]
    for row in model._base_manager.using(using).order_by("pk").iterator(chunk_size=BATCH):
        line = serializers.serialize("json", [row], fields=columns, cls=_ToTheMicrosecond)[1:-1]
        file.write(line.encode() + b"\n")
        count += 1
    return count


class _ToTheMicrosecond(DjangoJSONEncoder):
    """Writes moments as they are: Django's own encoder cuts them to milliseconds."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def _fill(model: type[models.Model], using: str, file: IO[bytes]) -> None:
    rows = (_row(line, using) for line in file)
    for batch in _batches(rows):
        # Raw, so that a moment which a row fills in itself stays the moment it was.
        manager: Any = model._base_manager.using(using)
        manager._insert(batch, fields=model._meta.concrete_fields, using=using, raw=True)


def _row(line: bytes, using: str) -> models.Model:
    found = serializers.deserialize("python", [json.loads(line)], using=using)
    row: models.Model = next(iter(found)).object
    return row


def _batches(rows: Iterable[models.Model]) -> Iterator[list[models.Model]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, 40)):
        yield batch


def _refuse_full(model: type[models.Model], using: str) -> None:
    if model._base_manager.using(using).exists():
        raise ValueError(f"There are {model._meta.verbose_name_plural} there already.")


def _compare(model: type[models.Model], using: str, count: int) -> None:
    found = model._base_manager.using(using).count()
    if found != count:
        raise ValueError(f"{model._meta.label_lower} has {found} rows and should have {count}.")


def _reset_numbers(using: str) -> None:
    connection = connections[using]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), carried()):
            cursor.execute(statement)
