"""Where each character of a document ended up: in which value of the plan, and whether in one only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from told_values import COPIED, WORKED_OUT, Told, letters, words_in

from turntide.documents.document import Document
from turntide.plan.source import Spot

Place = tuple[tuple[int, int, int, int], int]
"""One character: its paragraph or cell, and its offset there."""
Claim = tuple[str, object]
"""What stands for a character: a value's kind and the stretch it names, so that a merged cell that serves
several actions is one place."""

WHOLES = {
    "action.involving": frozenset({"lead", "partner"}),
    "action.milestones": frozenset({"milestone"}),
    "action.measures": frozenset({"measure"}),
}
"""The wording of a whole cell, and the kinds of its entries, beside which it stands."""
HEADS = frozenset({"column", "heading.text", "heading.ref", "heading.repeats"})
BESIDE_HEADS = frozenset({"timescale", "status"})
"""Kinds that may be worked out from a heading."""


def claims_of(values: Iterable[Told]) -> dict[Place, list[tuple[Told, Claim]]]:
    """Every value that stands for each character."""
    found: dict[Place, list[tuple[Told, Claim]]] = defaultdict(list)
    for told in values:
        if told.kind in WORKED_OUT:
            continue
        for spot in told.spots:
            claim = (told.kind, _stretch(spot))
            for at in range(spot.start, spot.end):
                found[spot.unit, at].append((told, claim))
    return found


def kinds_at(claims: Iterable[tuple[Told, Claim]]) -> set[Claim]:
    """The places of a character that count.

    The wording of an owners' cell or of a list stands beside the names or entries in it. A tick under a heading
    of time gives that heading as the timescale, and a section "Completed" gives its own words as the status:
    both are worked out, beside the heading.
    """
    found = {claim for _, claim in claims}
    kinds = {kind for kind, _ in found}
    for whole, entries in WHOLES.items():
        if kinds & entries:
            found = {claim for claim in found if claim[0] != whole}
    if kinds & HEADS:
        found = {claim for claim in found if claim[0] not in BESIDE_HEADS}
    return found


def misplaced(document: Document, values: list[Told]) -> list[str]:
    """What is wrong with the places of a document's letters, in words; nothing where each has exactly one."""
    claims = claims_of(values)
    wrong: dict[str, str] = {}
    for unit, text in document.texts.items():
        for at, char in enumerate(text):
            if not char.isalnum():
                continue
            standing = kinds_at(claims.get((unit, at), ()))
            if len(standing) != 1 or _twice_in_one(claims[unit, at]):
                kinds = sorted(kind for kind, _ in standing)
                wrong.setdefault(f"{text!r} stands in {kinds or 'no place'}", "")
    return list(wrong)


def _twice_in_one(claims: Iterable[tuple[Told, Claim]]) -> bool:
    """The same words twice in the same field of the same thing."""
    counted = Counter((told.kind, told.about, claim) for told, claim in claims if told.about)
    return any(times > 1 for times in counted.values())


def _stretch(spot: Spot) -> object:
    return (spot.unit, spot.start, spot.end)


def words_told(document: Document, values: Sequence[Told]) -> Counter[str]:
    """Every word of the plan's values, each place counted once."""
    found: Counter[str] = Counter()
    entries: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    seen: set[Claim] = set()
    heads = {place for told in values if told.kind in HEADS for place in _letters_of(told)}
    for told in values:
        worked_out = told.kind in BESIDE_HEADS and bool(told.spots) and _letters_of(told) <= heads
        if worked_out or told.kind in WORKED_OUT:
            continue
        words = _words_of(document, told, seen)
        seen |= {(told.kind, _stretch(spot)) for spot in told.spots}
        for whole, kinds in WHOLES.items():
            if told.kind in kinds:
                entries[whole, told.about] += Counter(words_in(told.wording))
        found += words - entries[told.kind, told.about] if told.kind in WHOLES else words
    return found


def _words_of(document: Document, told: Told, seen: set[Claim]) -> Counter[str]:
    """A value's words: its wording, as often as it stands; of one that shares a merged cell, only its own."""
    fresh = [spot for spot in told.spots if (told.kind, _stretch(spot)) not in seen]
    if len(fresh) < len(told.spots):
        return Counter(word for spot in fresh for word in words_in(document.text_at(spot)))
    times = 1
    if told.kind in COPIED and letters(told.wording):
        there = letters("".join(document.text_at(spot) for spot in told.spots))
        times = len(there) // len(letters(told.wording))
    return Counter({word: number * times for word, number in Counter(words_in(told.wording)).items()})


def _letters_of(told: Told) -> set[Place]:
    return {(spot.unit, at) for spot in told.spots for at in range(spot.start, spot.end)}
