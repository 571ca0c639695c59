"""Which names are asked about as those of one body."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turntide.web.organisations.likeness import Named, Why, likely_pairs


def asked(*names: str) -> list[tuple[frozenset[str], Why]]:
    bodies = {uuid4(): name for name in names}
    pairs = likely_pairs(Named(id_, (name,)) for id_, name in bodies.items())
    return [(frozenset((bodies[pair.one], bodies[pair.other])), pair.why) for pair in pairs]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Parks & Open Spaces", "Open Spaces and Parks", Why.SAME_WORDS),
        ("The Carers' Forum", "Carers Forum", Why.SAME_WORDS),
        ("Tarrow Leisure Trust", "Tarrow Liesure Trust", Why.MISSPELT),
        ("Transport planning", "Transportation planning", Why.MISSPELT),
        ("Tarrow", "Tarrow Council", Why.KIND_LEFT_OUT),
        ("Tarrow Council", "Tarrow Borough Council", Why.KIND_LEFT_OUT),
        ("Public Health", "Public Health Team", Why.KIND_LEFT_OUT),
        ("PCT", "Parks and Countryside Team", Why.INITIALS),
        ("TLT", "Tarrow Leisure Trust", Why.INITIALS),
    ],
)
def test_spellings_of_one_body_are_asked_about_with_the_reason(one: str, other: str, why: Why) -> None:
    assert asked(one, other) == [(frozenset((one, other)), why)]
    assert asked(other, one) == asked(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarrow District Council", "Tarrow County Council"),
        ("Ward 1 Forum", "Ward 2 Forum"),
        ("North Tarrow Trust", "South Tarrow Trust"),
        ("Adult social care and commissioning", "Adult social care and safeguarding"),
        ("Sport Tarrow", "Spork Shed"),
        ("PCT", "Primary Care Network"),
        ("Team", "Council"),
    ],
)
def test_names_of_different_bodies_are_not(one: str, other: str) -> None:
    assert asked(one, other) == []


def test_a_name_that_says_whose_team_it_is_meets_the_one_that_does_not() -> None:
    found = asked("Tarrow Council Play Team", "Play Team", "Tarrow Council")
    assert (frozenset(("Tarrow Council Play Team", "Play Team")), Why.BODY_LEFT_OUT) in found


def test_the_likeliest_comes_first() -> None:
    names = ("Elm Trust, the", "Elm Trust", "Elm Trust Team", "ETT")
    scores = [pair.score for pair in likely_pairs(Named(uuid4(), (name,)) for name in names)]
    assert len(scores) > 2
    assert scores == sorted(scores, reverse=True)


@given(st.lists(st.text(max_size=30), max_size=12))
def test_any_names_at_all_give_pairs_of_two_bodies_each_once(names: list[str]) -> None:
    bodies = [Named(UUID(int=at), (name,)) for at, name in enumerate(names)]
    pairs = [(pair.one, pair.other) for pair in likely_pairs(bodies)]
    assert all(one < other for one, other in pairs)
    assert len(pairs) == len(set(pairs))
