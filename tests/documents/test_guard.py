"""A job run apart: its answer comes back, and whatever else becomes of it is one sentence."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from turntide.documents.document import Document, Layout
from turntide.documents.guarding import apart
from turntide.documents.guarding.apart import Job
from turntide.documents.guarding.guard import read_guarded
from turntide.documents.guarding.limits import LIMITS, MEGABYTE, Budget
from turntide.documents.refusals import Reason, Refusal

BUDGET = Budget(wall=10, cpu=10, memory=300 * MEGABYTE, written=MEGABYTE, answer=4 * MEGABYTE)
SHORT = Budget(wall=0.5, cpu=10, memory=300 * MEGABYTE, written=MEGABYTE, answer=4 * MEGABYTE)


def reads() -> Document:
    layout = Layout("plan.txt", "text", b"Open the lido")
    layout.paragraph("Open the lido")
    return layout.document()


def refuses() -> Document:
    raise Refusal(Reason.NO_TEXT, "There is no text in it: give one with text.")


def breaks() -> Document:
    raise ZeroDivisionError


def leaves() -> Document:
    sys.exit(0)


def swallows_memory() -> Document:
    return Document("x" * 1024 * MEGABYTE, "text", "")


def swallows_memory_in_another_error() -> Document:
    try:
        return swallows_memory()
    except MemoryError as error:
        raise ValueError("no more") from error


def is_told_that_there_is_no_memory() -> Document:
    raise RuntimeError("std::bad_alloc")


def digs() -> Document:
    return digs()


def sleeps() -> Document:
    time.sleep(100)
    return reads()


def spins() -> Document:
    while True:
        pass


def aborts() -> Document:
    os.abort()


def crashes() -> Document:
    ctypes.string_at(0)
    return reads()


def says_too_much() -> Document:
    return Document("x" * 5 * MEGABYTE, "text", "")


def chatters() -> Document:
    print("to standard output")
    os.write(2, b"to standard error")
    return reads()


def answers_with_something_else() -> Document:
    return threading.local  # type: ignore[return-value]


def fills_the_disk() -> Document:
    with tempfile.NamedTemporaryFile(delete=False) as file:
        file.write(bytes(2 * MEGABYTE))
    return reads()


def litters(note: Path) -> Document:
    _, made = tempfile.mkstemp()
    note.write_text(made)
    return reads()


def starts_another(note: Path) -> Document:
    note.write_text(str(subprocess.Popen(["sleep", "100"]).pid))
    return reads()


def notes_itself_and_sleeps(note: Path) -> Document:
    note.write_text(str(os.getpid()))
    return sleeps()


@pytest.fixture(params=["with one thread", "amid threads"])
def _ways(request: pytest.FixtureRequest) -> Iterator[None]:
    """Both ways to run apart: a copy of our process, and (because another thread lives) a fresh one."""
    if request.param == "with one thread":
        yield
        return
    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    assert not apart.may_fork()
    yield
    done.set()
    waiting.join()


both_ways = pytest.mark.usefixtures("_ways")


def refusal_of(job: Job, budget: Budget = BUDGET) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_guarded(job, "My\nplan.pdf", budget)
    assert caught.value.sentence.startswith(("“My plan.pdf” ", "There is no text"))
    assert caught.value.sentence.endswith(".")
    return caught.value


def lives(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "zombie" not in status.read_text()


def comes_true(condition: object, *arguments: object) -> bool:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if condition(*arguments):  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


@both_ways
def test_the_document_comes_back_whole() -> None:
    assert read_guarded(reads, "plan.txt", BUDGET) == reads()


@both_ways
def test_a_refusal_comes_back_with_its_reason_and_sentence() -> None:
    refusal = refusal_of(refuses)
    assert (refusal.reason, refusal.sentence) == (
        Reason.NO_TEXT,
        "There is no text in it: give one with text.",
    )


@both_ways
@pytest.mark.parametrize(
    ("job", "reason", "words"),
    [
        (breaks, Reason.DAMAGED, "damaged"),
        (leaves, Reason.DAMAGED, "damaged"),
        (crashes, Reason.DAMAGED, "damaged"),
        (answers_with_something_else, Reason.DAMAGED, "damaged"),
        (fills_the_disk, Reason.DAMAGED, "damaged"),
        (swallows_memory, Reason.TOO_LARGE, "300 MB of memory"),
        (swallows_memory_in_another_error, Reason.TOO_LARGE, "300 MB of memory"),
        (is_told_that_there_is_no_memory, Reason.TOO_LARGE, "300 MB of memory"),
        (aborts, Reason.TOO_LARGE, "memory"),
        (digs, Reason.TOO_LARGE, "nested too deeply"),
        (says_too_much, Reason.TOO_LARGE, "handed on"),
    ],
)
def test_whatever_breaks_is_one_sentence(job: Job, reason: Reason, words: str) -> None:
    refusal = refusal_of(job)
    assert refusal.reason is reason
    assert words in refusal.sentence


@both_ways
@pytest.mark.parametrize("job", [sleeps, spins])
def test_what_takes_too_long_is_ended(job: Job) -> None:
    refusal = refusal_of(job, SHORT)
    assert refusal.reason is Reason.TOO_LARGE
    assert "seconds" in refusal.sentence


@both_ways
def test_the_processor_is_limited_as_well_as_the_clock() -> None:
    refusal = refusal_of(spins, Budget(60, 1, 300 * MEGABYTE, MEGABYTE, MEGABYTE))
    assert refusal.reason is Reason.TOO_LARGE
    assert "longer than" in refusal.sentence


@both_ways
def test_a_job_has_no_voice(capfd: pytest.CaptureFixture[str]) -> None:
    read_guarded(chatters, "plan.txt", BUDGET)
    assert capfd.readouterr() == ("", "")


@both_ways
def test_a_traceback_is_shown_to_those_who_ask(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal_of(breaks)
    assert capfd.readouterr().err == ""
    monkeypatch.setenv(apart.TRACE, "1")
    refusal_of(breaks)
    assert "ZeroDivisionError" in capfd.readouterr().err


@both_ways
def test_what_a_job_leaves_lying_is_swept_away(tmp_path: Path) -> None:
    note = tmp_path / "note"
    read_guarded(partial(litters, note), "plan.txt", BUDGET)
    made = Path(note.read_text())
    assert not made.exists()
    assert not made.parent.exists()


@both_ways
def test_what_a_job_starts_is_ended_with_it(tmp_path: Path) -> None:
    note = tmp_path / "note"
    read_guarded(partial(starts_another, note), "plan.txt", BUDGET)
    assert comes_true(lambda: not lives(int(note.read_text())))


def children() -> set[int]:
    """The processes that this one has started and not buried yet, dead ones too."""
    threads = Path("/proc/self/task").glob("*/children")
    return {int(each) for thread in threads for each in thread.read_text().split()}


@both_ways
@pytest.mark.parametrize("job", [reads, breaks, sleeps, aborts])
def test_no_process_is_left_unburied(job: Job) -> None:
    before = children()
    with pytest.raises(Refusal) if job is not reads else pytest.MonkeyPatch.context():
        read_guarded(job, "plan.txt", SHORT if job is sleeps else BUDGET)
    assert children() <= before, "those of other tests, such as a browser, may end meanwhile"


@pytest.mark.parametrize("threads", [0, 1])
def test_an_interrupt_ends_the_job(tmp_path: Path, threads: int) -> None:
    note = tmp_path / "note"
    code = f"""
import signal, threading, time
from functools import partial
from pathlib import Path
import test_guard
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever starts the tests may have had it ignored
for _ in range({threads}):
    threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
job = partial(test_guard.notes_itself_and_sleeps, Path({str(note)!r}))
test_guard.read_guarded(job, "a", test_guard.BUDGET)
"""
    path = os.pathsep.join(sys.path)
    started = subprocess.Popen(
        [sys.executable, "-c", code], stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": path}
    )
    assert comes_true(lambda: note.exists() and note.read_text())
    job = int(note.read_text())
    assert lives(job)
    started.send_signal(signal.SIGINT)
    assert started.wait(10) != 0
    assert comes_true(lambda: not lives(job))


def test_a_pdf_has_time_in_proportion_to_its_size_up_to_a_bound() -> None:
    small, large, huge = (LIMITS.budget("pdf", megabytes * MEGABYTE) for megabytes in (0, 5, 99))
    assert small.wall == LIMITS.seconds
    assert large.wall == LIMITS.seconds + 5 * LIMITS.pdf_seconds_per_megabyte
    assert huge.wall == LIMITS.pdf_seconds
    assert LIMITS.budget("docx", 99 * MEGABYTE).wall == LIMITS.seconds
