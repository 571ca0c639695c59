"""Several processes send at once, on a database of their own: no letter goes twice, and a person's limit holds."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from mail_server import Postbox, listening
from worker_site import Site


def database_beside(url: str) -> str:
    import psycopg

    name = f"letters_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return f"{url.rsplit('/', 1)[0]}/{name}"


@pytest.fixture
def database() -> str:
    url = os.environ.get("DATABASE_URL", "")
    return database_beside(url) if url else ""


def test_workers_share_letters_and_keep_the_limit(tmp_path: Path, database: str) -> None:
    with listening(Postbox(thinks=0.01)) as postbox:
        site = Site(tmp_path, postbox, database)
        letters = site.step("queue", 40, counted=10)
        site.send_at_once(3)
        states = Counter(site.step("look").values())
    came = Counter(postbox.names)
    assert len(letters) == 50 and len(came) == 40 + 3 and max(came.values()) == 1
    assert sum(mail["To"] == "ada@alder.example" for mail in postbox.arrived) == 3
    assert states == {"sent": 43, "waiting": 7}
