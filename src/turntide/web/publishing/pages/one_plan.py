"""A plan, one of its headings, and its actions in a list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.utils.translation import gettext as _

from turntide.web.periods.rules.figures import Figures, figures
from turntide.web.periods.rules.finding import Index
from turntide.web.periods.rules.record import ActionThen, HeadingThen, PlanThen, StoryThen
from turntide.web.publishing.pages.changing import Happened, happened
from turntide.web.publishing.pages.frame import BeneathFront, Crumbs, Frame
from turntide.web.publishing.pages.paging import Sheet, sheet_of
from turntide.web.publishing.pages.place import FEW, SOME, Card, story_card
from turntide.web.publishing.pages.standing import Bars, Line, count_words, day_of, lines_of, pictures
from turntide.web.publishing.pages.wording import level_words
from turntide.web.publishing.rules.about import PlanAbout
from turntide.web.publishing.rules.contents import has_colours


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading in a list, with how many actions stand beneath it and of how many of these there is news."""

    level: str
    text: str
    url: str
    actions: str
    news: int
    number: int


@dataclass(frozen=True)
class PlanPage(BeneathFront):
    """A plan: what it is for, its themes, how they stand, what changed, and the document it is from."""

    template: ClassVar[str] = "publishing/public/plan.html"
    plan: PlanThen

    @property
    def title(self) -> str:
        """The plan's own."""
        return self.plan.title

    @property
    def caption(self) -> str:
        """Its years."""
        return self.plan.period

    @property
    def about(self) -> PlanAbout:
        """The officer's summary, and the document."""
        return self.frame.told.about.plan(self.plan.id)

    @property
    def adopted(self) -> str:
        """When the document was taken in, in words."""
        return day_of(self.about.adopted)

    @cached_property
    def actions(self) -> tuple[ActionThen, ...]:
        """All its actions."""
        return self.frame.told.index.of_plan(self.plan.id)

    @property
    def counted(self) -> str:
        """How many there are."""
        return count_words(len(self.actions))

    @property
    def all(self) -> str:
        """Where they all are."""
        return self.frame.at.actions(self.plan.id)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Its outermost headings."""
        return tuple(theme_of(self.frame, each) for each in self.frame.told.index.themes(self.plan.id))

    @property
    def loose(self) -> tuple[Line, ...]:
        """Actions under no heading, a few of them."""
        return lines_of(self.frame, self.frame.told.index.without_theme(self.plan.id)[:SOME])

    @cached_property
    def pictures(self) -> tuple[Bars, ...]:
        """How it stands; none for a plan told in stories."""
        if self.plan.stories_only:
            return ()
        return pictures_of(self.frame.told.contents.figures_of[self.plan.id], self.plan)

    @cached_property
    def happened(self) -> tuple[Happened, ...]:
        """What changed lately, a few things of it."""
        return happened(self.frame, self.frame.told.contents.happened_in.get(self.plan.id, ())[:SOME])

    @property
    def stories(self) -> tuple[Card, ...]:
        """Its stories, and those of its actions."""
        told = self.frame.told
        found = [each for each in told.record.stories if self.plan.id in _plans_of(told.index, each)]
        return tuple(story_card(self.frame, each) for each in found[:FEW])


@dataclass(frozen=True)
class ActionsPage:
    """Every action of a plan."""

    template: ClassVar[str] = "publishing/public/actions.html"
    frame: Frame
    plan: PlanThen
    page: int = 1

    @property
    def title(self) -> str:
        """What the page lists."""
        return _("Every action of the plan")

    @property
    def counted(self) -> str:
        """How many there are."""
        return count_words(len(self.frame.told.index.of_plan(self.plan.id)))

    @property
    def crumbs(self) -> Crumbs:
        """The way here."""
        return crumbs_of(self.frame, self.plan.id)

    @cached_property
    def sheet(self) -> Sheet[Line]:
        """A page of them."""
        every = self.frame.told.index.of_plan(self.plan.id)
        return lines_sheet(self.frame, every, self.page, self.frame.at.actions(self.plan.id))


def theme_of(frame: Frame, heading: HeadingThen) -> Theme:
    """A heading in a list."""
    actions = frame.told.index.under(heading.id)
    text = frame.plain(heading.id, heading.text)
    news = sum(1 for each in actions if each.id in frame.told.contents.with_news)
    url, many = frame.at.theme(heading.id), len(actions)
    return Theme(level_words(heading), text, url, count_words(many), news, many)


def crumbs_of(frame: Frame, plan: str, heading: str = "") -> Crumbs:
    """The way to something beneath a plan, or beneath one of its headings."""
    above: list[tuple[str, str]] = []
    found = frame.told.index.heading(heading)
    while found is not None and len(above) < 20:
        above.insert(0, (frame.plain(found.id, found.text), frame.at.theme(found.id)))
        found = frame.told.index.heading(found.parent)
    return ((frame.name, frame.at.base), (frame.plan(plan).title, frame.at.plan(plan)), *above)


def pictures_of(told: Figures, plan: PlanThen) -> tuple[Bars, ...]:
    """How actions of one plan stand, in its own words."""
    return pictures(told, told if has_colours(plan) else figures(()), [plan])


def _plans_of(index: Index, story: StoryThen) -> set[str]:
    """The plans a story belongs to, itself or by an action."""
    return {*story.plans, *(each.plan for each in map(index.action, story.actions) if each)}


def lines_sheet(frame: Frame, actions: tuple[ActionThen, ...], page: int, url: str) -> Sheet[Line]:
    """A page of a list of actions."""
    sheet = sheet_of(actions, page, url)
    return sheet.holding(lines_of(frame, sheet.things))
