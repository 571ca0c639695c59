"""Merging and splitting, held against an edition whose edits are known."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tarrow_plan import edited, renumbered, tarrow, without

from turntide.editions import Comparison, Fate, compare
from turntide.plan.model import Action, Body, Plan

PLAN = tarrow()
Truth = set[tuple[frozenset[str], frozenset[str]]]

MERGED: dict[str, tuple[str, str]] = {
    "1.1": (
        "1.3",
        "Mark a mile loop from every library door; benches two hundred metres apart on shopping streets",
    ),
    "2.1": ("2.4", "Train midday supervisors to lead playground games and a girls' football hub at Marl End"),
    "3.1": (
        "3.3",
        "Gentle exercise in village halls for patients with back pain, and strength and balance classes in "
        "sheltered housing",
    ),
    "4.5": (
        "4.7",
        "Insure small clubs through a shared policy; map community kitchens with their spare hours",
    ),
    "5.2": ("5.6", "Make stairwells pleasanter than lifts and install showers and cycle racks in depots"),
}
SPLIT: dict[str, tuple[str, str]] = {
    "1.7": (
        "Write health questions for large planning applications",
        "Agree a checklist of questions with the planning committee",
    ),
    "2.7": (
        "Run holiday clubs in the three poorest wards",
        "Serve a cooked lunch at each of the holiday clubs",
    ),
    "3.7": (
        "Match newly diagnosed cancer patients with a companion",
        "Train each walking companion before the match",
    ),
    "4.2": ("Convert the empty bakery into a repair café", "Make a meeting room in the empty bakery"),
    "5.4": (
        "Offer mental health first aid courses to foremen",
        "Take first aid courses on to the building sites",
    ),
}
REWORDED = {
    "1.2": "Light the path along the canal between Fenby lock and the mill",
    "2.3": "Catch-up swimming lessons for pupils who left primary school without being able to swim",
    "3.8": "Measure how breathless people are before and after they join the singing programme",
    "4.6": "Ring widowed residents known to the bereavement service six weeks on",
}
DROPPED = ("1.8", "2.8", "5.8")
ADDED = (
    "Hire an allotment officer",
    "Print seed packets for every primary school",
    "Count otters on the Sallow",
)


def by_ref(ref: str) -> Action:
    return next(action for action in PLAN.actions if action.ref == ref)


def second_edition() -> Plan:
    """Every edit above, with rows put in so that all references shift."""
    new = edited(PLAN, REWORDED | {ref: text for ref, (_, text) in MERGED.items()})
    new = without(new, [*DROPPED, *(other for other, _ in MERGED.values())])
    actions = [replace(by_ref("1.1"), text=text, leads=(Body("Parks and Rivers"),)) for text in ADDED]
    for action in new.actions:
        parts = SPLIT.get(action.ref or "")
        actions += [replace(action, text=part) for part in parts] if parts else [action]
    return renumbered(PLAN, actions)


def truth_of_merges() -> Truth:
    pairs = MERGED.items()
    return {
        (frozenset((by_ref(r).text, by_ref(other).text)), frozenset([text])) for r, (other, text) in pairs
    }


def truth_of_splits() -> Truth:
    return {(frozenset([by_ref(ref).text]), frozenset(parts)) for ref, parts in SPLIT.items()}


def found(compared: Comparison, kind: Fate) -> Truth:
    return {
        (frozenset(a.text for a in pairing.old), frozenset(a.text for a in pairing.new))
        for pairing in compared.of(kind)
    }


@pytest.mark.parametrize(("kind", "truth"), [(Fate.MERGED, truth_of_merges), (Fate.SPLIT, truth_of_splits)])
def test_merges_and_splits_are_found(kind: Fate, truth: Callable[[], Truth]) -> None:
    seen, true = found(compare(PLAN, second_edition()), kind), truth()
    assert len(seen & true) / len(seen) >= 0.9, seen - true
    assert len(seen & true) / len(true) >= 0.8, true - seen


def test_the_reverse_of_a_merge_is_a_split() -> None:
    there, back = compare(PLAN, second_edition()), compare(second_edition(), PLAN)
    assert {(new, old) for old, new in found(there, Fate.MERGED)} == found(back, Fate.SPLIT)


def test_the_rest_is_what_it_is() -> None:
    compared = compare(PLAN, second_edition())
    reworded = {(p.old[0].text, p.new[0].text) for p in compared.of(Fate.REWORDED)}
    assert reworded == {(by_ref(ref).text, text) for ref, text in REWORDED.items()}
    assert {p.new[0].text for p in compared.of(Fate.ADDED)} == set(ADDED)
    assert {p.old[0].text for p in compared.of(Fate.DROPPED)} == {by_ref(ref).text for ref in DROPPED}
