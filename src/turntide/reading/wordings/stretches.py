"""A stretch cut out of a text, with the characters it stood at."""

from __future__ import annotations

from dataclasses import dataclass

EDGES = " \t\r\n\u00a0\u2003\u2009"


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Characters ``start`` to ``end`` (left out) of a text; ``text`` is exactly ``whole[start:end]``."""

    start: int
    end: int
    text: str


def cut(whole: str, start: int, end: int, edges: str = EDGES) -> Stretch:
    """The stretch between two places without the ``edges`` characters at its ends."""
    while start < end and whole[start] in edges:
        start += 1
    while end > start and whole[end - 1] in edges:
        end -= 1
    return Stretch(start, end, whole[start:end])


def lines(whole: str) -> tuple[Stretch, ...]:
    """The lines of a text that hold something, without the white space around them."""
    found: list[Stretch] = []
    at = 0
    for line in whole.split("\n"):
        found.append(cut(whole, at, at + len(line)))
        at += len(line) + 1
    return tuple(stretch for stretch in found if stretch.text)
