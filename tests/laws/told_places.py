"""Where each character of a document ended up: in which value of the plan, and whether in one only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from told_values import COPIED, WORKED_OUT, Told, letters, words_in

from turntide.documents.document import Document
from turntide.plan.model import Plan

Place = tuple[tuple[int, int, int, int], int]
"""One character: its paragraph or cell, and its offset there."""
Claim = tuple[str, tuple[object, ...]]
"""A value that stands for a character: its kind and its spots, so that a merged cell that serves several
actions is one place."""

NAMES = frozenset({"lead", "partner"})
HEADS = frozenset({"column", "heading.text", "heading.ref", "heading.repeats"})


def claims_of(values: Iterable[Told]) -> dict[Place, list[tuple[Told, Claim]]]:
    """Every value that stands for each character."""
    found: dict[Place, list[tuple[Told, Claim]]] = defaultdict(list)
    for told in values:
        if told.kind in WORKED_OUT:
            continue
        claim = (told.kind, tuple((spot.unit, spot.start, spot.end) for spot in told.spots))
        for spot in told.spots:
            for at in range(spot.start, spot.end):
                found[spot.unit, at].append((told, claim))
    return found


def kinds_at(claims: Iterable[tuple[Told, Claim]]) -> set[Claim]:
    """The places of a character that count.

    The wording of an owners' cell stands beside the names in it. A tick under a heading of time gives that
    heading as the timescale, and a section "Completed" gives its own words as the status: both are worked out,
    beside the heading.
    """
    found = {claim for _, claim in claims}
    kinds = {kind for kind, _ in found}
    if kinds & NAMES:
        found = {claim for claim in found if claim[0] != "action.involving"}
    if kinds & HEADS:
        found = {claim for claim in found if claim[0] not in {"timescale", "status"}}
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


def words_told(document: Document, plan: Plan, values: Iterable[Told]) -> Counter[str]:
    """Every word of the plan's values, each place counted once."""
    found: Counter[str] = Counter()
    named: dict[str, Counter[str]] = defaultdict(Counter)
    seen: set[Claim] = set()
    heads = {spot.unit: spot for told in values if told.kind in HEADS for spot in told.spots}
    for told in values:
        claim = (told.kind, tuple((spot.unit, spot.start, spot.end) for spot in told.spots))
        if told.kind in NAMES:
            named[told.about].update(words_in(told.wording))
        worked_out = told.kind in WORKED_OUT or (
            told.kind in {"timescale", "status"} and _all_in(told, heads.keys())
        )
        if worked_out or (told.spots and claim in seen):
            continue
        seen.add(claim)
        found.update(_counted(document, told, named))
    return found


def _all_in(told: Told, units: Iterable[object]) -> bool:
    known = set(units)
    return bool(told.spots) and all(spot.unit in known for spot in told.spots)


def _counted(document: Document, told: Told, named: dict[str, Counter[str]]) -> Counter[str]:
    words = Counter(words_in(told.wording))
    if told.kind == "action.involving":
        return words - named[told.about]
    if told.kind in COPIED and told.spots:
        said = letters(told.wording)
        there = letters("".join(document.text_at(spot) for spot in told.spots))
        times = len(there) // len(said) if said else 1
        return Counter({word: number * times for word, number in words.items()})
    return words
