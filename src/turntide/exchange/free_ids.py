"""Ids for what a person has added by hand."""

from __future__ import annotations

from itertools import count


def free_id(kind: str, taken: set[str]) -> str:
    """The first of "action-1", "action-2"… that is not taken; it is taken from then on."""
    id_ = next(id_ for number in count(1) if (id_ := f"{kind}-{number}") not in taken)
    taken.add(id_)
    return id_
