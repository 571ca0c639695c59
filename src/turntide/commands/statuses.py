"""Exit statuses: how a program that called the command line learns what became of its call."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from turntide.documents.refusals import Reason


class Status(IntEnum):
    """Every exit status there is. They keep their numbers; docs/exit-statuses.md explains them."""

    meaning: str

    def __new__(cls, value: int, meaning: str) -> Status:
        """Keep the explanation with the number, so that the guide cannot drift from the code."""
        status = int.__new__(cls, value)
        status._value_ = value
        status.meaning = meaning
        return status

    OK = 0, "All is well: the plan was read, nothing was found, nothing differs, the file is valid."
    FOUND = 1, "Done, and there is something to look at: findings, differences, or faults of a JSON file."
    WRONG_USE = 2, "The command was not given as it should be; the message says what is wrong with it."
    MISSING = 3, "The file is not there, may not be read, or the folder holds no file that is read."
    UNKNOWN_FORMAT = 4, "The file is in no format that is read, or its name promises another than it is in."
    DAMAGED = 5, "The file is damaged, cut off or empty."
    ENCRYPTED = 6, "The file is locked with a password."
    UNSAFE = 7, "The file is too large, asks for too much time or memory, or is built to do harm."
    NEEDS_MORE = (
        8,
        "The file needs LibreOffice or the text recognition of the extra “ocr”; the message says how.",
    )
    SOME_REFUSED = 9, "Of several files at least one was not read; the others were."
    NOT_WRITTEN = 10, "The result could not be written where it should go."
    UNFORESEEN = 70, "A fault of ours. Please report it; TURNTIDE_TRACE=1 shows where it happened."
    INTERRUPTED = 130, "Stopped with Ctrl+C."
    CUT_OFF = 141, "Whatever the output was piped to stopped listening (as “head” does)."


OF_REASON = {
    Reason.MISSING: Status.MISSING,
    Reason.UNKNOWN: Status.UNKNOWN_FORMAT,
    Reason.WRONG_NAME: Status.UNKNOWN_FORMAT,
    Reason.EMPTY: Status.DAMAGED,
    Reason.DAMAGED: Status.DAMAGED,
    Reason.ENCRYPTED: Status.ENCRYPTED,
    Reason.TOO_LARGE: Status.UNSAFE,
    Reason.UNSAFE: Status.UNSAFE,
    Reason.NO_TEXT: Status.NEEDS_MORE,
    Reason.NEEDS_PROGRAM: Status.NEEDS_MORE,
}
"""The exit status of each reason for which a file is not read."""


def overall(of_each: Iterable[Status], *, several: bool) -> Status:
    """The status of a run from those of its files: one refusal among several files outweighs findings."""
    statuses = set(of_each)
    refused = statuses - {Status.OK, Status.FOUND}
    if refused:
        return Status.SOME_REFUSED if several else refused.pop()
    return Status.FOUND if Status.FOUND in statuses else Status.OK
