"""Mends: each kind, the sentence that says one, and the plain JSON under which it is kept and read back."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from turntide.mending.kinds import (
    MEANINGS,
    ColumnMeans,
    HeadingHolds,
    IsAction,
    IsNote,
    Mend,
    RowBelongsAbove,
    SameBody,
    SplitAt,
    said,
)
from turntide.reading.found_again import plain

__all__ = [
    "KINDS",
    "MEANINGS",
    "ColumnMeans",
    "HeadingHolds",
    "IsAction",
    "IsNote",
    "Mend",
    "MendError",
    "RowBelongsAbove",
    "SameBody",
    "SplitAt",
    "as_data",
    "from_data",
    "said",
]

KINDS: dict[str, type[Mend]] = {
    "column means": ColumnMeans,
    "row belongs above": RowBelongsAbove,
    "split at": SplitAt,
    "same body": SameBody,
    "is note": IsNote,
    "heading holds": HeadingHolds,
    "is action": IsAction,
}
"""Each kind of mend by the words it is kept under."""
_NAMES = {made: kind for kind, made in KINDS.items()}


class MendError(ValueError):
    """Why something is no mend, in one sentence."""


def as_data(mend: Mend) -> dict[str, Any]:
    """A mend as plain JSON: {"kind": "column means", "heading": "Who", "meaning": "lead"}."""
    values = {field.name: getattr(mend, field.name) for field in fields(mend)}
    return {
        "kind": _NAMES[type(mend)],
        **{name: list(value) if isinstance(value, tuple) else value for name, value in values.items()},
    }


def from_data(data: object) -> Mend:
    """The mend that was kept as this data. Raises MendError: one sentence on what is wrong with it."""
    if not isinstance(data, dict):
        raise MendError("A mend is kept as an object with its kind and its words, and this is none.")
    kind = data.get("kind")
    made = KINDS.get(kind) if isinstance(kind, str) else None
    if made is None:
        raise MendError(f"{kind!r} is no kind of mend: it should be one of {', '.join(KINDS)}.")
    wanted = [field.name for field in fields(made)]
    if unknown := sorted(str(name) for name in data.keys() - {"kind", *wanted}):
        raise MendError(f"A mend of the kind “{kind}” has no “{unknown[0]}”: it has {', '.join(wanted)}.")
    values = {name: _value(name, data, str(kind)) for name in wanted}
    return _sound(made(**values))


def _value(name: str, data: dict[Any, Any], kind: str) -> Any:
    if name not in data:
        raise MendError(f"A mend of the kind “{kind}” must say its “{name}”.")
    value = data[name]
    if name == "actions":
        return _texts(value)
    if name == "meaning":
        return _meaning(value)
    return _text(name, value)


def _meaning(value: Any) -> str | None:
    if value is not None and (not isinstance(value, str) or value not in list(MEANINGS)):
        known = ", ".join(meaning.value for meaning in MEANINGS)
        raise MendError(f"{value!r} is no meaning a column can have: it should be null or one of {known}.")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or not value:
        raise MendError("The actions a heading holds must be given as a list of their texts, one at least.")
    return tuple(_text("actions", one) for one in value)


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or not plain(value):
        raise MendError(f"The “{name}” of a mend must be words of the document, and {value!r} is none.")
    return value


def _sound(mend: Mend) -> Mend:
    """The mend, where its parts can go together."""
    if isinstance(mend, SplitAt) and f" {plain(mend.before)}" not in f" {plain(mend.text)}"[1:]:
        raise MendError(
            "An action can only be split at words that stand inside its text, after its first word."
        )
    if isinstance(mend, SameBody) and mend.name.split() == mend.other.split():
        raise MendError(f"“{mend.other}” and “{mend.name}” are one spelling: nothing is to be said of them.")
    return mend
