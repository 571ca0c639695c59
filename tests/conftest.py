"""What holds for every test."""

from __future__ import annotations

import gc
import os
import sys

import prepared_folder
import pytest
from hypothesis import HealthCheck, settings


def pytest_configure() -> None:
    """The processes that tests are spread over find in their environment what the first one put there."""
    if prepared_folder.WHERE not in os.environ:
        prepared_folder.give_a_place()
    no_law_depends_on_the_clock()


def no_law_depends_on_the_clock() -> None:
    """A busy machine may take as long as it likes over an example, and over making one up."""
    settings.register_profile(
        "turntide", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("turntide")


def pytest_unconfigure(config: pytest.Config) -> None:
    """The first process is the last to end."""
    if not hasattr(config, "workerinput"):
        prepared_folder.clear_away()


def pytest_collection_finish() -> None:
    """What was loaded to find the tests stays to the end: it need not be looked through, time and again."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """A process without a test in a browser never loads one."""
    if browsing := sys.modules.get("browsing"):
        browsing.close_the_browser()
