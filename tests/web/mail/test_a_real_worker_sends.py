"""A real worker and a real mail server: a queued letter leaves by itself, and killing the worker loses none."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from pydoc import locate

import pytest
from mail_server import Postbox, listening
from worker_site import Site

from turntide.web.config import ticking
from turntide.web.mail.services import queueing


def wait_until(happened: Callable[[], bool], seconds: float = 90) -> bool:
    end = time.monotonic() + seconds
    while not happened() and time.monotonic() < end:
        time.sleep(0.02)
    return happened()


@pytest.fixture
def postbox() -> Iterator[Postbox]:
    with listening(Postbox()) as made:
        yield made


@pytest.fixture
def site(tmp_path: Path, postbox: Postbox) -> Iterator[Site]:
    made = Site(tmp_path, postbox)
    yield made
    made.worker.kill()


def test_what_the_worker_is_asked_to_do_by_name_is_there() -> None:
    assert callable(locate(queueing.SEND_SOON))
    assert locate(str(ticking._WANTED["func"])) is ticking.tick


def test_a_queued_letter_leaves_by_itself(site: Site, postbox: Postbox) -> None:
    site.step("queue", 1)
    site.worker.start()
    assert wait_until(lambda: bool(postbox.arrived))
    (mail,) = postbox.arrived
    assert (mail["To"], mail["Subject"]) == ("p0@alder.example", "Letter 0")
    assert wait_until(lambda: set(site.step("look").values()) == {"sent"}, 10)


def test_workers_killed_at_random_moments_lose_no_letter(site: Site, postbox: Postbox) -> None:
    """A letter comes twice only where the kill fell between the server's answer and the note of it."""
    chance, many, kills, gap = random.Random(2611), 60, 4, 12
    postbox.thinks = 0.02
    letters = site.step("queue", many)
    for _kill in range(kills):
        wanted = min(len(postbox.arrived) + chance.randint(1, gap), many)
        site.worker.start()
        assert wait_until(lambda wanted=wanted: len(postbox.arrived) >= wanted)  # type: ignore[misc]
        time.sleep(chance.random() * 0.05)
        site.worker.kill()
        site.step("go on")
    site.worker.start()
    assert wait_until(lambda: set(site.step("look").values()) == {"sent"})
    came = Counter(postbox.names)
    assert set(came) == {f"<turntide.{id_}@tarrow.example>" for id_ in letters}
    assert sum(came.values()) - many <= kills and max(came.values()) <= 1 + kills
