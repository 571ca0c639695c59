"""Counts of tries begin anew for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from site_cast import Cast


@pytest.fixture(autouse=True)
def fresh_counts() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def as_owner(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.owner)
    return client
