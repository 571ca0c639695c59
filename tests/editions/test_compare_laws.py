"""What holds for every pair of editions, whatever was edited."""

import random
import re
from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from tarrow_plan import renumbered, tarrow, texts

from turntide.editions import Fate, compare
from turntide.editions.assignment import best_pairs
from turntide.plan.model import Action, Plan

PLAN = tarrow()
OTHER_WORDS = re.findall(
    r"\w+",
    """lantern harvest copper violet meadowlark thimble granite orchard saffron whistle
pebble juniper walnut harbour velvet ember marble candle feather anchor""",
)

seeds = st.integers(min_value=0, max_value=10_000)


def reworded(text: str, chance: random.Random, share: float = 0.3) -> str:
    words = text.split()
    for at in chance.sample(range(len(words)), int(len(words) * share)):
        words[at] = chance.choice(OTHER_WORDS)
    return " ".join(words)


def test_a_plan_and_itself_are_the_same() -> None:
    compared = compare(PLAN, PLAN)
    assert {pairing.kind for pairing in compared.pairings} == {Fate.SAME}
    assert all(pairing.old == pairing.new and not pairing.changes for pairing in compared.pairings)
    assert all(pairing.kind == Fate.SAME and not pairing.changes for pairing in compared.headings)
    assert compared.changes == ()


def test_actions_with_the_very_same_words_are_themselves() -> None:
    twins = tuple(Action(f"a{at}", "Annual review") for at in range(4))
    plan = Plan(actions=twins)
    assert all(pairing.old == pairing.new for pairing in compare(plan, plan).pairings)


@settings(max_examples=15)
@given(seeds)
def test_reordering_and_renumbering_lose_nothing(seed: int) -> None:
    actions = random.Random(seed).sample(PLAN.actions, len(PLAN.actions))
    compared = compare(PLAN, renumbered(PLAN, actions))
    assert {pairing.kind for pairing in compared.pairings} == {Fate.SAME}
    assert all(texts(pairing.old) == texts(pairing.new) for pairing in compared.pairings)
    assert {change.field for pairing in compared.pairings for change in pairing.changes} <= {"reference"}


@settings(max_examples=15)
@given(seeds, st.integers(min_value=1, max_value=8))
def test_moving_actions_to_other_headings_is_seen_as_moving(seed: int, many: int) -> None:
    chance = random.Random(seed)
    moved = {action.id for action in chance.sample(PLAN.actions, many)}
    actions = [
        replace(a, under=f"h{int((a.under or 'h1')[1:]) % 5 + 1}") if a.id in moved else a
        for a in PLAN.actions
    ]
    compared = compare(PLAN, renumbered(PLAN, actions))
    found = {action.id for pairing in compared.of(Fate.MOVED) for action in pairing.old}
    assert found == moved
    assert len(compared.of(Fate.SAME)) == len(PLAN.actions) - many


@settings(max_examples=15)
@given(seeds, st.integers(min_value=0, max_value=10))
def test_what_is_dropped_and_added_is_exactly_found(seed: int, many: int) -> None:
    chance = random.Random(seed)
    gone = {action.id for action in chance.sample(PLAN.actions, many)}
    kept = [action for action in PLAN.actions if action.id not in gone]
    come = [
        replace(chance.choice(PLAN.actions), id=f"x{at}", text=" ".join(chance.sample(OTHER_WORDS, 7)))
        for at in range(many)
    ]
    actions = chance.sample(kept + come, len(kept) + len(come))
    compared = compare(PLAN, renumbered(PLAN, actions))
    assert {action.id for pairing in compared.of(Fate.DROPPED) for action in pairing.old} == gone
    assert texts(a for p in compared.of(Fate.ADDED) for a in p.new) == texts(come)
    assert len(compared.of(Fate.SAME)) == len(kept)


@settings(max_examples=15)
@given(seeds)
def test_rewording_up_to_three_words_in_ten_is_seen_through(seed: int) -> None:
    chance = random.Random(seed)
    ours = chance.sample(PLAN.actions, len(PLAN.actions))
    theirs = [replace(action, text=reworded(action.text, chance)) for action in ours]
    truth = {one.text: other.text for one, other in zip(ours, theirs, strict=True)}
    compared = compare(PLAN, renumbered(PLAN, theirs))
    assert {p.kind for p in compared.pairings} <= {Fate.REWORDED, Fate.SAME}
    assert all(truth[pairing.old[0].text] == pairing.new[0].text for pairing in compared.pairings)


@settings(max_examples=15)
@given(
    st.lists(st.sampled_from(PLAN.actions), max_size=12), st.lists(st.sampled_from(PLAN.actions), max_size=12)
)
def test_every_action_stands_in_exactly_one_pairing(before: list[Action], after: list[Action]) -> None:
    old, new = renumbered(PLAN, before), renumbered(PLAN, after)
    compared = compare(old, new)
    ids = [
        sorted(action.id for p in compared.pairings for action in p.old),
        sorted(action.id for p in compared.pairings for action in p.new),
    ]
    assert ids == [sorted(a.id for a in old.actions), sorted(a.id for a in new.actions)]
    assert compare(old, new) == compared


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 50).map(float), max_size=14
    )
)
def test_the_assignment_is_the_best_there_is(scores: dict[tuple[int, int], float]) -> None:
    pairs = best_pairs(scores)
    assert len(set(pairs.values())) == len(pairs)
    assert all(pair in scores for pair in pairs.items())
    best = max(sum(scores.get(pair, 0.0) for pair in enumerate(order)) for order in permutations(range(5)))
    assert sum(scores[pair] for pair in pairs.items()) == best


@settings(max_examples=25)
@given(seeds, st.data())
def test_what_a_person_says_of_two_actions_holds_and_nothing_is_lost(seed: int, data: st.DataObject) -> None:
    chance = random.Random(seed)
    actions = [replace(one, id=f"new-{one.id}") for one in chance.sample(PLAN.actions, len(PLAN.actions))]
    after = replace(PLAN, actions=tuple(actions))
    said = st.tuples(
        st.sampled_from([one.id for one in PLAN.actions]), st.sampled_from([a.id for a in actions])
    )
    same, apart = data.draw(said), data.draw(said)
    compared = compare(PLAN, after, [same], [] if apart == same else [apart])
    homes = [({one.id for one in each.old}, {one.id for one in each.new}) for each in compared.pairings]
    assert any(same[0] in olds and same[1] in news for olds, news in homes)
    assert apart == same or not any(apart[0] in olds and apart[1] in news for olds, news in homes)
    assert sorted(id_ for olds, _ in homes for id_ in olds) == sorted(one.id for one in PLAN.actions)
    assert sorted(id_ for _, news in homes for id_ in news) == sorted(one.id for one in actions)
