"""The order in which a document shows headings and actions, so that each stands where it belongs.

A plan lists its headings and its actions apart, in any order; a document shows each heading with its own
actions, then the headings below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from turntide.plan.model import Plan

DEEPEST = 6
"""Markdown and HTML have six levels of heading; the first is the document's title."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Indices into the plan's headings and actions: actions under none, then (heading, depth, its actions)."""

    loose: tuple[int, ...]
    branches: tuple[tuple[int, int, tuple[int, ...]], ...]

    @property
    def headings(self) -> list[int]:
        """The headings in the order shown."""
        return [heading for heading, _, _ in self.branches]

    @property
    def actions(self) -> list[int]:
        """The actions in the order shown."""
        return [*self.loose, *(action for _, _, actions in self.branches for action in actions)]


def arranged(plan: Plan) -> Arrangement:
    """The plan's headings from the outermost in, each followed by its actions; none is left out or repeated."""
    by_id = {heading.id: at for at, heading in reversed(list(enumerate(plan.headings)))}
    under: dict[int | None, list[int]] = {}
    for at, action in enumerate(plan.actions):
        under.setdefault(by_id.get(action.under) if action.under is not None else None, []).append(at)
    branches = ((at, depth, tuple(under.get(at, ()))) for at, depth in _walk(plan, by_id))
    return Arrangement(tuple(under.get(None, ())), tuple(branches))


def _walk(plan: Plan, by_id: dict[str, int]) -> Iterator[tuple[int, int]]:
    below: dict[int, list[int]] = {}
    roots: list[int] = []
    for at, heading in enumerate(plan.headings):
        parent = by_id.get(heading.parent) if heading.parent is not None else None
        (roots if parent is None else below.setdefault(parent, [])).append(at)
    seen: set[int] = set()
    for root in (*roots, *range(len(plan.headings))):  # the second part finds headings whose parents loop
        waiting = [(root, 0)]
        while waiting:
            at, depth = waiting.pop()
            if at not in seen:
                seen.add(at)
                yield at, depth
                waiting += [(child, depth + 1) for child in reversed(below.get(at, ()))]


def marks_at(depth: int) -> int:
    """How many # a heading of this depth bears; the document's title has the one."""
    return min(depth + 2, DEEPEST)


@dataclass(slots=True)
class Nesting:
    """Which heading the next one stands under, from their number of # alone."""

    _open: list[tuple[int, str]] = field(default_factory=list)

    @property
    def current(self) -> str | None:
        """The id of the last heading; None before the first."""
        return self._open[-1][1] if self._open else None

    def enter(self, marks: int, id_: str) -> str | None:
        """Go on to a heading; gives the id of the heading above it."""
        while self._open and self._open[-1][0] >= marks:
            self._open.pop()
        above = self.current
        self._open.append((marks, id_))
        return above
