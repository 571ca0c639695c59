"""One site and one browser for all journeys; each journey has a place of its own on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from typing import Any

import pytest
from account_steps import ADA, PASSWORD, given_a_first_account, given_a_place
from browsing import the_browser
from playwright.sync_api import Browser, StorageState, expect
from running_site import running_site
from visitor import PATIENCE, Visitor, visitor

Visiting = Callable[..., AbstractContextManager[Visitor]]
_NUMBERS = count(1)


def next_place(somebody: Visitor) -> None:
    """A place that nobody else has to do with."""
    given_a_place(somebody, f"Place {next(_NUMBERS)}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_site(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Browser:
    expect.set_options(timeout=PATIENCE)
    return the_browser()


@pytest.fixture(scope="session")
def ada(site: str, browser: Browser) -> StorageState:
    """The owner of everything, signed in."""
    with visitor(browser, site) as somebody:
        given_a_first_account(somebody, *ADA, PASSWORD)
        return somebody.page.context.storage_state()


@pytest.fixture
def visiting(site: str, browser: Browser, ada: StorageState) -> Visiting:
    """A visitor who is signed in as the owner, in a place that nobody else has to do with."""

    @contextmanager
    def visits(**manner: Any) -> Iterator[Visitor]:
        with visitor(browser, site, signed_in=ada, **manner) as one:
            next_place(one)
            yield one

    return visits
