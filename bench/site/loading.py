"""The benchmark of the site on both databases, with Redmine beside it on the same actions.

    scripts/with-postgresql python bench/site/loading.py               everything; about a quarter of an hour
    scripts/with-postgresql python bench/site/loading.py --sizes 2000  one size
    python bench/site/loading.py --sizes 2000                          on SQLite alone, without Redmine

Writes bench/results/site.json, and, where it was everything, the section of docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg
from driving import Job
from installing import HERE, Installation, Running, turntide
from inventing import HISTORY, Size
from redmine import Redmine, is_there
from telling import put_into_page, section

REPOSITORY = HERE.parent.parent
RESULTS = REPOSITORY / "bench/results/site.json"
PAGE = REPOSITORY / "docs/benchmarks.md"
SIZES, COMPARED = (2_000, 20_000, 200_000), 20_000
PEOPLE, PASSWORD = 20, "quiet-harbour-lantern-17"
SPELLS = [(15.0, 2.0), (8.0, 0.0)]
"""Seconds of work, and seconds that a person reads between two pages: as people do, and with no rest at all."""


def size_of(actions: int) -> Size:
    """Ten versions of each action, but never more than 200,000 in all: these would fill the disk."""
    return Size(actions, min(10 * actions, HISTORY))


def measured(installation: Installation) -> dict[str, Any]:
    """Start it, weigh it, let people work on it, weigh it again."""
    queries = installation.queries()
    accounts = [{"login": f"officer{at}@wexcombe.example", "password": PASSWORD} for at in range(PEOPLE)]
    with turntide(installation) as running:
        found = worked(running, "/account/login/", "csrfmiddlewaretoken", accounts, installation.pages())
    return found | {"queries": queries}


def measured_redmine(folder: Path, database_url: str, size: Size) -> dict[str, Any]:
    """The same of Redmine."""
    folder.mkdir()
    peer = Redmine(folder, database_url)
    peer.set_up()
    peer.fill(size)
    accounts = [{"username": f"officer{at}", "password": PASSWORD} for at in range(PEOPLE)]
    with peer.up() as running:
        return worked(running, "/login", "authenticity_token", accounts, peer.pages())


def worked(
    running: Running, sign_in: str, token: str, accounts: list[dict[str, str]], pages: dict[str, list[str]]
) -> dict[str, Any]:
    """What people saw, and what the site weighed before and after them."""
    idle = running.weight()
    job = Job(running.port, sign_in, token, accounts, pages, SPELLS)
    words = (sys.executable, str(HERE / "driving.py"), json.dumps(asdict(job)))
    told = json.loads(subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout)
    return {
        "start_seconds": running.seconds,
        "idle_megabytes": idle,
        "megabytes_after": running.weight(),
        "spells": [
            {"seconds": seconds, "pause": pause} | gathered(people)
            for (seconds, pause), people in zip(SPELLS, told["spells"], strict=True)
        ],
    }


def gathered(people: list[dict[str, Any]]) -> dict[str, Any]:
    """What all people saw together: milliseconds by kind of page, the largest page, and what went wrong."""
    kinds = sorted({kind for person in people for kind in person["milliseconds"]})
    return {
        "milliseconds": {
            kind: sorted(took for person in people for took in person["milliseconds"].get(kind, []))
            for kind in kinds
        },
        "bytes": {kind: max(person["bytes"].get(kind, 0) for person in people) for kind in kinds},
        "errors": [error for person in people for error in person["errors"]],
    }


def installations(folder: Path, actions: int) -> dict[str, Installation]:
    """One on each database there is."""
    found = {"SQLite": Installation(folder / f"sqlite-{actions}")}
    server = os.environ.get("DATABASE_URL")
    if server:
        own = database(server, f"site_{actions}")
        found["PostgreSQL"] = Installation(folder / f"postgresql-{actions}", own)
    return found


def database(server: str, name: str) -> str:
    """A new database on the server, by its address."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server.rpartition('/')[0]}/{name}"


def filled(every: dict[str, Installation], size: Size) -> None:
    """Fill them side by side. Raises RuntimeError where one cannot be."""
    fillings = [each.filling(size.actions, size.history) for each in every.values()]
    ended = [filling.wait() for filling in fillings]
    if any(ended):
        raise RuntimeError("An installation could not be filled; see above.")


def all_measured(sizes: list[int], folder: Path) -> Iterator[dict[str, Any]]:
    """Size by size and database by database; Redmine straight after the site of its size."""
    for actions in sizes:
        size = size_of(actions)
        every = installations(folder, actions)
        filled(every, size)
        for name, installation in every.items():
            yield {"what": "Turntide", "database": name, **asdict(size), **measured(installation)}
        server = os.environ.get("DATABASE_URL")
        if actions == COMPARED and server and is_there():
            found = measured_redmine(folder / "redmine", database(server, "redmine"), size)
            yield {"what": "Redmine", "database": "PostgreSQL", **asdict(size), **found}


def machine() -> str:
    """The machine the figures hold for, without its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = platform.python_version()
    return (
        f"{os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} {platform.machine()}, Python {python}"
    )


def main() -> None:
    """Run as a program."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="ACTIONS")
    sizes = asked.parse_args().sizes
    found: dict[str, Any] = {"machine": machine(), "load": os.getloadavg()[2], "measured": []}
    with tempfile.TemporaryDirectory(prefix="turntide-bench-") as folder:
        for one in all_measured(sizes, Path(folder)):
            found["measured"].append(one)
            told = (f"{kind} {len(took)}" for kind, took in one["spells"][0]["milliseconds"].items())
            print(f"{one['what']} on {one['database']}, {one['actions']:,} actions:", *told, flush=True)
    text = section(found)
    print(text)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(found, indent=1), encoding="utf-8")
    if tuple(sizes) == SIZES and os.environ.get("DATABASE_URL"):
        put_into_page(PAGE, text)


if __name__ == "__main__":
    main()
