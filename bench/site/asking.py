"""How many statements each kind of page takes on a filled installation, and which of them takes longest.

TURNTIDE_DATA=FOLDER python bench/site/asking.py FOLDER/pages.json
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "turntide.web.config.settings")
if __name__ == "__main__":
    django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from turntide.web.accounts.models import Person


def asked(client: Client, address: str) -> dict[str, Any]:
    """One page: its statements, how long it took and where most of that went. Raises ValueError for no page."""
    began = time.perf_counter()
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(address, HTTP_HOST="localhost")
    if answer.status_code != 200:
        raise ValueError(f"{address} answered {answer.status_code}")
    took = 1000 * (time.perf_counter() - began)
    statements = caught.captured_queries
    slowest = max(statements, key=lambda each: float(each["time"]))
    spent = 1000 * sum(float(each["time"]) for each in statements)
    return {
        "address": address,
        "statements": len(statements),
        "milliseconds": round(took, 1),
        "in_database": round(spent, 1),
        "slowest": round(1000 * float(slowest["time"]), 1),
        "slowest_statement": slowest["sql"][:3000],
    }


def main() -> None:
    """Run as a program."""
    pages: dict[str, list[str]] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    client = Client()
    client.force_login(Person.objects.order_by("joined_at")[0])
    found: dict[str, Any] = {}
    for kind, addresses in pages.items():
        asked(client, addresses[0])
        found[kind] = [asked(client, address) for address in addresses[:10]]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
