"""What the benchmark says of people at work is what happened: pages are timed, refusals counted, memory added up."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[2] / "bench" / "site"))

from driving import Job, driven
from telling import BEGIN, END, put_into_page, share
from weighing import family, megabytes

FORM = b'<form><input type="hidden" name="token" value="seven"></form>'


class Answers(BaseHTTPRequestHandler):
    """A site with a sign-in form, a page for those who are signed in, and one that is broken."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        signed_in = "key=open" in self.headers.get("Cookie", "")
        if self.path == "/sign-in":
            self._answer(200, FORM)
        else:
            self._answer(200 if signed_in and self.path == "/page" else 500, b"x" * 300)

    def do_POST(self) -> None:
        typed = self.rfile.read(int(self.headers["Content-Length"]))
        right = b"token=seven" in typed and b"password=right" in typed
        self._answer(302 if right else 200, b"", "/page")

    def _answer(self, status: int, body: bytes, to: str = "") -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", to)
            self.send_header("Set-Cookie", "key=open; Path=/")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def _job(port: int, password: str = "right", **pages: list[str]) -> Job:
    return Job(port, "/sign-in", "token", [{"password": password}] * 3, pages, [(0.2, 0.0)], warming=0.0)


def test_pages_are_timed_for_each_person(port: int) -> None:
    people = driven(_job(port, page=["/page"]))["spells"][0]
    assert len(people) == 3
    for person in people:
        assert person["milliseconds"]["page"] and min(person["milliseconds"]["page"]) > 0
        assert (person["bytes"], person["errors"]) == ({"page": 300}, [])


def test_a_page_that_is_refused_counts_as_an_error_and_is_not_timed(port: int) -> None:
    people = driven(_job(port, page=["/page"], broken=["/broken"]))["spells"][0]
    errors = [error for person in people for error in person["errors"]]
    assert set(errors) == {"broken: answered 500 at /broken"}
    assert all("broken" not in person["milliseconds"] for person in people)


def test_nobody_works_who_cannot_sign_in(port: int) -> None:
    with pytest.raises(ValueError, match="Signing in was answered 200"):
        driven(_job(port, "wrong", page=["/page"]))


def test_a_family_is_a_process_and_all_that_it_started() -> None:
    words = (sys.executable, "-c", "import sys; sys.stdin.read()")
    with subprocess.Popen(words, stdin=subprocess.PIPE) as child:
        assert child.pid in family(os.getpid())
        weights = megabytes(os.getpid())
        assert len(weights) >= 2 and min(weights.values()) > 0


@given(st.lists(st.floats(0, 1e6), min_size=1), st.sampled_from((0.5, 0.95, 1.0)))
def test_a_percentile_is_the_least_figure_that_so_many_do_not_exceed(
    figures: list[float], part: float
) -> None:
    found = share(sorted(figures), part)
    assert sum(figure <= found for figure in figures) >= part * len(figures)
    assert sum(figure < found for figure in figures) < part * len(figures)


def test_a_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        share([], 0.95)


def test_figures_go_between_their_own_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    put_into_page(page, "new")
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\n\nnew\n{END}\nafter\n"
