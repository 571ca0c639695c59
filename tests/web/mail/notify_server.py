"""A stand-in for GOV.UK Notify on this machine: it keeps what its client sends, and answers as told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class Notify:
    """``kept`` are the notifications, oldest first; ``refusal`` is answered to the next that is sent."""

    kept: list[dict[str, Any]] = field(default_factory=list)
    fields: list[str] = field(default_factory=lambda: ["subject", "body"])
    refusal: tuple[int, list[dict[str, str]]] | None = None
    loses_answer: bool = False
    url: str = ""

    def send(self, given: dict[str, Any]) -> tuple[int, Any]:
        if self.refusal is not None:
            status, errors = self.refusal
            return status, {"status_code": status, "errors": errors}
        made = {**given, "id": f"00000000-0000-4000-8000-{len(self.kept):012}", "status": "created"}
        self.kept.append(made)
        if self.loses_answer:
            return 500, {"status_code": 500, "errors": [{"error": "Exception", "message": "boom"}]}
        return 201, {"id": made["id"], "reference": given.get("reference")}

    def listed(self, asked: dict[str, list[str]]) -> Any:
        found = [
            one
            for one in reversed(self.kept)
            if all(one.get(name) == asked[name][0] for name in ("reference", "status") if name in asked)
        ]
        after = asked.get("older_than", [""])[0]
        ids = [one["id"] for one in found]
        rest = found[ids.index(after) + 1 :] if after in ids else found
        links = {"next": f"{self.url}/v2/notifications?older_than={rest[0]['id']}"} if len(rest) > 1 else {}
        return {"notifications": rest[:1], "links": links}

    def template(self) -> Any:
        return {"personalisation": {name: {"required": True} for name in self.fields}}


@contextmanager
def answering(notify: Notify) -> Iterator[Notify]:
    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert self.headers["Authorization"].startswith("Bearer ")
            self._say(*notify.send(body))

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            told = notify.template() if "/template/" in asked.path else notify.listed(parse_qs(asked.query))
            self._say(200, told)

        def _say(self, status: int, told: Any) -> None:
            body = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    notify.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield notify
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
