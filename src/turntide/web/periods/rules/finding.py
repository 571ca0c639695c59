"""A record looked up by id, by heading, by body. Built once for a record; every answer is in the plans' order. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from turntide.web.periods.rules.record import ActionThen, HeadingThen, PlanThen, Record, StoryThen

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


class Index:
    """Where things are in a record. What is not there gives None, or nothing."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._actions = {each.id: each for each in record.actions}
        self._headings = {each.id: each for each in record.headings}
        self._plans = {each.id: each for each in record.plans}
        self._themes = _grouped((each.plan, each) for each in record.headings if not each.parent)
        self._under = _grouped((heading, each) for each in record.actions for heading in each.path)
        self._without = _grouped((each.plan, each) for each in record.actions if not each.path)
        self._of_plan = _grouped((each.plan, each) for each in record.actions)
        self._of_body = _grouped((body, each) for each in record.actions for body in _bodies(each))
        self._of_story = _grouped(
            (id_, each) for each in record.stories for id_ in (*each.actions, *each.plans)
        )
        self._stories = {each.id: each for each in record.stories}

    def action(self, id_: str) -> ActionThen | None:
        """The action with this id."""
        return self._actions.get(id_)

    def heading(self, id_: str) -> HeadingThen | None:
        """The heading with this id."""
        return self._headings.get(id_)

    def plan(self, id_: str) -> PlanThen | None:
        """The plan with this id."""
        return self._plans.get(id_)

    def story(self, id_: str) -> StoryThen | None:
        """The story with this id."""
        return self._stories.get(id_)

    def under(self, heading: str) -> tuple[ActionThen, ...]:
        """The actions beneath a heading, at any depth."""
        return self._under.get(heading, ())

    def themes(self, plan: str) -> tuple[HeadingThen, ...]:
        """A plan's outermost headings."""
        return self._themes.get(plan, ())

    def of_theme(self, theme: str) -> tuple[ActionThen, ...]:
        """The actions of a theme: all beneath it."""
        return self.under(theme)

    def without_theme(self, plan: str) -> tuple[ActionThen, ...]:
        """A plan's actions that stand under no heading."""
        return self._without.get(plan, ())

    def of_plan(self, plan: str) -> tuple[ActionThen, ...]:
        """A plan's actions."""
        return self._of_plan.get(plan, ())

    def of_body(self, body: str) -> tuple[ActionThen, ...]:
        """The actions that a body leads or is a partner in; by its id, or by its name where it has none."""
        return self._of_body.get(body, ())

    def story_of(self, id_: str) -> StoryThen | None:
        """A story of an action or a plan, the first there is."""
        return next(iter(self.stories_of(id_)), None)

    def stories_of(self, id_: str) -> tuple[StoryThen, ...]:
        """The stories linked to an action or a plan."""
        return self._of_story.get(id_, ())


def _bodies(action: ActionThen) -> Iterable[str]:
    return dict.fromkeys(each.id or each.name for each in (*action.leads, *action.partners))


def _grouped(pairs: Iterable[tuple[Key, Thing]]) -> Mapping[Key, tuple[Thing, ...]]:
    found: dict[Key, list[Thing]] = defaultdict(list)
    for key, thing in pairs:
        found[key].append(thing)
    return {key: tuple(things) for key, things in found.items()}
