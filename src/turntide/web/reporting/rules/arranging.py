"""The parts of a paper put in, taken out and moved: keys in, keys out. Pure."""

from __future__ import annotations

from collections.abc import Sequence

Keys = tuple[str, ...]
MOVES = ("in", "out", "up", "down")
ANNEX = "annex"
"""The part that always comes last."""


def parts_on(chosen: Sequence[str], usual: Sequence[tuple[str, bool]]) -> Keys:
    """The parts that are on, in order. ``usual`` are all there are, each with whether it is on unless chosen.

    A part that a later version no longer has is left out.
    """
    known = [key for key, _on in usual]
    kept = [key for key in dict.fromkeys(chosen) if key in known]
    return _annex_last(kept or [key for key, on in usual if on])


def arranged(on: Sequence[str], move: str, part: str, every: Sequence[str]) -> Keys:
    """The parts after one of MOVES. A part put in goes where it usually stands; the last one stays in."""
    if move == "in" and part in every and part not in on:
        return _annex_last(_with(tuple(on), part, every))
    if part not in on:
        return tuple(on)
    if move == "out":
        return tuple(each for each in on if each != part) or tuple(on)
    return _annex_last(_moved(list(on), part, {"up": -1, "down": 1}.get(move, 0)))


def _with(on: Keys, part: str, every: Sequence[str]) -> Keys:
    before = set(every[: every.index(part)])
    place = max((at + 1 for at, each in enumerate(on) if each in before), default=0)
    return (*on[:place], part, *on[place:])


def _moved(on: list[str], part: str, by: int) -> Keys:
    at = on.index(part)
    to = min(max(at + by, 0), len(on) - 1)
    on.insert(to, on.pop(at))
    return tuple(on)


def _annex_last(keys: Sequence[str]) -> Keys:
    return tuple(sorted(keys, key=lambda each: each == ANNEX))
