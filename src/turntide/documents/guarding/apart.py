"""Run a job in a process of its own, under limits, and take back what it answers.

A library that aborts, loops or swallows memory cannot be stopped from inside; a process can. Where our
process has one thread only (a command line has, a notebook has not) it is copied by fork, which takes
a few milliseconds. Elsewhere a fresh interpreter is started, as a copy made amid threads may lock up.
"""

from __future__ import annotations

import contextlib
import faulthandler
import math
import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from select import select
from typing import Any, NoReturn

from turntide.documents.guarding.limits import Budget

OUT_OF_MEMORY, TOO_DEEP, BROKE, TOO_MUCH = 81, 82, 83, 84
"""Exit statuses of a job that ended without an answer; they need no memory to say."""

TRACE = "TURNTIDE_TRACE"
"""Set this in the environment to see the traceback of a job that broke, on standard error."""

_NO_MEMORY = re.compile(r"bad_alloc|out of memory|(cannot|failed to) allocate", re.IGNORECASE)
"""How libraries written in C and C++ word it when their own errors stand for want of memory."""

_PIECE = 1 << 20
_GRACE = 2

Job = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: its answer, pickled, or the exit status (below 0: the signal), or out of time."""

    answer: bytes = b""
    status: int = 0
    out_of_time: bool = False


def run(job: Job, budget: Budget) -> Outcome:
    """Run a job apart and wait for it; nothing of it is left when this returns or is interrupted.

    The job must be a module's own function or a `functools.partial` of one, as it may have to be sent to a
    fresh interpreter.
    """
    room = Path(tempfile.mkdtemp(prefix="turntide-"))
    try:
        return _forked(job, budget, room) if may_fork() else _started(job, budget, room)
    finally:
        shutil.rmtree(room, ignore_errors=True)


def may_fork() -> bool:
    """Is it safe to copy this process? Only on Linux, and only while it has a single thread."""
    try:
        return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - names only
    except OSError:
        return False


def _forked(job: Job, budget: Budget, room: Path) -> Outcome:
    reading, writing = os.pipe()
    # An interrupt that comes while the process parts would be lost, or leave the child behind: it waits until we watch.
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    child = os.fork()
    if child == 0:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        os.close(reading)
        _work_and_exit(job, budget, room, writing)
    answer = None
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        os.close(writing)
        answer = _read_all(reading, time.monotonic() + budget.wall, budget.answer)
    finally:
        os.close(reading)
        status = _bury(child, kill=answer is None)
    return Outcome(out_of_time=True) if answer is None else Outcome(answer, status)


def _read_all(reading: int, until: float, most: int) -> bytes | None:
    """Everything the job says, or None when it takes too long or says too much."""
    pieces: list[bytes] = []
    size = 0
    while (left := until - time.monotonic()) > 0 and size <= most:
        if select([reading], [], [], left)[0]:
            piece = os.read(reading, _PIECE)
            if not piece:
                return b"".join(pieces)
            pieces.append(piece)
            size += len(piece)
    return None


def _bury(child: int, *, kill: bool) -> int:
    """Wait for the job to end (or end it), end whatever it has started, and give its exit status."""
    if kill:
        _kill_group(child)
    else:
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        _kill_group(child)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _kill_group(leader: int) -> None:
    for end in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(leader, signal.SIGKILL)


def _started(job: Job, budget: Budget, room: Path) -> Outcome:
    code = "from turntide.documents.guarding.apart import serve; serve()"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if TRACE in os.environ else subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        start_new_session=True,
    )
    try:
        answer, _ = process.communicate(pickle.dumps((job, budget, room)), timeout=budget.wall)
    except subprocess.TimeoutExpired:
        return Outcome(out_of_time=True)
    finally:
        end_group(process)
    return Outcome(answer, process.returncode)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """End a started process with everything it has started itself, and wait until it is gone."""
    if hasattr(os, "killpg"):
        _kill_group(process.pid)
    else:
        process.kill()
    with process:
        process.wait()


def serve() -> None:
    """In a fresh interpreter: take the job from standard input and answer on standard output."""
    job, budget, room = pickle.load(sys.stdin.buffer)
    _work_and_exit(job, budget, room, os.dup(1))


def _work_and_exit(job: Job, budget: Budget, room: Path, writing: int) -> NoReturn:
    status = BROKE
    try:
        _settle(budget, room)
        status = _answer(job, budget, writing)
    except BaseException as error:  # an abort of a library's own kind (a panic) is none of Exception's
        status = _meaning(error)
        if TRACE in os.environ:
            traceback.print_exc()
    finally:
        shutil.rmtree(room, ignore_errors=True)  # our parent does so too, unless it has been ended meanwhile
        os._exit(status)


def _answer(job: Job, budget: Budget, writing: int) -> int:
    answer = pickle.dumps(job(), protocol=pickle.HIGHEST_PROTOCOL)
    if len(answer) > budget.answer:
        return TOO_MUCH
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(answer)
    return 0


def _meaning(error: BaseException | None) -> int:
    while error is not None:
        if isinstance(error, MemoryError) or _NO_MEMORY.search(str(error)):
            return OUT_OF_MEMORY
        if isinstance(error, RecursionError):
            return TOO_DEEP
        error = error.__cause__ or error.__context__
    return BROKE


def _settle(budget: Budget, room: Path) -> None:
    """Stand alone: a session of our own, no handlers of our parent's, no voice, our own room, the limits."""
    with contextlib.suppress(OSError, AttributeError):  # a fresh interpreter leads its session already
        os.setsid()
    for name in ("SIGINT", "SIGTERM", "SIGALRM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    if TRACE not in os.environ:
        _fall_silent()
    tempfile.tempdir = os.environ["TMPDIR"] = str(room)
    _obey(budget)


def _fall_silent() -> None:
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.stdout = sys.stderr = os.fdopen(nowhere, "w")  # a notebook's or a test's may write elsewhere


def _obey(budget: Budget) -> None:
    try:
        import resource
    except ImportError:  # then the wall clock has to do
        return
    cpu = math.ceil(budget.cpu)
    for limit, soft, hard in (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_CPU, cpu, cpu + _GRACE),
        (resource.RLIMIT_FSIZE, budget.written, budget.written),
        (resource.RLIMIT_AS, *(_address_space() + budget.memory,) * 2),
    ):
        with contextlib.suppress(ValueError, OSError):  # a stricter limit than ours stands already
            resource.setrlimit(limit, (soft, hard))
    signal.alarm(math.ceil(budget.wall) + _GRACE)  # ends us even when our parent is gone


def _address_space() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
