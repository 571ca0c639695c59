"""Owner cells taken apart at their separators, with each name's place.

See `owner_roles` for 'Lead: …' and `names_run_together` for names with nothing between them.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from turntide.reading.wordings.joined_names import anded, certain
from turntide.reading.wordings.learnt_names import learn
from turntide.reading.wordings.lists import entries
from turntide.reading.wordings.names_run_together import Known, run_together
from turntide.reading.wordings.owner_roles import Role, roles
from turntide.reading.wordings.owners_lexicon import plain
from turntide.reading.wordings.stretches import Stretch, cut

__all__ = ["Known", "Role", "Stretch", "learn", "roles", "run_together", "separated"]

_EDGES = " \t\r\n\u00a0,;/•*–—-"
_HANGS_ON = re.compile(r"(?:\b(?:and|of|for|the|in|with|at)|[&/–-])$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:and|&|of|for|in|at)\s")
_EMPTY = re.compile(r"(?:etc\.?|and others|tbc|tba|n/a)?", re.IGNORECASE)


def separated(text: str, known: Collection[str] = ()) -> tuple[Stretch, ...]:
    """The names of an owner cell, cut at list marks, lines, ';', '/', ',' and, where safe, '.' and 'and'.

    The strongest separator of the cell is the one that parts names; commas and 'and' are part of a name where
    a stronger one is there ('Planning, development and transport' on a line of its own). ``known`` are names
    seen elsewhere in the document: one of them is never cut.
    """
    names = known.names if isinstance(known, Known) else frozenset(map(plain, known))
    found: list[Stretch] = []
    rows = _rows(text)
    for row in rows:
        found += _pieces(row, names, alone=len(rows) == 1)
    found = [_without_etc(text, piece) for piece in found]
    return tuple(piece for piece in found if not _EMPTY.fullmatch(piece.text))


def _without_etc(text: str, piece: Stretch) -> Stretch:
    """Without an 'etc.', or the full stop of the sentence it closes (that of 'Ltd.' stays)."""
    more = re.search(r"\s+(?:etc\.?|and others)$|(?<=\w{4})\.$", piece.text, re.IGNORECASE)
    return cut(text, piece.start, piece.start + more.start(), _EDGES) if more else piece


def _rows(text: str) -> list[Stretch]:
    """The entries of the cell's list or lines; a line that hangs on the next is joined to it.

    Lines that end in commas are one line, broken: there the commas part the names.
    """
    broken = [line.rstrip() for line in text.rstrip().split("\n")[:-1]]
    if broken and sum(line.endswith(",") for line in broken) * 2 > len(broken):
        return [cut(text, 0, len(text), _EDGES)]
    rows: list[Stretch] = []
    for entry in entries(text):
        last = rows[-1] if rows else None
        if last and not entry.mark and (_HANGS_ON.search(last.text) or _GOES_ON.match(entry.text)):
            rows[-1] = Stretch(last.start, entry.end, text[last.start : entry.end])
        else:
            rows.append(Stretch(entry.start, entry.end, entry.text))
    return rows


def _pieces(row: Stretch, names: frozenset[str], alone: bool) -> list[Stretch]:
    """One row at its strongest separator. ``alone``: the row is the whole cell, so weak separators count."""
    if plain(row.text) in names:
        return [_trimmed(row, 0, len(row.text))]
    strong = _split(row, ";")
    if len(strong) > 1:
        return [piece for part in strong for piece in _listed(part, names)]
    if alone:
        return _weakly(row, names)
    return _listed(row, names)


def _listed(row: Stretch, names: frozenset[str]) -> list[Stretch]:
    """A line of several: its commas count only where every part is a name for certain."""
    parts = _split(row, ",")
    if len(parts) > 1 and all(certain(part.text, names) for part in parts):
        return parts
    return _slashed(row, names)


def _weakly(row: Stretch, names: frozenset[str]) -> list[Stretch]:
    parts = _merged(row, _split(row, ","), names)
    if len(parts) > 1:
        last = _anded(parts[-1], names)
        return [piece for part in [*parts[:-1], *last] for piece in _slashed(part, names)]
    slashed = _slashed(row, names)
    if len(slashed) > 1:
        return slashed
    return _at_stops(row, names) or _anded(row, names)


def _merged(row: Stretch, parts: list[Stretch], names: frozenset[str]) -> list[Stretch]:
    """Comma parts put together again where a known name, or 'x, y and z' as one name, had been cut."""
    found: list[Stretch] = []
    at = 0
    while at < len(parts):
        take = _longest(row, parts, at, names)
        found.append(_trimmed(row, parts[at].start - row.start, parts[take].end - row.start))
        at = take + 1
    return [
        Stretch(one.start + drop, one.end, one.text[drop:])
        for one in found
        if (drop := _leading_and(one.text)) < len(one.text)
    ]


def _leading_and(text: str) -> int:
    match = re.match(r"(?:and|&)\s+", text)
    return match.end() if match else 0


def _longest(row: Stretch, parts: list[Stretch], at: int, names: frozenset[str]) -> int:
    """The last part that belongs to the same name as the part at ``at``."""
    for take in range(len(parts) - 1, at, -1):
        joined = row.text[parts[at].start - row.start : parts[take].end - row.start]
        if plain(joined) in names or _is_one_name(parts[at : take + 1], names):
            return take
    return at


def _is_one_name(parts: list[Stretch], names: frozenset[str]) -> bool:
    """'Planning, development and transport': an 'and' in the last part only, small letters after the commas.

    A list of bodies that happen to be in small letters begins with one that stands by itself.
    """
    if len(parts) > 3 or any(re.search(r"\s(?:and|&)\s", part.text) for part in parts[:-1]):
        return False
    last = re.fullmatch(r"(?P<y>.+?)\s+(?:and|&)\s+(?P<z>.+)", parts[-1].text)
    if not last or _leading_and(parts[-1].text):
        return False
    pieces = [*(part.text for part in parts[:-1]), last["y"], last["z"]]
    if any("(" in piece for piece in pieces):
        return False
    sure = [certain(piece, names) for piece in pieces]
    if all(part.text[0].islower() for part in parts[1:]) and pieces[0][0].isupper():
        return not all(sure) and not (len(pieces[0].split()) > 1 and sure[0])
    return not any(sure) and all(len(piece.split()) == 1 for piece in pieces)


def _anded(row: Stretch, names: frozenset[str]) -> list[Stretch]:
    """'Housing and Public Health': parted where the sides are names for all one knows."""
    return [_trimmed(row, start, end) for start, end in anded(row.text, names) or ((0, len(row.text)),)]


def _slashed(row: Stretch, names: frozenset[str]) -> list[Stretch]:
    """At '/', unless it stands in a short form ('n/a'), or its left side lends its head from the right."""
    if plain(row.text) in names or "//" in row.text:
        return [_trimmed(row, 0, len(row.text))]
    parts = _split(row, "/")
    if len(parts) < 2 or any(len(part.text) < 2 for part in parts) or not all(part.text for part in parts):
        return [_trimmed(row, 0, len(row.text))]
    spaced = re.search(r"\s/|/\s", row.text) is not None
    shared = not spaced and any(
        len(left.text.split()) == 1 and not certain(left.text, names) and len(right.text.split()) > 1
        for left, right in pairwise(parts)
    )
    small = not spaced and any(part.text[0].islower() for part in parts[1:])
    return [_trimmed(row, 0, len(row.text))] if shared or small else parts


def _at_stops(row: Stretch, names: frozenset[str]) -> list[Stretch]:
    """'Housing. Public Health', 'Housing – Police': where every part is a name for certain."""
    for stop in (r"\.(?=\s|$)", r"\s[-–—](?=\s)"):
        parts = _split(row, stop)
        if len(parts) > 1 and all(certain(part.text, names) for part in parts):
            return parts
    return []


def _split(row: Stretch, separator: str) -> list[Stretch]:
    """The parts between separators that do not stand in brackets."""
    pattern = re.compile(separator)
    found, at = [], 0
    for match in pattern.finditer(row.text):
        before = row.text[: match.start()]
        if before.count("(") <= before.count(")"):
            found.append(_trimmed(row, at, match.start()))
            at = match.end()
    found.append(_trimmed(row, at, len(row.text)))
    return [part for part in found if part.text]


def _trimmed(row: Stretch, start: int, end: int) -> Stretch:
    piece = cut(row.text, start, end, _EDGES)
    return Stretch(row.start + piece.start, row.start + piece.end, piece.text)
