"""An installation in a folder of its own, with a real worker, whose letters go to the test's mail server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from killed_worker import Worker
from mail_server import Postbox
from prepared_folder import prepare_into

HERE = Path(__file__).parent
STEP = """
import json, sys, django
django.setup()
from datetime import timedelta
from django.db import transaction
from django.db.models import F
from turntide.web.accounts.models import Place
from turntide.web.config.preparing import prepare
from turntide.web.mail.models import Message
from turntide.web.mail.services.queueing import Posting, have_sent, queue
what, number, counted = sys.argv[1:]
if what == "queue":
    list(prepare())
    place, _ = Place.objects.get_or_create(slug="tarrow", name="Tarrow")
    with transaction.atomic():
        queue(place, [
            Posting("asking", f"because {n}", f"p{n}@alder.example", about={"number": n})
            for n in range(int(number))
        ] + [
            Posting("counted", f"because of Ada {n}", "ada@alder.example", about={"number": n})
            for n in range(int(counted))
        ])
if what == "go on":
    # what ten minutes do, and the next minute
    Message.objects.filter(state="sending").update(claimed_at=F("claimed_at") - timedelta(minutes=11))
    have_sent()
print(json.dumps({str(pk): state for pk, state in Message.objects.values_list("pk", "state")}))
"""


class Site:
    """Everything is done in processes of their own, as the tests' own database is another one."""

    def __init__(self, folder: Path, postbox: Postbox, database: str = "") -> None:
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.environment = inherited | {
            "TURNTIDE_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "worker_settings",
            "PYTHONPATH": str(HERE),
            "EMAIL_URL": f"smtp://127.0.0.1:{postbox.port}",
            "TURNTIDE_FROM": "Plans <plans@tarrow.example>",
        }
        self._folder = folder
        if database:
            self.environment["DATABASE_URL"] = database
        self.worker = Worker(self.environment)

    def step(self, what: str, number: int = 0, counted: int = 0) -> dict[str, str]:
        """Do it, and give the state of each letter."""
        if what == "queue" and "DATABASE_URL" not in self.environment:
            prepare_into(self._folder)
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", STEP, what, str(number), str(counted)],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        states: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
        return states

    def send_at_once(self, many: int) -> None:
        """So many processes send what is due, all at the same time."""
        words = [sys.executable, "-m", "turntide", "mail", "send"]
        both = [
            subprocess.Popen(words, env=self.environment, stderr=subprocess.PIPE) for _each in range(many)
        ]
        ended = [(one.communicate(timeout=120)[1], one.returncode) for one in both]
        assert [status for _said, status in ended] == [0] * many, ended
