"""What holds for every test."""

from __future__ import annotations

import gc
import sys


def pytest_collection_finish() -> None:
    """What was loaded to find the tests stays to the end: it need not be looked through, time and again."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """A process without a test in a browser never loads one."""
    if browsing := sys.modules.get("browsing"):
        browsing.close_the_browser()
