"""Which bodies may be one, by their names: pure, and quick however many there are.

Only a person knows. So more is asked than merged: each pair comes with the reason why it is asked, the likeliest
first. Names are met in tables by what they share, so that no name is held against all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TypeVar
from uuid import UUID

from rapidfuzz.distance import DamerauLevenshtein

from turntide.web.organisations.name_words import Spelled, spelled

NEAR = 0.75
"""How much of a longer word must be the same for it to be the other one misspelt."""
LONG = 5
"""Letters from which a word may be misspelt: shorter ones differ by one letter and mean another thing."""
CROWD = 400
"""So many names that share all words but one say nothing by that."""


class Why(StrEnum):
    """Why two names may be those of one body."""

    SAME_WORDS = "same words"
    MISSPELT = "misspelt"
    KIND_LEFT_OUT = "kind left out"
    BODY_LEFT_OUT = "body left out"
    INITIALS = "initials"


SCORES = {
    Why.SAME_WORDS: 0.95,
    Why.MISSPELT: 0.9,
    Why.KIND_LEFT_OUT: 0.8,
    Why.INITIALS: 0.7,
    Why.BODY_LEFT_OUT: 0.65,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A body with every name it goes by."""

    id: UUID
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likely:
    """Two bodies that may be one: why, how likely (0 to 1), and the two names that say so."""

    one: UUID
    other: UUID
    why: Why
    score: float
    names: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Entry:
    body: UUID
    name: str
    words: Spelled


Key = TypeVar("Key", bound=Hashable)
Row = TypeVar("Row")
_Found = tuple[_Entry, _Entry, Why, float]


def likely_pairs(bodies: Iterable[Named]) -> list[Likely]:
    """Pairs of bodies that may be one, each once with its best reason; the likeliest first."""
    entries = [
        _Entry(body.id, name, words) for body in bodies for name in body.names for words in spelled(name)
    ]
    best: dict[tuple[UUID, UUID], Likely] = {}
    for one, other, why, score in _found(entries):
        if one.body == other.body or _told_apart(one.words, other.words):
            continue
        first, second = sorted((one, other), key=lambda entry: entry.body)
        pair = (first.body, second.body)
        if pair not in best or best[pair].score < score:
            best[pair] = Likely(*pair, why, score, (first.name, second.name))
    return sorted(best.values(), key=lambda each: (-each.score, each.names, each.one, each.other))


def _found(entries: Sequence[_Entry]) -> Iterator[_Found]:
    yield from _same(entries)
    yield from _misspelt(entries)
    yield from _kind_left_out(entries)
    yield from _initials(entries)
    yield from _body_left_out(entries)


def _same(entries: Sequence[_Entry]) -> Iterator[_Found]:
    for group in _table((entry.words.telling, entry) for entry in entries).values():
        for one, other in combinations(group[:CROWD], 2):
            yield one, other, Why.SAME_WORDS, SCORES[Why.SAME_WORDS]


def _misspelt(entries: Sequence[_Entry]) -> Iterator[_Found]:
    """Names with all words the same but one, and that one nearly."""
    less = (
        (entry.words.telling - {word}, (entry, word)) for entry in entries for word in entry.words.telling
    )
    for group in _table(less).values():
        if len(group) > CROWD:
            continue
        for (one, ours), (other, theirs) in combinations(group, 2):
            near = _nearness(ours, theirs) if one.body != other.body else 0.0
            if near >= NEAR:
                yield one, other, Why.MISSPELT, SCORES[Why.MISSPELT] * near


def _nearness(ours: str, theirs: str) -> float:
    """How alike two words are; a word that goes on ("transport", "transportation") is nearly the same."""
    if ours == theirs or min(len(ours), len(theirs)) < LONG:
        return 0.0
    if ours.startswith(theirs) or theirs.startswith(ours):
        return NEAR
    return float(DamerauLevenshtein.normalized_similarity(ours, theirs))


def _kind_left_out(entries: Sequence[_Entry]) -> Iterator[_Found]:
    for group in _table((entry.words.bare, entry) for entry in entries if entry.words.bare).values():
        for one, other in combinations(group[:CROWD], 2):
            ours, theirs = one.words.telling, other.words.telling
            if ours != theirs:
                # Where each names a kind, and another one, they are less likely the same.
                less = 1.0 if ours < theirs or theirs < ours else 0.6
                yield one, other, Why.KIND_LEFT_OUT, SCORES[Why.KIND_LEFT_OUT] * less


def _initials(entries: Sequence[_Entry]) -> Iterator[_Found]:
    longs = _table((letters, entry) for entry in entries for letters in entry.words.initials)
    for short in entries:
        if not short.words.acronym:
            continue
        meant = longs.get(short.words.acronym, [])
        bodies = {entry.body for entry in meant}
        for entry in meant:
            yield short, entry, Why.INITIALS, SCORES[Why.INITIALS] / max(1, len(bodies))


def _body_left_out(entries: Sequence[_Entry]) -> Iterator[_Found]:
    """'Tarrow Council Parks Team' and 'Parks Team', where there is a 'Tarrow Council'."""
    by_words = _table((entry.words.words, entry) for entry in entries)
    for long in entries:
        words = long.words.words
        for cut in range(1, len(words)):
            for whole, rest in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
                if whole in by_words:
                    for short in by_words.get(rest, ()):
                        yield long, short, Why.BODY_LEFT_OUT, SCORES[Why.BODY_LEFT_OUT]


def _told_apart(one: Spelled, other: Spelled) -> bool:
    """Whether figures, quarters of the compass or tiers of government tell two names apart."""
    if one.acronym or other.acronym:
        return False
    return (
        one.figures != other.figures
        or one.quarters != other.quarters
        or bool(one.tiers and other.tiers and one.tiers != other.tiers)
    )


def _table(rows: Iterable[tuple[Key, Row]]) -> Mapping[Key, list[Row]]:
    found: dict[Key, list[Row]] = defaultdict(list)
    for key, row in rows:
        found[key].append(row)
    return found
