"""A record is kept as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from made_record import made_record
from site_cast import Cast

from turntide.web.periods.models import ChangedFrozenError, Frozen
from turntide.web.periods.rules.writing import as_bytes, fingerprint, from_bytes
from turntide.web.periods.services.freezing import freeze


def test_a_record_reads_back_as_it_was() -> None:
    record = made_record()
    assert from_bytes(as_bytes(record)) == record
    assert fingerprint(from_bytes(as_bytes(record))) == fingerprint(record)


@pytest.mark.django_db
def test_a_frozen_period_is_never_written_over(cast: Cast) -> None:
    record = made_record()
    frozen = freeze(place=cast.tarrow, record=record, by=cast.by)
    writes: tuple[Callable[[], object], ...] = (
        frozen.save,
        frozen.delete,
        lambda: Frozen.objects.update(body=b""),
        Frozen.objects.all().delete,
    )
    for write in writes:
        with pytest.raises(ChangedFrozenError):
            write()
    assert Frozen.objects.get(pk=frozen.pk).record() == record
