"""The list of all actions of a place, streamed: how fast 20,000 come, and that memory does not grow while they do.

    .venv/bin/python bench/api/listing.py [actions]

It works in an empty database of its own, and prints JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests")]
os.environ["TURNTIDE_DATA"] = tempfile.mkdtemp(prefix="turntide-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "turntide.web.config.settings"


PLACE, HOST = "/api/v1/places/tarrow", {"host": "localhost"}


def resident() -> float:
    """Megabytes of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1_000_000


def publish(actions: int) -> None:
    from made_record import action_id, made_record

    from turntide.web.accounts.models import Place
    from turntide.web.periods.rules.writing import as_bytes, fingerprint
    from turntide.web.publishing.models import Publication, PublicSite
    from turntide.web.publishing.rules.public import public_part

    place = Place.objects.create(slug="tarrow", name="Tarrow")
    PublicSite.objects.create(place=place, open=True)
    made = public_part(made_record())
    every = (replace(made.actions[n % 9], id=action_id(n), text=f"Action {n}") for n in range(actions))
    record = replace(made, actions=tuple(every))
    body = as_bytes(record)
    Publication.objects.create(place=place, number=1, body=body, about={}, fingerprint=fingerprint(record))


def streamed() -> dict[str, float]:
    """Read the stream once, as a server hands it on: line by line, and nothing kept."""
    from django.test import Client

    start, most, size, lines = perf_counter(), 0.0, 0, 0
    answer: Any = Client().get(f"{PLACE}/actions.ndjson", headers=HOST)
    assert answer.status_code == 200, answer.status_code
    before = resident()
    for line in answer.streaming_content:
        size, lines = size + len(line), lines + 1
        if lines % 500 == 0:
            most = max(most, resident())
    told = {"lines": lines, "megabytes": size / 1e6, "seconds": perf_counter() - start}
    return {name: round(value, 2) for name, value in {**told, "grew by MB": most - before}.items()}


def main(actions: int) -> None:
    import django

    before = resident()
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    publish(actions)
    tries = {name: streamed() for name in ("first", "again", "a third time")}
    print(json.dumps({"MB before anything": round(before), **tries}, indent=1))
    page = perf_counter()
    from django.test import Client

    Client().get(f"{PLACE}/actions?limit=200", headers=HOST)
    print(
        json.dumps(
            {"a page of 200, seconds": round(perf_counter() - page, 3), "resident MB": round(resident())}
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
