"""Two furnished places, made once a module: each test sees them as they were made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from furnished_place import furnish
from two_places import TwoPlaces


@pytest.fixture(scope="module")
def two_places_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[TwoPlaces]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield TwoPlaces(furnish("tarrow"), furnish("wexcombe"))
        transaction.set_rollback(True)


@pytest.fixture
def two_places(two_places_once: TwoPlaces, db: None) -> Iterator[TwoPlaces]:
    cache.clear()
    yield two_places_once
    cache.clear()
