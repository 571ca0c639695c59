"""Records in any order, with any status, with parts of them missing; every statement in them can be told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st
from made_record import action_id, made_record, record_before

from turntide.web.periods.rules.figures import CONFIDENCES, FRESHNESSES, LIFECYCLES
from turntide.web.periods.rules.record import ActionThen, MilestoneThen, Record, StatementThen

_DAYS = st.sampled_from(["", "2026-11-30", "2026-12-31", "2027-01-31", "2027-03-31", "2030-02-28", "soon"])
NUMBERS = range(1, 10)
Each = TypeVar("Each")


@st.composite
def records(draw: st.DrawFn) -> Record:
    """The made record in another order, with other statuses and days, and with parts of it missing."""
    made = draw(st.sampled_from([made_record(), record_before()]))
    actions = draw(st.permutations(made.actions))[: draw(st.integers(0, len(made.actions)))]
    return replace(
        made,
        actions=tuple(draw(_changed(each)) for each in actions),
        headings=draw(_some(made.headings)),
        plans=tuple(
            replace(each, confidence=draw(st.booleans()), stories_only=draw(st.booleans()))
            for each in draw(_some(made.plans))
        ),
        stories=draw(_some(made.stories)),
        decisions=draw(_some(made.decisions)),
        dropped=draw(_some(made_record().dropped)),
        rounds=draw(_some(made.rounds)),
        taken=draw(st.sampled_from([made.taken, "2026-12-01T23:30:00+00:00"])),
    )


@st.composite
def _changed(draw: st.DrawFn, action: ActionThen) -> ActionThen:
    return replace(
        action,
        ref=draw(st.sampled_from([action.ref, "", "1.1"])),
        text=draw(st.sampled_from([action.text, "", "  ", "word " * 40])),
        path=draw(st.sampled_from([action.path, (), ("nowhere",)])),
        lifecycle=draw(st.sampled_from(LIFECYCLES)),
        confidence=draw(st.sampled_from(CONFIDENCES[:3] + ("",))),
        freshness=draw(st.sampled_from(FRESHNESSES)),
        ends=draw(_DAYS),
        reported=draw(st.booleans()),
        statement=draw(st.sampled_from([None, marked(action)])),
        milestones=draw(_some((*action.milestones, _milestone(action, draw(_DAYS))))),
    )


def _some(things: tuple[Each, ...]) -> st.SearchStrategy[tuple[Each, ...]]:
    return st.lists(st.sampled_from(things), unique_by=id).map(tuple) if things else st.just(())


def _milestone(action: ActionThen, due: str) -> MilestoneThen:
    number = _number(action)
    return MilestoneThen(
        *("m", "A step", due, "2026-10-10", f"why-{number} it moved", ""),
        *(_day(number), f"Author {number}", f"Body {number}"),
    )


def marked(action: ActionThen) -> StatementThen:
    """A statement whose words, author and day can be told from everybody else's."""
    number = _number(action)
    given = action.statement or StatementThen("s", "")
    return replace(
        given,
        on=_day(number),
        by=f"Author {number}",
        body=f"Body {number}",
        done=f"done-{number} was said",
        next=f"next-{number} was said",
        in_the_way=f"in-the-way-{number} was said",
        ask=f"ask-{number} was said",
        reason=f"reason-{number} was said",
    )


def _number(action: ActionThen) -> int:
    return next(number for number in NUMBERS if action_id(number) == action.id)


def _day(number: int) -> str:
    return f"2027-01-{10 + number}"
