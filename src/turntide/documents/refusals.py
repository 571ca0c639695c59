"""Why a file is not read, said in one sentence that tells what to do."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """The kinds of refusal; each has its own documented exit status in the command line."""

    MISSING = "missing"
    EMPTY = "empty"
    UNKNOWN = "unknown format"
    WRONG_NAME = "wrong name"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    TOO_LARGE = "too large"
    UNSAFE = "unsafe"
    NO_TEXT = "no text layer"
    NEEDS_PROGRAM = "needs a program"


class Refusal(Exception):  # noqa: N818 - the field's word; it is an answer, not a crash
    """A file that is not read. ``str()`` is one sentence for a person: what is wrong and what to do."""

    def __init__(self, reason: Reason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.sentence = sentence

    def __reduce__(self) -> tuple[type[Refusal], tuple[Reason, str]]:
        """Refusals cross from the reading process to ours by pickle."""
        return (Refusal, (self.reason, self.sentence))
