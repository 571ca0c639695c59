"""What holds for every test."""

from __future__ import annotations

import gc


def pytest_collection_finish() -> None:
    """What was loaded to find the tests stays to the end: it need not be looked through, time and again."""
    gc.collect()
    gc.freeze()
