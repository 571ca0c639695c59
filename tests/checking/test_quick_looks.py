"""Quick looks that spare a slower one never say no where the slower one says yes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turntide.checking.register import EndedBody, folded, register
from turntide.plan.model import Action, Heading, Plan

BODIES = tuple(body for body in register() if body.names or body.acronyms)
"""Those known by a name in a text; a few are known only as owners."""
CASES = (
    str,
    str.upper,
    str.lower,
    str.title,
    lambda name: name.replace("i", "\u0131"),
    lambda name: name + "s",
)


@given(st.sampled_from(BODIES), st.sampled_from(CASES), st.text(max_size=8), st.text(max_size=8), st.data())
def test_a_body_that_is_named_passes_the_quick_look(
    body: EndedBody, cased: object, before: str, after: str, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(body.names + body.acronyms))
    assert callable(cased)
    text = f"{before} {cased(name)} {after}"
    assert body.may_stand_in(folded(text)) or not body.named_in(text)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.name)
def test_every_body_is_seen_by_its_first_name(body: EndedBody) -> None:
    text = f"Agree this with {(body.names + body.acronyms)[0]} by spring"
    assert body.named_in(text)
    assert body.may_stand_in(folded(text))


def test_of_two_headings_with_one_id_the_first_counts() -> None:
    first, second = Heading("h1", "Theme", "Move more"), Heading("h1", "Theme", "Eat well")
    under = Heading("h2", "Aim", "Walk to school", parent="h1")
    action = Action("a1", "Open a walking bus", under="h2")
    plan = Plan(headings=(first, second, under), actions=(action,))
    assert plan.heading("h1") is first
    assert plan.heading("h3") is None
    assert plan.path(action) == (first, under)
    assert plan == Plan(headings=(first, second, under), actions=(action,))


def test_headings_in_a_circle_end() -> None:
    one, two = (
        Heading("h1", "Theme", "Move more", parent="h2"),
        Heading("h2", "Theme", "Eat well", parent="h1"),
    )
    action = Action("a1", "Open a walking bus", under="h1")
    assert Plan(headings=(one, two), actions=(action,)).path(action) == (two, one)
