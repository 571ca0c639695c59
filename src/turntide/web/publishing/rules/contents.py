"""What the public pages are told from: a public record and what stands beside it, with what is looked up in them.

What is worked out is worked out once, when it is first asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from turntide.web.periods.rules.figures import Figures, figures
from turntide.web.periods.rules.finding import Index
from turntide.web.periods.rules.record import DroppedThen, HeadingThen, PlanThen, Record
from turntide.web.publishing.rules.about import About
from turntide.web.publishing.rules.finding import Searchable, laid_out
from turntide.web.publishing.rules.happening import Event, events


@dataclass(frozen=True)
class Contents:
    """A publication's contents, or what would be one's."""

    record: Record
    about: About

    @cached_property
    def index(self) -> Index:
        """Where things are in the record."""
        return Index(self.record)

    @cached_property
    def searchable(self) -> Searchable:
        """The record laid out to be searched."""
        return laid_out(self.record, self.about)

    @cached_property
    def happened(self) -> tuple[Event, ...]:
        """What happened in the period, the latest first."""
        return events(self.record)

    @cached_property
    def happened_in(self) -> Mapping[str, tuple[Event, ...]]:
        """The same of each plan and of each action, by its id."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.happened:
            found[event.plan].append(event)
            found[event.thing].append(event)
        return {id_: tuple(some) for id_, some in found.items()}

    @cached_property
    def with_news(self) -> frozenset[str]:
        """The actions, by id, of which something happened: what "What changed" tells of."""
        return frozenset(event.thing for event in self.happened)

    @cached_property
    def dropped(self) -> Mapping[str, DroppedThen]:
        """Actions that went, by id."""
        return {each.id: each for each in self.record.dropped}

    @cached_property
    def figures_of(self) -> Mapping[str, Figures]:
        """How the actions of each plan stand."""
        return {each.id: figures(self.index.of_plan(each.id)) for each in self.record.plans}

    @cached_property
    def within(self) -> Mapping[str, tuple[HeadingThen, ...]]:
        """The headings directly beneath each heading."""
        found: dict[str, list[HeadingThen]] = defaultdict(list)
        for heading in self.record.headings:
            found[heading.parent].append(heading)
        return {id_: tuple(some) for id_, some in found.items()}

    @cached_property
    def figures(self) -> Figures:
        """How all actions stand."""
        return figures(self.record.actions)

    @cached_property
    def coloured(self) -> Figures:
        """How those actions stand whose plans say so in red, amber and green."""
        plans = {each.id for each in self.record.plans if has_colours(each)}
        return figures(each for each in self.record.actions if each.plan in plans)


def has_colours(plan: PlanThen) -> bool:
    """Whether a plan says how sure it is in red, amber and green."""
    return plan.confidence and not plan.stories_only
