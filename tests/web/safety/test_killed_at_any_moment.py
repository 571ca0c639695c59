"""Killed (kill -9) at any moment of bringing in, reading or adopting, a plan is there whole or not at all.

What a real worker does when it is killed and started again is tried in tests/web/intake. Here the moments are chosen:
before a statement or a commit, spread over all the work, on SQLite and where DATABASE_URL says so on PostgreSQL.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from prepared_folder import prepare_into

HERE = Path(__file__).parent
FILE = HERE.parents[2] / "examples" / "tarrow-active-plan.txt"
MOMENTS = {"bring": 6, "read": 6, "adopt": 10}


@dataclass(frozen=True)
class Tried:
    """``whole`` is what a plan holds that nobody disturbed; ``moments`` what became of each kill."""

    whole: dict[str, int]
    moments: list[dict[str, Any]]


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    folder = tmp_path_factory.mktemp("killed")
    environment = {
        **os.environ,
        "TURNTIDE_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "turntide.web.config.settings",
    }
    if url := os.environ.get("DATABASE_URL"):
        environment["DATABASE_URL"] = database_beside(url)
    else:
        prepare_into(folder)
    run = subprocess.run(
        [sys.executable, str(HERE / "killing.py"), str(FILE), json.dumps(MOMENTS)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    first, *moments = (json.loads(line) for line in run.stdout.splitlines())
    return Tried(first["whole"], moments)


def database_beside(url: str) -> str:
    import psycopg

    name = f"killed_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return f"{url.rsplit('/', 1)[0]}/{name}"


def test_the_plan_tried_is_one_worth_losing(tried: Tried) -> None:
    assert tried.whole["actions"] > 10 and tried.whole["headings"] > 5
    assert tried.whole["versions"] == tried.whole["actions"] + tried.whole["headings"] + 1
    assert tried.whole["words"] == tried.whole["versions"]


def test_every_moment_was_one_of_a_kill(tried: Tried) -> None:
    assert len(tried.moments) == sum(MOMENTS.values()) >= 20
    assert [moment for moment in tried.moments if not moment["killed"]] == []


def test_a_kill_leaves_whole_or_nothing(tried: Tried) -> None:
    assert [moment for moment in tried.moments if moment["faults"]] == []


def test_after_a_restart_the_work_is_finished_and_done_once(tried: Tried) -> None:
    for moment in tried.moments:
        assert (moment["plans more"], moment["waiting after"], moment["faults after"]) == (1, 0, []), moment
