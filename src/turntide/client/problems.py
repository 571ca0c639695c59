"""What a site refuses, as exceptions. Each says in a sentence what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong: where ('body.lifecycle'), and what to do."""

    where: str
    detail: str


class UnreachableError(Exception):
    """No site answered, also after it was tried again."""


class ProblemError(Exception):
    """A site refused. ``type`` tells what kind of problem it is (RFC 9457), ``stands`` what is there instead."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.status: int = told["status"]
        self.type = str(told.get("type", "about:blank"))
        self.title = str(told.get("title", ""))
        self.detail = str(told.get("detail", ""))
        self.errors = tuple(_wrongs(told.get("errors")))
        stands = told.get("stands")
        self.stands: Mapping[str, Any] | None = stands if isinstance(stands, dict) else None
        more = "".join(f" {each.where}: {each.detail}" for each in self.errors)
        super().__init__(f"{self.title}. {self.detail}{more}")


class NoKeyError(ProblemError):
    """No key was given, or one that opens nothing."""


class NotAllowedError(ProblemError):
    """The key does not let a program do this."""


class NotFoundError(ProblemError):
    """There is nothing there, or nothing for this key."""


class RefusedError(ProblemError):
    """It cannot be done as things stand."""


class ChangedMeanwhileError(ProblemError):
    """Somebody else wrote first. ``stands`` is what is there now; nothing was written over."""


class PublishedAnewError(ProblemError):
    """The place published anew while a list was read: begin it again."""


class WrongWordsError(ProblemError):
    """Something in the request is not as it should be; ``errors`` says what."""


class TooManyError(ProblemError):
    """Too many requests, also after waiting."""


_KINDS: Mapping[str, type[ProblemError]] = {
    "no-key": NoKeyError,
    "not-allowed": NotAllowedError,
    "not-found": NotFoundError,
    "refused": RefusedError,
    "changed-meanwhile": ChangedMeanwhileError,
    "not-as-seen": ChangedMeanwhileError,
    "published-anew": PublishedAnewError,
    "wrong-words": WrongWordsError,
    "other-words": WrongWordsError,
    "too-many": TooManyError,
}


def problem_of(status: int, title: str, told: Any) -> ProblemError:
    """A refusal as the exception it means. What stands between program and site may refuse in words of its own."""
    problem = told if isinstance(told, dict) else {}
    kind = str(problem.get("type", "")).rpartition(":")[2]
    return _KINDS.get(kind, ProblemError)({"title": title, **problem, "status": status})


def _wrongs(told: Any) -> Iterator[Wrong]:
    for each in told if isinstance(told, list) else ():
        if isinstance(each, dict):
            yield Wrong(str(each.get("where", "")), str(each.get("detail", "")))
