"""Whatever is done to a plan, undoing it all, last first, gives the plan back; redoing it does it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from site_cast import Cast

from turntide.plan import model as plain
from turntide.web.plans.models import Action, Actions, Change, Heading, Plan
from turntide.web.plans.services.adopting import adopt_plan
from turntide.web.plans.services.arranging import (
    add_action,
    add_heading,
    move_action,
    move_heading,
    place_also_under,
)
from turntide.web.plans.services.bulk import LEAD, RETIRE, STATUS, UNDER, WHEN, Wish, change_many
from turntide.web.plans.services.editing import edit_action, edit_heading, edit_plan
from turntide.web.plans.services.joining import merge_actions, split_action
from turntide.web.plans.services.refusing import RefusedError
from turntide.web.plans.services.retiring import retire_actions, retire_heading
from turntide.web.plans.services.undoing import undo
from turntide.web.plans.store.placing import FIRST, LAST
from turntide.web.plans.store.states import hex_id
from turntide.web.plans.store.taking_out import action_state, heading_state, plan_as_read, whole
from turntide.web.plans.store.typed import typed

SMALL = plain.Plan(
    title="Wexcombe outdoors",
    period=plain.Period("2026 to 2028", "2026-01-01", "2028-12-31"),
    headings=(
        plain.Heading("h1", "Theme", "Parks"),
        plain.Heading("h2", "Aim", "Paths", parent="h1"),
        plain.Heading("h3", "Theme", "Water"),
    ),
    actions=(
        plain.Action("a1", "Mend the gates", under="h2", leads=(plain.Body("Parks"),)),
        plain.Action("a2", "Light the towpath", under="h2", partners=(plain.Body("Canal Trust"),)),
        plain.Action(
            "a3", "Open the lido", under="h3", timescale=plain.Timescale("By May 2027", None, "2027-05-31")
        ),
        plain.Action("a4", "Count who comes", milestones=(plain.Milestone("First count"),)),
    ),
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=30)
PICK = st.integers(0, 1000)


def plan_now(plan: Plan) -> tuple[plain.Plan, dict[str, object], dict[str, object]]:
    """All of a plan: as it reads, and every state, those that stand no more among them."""
    plan.refresh_from_db()
    actions = {hex_id(row.pk): action_state(row) for row in whole(plan.actions.standing())}
    headings = {hex_id(row.pk): heading_state(row) for row in plan.headings.standing()}
    return plan_as_read(plan), dict(actions), dict(headings)


class Doing:
    """Acts on a plan, each chosen by numbers."""

    def __init__(self, plan: Plan, cast: Cast) -> None:
        self.plan, self.by = plan, cast.by

    def action(self, at: int) -> Action:
        rows = list(self.plan.actions.standing().select_related("plan"))
        return rows[at % len(rows)]

    def heading(self, at: int) -> Heading:
        rows = list(self.plan.headings.filter(retired_at=None).select_related("plan", "parent"))
        return rows[at % len(rows)]

    def some(self, at: int) -> Actions:
        return self.plan.actions.filter(pk__in={self.action(at).pk, self.action(at + 3).pk})

    def edit(self, a: int, b: int, words: str) -> Change | None:
        row, names = (
            self.action(a),
            (
                *("text", "leads", "when", "milestones", "measures", "status", "programmes"),
                *("money", "progress", "remarks"),
            ),
        )
        boxes = {names[b % len(names)]: words or "Open the baths"}
        return edit_action(action=row, saw=row.version, boxes=boxes, by=self.by)

    def edit_heading(self, a: int, b: int, words: str) -> Change | None:
        row = self.heading(a)
        return edit_heading(heading=row, saw=row.version, boxes={"text": words or "Homes"}, by=self.by)

    def edit_plan(self, a: int, b: int, words: str) -> Change | None:
        self.plan.refresh_from_db()
        boxes = {"title": words or "Plan", "period": f"20{a % 50 + 10}"}
        return edit_plan(plan=self.plan, saw=self.plan.version, boxes=boxes, by=self.by)

    def add(self, a: int, b: int, words: str) -> Change | None:
        where = (FIRST, LAST)[b % 2]
        boxes = {"text": words or "New", "leads": "Parks"}
        return add_action(plan=self.plan, under=self.heading(a), boxes=boxes, by=self.by, where=where)

    def add_heading(self, a: int, b: int, words: str) -> Change | None:
        boxes = {"text": words or "New", "level": "Aim"}
        return add_heading(plan=self.plan, under=self.heading(a), boxes=boxes, by=self.by)

    def move(self, a: int, b: int, words: str) -> Change | None:
        return move_action(action=self.action(a), under=self.heading(b), by=self.by, where=FIRST)

    def move_after(self, a: int, b: int, words: str) -> Change | None:
        row, sibling = self.action(a), self.action(b)
        main = sibling.placements.filter(main=True).select_related("heading__plan").first()
        under = main.heading if main else None
        return move_action(action=row, under=under, by=self.by, where=hex_id(sibling.pk))

    def move_heading(self, a: int, b: int, words: str) -> Change | None:
        return move_heading(heading=self.heading(a), under=self.heading(b), by=self.by)

    def also_under(self, a: int, b: int, words: str) -> Change | None:
        row = self.action(a)
        return place_also_under(action=row, headings=[self.heading(b)], saw=row.version, by=self.by)

    def merge(self, a: int, b: int, words: str) -> Change | None:
        one, two = self.action(a), self.action(b)
        return merge_actions(stands=one, others=[two], choices={"text": hex_id(two.pk)}, by=self.by)

    def split(self, a: int, b: int, words: str) -> Change | None:
        row = self.action(a)
        state = action_state(whole(self.plan.actions.filter(pk=row.pk)).get())
        second = typed(state.read) | {"text": words or "Other half"}
        return split_action(action=row, saw=row.version, first={"text": "Half"}, second=second, by=self.by)

    def retire(self, a: int, b: int, words: str) -> Change | None:
        return retire_actions(actions=[self.action(a)], by=self.by)

    def retire_heading(self, a: int, b: int, words: str) -> Change | None:
        return retire_heading(heading=self.heading(a), by=self.by)

    def many(self, a: int, b: int, words: str) -> Change | None:
        wishes = [
            Wish(LEAD, {"leads": words or "Parks"}),
            Wish(WHEN, {"when": "2026/27"}),
            Wish(STATUS, {"lifecycle": "paused"}),
            Wish(UNDER, heading=self.heading(a)),
            Wish(RETIRE),
        ]
        found = change_many(actions=self.some(b), wish=wishes[a % 5], saw={}, by=self.by)
        return found[0] if found else None


ACTS = [
    name for name in vars(Doing) if not name.startswith("_") and name not in ("action", "heading", "some")
]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(ACTS), PICK, PICK, WORDS), min_size=1, max_size=4))
def test_undoing_everything_gives_the_plan_back(cast: Cast, acts: list[tuple[str, int, int, str]]) -> None:
    plan = adopt_plan(place=cast.tarrow, read=SMALL, original=None, name="Example", by=cast.by).plan
    doing = Doing(plan, cast)
    states, changes = [plan_now(plan)], []
    for name, a, b, words in acts:
        act: Callable[[int, int, str], Change | None] = getattr(doing, name)
        try:
            change = act(a, b, words.strip())
        except RefusedError:
            assert plan_now(plan) == states[-1]
            continue
        if change is not None:
            changes.append(change)
            states.append(plan_now(plan))
    _undo_all(plan, changes, states, cast)


def _undo_all(plan: Plan, changes: list[Change], states: Sequence[object], cast: Cast) -> None:
    for change, before, after in zip(reversed(changes), states[-2::-1], states[:0:-1], strict=True):
        undone = undo(change, by=cast.by)
        assert plan_now(plan) == before
        redone = undo(undone, by=cast.by)
        assert plan_now(plan) == after
        undo(redone, by=cast.by)
    assert plan_now(plan) == states[0]


@pytest.mark.parametrize("where", [FIRST, LAST])
def test_a_moved_heading_takes_its_actions_along_in_the_order_of_the_plan(
    where: str, tarrow_plan: Plan, cast: Cast
) -> None:
    outermost = list(tarrow_plan.headings.filter(parent=None))
    moving = outermost[0] if where == LAST else outermost[-1]
    move_heading(heading=moving, under=None, by=cast.by, where=where)
    read = plan_as_read(tarrow_plan)
    order = {heading.id: at for at, heading in enumerate(read.headings)}
    assert all(order[h.parent] < order[h.id] for h in read.headings if h.parent)
    at = [order[action.under] for action in read.actions if action.under]
    assert at == sorted(at)
    outer = [heading.id for heading in read.headings if heading.parent is None]
    assert outer[-1 if where == LAST else 0] == hex_id(moving.pk)
