"""Read a document in a process of its own and turn whatever becomes of that into a document or a refusal."""

from __future__ import annotations

import io
import pickle
import signal
from functools import partial
from typing import Any

from turntide.documents.document import Document
from turntide.documents.guarding import apart
from turntide.documents.guarding.apart import Job, Outcome
from turntide.documents.guarding.archive import damaged
from turntide.documents.guarding.limits import MEGABYTE, Budget
from turntide.documents.guarding.names import spoken
from turntide.documents.refusals import Reason, Refusal

_TRUSTED = ("turntide.documents.document", "turntide.documents.refusals", "turntide.plan.source")
_ABORTS = frozenset({"SIGABRT", "SIGTRAP", "SIGILL", "SIGKILL"})
"""How libraries written in C, C++ and Rust end when they get no more memory, and how Linux ends them."""


def read_guarded(job: Job, name: str, budget: Budget) -> Document:
    """Run a job that gives a Document apart, within its budget.

    Raises Refusal: the job's own; TOO_LARGE where it needed more time, memory or depth than it may; DAMAGED
    where it broke in any other way.
    """
    outcome = apart.run(partial(_caught, job), budget)
    answer = _unpickled(outcome, name) if outcome.status == 0 and not outcome.out_of_time else None
    if isinstance(answer, Document):
        return answer
    raise answer if isinstance(answer, Refusal) else _refusal(outcome, name, budget)


def _caught(job: Job) -> Document | Refusal:
    try:
        document: Document = job()
    except Refusal as refusal:
        return refusal
    return document


def _unpickled(outcome: Outcome, name: str) -> object:
    try:
        return _Trusting(io.BytesIO(outcome.answer)).load()
    except Exception as error:
        raise damaged(name) from error


class _Trusting(pickle.Unpickler):
    """Takes nothing but documents and refusals from a process that has read who knows what."""

    def find_class(self, module: str, name: str) -> Any:
        if module not in _TRUSTED:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a document")
        return super().find_class(module, name)


def _refusal(outcome: Outcome, name: str, budget: Budget) -> Refusal:
    if outcome.out_of_time or _signal(outcome) in {"SIGXCPU", "SIGALRM"}:
        return _too_large(name, f"takes longer than {budget.wall:.0f} seconds to read")
    if outcome.status == apart.OUT_OF_MEMORY or _signal(outcome) in _ABORTS:
        return _too_large(name, f"asks for more than {budget.memory // MEGABYTE:,} MB of memory")
    if outcome.status == apart.TOO_DEEP:
        return _too_large(name, "is nested too deeply to read")
    if outcome.status == apart.TOO_MUCH:
        return _too_large(name, "holds more than can be handed on")
    return damaged(name)


def _signal(outcome: Outcome) -> str:
    try:
        return signal.Signals(-outcome.status).name
    except ValueError:
        return ""


def _too_large(name: str, fault: str) -> Refusal:
    return Refusal(
        Reason.TOO_LARGE,
        f"{spoken(name)} {fault}: save the part with the plan as a file of its own and give that.",
    )
