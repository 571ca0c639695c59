"""A program on this machine that is told what happens: a real server, which answers as it is bid."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


@dataclass
class ToldProgram:
    """What came, and what it answers: nothing before it has ``done`` what it does."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    came: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    location: str = ""
    said: bytes = b"thank you"
    done: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.done.set()


@contextmanager
def listening() -> Iterator[ToldProgram]:
    program = ToldProgram()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            headers = {name.lower(): value for name, value in self.headers.items()}
            program.came.append((headers, self.rfile.read(length)))
            program.done.wait()
            self.send_response(program.answers.pop(0) if program.answers else 200)
            if program.location:
                self.send_header("Location", program.location)
            self.send_header("Content-Length", str(len(program.said)))
            self.end_headers()
            self.wfile.write(program.said)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    program.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield program
    finally:
        server.shutdown()
        server.server_close()
