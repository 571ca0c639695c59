"""The best one-to-one assignment, by shortest augmenting paths (Jonker and Volgenant 1987)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf

Scores = Mapping[tuple[int, int], float]


def best_pairs(scores: Scores) -> dict[int, int]:
    """Pair left with right numbers so that the sum of the scores is greatest.

    ``scores`` holds only the pairs that may be; a number may stay alone, which scores 0. Numbers that no
    chain of possible pairs connects are solved apart, so that long plans cost little.
    """
    found: dict[int, int] = {}
    for lefts, rights in _components(scores):
        found |= _solve(lefts, rights, scores)
    return found


def _components(scores: Scores) -> list[tuple[list[int], list[int]]]:
    by_left: dict[int, list[int]] = {}
    by_right: dict[int, list[int]] = {}
    for left, right in sorted(scores):
        by_left.setdefault(left, []).append(right)
        by_right.setdefault(right, []).append(left)
    seen: set[int] = set()
    components = []
    for start in by_left:
        if start not in seen:
            lefts, rights = _reach(start, by_left, by_right)
            seen |= lefts
            components.append((sorted(lefts), sorted(rights)))
    return components


def _reach(
    start: int, by_left: Mapping[int, Sequence[int]], by_right: Mapping[int, Sequence[int]]
) -> tuple[set[int], set[int]]:
    lefts, rights, waiting = {start}, set[int](), [start]
    while waiting:
        for right in by_left[waiting.pop()]:
            rights.add(right)
            new = [left for left in by_right[right] if left not in lefts]
            lefts.update(new)
            waiting += new
    return lefts, rights


def _solve(lefts: list[int], rights: list[int], scores: Scores) -> dict[int, int]:
    """One component. Each left number has a place of its own beside the rights: to stay alone, at no cost."""
    width = len(rights) + len(lefts)
    costs = [[-scores.get((left, right), -inf) for right in rights] for left in lefts]
    for row, cost in enumerate(costs):
        cost += [0.0 if row == own else inf for own in range(len(lefts))]
    taken = _least_cost(costs, width)
    return {
        lefts[row]: rights[column] for column, row in enumerate(taken) if row >= 0 and column < len(rights)
    }


def _least_cost(costs: list[list[float]], width: int) -> list[int]:
    """For each column the row it goes to, or -1. Every row has a column of finite cost of its own."""
    row_price, column_price = [0.0] * len(costs), [0.0] * width
    taken = [-1] * width
    for row in range(len(costs)):
        column, came_from = _augment(row, costs, row_price, column_price, taken)
        while column >= 0:
            before = came_from[column]
            taken[column] = row if before < 0 else taken[before]
            column = before
    return taken


def _augment(
    row: int, costs: list[list[float]], row_price: list[float], column_price: list[float], taken: list[int]
) -> tuple[int, list[int]]:
    """The free column at the end of the cheapest path from a row, and the way back. Updates the prices."""
    width = len(column_price)
    distance, came_from, done = [inf] * width, [-1] * width, [False] * width
    at_row, at_column, travelled = row, -1, 0.0
    while True:
        for column in range(width):
            if not done[column]:
                step = travelled + costs[at_row][column] - row_price[at_row] - column_price[column]
                if step < distance[column]:
                    distance[column], came_from[column] = step, at_column
        nearest = min((c for c in range(width) if not done[c]), key=lambda c: distance[c])
        travelled, at_column = distance[nearest], nearest
        if taken[nearest] < 0:
            break
        done[nearest], at_row = True, taken[nearest]
    row_price[row] += travelled
    for column in (c for c in range(width) if done[c]):
        row_price[taken[column]] += travelled - distance[column]
        column_price[column] -= travelled - distance[column]
    return at_column, came_from
