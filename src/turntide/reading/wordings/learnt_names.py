"""The names a document uses for bodies, learnt from all its owner cells together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from turntide.reading.wordings.joined_names import plainly_two, without_joined
from turntide.reading.wordings.lists import entries
from turntide.reading.wordings.names_run_together import (
    LONGEST,
    Known,
    Words,
    cheapest,
    could_be_name,
    is_like_one_name,
)
from turntide.reading.wordings.owners_lexicon import plain, stands


def learn(cells: Iterable[str]) -> Known:
    """The names in a document's owner cells, worked out from whole cells and what their likes leave over."""
    rows = [row.text for cell in cells for row in entries(cell)]
    seen = Counter(plain(row) for row in rows if _undivided(row))
    seen.update(plain(piece) for row in rows if not _undivided(row) for piece in _listed(row))
    seen.pop("", None)
    apart = without_joined(seen)
    wholes = {tuple(cell.split()): n for cell, n in sorted(apart.items()) if len(cell.split()) <= LONGEST}
    names = dict(wholes) | _left_over(wholes)
    composite = {cell: parts for cell in wholes if (parts := _parts(cell, names))}
    runs = len(composite) > 1 or any(len(part) > 1 for parts in composite.values() for part in parts[:1])
    if not runs:
        return _known(names, runs=False)
    atoms = {name: count for name, count in names.items() if name not in composite}
    return _known(_atomic(atoms | _remainders(wholes, atoms)), runs=True)


def _undivided(row: str) -> bool:
    """Whether a line holds no separator, or only the comma of 'Planning, development and transport'."""
    one = re.fullmatch(r"[^,;/]+(?:,\s[a-z][^,;/]*)?,\s[a-z][^,;/]*\sand\s[^,;/]+", row)
    return one is not None or not (
        re.search(r"[,;]|\s/|/\s", row) or _is_slashed_list(row) or plainly_two(row)
    )


def _is_slashed_list(row: str) -> bool:
    """'Parks/Housing/Police': three names or more; two may be one ('Parks/Gardens'), or lend an end to the first,

    unless each of the two is plainly a body ('Digital Team/Customer Services').

    'Adult/Family/Youth Services' is such a name: its last words belong to all.
    """
    parts = row.split("/")
    if any(len(part) < 2 or not part[0].isupper() for part in parts):
        return False
    if len(parts) < 3:
        return len(parts) == 2 and all(len(part.split()) > 1 and stands(part) for part in parts)
    lends = len(parts[-1].split()) > 1
    return not lends or all(stands(part) or len(part.split()) > 1 for part in parts[:-1])


def _listed(row: str) -> list[str]:
    """The names of a row that lists them between separators: each begins with a capital, and none is joined."""
    pieces = [piece.strip() for piece in re.split(r"[,;/]", row)]
    plainly = all(piece[:1].isupper() or piece[:1].isdigit() for piece in pieces)
    return pieces if plainly and not re.search(r"\s(?:and|&)\s|[().]", row) else []


def _known(names: Mapping[Words, int], runs: bool) -> Known:
    return Known({" ".join(name): count for name, count in sorted(names.items())}, runs)


def _atomic(names: Mapping[Words, int]) -> dict[Words, int]:
    """Without the cells that the other names take apart, each tried with itself left out."""
    kept: dict[Words, int] = {}
    for name, count in names.items():
        others = _known({other: number for other, number in names.items() if other != name}, runs=True)
        written = tuple(word.upper() if len(word) < 3 else word.capitalize() for word in name)
        if len(name) < 3 or count > 1 or len(cheapest(name, written, others)) == 1:
            kept[name] = count
    return kept


def _left_over(wholes: Mapping[Words, int]) -> dict[Words, int]:
    """What is left of cells when other whole cells are taken off their ends, from both sides of it.

    A name left over behind one cell and before another ('A Parks', 'Parks B') stands by itself.
    """
    behind: Counter[Words] = Counter()
    before: Counter[Words] = Counter()
    for cell in wholes:
        for at in range(1, len(cell)):
            head, tail = cell[:at], cell[at:]
            if head in wholes and could_be_name(tail):
                behind[tail] += wholes[cell]
            if tail in wholes and could_be_name(head):
                before[head] += wholes[cell]
    return {name: behind[name] + before[name] for name in sorted(behind) if name in before}


def _parts(cell: Words, names: Mapping[Words, int]) -> tuple[Words, ...]:
    """The two names or more a cell is made of, each known from elsewhere; empty where it is not."""
    for at in range(1, len(cell)):
        head, tail = cell[:at], cell[at:]
        if head in names and could_be_name(head) and could_be_name(tail):
            if tail in names:
                return (head, tail)
            if rest := _parts(tail, names):
                return (head, *rest)
    return ()


def _remainders(wholes: Mapping[Words, int], names: Mapping[Words, int]) -> dict[Words, int]:
    """What a cell of a run-together document leaves when its longest known head or tail is taken off."""
    found: Counter[Words] = Counter()
    for cell, count in wholes.items():
        if cell in names and count > 1:
            continue
        heads = [at for at in range(1, len(cell)) if cell[:at] in names and could_be_name(cell[at:])]
        tails = [at for at in range(1, len(cell)) if cell[at:] in names and could_be_name(cell[:at])]
        rest = cell[heads[-1] :] if heads else cell[: tails[0]] if tails else ()
        if rest and is_like_one_name(rest):
            found[rest] += count
    return {name: count for name, count in sorted(found.items()) if name not in names}
