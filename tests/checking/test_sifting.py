"""What is ruled out unread is never one body."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from turntide.checking import same_body
from turntide.checking.names import name_of
from turntide.checking.sifting import Sieve

WORDS = (
    "Larkshire Larkshires County Council Services Service Transport Transportation Environment Enviromental "
    "NHS Foundation Trust of the and & Public Health PH LCC LPT Partnership Housing (PH) Team 12"
)
names = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=5).map(" ".join)


def is_sifted_out(name: str, other: str) -> bool:
    sieve, taken = Sieve(), name_of(name)
    sieve.keep(1, name_of(other))
    return 1 not in (sieve.long_of(taken) if taken.short else sieve.like(taken))


def letters(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isalpha()).upper()


@given(names, names)
@example("Public Transport", "Public Transportation")
@example("Larkshire County Council", "LCC")
@example("Larkshire PH Team", "Larkshire Public Health")
@example("LPT", "Larkshire Partnership NHS Trust")
@settings(max_examples=400)
def test_two_names_of_one_body_are_always_compared(name: str, other: str) -> None:
    both_ways = (name, other), (other, name)
    for one, two in both_ways:
        if same_body(one, two) and (name_of(one).short or not name_of(two).short):
            assert not is_sifted_out(one, two)


@given(names)
def test_a_name_is_compared_with_its_own_first_letters(name: str) -> None:
    short = letters(name)
    if name_of(short).short and same_body(short, name):
        assert not is_sifted_out(short, name)


def test_names_that_share_nothing_are_not_compared() -> None:
    assert is_sifted_out("Larkshire County Council", "Public Health")
    assert is_sifted_out("Partner 1", "Partner 2")
    assert is_sifted_out("LCC", "Public Health")
